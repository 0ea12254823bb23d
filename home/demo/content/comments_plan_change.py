"""Invented answers to the question "one-change" of the survey "my-plan-and-me"."""

# In an answer named here somebody may not be safe: the demo's safeguarding lead finds it in the queue.
_CONCERNS = {"plan-change-05", "plan-change-49"}

# Identifier, respondent group, the words as they were written, themes.
_ROWS = [
    ("plan-change-01", "young_person", "School is too loud. I want somewere quiet to go.", ["feelings-at-school"]),
    ("plan-change-02", "young_person", "ask me not my mum", ["being-listened-to"]),
    ("plan-change-03", "young_person", "my new teacher dosent know about autism and she shouts", ["skilled-staff"]),
    ("plan-change-04", "young_person", "There is no clubs for me on saturdays. My brother has 3", ["things-to-do"]),
    ("plan-change-05", "young_person", "I am scared at home time on the bus", ["getting-around"]),
    (
        "plan-change-06",
        "young_person",
        "i have 7 diffrent people and i have to tell them all the same thing",
        ["working-together"],
    ),
    ("plan-change-07", "young_person", "I waited ages to see the speech lady and then she left", ["waiting-times"]),
    ("plan-change-08", "young_person", "the letters have to many words", ["clear-information"]),
    (
        "plan-change-09",
        "young_person",
        "i would like to go to the same school as my cousin but its too far",
        ["school-places"],
    ),
    (
        "plan-change-10",
        "young_person",
        "My plan is old. It says I like trains. I was 6. I like computers now.",
        ["assessments-and-plans"],
    ),
    ("plan-change-11", "young_person", "In my meeting everyone talked and no one looked at me", ["being-listened-to"]),
    (
        "plan-change-12",
        "young_person",
        "When I get angry they send me out. I would change it so someone talks to me first",
        ["feelings-at-school"],
    ),
    ("plan-change-13", "young_person", "let me go to the shop on my own", ["independence"]),
    (
        "plan-change-14",
        "young_person",
        "I would change the taxi because it is a different driver all the time and I do not like that",
        ["getting-around"],
    ),
    ("plan-change-15", "young_person", "More lessons about real jobs not just colouring in", ["work-and-learning"]),
    (
        "plan-change-16",
        "young_person",
        "Teachers should learn what my condition means before I start. Not after 6 weeks.",
        ["skilled-staff"],
    ),
    ("plan-change-17", "young_person", "I want some one to notice when I am worryed", ["feelings-at-school"]),
    ("plan-change-18", "young_person", "swimming that is not at 8 in the morning", ["things-to-do"]),
    ("plan-change-19", "young_person", "Nothing I like it", []),
    ("plan-change-20", "young_person", "get the answer faster. I dont like not knowing", ["waiting-times"]),
    (
        "plan-change-21",
        "young_person",
        "I found the website but it was for parents. make one for us",
        ["clear-information"],
    ),
    (
        "plan-change-22",
        "young_person",
        "I want to write my plan in my own words and with pictures",
        ["being-listened-to", "assessments-and-plans"],
    ),
    (
        "plan-change-23",
        "young_person",
        "That my doctor and my school talk to each other so I dont have to carry letters",
        ["working-together"],
    ),
    (
        "plan-change-24",
        "young_person",
        "I have not been at school since easter because it is to much people. I want a smaller school",
        ["feelings-at-school", "school-places"],
    ),
    (
        "plan-change-25",
        "young_person",
        "some staff are really nice but they keep leaving. I would make them stay",
        ["skilled-staff"],
    ),
    ("plan-change-26", "young_person", "the bus driver says the ramp is broke every time", ["getting-around"]),
    (
        "plan-change-27",
        "young_person",
        "I want to pick my own dinner and my own clothes. Other people pick",
        ["independence"],
    ),
    ("plan-change-28", "young_person", "a gaming club where nobody laughs at you", ["things-to-do"]),
    (
        "plan-change-29",
        "young_person",
        "I would change college because it is only 3 days and then I am bored at home",
        ["work-and-learning"],
    ),
    (
        "plan-change-30",
        "young_person",
        "stop people calling me names at break. i told them and they said ignore it",
        ["feelings-at-school"],
    ),
    ("plan-change-31", "young_person", "They ask what I want and then do something else anyway", ["being-listened-to"]),
    ("plan-change-32", "young_person", "please dont talk to me like I am a baby I am 17", ["skilled-staff"]),
    (
        "plan-change-33",
        "young_person",
        "it took 2 years to find out I have dyslexia. I thought I was stupid",
        ["waiting-times", "assessments-and-plans"],
    ),
    (
        "plan-change-34",
        "young_person",
        "i didnt know there was a youth club for deaf people until my friend told me. put it where we can see it",
        ["clear-information"],
    ),
    ("plan-change-35", "young_person", "more trips", []),
    (
        "plan-change-36",
        "young_person",
        "Youth club finishes at 8 but my transport is at 3 so I can never go",
        ["things-to-do", "getting-around"],
    ),
    (
        "plan-change-37",
        "young_person",
        "Have a card so I can leave class without explaning in front of every body",
        ["feelings-at-school"],
    ),
    (
        "plan-change-38",
        "young_person",
        "Turn my talker up and wait. I am not finished when you think I am finished.",
        ["being-listened-to"],
    ),
    ("plan-change-39", "young_person", "too many meetings. 1 meeting is enough", ["working-together"]),
    (
        "plan-change-40",
        "young_person",
        "i want to stay at the school with my freinds for sixth form but they said they dont have a place for me",
        ["school-places"],
    ),
    (
        "plan-change-41",
        "young_person",
        "My teaching assistant helps me calm down. I would like her every day not just mondays",
        ["skilled-staff", "feelings-at-school"],
    ),
    ("plan-change-42", "young_person", "I would learn to go on the train. Nobody teaches it", ["getting-around"]),
    (
        "plan-change-43",
        "young_person",
        "I want to do the work experience I choose not the charity shop again",
        ["independence", "work-and-learning"],
    ),
    (
        "plan-change-44",
        "young_person",
        "When I moved to high school nobody had read my plan",
        ["assessments-and-plans"],
    ),
    (
        "plan-change-45",
        "sibling_or_friend",
        (
            "My sister cant come to anything I go to because there is no one to change her. That would be the "
            "thing I would change."
        ),
        ["things-to-do"],
    ),
    (
        "plan-change-46",
        "sibling_or_friend",
        "I am his friend. He gets in trouble for things he cant help. Teachers should ask what happend first",
        ["feelings-at-school", "being-listened-to"],
    ),
    (
        "plan-change-47",
        "sibling_or_friend",
        "People stare at my brother in the leisure centre and the staff do nothing",
        ["skilled-staff"],
    ),
    ("plan-change-48", "young_person", "use less words and biger writing", ["clear-information"]),
    (
        "plan-change-49",
        "young_person",
        "I dont want to go to the changing room because of what the boys do there",
        ["feelings-at-school"],
    ),
    (
        "plan-change-50",
        "young_person",
        "Chcę, żeby nauczyciele słuchali mnie, a nie tylko mojej mamy.",
        ["being-listened-to"],
    ),
    ("plan-change-51", "young_person", "اسکول میں بہت شور ہوتا ہے، مجھے ایک خاموش کمرہ چاہیے۔", ["feelings-at-school"]),
    ("plan-change-52", "young_person", "dont know", []),
    (
        "plan-change-53",
        "young_person",
        "I would make the wheelchair clinic quicker my chair is too small and it hurts",
        ["waiting-times"],
    ),
    ("plan-change-54", "young_person", "football for girls like me who use a frame", ["things-to-do"]),
]

COMMENTS = [
    {
        "id": identifier,
        "survey": "my-plan-and-me",
        "question": "one-change",
        "group": group,
        "text": text,
        "themes": themes,
        "concern": identifier in _CONCERNS,
    }
    for identifier, group, text, themes in _ROWS
]
