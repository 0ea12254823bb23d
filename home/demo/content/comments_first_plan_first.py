"""Invented answers to the question "do-first" of the survey "what-we-asked-in-2018"."""

# Identifier, respondent group, the words as they were written, themes.
_ROWS = [
    (
        "first-plan-first-01",
        "parent",
        "Answer the phone. Then shorten the waiting list. In that order.",
        ["waiting-times"],
    ),
    (
        "first-plan-first-02",
        "young_person",
        "its to loud at secondary and nobody notices till i kick off",
        ["feelings-at-school"],
    ),
    (
        "first-plan-first-03",
        "young_person",
        "in the holidays theres nothing for me i just stay in my room",
        ["things-to-do"],
    ),
    (
        "first-plan-first-04",
        "parent",
        "We waited fourteen months and nobody rang to say why.",
        ["waiting-times", "assessments-and-plans"],
    ),
    (
        "first-plan-first-05",
        "parent",
        "Sort out the website. I spent three nights on the website and still did not know who to ring.",
        ["clear-information"],
    ),
    (
        "first-plan-first-06",
        "professional",
        "Put one keyworker with each family that has three or more services involved, and measure what happens.",
        ["working-together"],
    ),
    ("first-plan-first-07", "young_person", "come to my school and ask us", ["being-listened-to"]),
    (
        "first-plan-first-08",
        "parent",
        (
            "Put someone trained in mental health in each secondary school, five days a week, who is not also "
            "teaching science."
        ),
        ["feelings-at-school", "skilled-staff"],
    ),
    ("first-plan-first-09", "young_person", "find me a job", ["work-and-learning"]),
    (
        "first-plan-first-10",
        "parent",
        "Get the assessments right. Everything else hangs on what is written in that first report.",
        ["assessments-and-plans"],
    ),
    (
        "first-plan-first-11",
        "parent",
        "Build a special school up here so he is not in a taxi for an hour each way.",
        ["school-places"],
    ),
    ("first-plan-first-12", "young_person", "make clubs for disabled teenagers not just little kids", ["things-to-do"]),
    (
        "first-plan-first-13",
        "parent",
        "More to do after school. My lad is bored and lonely and it is making him ill.",
        ["things-to-do", "independence"],
    ),
    (
        "first-plan-first-14",
        "professional",
        "Bring health and education assessments together so that a child is seen once and not four times.",
        ["assessments-and-plans", "waiting-times"],
    ),
    ("first-plan-first-15", "young_person", "Teach me to cook and use money", ["independence"]),
    (
        "first-plan-first-16",
        "parent",
        "Something to go to at nineteen. Anything with a purpose and people his own age.",
        ["work-and-learning"],
    ),
    (
        "first-plan-first-17",
        "young_person",
        "more bus passes. mine only works after half 9 but college starts at 9",
        ["getting-around"],
    ),
    (
        "first-plan-first-18",
        "parent",
        "Train every teacher, not only the special needs coordinator.",
        ["skilled-staff"],
    ),
    (
        "first-plan-first-19",
        "parent",
        "Listen to the parents who have already been through it. We would tell you for the price of a sandwich.",
        ["working-together", "being-listened-to"],
    ),
    (
        "first-plan-first-20",
        "professional",
        (
            "Support secondary schools to change how they respond to distressed behaviour, before it becomes an "
            "exclusion."
        ),
        ["feelings-at-school"],
    ),
    ("first-plan-first-21", "young_person", "a room to go when its too much", ["feelings-at-school"]),
    (
        "first-plan-first-22",
        "parent",
        "Write down what you promise and then come back in a year and tell us if you did it.",
        ["being-listened-to"],
    ),
    (
        "first-plan-first-23",
        "parent",
        "A single phone line with a human being who knows the system.",
        ["clear-information"],
    ),
    (
        "first-plan-first-24",
        "sibling_or_friend",
        "Help my brother with his anger before he gets kicked out again please",
        ["feelings-at-school"],
    ),
    (
        "first-plan-first-25",
        "parent",
        "More resourced places in ordinary schools on the north side, so that we can walk.",
        ["school-places", "getting-around"],
    ),
    ("first-plan-first-26", "young_person", "Let us choose first for once", ["being-listened-to"]),
    (
        "first-plan-first-27",
        "professional",
        "Start preparing for adult life at thirteen and write it into each review from then on.",
        ["work-and-learning", "independence"],
    ),
    ("first-plan-first-28", "young_person", "tell teachers what tourettes is", ["skilled-staff"]),
    (
        "first-plan-first-29",
        "parent",
        "Let me see the draft plan with time to read it, instead of the night before.",
        ["assessments-and-plans", "being-listened-to"],
    ),
    (
        "first-plan-first-30",
        "parent",
        "Publish how long each list is. Not knowing is the worst part.",
        ["waiting-times"],
    ),
    ("first-plan-first-31", "young_person", "more dinner time", []),
    (
        "first-plan-first-32",
        "parent",
        "Open the leisure centres for a quiet session each week. It would cost you almost nothing.",
        ["things-to-do"],
    ),
    (
        "first-plan-first-33",
        "parent",
        "Proszę skrócić kolejkę do logopedy. Syn czeka od dwóch lat i nadal nie mówi.",
        ["waiting-times"],
    ),
    (
        "first-plan-first-34",
        "parent",
        "اساتذہ کو آٹزم کے بارے میں تربیت دیں۔ میرا بیٹا برا بچہ نہیں ہے، وہ صرف پریشان ہے۔",
        ["skilled-staff"],
    ),
]

COMMENTS = [
    {
        "id": identifier,
        "survey": "what-we-asked-in-2018",
        "question": "do-first",
        "group": group,
        "text": text,
        "themes": themes,
        "concern": False,
    }
    for identifier, group, text, themes in _ROWS
]
