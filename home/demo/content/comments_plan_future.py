"""Invented answers to the question "my-future" of the survey "my-plan-and-me"."""

# Identifier, respondent group, the words as they were written, themes.
_ROWS = [
    (
        "plan-future-01",
        "young_person",
        "I want to work with animals. I need somebody to help me at the start",
        ["work-and-learning"],
    ),
    ("plan-future-02", "young_person", "My own flat with my own front door key", ["independence"]),
    ("plan-future-03", "young_person", "a job in a cafe", ["work-and-learning"]),
    (
        "plan-future-04",
        "young_person",
        "I want to live with my friend from school not with strangers",
        ["independence"],
    ),
    ("plan-future-05", "young_person", "I want to be a youtuber or work with computers", ["work-and-learning"]),
    ("plan-future-06", "young_person", "to go to town on the bus by my self", ["independence", "getting-around"]),
    (
        "plan-future-07",
        "young_person",
        "I want to go to college and do bricklaying but they said do life skills. I have done life skills",
        ["work-and-learning"],
    ),
    ("plan-future-08", "young_person", "be happy", []),
    ("plan-future-09", "young_person", "get married and have a dog", ["independence"]),
    (
        "plan-future-10",
        "young_person",
        "A proper job with money. not just volunteering for ever",
        ["work-and-learning"],
    ),
    ("plan-future-11", "young_person", "I want to not be worried all the time", ["feelings-at-school"]),
    ("plan-future-12", "young_person", "to cook my own tea without mum standing behind me", ["independence"]),
    (
        "plan-future-13",
        "young_person",
        "I would like to be a nurse because nurses helped me. Someone needs to tell me which exams",
        ["work-and-learning"],
    ),
    (
        "plan-future-14",
        "young_person",
        "still see my friends when I leave school. I am worried I will not see them",
        ["things-to-do"],
    ),
    (
        "plan-future-15",
        "young_person",
        "I hope people will understand epilepsy so I can do normal things like work in a shop",
        ["skilled-staff"],
    ),
    (
        "plan-future-16",
        "young_person",
        "apprentiship in a garage. my uncle says they wont take me because of my reading",
        ["work-and-learning"],
    ),
    (
        "plan-future-17",
        "young_person",
        "I will need help with washing and I want to choose who helps me",
        ["independence", "skilled-staff"],
    ),
    ("plan-future-18", "young_person", "learn to drive. Or have a car that takes my wheelchair", ["getting-around"]),
    (
        "plan-future-19",
        "young_person",
        "I dont know what jobs there are. The careers lady only had 10 minutes",
        ["work-and-learning"],
    ),
    ("plan-future-20", "young_person", "I want my own money and my own bank card", ["independence"]),
    ("plan-future-21", "young_person", "I want to be asked what I want and not told", ["being-listened-to"]),
    (
        "plan-future-22",
        "young_person",
        "Someone to explain what happens when I am 18. It is scary that the childrens doctor stops",
        ["assessments-and-plans"],
    ),
    (
        "plan-future-23",
        "young_person",
        "I want to see films of people like me at work so I know what I can do",
        ["work-and-learning", "clear-information"],
    ),
    ("plan-future-24", "young_person", "play drums in a real band", ["things-to-do"]),
    ("plan-future-25", "young_person", "Live near my mum but not in her house", ["independence"]),
    (
        "plan-future-26",
        "young_person",
        "to do a supported internship at the hospital. My friend did it and now she gets paid",
        ["work-and-learning"],
    ),
    (
        "plan-future-27",
        "young_person",
        "I want 1 person who knows me to stay with me when I go to adult services",
        ["working-together"],
    ),
    ("plan-future-28", "young_person", "go to space. ok maybe work at the airport", []),
    (
        "plan-future-29",
        "young_person",
        "gardening. I am good at it and the man at the allotment says so",
        ["work-and-learning"],
    ),
    ("plan-future-30", "young_person", "To feel ok about being me", ["feelings-at-school"]),
    (
        "plan-future-31",
        "young_person",
        "Go on holiday with friends and a helper that is young",
        ["things-to-do", "independence"],
    ),
    (
        "plan-future-32",
        "young_person",
        (
            "I have a place at uni to do maths!! I want them to know about my needs before I come so I dont have "
            "to start again"
        ),
        ["work-and-learning"],
    ),
    (
        "plan-future-33",
        "young_person",
        "I had a job but there is no bus at 6 in the morning so I lost it",
        ["getting-around", "work-and-learning"],
    ),
    ("plan-future-34", "young_person", "decide when I go to bed", ["independence"]),
    ("plan-future-35", "young_person", "a doctor that talks to me and not to my dad", ["skilled-staff"]),
    ("plan-future-36", "young_person", "own my own nail salon", ["work-and-learning"]),
    (
        "plan-future-37",
        "young_person",
        "a college that is near. the one for me is an hour away",
        ["school-places", "work-and-learning"],
    ),
    (
        "plan-future-38",
        "young_person",
        "more places to go at night that arent a pub. some where safe and fun",
        ["things-to-do"],
    ),
    (
        "plan-future-39",
        "young_person",
        "I want to know how to vote and how to rent a house. no one tells you",
        ["independence", "clear-information"],
    ),
    ("plan-future-40", "young_person", "I hope I dont have to wait on a list again when I am 18", ["waiting-times"]),
    (
        "plan-future-41",
        "young_person",
        "To speak for myself. I am getting better at it since I joined the group",
        ["being-listened-to", "independence"],
    ),
    ("plan-future-42", "young_person", "any thing but staying at home on my own all day", ["work-and-learning"]),
    (
        "plan-future-43",
        "young_person",
        "I hope that colleges know about mental health. My school didnt and I missed a year",
        ["feelings-at-school", "skilled-staff"],
    ),
    ("plan-future-44", "young_person", "have my girlfriend round", ["independence"]),
    (
        "plan-future-45",
        "young_person",
        "Chciałabym pracować w piekarni. Umiem już piec chleb i ciasta.",
        ["work-and-learning"],
    ),
    (
        "plan-future-46",
        "young_person",
        "میں اپنے گھر میں رہنا چاہتی ہوں اور خود کھانا پکانا چاہتی ہوں۔",
        ["independence"],
    ),
    (
        "plan-future-47",
        "sibling_or_friend",
        "I hope my brother gets his own place with nice carers so he is not lonely when we grow up",
        ["independence"],
    ),
    (
        "plan-future-48",
        "sibling_or_friend",
        "My friend is really clever but people only see his chair. I hope he gets a job with his brain",
        ["work-and-learning"],
    ),
    ("plan-future-49", "young_person", "I cant think of it now", []),
    (
        "plan-future-50",
        "young_person",
        "I want my plan to say what I want to be, not just what is wrong with me",
        ["assessments-and-plans", "being-listened-to"],
    ),
    (
        "plan-future-51",
        "young_person",
        "acting. There is a drama course but they said no because I cant do english gcse",
        ["work-and-learning"],
    ),
    ("plan-future-52", "young_person", "to walk to the park without some one holding my arm", ["getting-around"]),
]

COMMENTS = [
    {
        "id": identifier,
        "survey": "my-plan-and-me",
        "question": "my-future",
        "group": group,
        "text": text,
        "themes": themes,
        "concern": False,
    }
    for identifier, group, text, themes in _ROWS
]
