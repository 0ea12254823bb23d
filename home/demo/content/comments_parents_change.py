"""Invented answers to the question "what-to-change" of the survey "parents-and-carers"."""

# In an answer named here somebody may not be safe: the demo's safeguarding lead finds it in the queue.
_CONCERNS = {"parents-change-11"}

# Identifier, respondent group, the words as they were written, themes.
_ROWS = [
    (
        "parents-change-01",
        "parent",
        "Two years and four months for an autism assessment. Two years. He has been excluded twice while we waited.",
        ["waiting-times"],
    ),
    (
        "parents-change-02",
        "parent",
        "Stop writing plans by copy and paste. Ours had another child's name in it on page six.",
        ["assessments-and-plans"],
    ),
    (
        "parents-change-03",
        "parent",
        (
            "I am my child's project manager, secretary and postman. Eleven professionals and none of them have "
            "each other's number."
        ),
        ["working-together"],
    ),
    (
        "parents-change-04",
        "parent",
        (
            "The Local Offer website is fine if you already know what the thing you want is called. I did not "
            "know the words."
        ),
        ["clear-information"],
    ),
    (
        "parents-change-05",
        "parent",
        (
            "High schools punish distress. He got forty detentions in one term for fidgeting and shouting out, "
            "then they asked me why he will not go in."
        ),
        ["feelings-at-school"],
    ),
    (
        "parents-change-06",
        "parent",
        (
            "My seven year old spends an hour and twenty minutes in a taxi each way because there is no place for "
            "her in this half of the district."
        ),
        ["school-places"],
    ),
    (
        "parents-change-07",
        "parent",
        (
            "After nineteen it feels like falling off the end of the world. There is a course two days a week and "
            "then nothing."
        ),
        ["work-and-learning"],
    ),
    (
        "parents-change-08",
        "parent",
        (
            "Holiday clubs say they are inclusive until you mention epilepsy or changing, and then suddenly they "
            "are full."
        ),
        ["things-to-do"],
    ),
    (
        "parents-change-09",
        "parent",
        "Train the supply teachers. All the good work goes out of the window when the usual staff are off.",
        ["skilled-staff"],
    ),
    (
        "parents-change-10",
        "parent",
        (
            "I would like to be believed the first time. I said at eighteen months that something was different "
            "and got told boys are lazy."
        ),
        ["being-listened-to"],
    ),
    (
        "parents-change-11",
        "parent",
        (
            "The escort on his minibus changes weekly and last month he came home with his coat torn and would "
            "not say why. I do not know who I am supposed to tell."
        ),
        ["getting-around"],
    ),
    (
        "parents-change-12",
        "parent",
        (
            "Our annual review was in March and the amended plan came in November. By then he had changed class "
            "and it was useless."
        ),
        ["assessments-and-plans", "waiting-times"],
    ),
    (
        "parents-change-13",
        "parent",
        (
            "Everybody talks about independence but nobody will risk anything. She is twenty and not allowed to "
            "use the kettle at day centre."
        ),
        ["independence"],
    ),
    (
        "parents-change-14",
        "parent",
        (
            "Physio discharged us because occupational therapy were involved, and occupational therapy closed the "
            "case because physio were involved. You could not make it up."
        ),
        ["working-together", "waiting-times"],
    ),
    (
        "parents-change-15",
        "parent",
        "Letters should say who wrote them, what they want and by when. I have a degree and I read them three times.",
        ["clear-information", "being-listened-to"],
    ),
    (
        "parents-change-16",
        "parent",
        (
            "My daughter has not been in school since January. The waiting list for therapy is longer than her "
            "school year."
        ),
        ["feelings-at-school", "waiting-times"],
    ),
    (
        "parents-change-17",
        "parent",
        (
            "Employers need someone to ring when they are unsure. My son lost a good job over one "
            "misunderstanding that a phone call would have fixed."
        ),
        ["work-and-learning", "independence"],
    ),
    (
        "parents-change-18",
        "parent",
        "Please teach all staff that girls with autism can look fine at school and fall apart at home.",
        ["skilled-staff"],
    ),
    (
        "parents-change-19",
        "parent",
        "We need something between mainstream and special school for bright children who cannot manage crowds.",
        ["school-places", "feelings-at-school"],
    ),
    (
        "parents-change-20",
        "parent",
        "Something for teenagers. Soft play is not suitable for a six foot boy of fifteen.",
        ["things-to-do"],
    ),
    (
        "parents-change-21",
        "parent",
        (
            "Meetings at two in the afternoon mean I lose half a day's pay each time. Do them at four, or online, "
            "or ask me."
        ),
        ["being-listened-to", "assessments-and-plans"],
    ),
    (
        "parents-change-22",
        "parent",
        "Transport stops at sixteen and suddenly he should be independent, but nobody taught him. Start at fourteen.",
        ["getting-around", "independence"],
    ),
    (
        "parents-change-23",
        "parent",
        "خط صرف انگریزی میں آتے ہیں۔ مجھے اپنی بیٹی سے پڑھوانا پڑتا ہے جو خود بچی ہے۔ براہ کرم اردو میں بھی بھیجیں۔",
        ["clear-information"],
    ),
    (
        "parents-change-24",
        "parent",
        "Czekamy na diagnozę ponad rok. Nikt nie dzwoni i nie wiemy, czy jesteśmy jeszcze na liście.",
        ["waiting-times", "clear-information"],
    ),
    (
        "parents-change-25",
        "parent",
        "One named person. That is it. That is my whole answer. One name and one number.",
        ["working-together"],
    ),
    (
        "parents-change-26",
        "parent",
        "Doctors ask me if he understands, in front of him. He does. He is right there.",
        ["skilled-staff", "being-listened-to"],
    ),
    (
        "parents-change-27",
        "parent",
        (
            "Let schools start the assessment instead of telling every parent to do it themselves because it is "
            "quicker that way."
        ),
        ["assessments-and-plans"],
    ),
    (
        "parents-change-28",
        "parent",
        "There is a brilliant club on the other side of town and no way for her to get home from it.",
        ["things-to-do", "getting-around"],
    ),
    ("parents-change-29", "parent", "I am too tired to answer this properly, sorry. Ask me in the holidays.", []),
    (
        "parents-change-30",
        "parent",
        (
            "Careers advice that is not just three choices on a leaflet. He loves maps. Who employs people who "
            "love maps?"
        ),
        ["work-and-learning"],
    ),
    (
        "parents-change-31",
        "parent",
        "Anxiety is not bad behaviour. I have said this at four schools.",
        ["feelings-at-school", "skilled-staff"],
    ),
    (
        "parents-change-32",
        "parent",
        (
            "Moving to adult health care was a cliff. We had one doctor who knew her for sixteen years and then a "
            "letter with a list of clinics."
        ),
        ["independence", "working-together"],
    ),
    (
        "parents-change-33",
        "parent",
        "Tell us honestly how many places there are and who gets them. I could live with a no if I understood it.",
        ["school-places"],
    ),
    (
        "parents-change-34",
        "parent",
        (
            "You have asked me this before. I filled in the last one and the one before that. Please show me one "
            "thing that changed because of it."
        ),
        ["being-listened-to"],
    ),
    (
        "parents-change-35",
        "professional",
        (
            "Health reports for plans come late because our clinics are not told the date until the last week. "
            "Give us a shared calendar."
        ),
        ["working-together", "assessments-and-plans"],
    ),
    (
        "parents-change-36",
        "professional",
        (
            "I run a small youth club and I want to include everyone. I need a person to ring for advice, not a "
            "forty page toolkit."
        ),
        ["skilled-staff"],
    ),
]

COMMENTS = [
    {
        "id": identifier,
        "survey": "parents-and-carers",
        "question": "what-to-change",
        "group": group,
        "text": text,
        "themes": themes,
        "concern": identifier in _CONCERNS,
    }
    for identifier, group, text, themes in _ROWS
]
