"""Invented answers to the question "what-is-missing" of the survey "what-we-asked-in-2018"."""

# Identifier, respondent group, the words as they were written, themes.
_ROWS = [
    ("first-plan-missing-01", "parent", "Nice words, but what will you actually do, and when?", ["being-listened-to"]),
    (
        "first-plan-missing-02",
        "parent",
        "It is all about school. My son is at school for six hours. What about the other eighteen?",
        ["things-to-do"],
    ),
    ("first-plan-missing-03", "young_person", "nothing about jobs in it", ["work-and-learning"]),
    ("first-plan-missing-04", "young_person", "It dosent say about friends", ["things-to-do"]),
    (
        "first-plan-missing-05",
        "parent",
        (
            "There is one line about mental health in mainstream secondary schools, and that is where it all goes "
            "wrong for most of us."
        ),
        ["feelings-at-school"],
    ),
    (
        "first-plan-missing-06",
        "parent",
        "I got to the end and still could not tell you where to go for help. There is no map of it.",
        ["clear-information"],
    ),
    (
        "first-plan-missing-07",
        "professional",
        (
            "Actions, owners and dates. The vision is sound but I cannot see what my own service is meant to do "
            "differently."
        ),
        ["being-listened-to"],
    ),
    (
        "first-plan-missing-08",
        "young_person",
        "About living on your own. I am nearly 18 and it is all about classrooms",
        ["independence"],
    ),
    (
        "first-plan-missing-09",
        "parent",
        "Nineteen to twenty five gets half a page. That is a quarter of the age range.",
        ["work-and-learning"],
    ),
    (
        "first-plan-missing-10",
        "professional",
        (
            "How health and education will share information. Everybody promises it and nobody has a system that "
            "does it."
        ),
        ["working-together"],
    ),
    ("first-plan-missing-11", "young_person", "how do I get there. buses and that", ["getting-around"]),
    (
        "first-plan-missing-12",
        "parent",
        "How long things take. A plan without waiting times is not a plan.",
        ["waiting-times"],
    ),
    ("first-plan-missing-13", "young_person", "us. Where are the young people in it", ["being-listened-to"]),
    (
        "first-plan-missing-14",
        "parent",
        "Short breaks, clubs and playgrounds are missing. Childhood is missing, really.",
        ["things-to-do"],
    ),
    (
        "first-plan-missing-15",
        "sibling_or_friend",
        "It does not say anything about brothers and sisters or doing things as a family",
        ["things-to-do"],
    ),
    (
        "first-plan-missing-16",
        "parent",
        "What happens when the assessment is wrong. There is nothing on how to challenge it without a solicitor.",
        ["assessments-and-plans"],
    ),
    (
        "first-plan-missing-17",
        "professional",
        "A training plan for staff in mainstream settings, with time set aside to do it.",
        ["skilled-staff"],
    ),
    ("first-plan-missing-18", "young_person", "what to do if your sad at school", ["feelings-at-school"]),
    (
        "first-plan-missing-19",
        "parent",
        "Independence should run through every page. Instead it is a paragraph near the end.",
        ["independence"],
    ),
    (
        "first-plan-missing-20",
        "parent",
        "An Easy Read version! My daughter is sixteen, it is about her, and she could not read it.",
        ["clear-information", "being-listened-to"],
    ),
    (
        "first-plan-missing-21",
        "professional",
        "Employers. I could not find one mention of working with local firms on supported internships.",
        ["work-and-learning"],
    ),
    (
        "first-plan-missing-22",
        "parent",
        "Who is in charge. I counted nine organisations on one page and no phone number.",
        ["working-together"],
    ),
    (
        "first-plan-missing-23",
        "young_person",
        "things to do in the holidays for people in wheelchairs",
        ["things-to-do"],
    ),
    (
        "first-plan-missing-24",
        "parent",
        "It talks about places by type of need but not by where they are. Places an hour away are no use to us.",
        ["school-places"],
    ),
    ("first-plan-missing-25", "young_person", "dunno it was long", []),
    (
        "first-plan-missing-26",
        "parent",
        "Nothing on how you will keep good staff. We lose everyone who gets to know him.",
        ["skilled-staff"],
    ),
    (
        "first-plan-missing-27",
        "professional",
        "The voluntary sector hardly appears, although we run most of what happens after half past three.",
        ["things-to-do"],
    ),
    (
        "first-plan-missing-28",
        "parent",
        "Transport is missing altogether and it is what we argue about most.",
        ["getting-around"],
    ),
    (
        "first-plan-missing-29",
        "parent",
        (
            "Children who are not in any school at all. Mine has been at home for seven months and the plan does "
            "not seem to know he exists."
        ),
        ["feelings-at-school", "school-places"],
    ),
    (
        "first-plan-missing-30",
        "young_person",
        "it should say that I can be in my meetings",
        ["being-listened-to", "assessments-and-plans"],
    ),
    (
        "first-plan-missing-31",
        "parent",
        "اس منصوبے میں دوسری زبانوں میں معلومات کا ذکر نہیں ہے۔ بہت سے والدین انگریزی نہیں پڑھتے۔",
        ["clear-information"],
    ),
    (
        "first-plan-missing-32",
        "parent",
        "Brakuje głosu rodziców. Pytacie nas dopiero wtedy, gdy wszystko jest już napisane.",
        ["being-listened-to"],
    ),
]

COMMENTS = [
    {
        "id": identifier,
        "survey": "what-we-asked-in-2018",
        "question": "what-is-missing",
        "group": group,
        "text": text,
        "themes": themes,
        "concern": False,
    }
    for identifier, group, text, themes in _ROWS
]
