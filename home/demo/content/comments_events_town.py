"""Notes taken at the two listening events in town."""

# Identifier, event, question, how many people said it (None: not counted), the words of the note, themes.
_ROWS = [
    (
        "note-millbrook-01",
        "listening-millbrook-hall",
        "works-well",
        4,
        (
            "The phone line for parents. Four people had used it and all four said the person who answered was "
            "kind and knew things."
        ),
        ["clear-information"],
    ),
    (
        "note-millbrook-02",
        "listening-millbrook-hall",
        "works-well",
        3,
        "Teaching assistants in primary schools. They know the children and they tell us the truth at the gate.",
        ["skilled-staff"],
    ),
    (
        "note-millbrook-03",
        "listening-millbrook-hall",
        "works-well",
        2,
        (
            "Early Help worked for two families here. One worker came to the house and sorted out school, sleep "
            "and the dentist."
        ),
        ["working-together"],
    ),
    (
        "note-millbrook-04",
        "listening-millbrook-hall",
        "works-well",
        3,
        "Saturday club at the leisure centre is good, but there is a waiting list for it now.",
        ["things-to-do"],
    ),
    (
        "note-millbrook-05",
        "listening-millbrook-hall",
        "is-hard",
        5,
        (
            "Everybody on this table had given up on the Local Offer website at least once. Too many clicks and "
            "dead links."
        ),
        ["clear-information"],
    ),
    (
        "note-millbrook-06",
        "listening-millbrook-hall",
        "is-hard",
        5,
        (
            "Waiting for an autism assessment. The shortest wait on our table was eleven months and the longest "
            "was nearly three years."
        ),
        ["waiting-times"],
    ),
    (
        "note-millbrook-07",
        "listening-millbrook-hall",
        "is-hard",
        3,
        "We get asked to meetings where it has all been decided already. You can see the plan typed up on the table.",
        ["being-listened-to"],
    ),
    (
        "note-millbrook-08",
        "listening-millbrook-hall",
        "is-hard",
        2,
        "Two dads said their sons were fine in primary and fell to pieces in the first term of secondary school.",
        ["feelings-at-school"],
    ),
    (
        "note-millbrook-09",
        "listening-millbrook-hall",
        "is-hard",
        2,
        "Telling the whole story again with each new worker. One mum now carries it on a laminated sheet.",
        ["working-together"],
    ),
    (
        "note-millbrook-10",
        "listening-millbrook-hall",
        "should-change",
        4,
        "Health, school and social care should do one assessment together, with the family there.",
        ["assessments-and-plans"],
    ),
    (
        "note-millbrook-11",
        "listening-millbrook-hall",
        "should-change",
        3,
        "Put a real person in each library once a month who can find things out with you.",
        ["clear-information"],
    ),
    (
        "note-millbrook-12",
        "listening-millbrook-hall",
        "should-change",
        2,
        "Nobody on our table knew what happens after school. We want to know at thirteen and not at eighteen.",
        ["work-and-learning"],
    ),
    (
        "note-castle-01",
        "listening-castle-ward",
        "works-well",
        2,
        (
            "The interpreters tonight. One father said it is the first meeting where he has been able to speak "
            "for himself."
        ),
        ["clear-information"],
    ),
    (
        "note-castle-02",
        "listening-castle-ward",
        "works-well",
        3,
        "Speech therapists who show us what to do at home and come back to see how it went.",
        ["skilled-staff"],
    ),
    (
        "note-castle-03",
        "listening-castle-ward",
        "works-well",
        2,
        "The head at one primary school rings parents with good news as well as bad.",
        ["being-listened-to"],
    ),
    (
        "note-castle-04",
        "listening-castle-ward",
        "is-hard",
        4,
        "Letters are too hard, even for those of us who grew up speaking English. Some of us put them in a drawer.",
        ["clear-information"],
    ),
    (
        "note-castle-05",
        "listening-castle-ward",
        "is-hard",
        3,
        "Secondary schools see bad behaviour when it is really worry. Three families have had exclusions this year.",
        ["feelings-at-school"],
    ),
    (
        "note-castle-06",
        "listening-castle-ward",
        "is-hard",
        2,
        "We do not know if we are still on the list. Nobody writes, and we feel rude if we ring.",
        ["waiting-times"],
    ),
    (
        "note-castle-07",
        "listening-castle-ward",
        "is-hard",
        1,
        "A mother has to be in two places at three o'clock because her children's taxis come at the same time.",
        ["getting-around"],
    ),
    (
        "note-castle-08",
        "listening-castle-ward",
        "should-change",
        2,
        "Someone in each big school whose whole job is feelings, and a calm room that is not a punishment.",
        ["feelings-at-school"],
    ),
    (
        "note-castle-09",
        "listening-castle-ward",
        "should-change",
        3,
        "Send a text message in our language that says: you are still on the list and this is your number.",
        ["clear-information"],
    ),
    (
        "note-castle-10",
        "listening-castle-ward",
        "should-change",
        2,
        "Clubs for girls, with women leaders, close enough to walk to.",
        ["things-to-do"],
    ),
]

EVENT_NOTES = [
    {
        "id": identifier,
        "event": event,
        "question": question,
        "people": people,
        "text": text,
        "themes": themes,
    }
    for identifier, event, question, people, text, themes in _ROWS
]
