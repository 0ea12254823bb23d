"""Invented answers to the question "what-works" of the survey "parents-and-carers"."""

# Identifier, respondent group, the words as they were written, themes.
_ROWS = [
    (
        "parents-works-01",
        "parent",
        (
            "Our teaching assistant is worth her weight in gold. She noticed my son could not cope with the "
            "dinner hall and quietly sorted it out before we even knew."
        ),
        ["skilled-staff"],
    ),
    (
        "parents-works-02",
        "parent",
        (
            "For once the school, the speech therapist and the physio all sat in one room. I came out and cried "
            "with relief because I did not have to repeat everything."
        ),
        ["working-together"],
    ),
    (
        "parents-works-03",
        "parent",
        (
            "The Saturday sports club. It is the only two hours in the week when my daughter is just a kid among "
            "other kids, and I get to drink a hot coffee."
        ),
        ["things-to-do"],
    ),
    (
        "parents-works-04",
        "parent",
        (
            "The parents' forum page told me more in one evening than I found out in three years. Someone had "
            "written it in normal English."
        ),
        ["clear-information"],
    ),
    (
        "parents-works-05",
        "parent",
        (
            "Her last annual review was lovely. They started with a film she had made about herself and every "
            "target came from that."
        ),
        ["assessments-and-plans", "being-listened-to"],
    ),
    (
        "parents-works-06",
        "parent",
        (
            "I have to be fair, the health visitor spotted it early and we were seen within eight weeks. I know "
            "other people wait far longer."
        ),
        ["waiting-times"],
    ),
    (
        "parents-works-07",
        "parent",
        "Resourced provision at our local primary. He walks there with his sister like any other child.",
        ["school-places"],
    ),
    (
        "parents-works-08",
        "parent",
        (
            "Travel training changed everything. In September I drove him everywhere, now he gets two buses and "
            "texts me a thumbs up."
        ),
        ["getting-around"],
    ),
    (
        "parents-works-09",
        "parent",
        (
            "The pastoral lead at high school. She gave him a pass to leave lessons and he has used it maybe five "
            "times. Just knowing he has it is enough."
        ),
        ["skilled-staff", "feelings-at-school"],
    ),
    (
        "parents-works-10",
        "parent",
        (
            "My daughter's supported internship. Honestly I never thought I would see her come home tired from "
            "WORK and smiling about it."
        ),
        ["work-and-learning"],
    ),
    (
        "parents-works-11",
        "parent",
        (
            "Our family support worker rings everybody so that I do not have to. When she was on leave for a "
            "month I realised how much she does."
        ),
        ["working-together"],
    ),
    (
        "parents-works-12",
        "parent",
        "The consultant speaks to my son first and to me second. Small thing, huge difference.",
        ["being-listened-to"],
    ),
    ("parents-works-13", "parent", "Very little at the moment if I am honest. My own mum is what works.", []),
    (
        "parents-works-14",
        "parent",
        (
            "Short breaks at the weekend once a month. We were frightened to use it at first but he packs his own "
            "bag now."
        ),
        ["things-to-do"],
    ),
    (
        "parents-works-15",
        "parent",
        (
            "Nursery went on a signing course in their own time when they heard she was coming. I will never "
            "forget that."
        ),
        ["skilled-staff"],
    ),
    (
        "parents-works-16",
        "parent",
        "The coffee mornings at the library, because you can ask a person a question and get an answer the same day.",
        ["clear-information"],
    ),
    (
        "parents-works-17",
        "parent",
        "The nurture room. Two years ago she could not get through the gate.",
        ["feelings-at-school"],
    ),
    (
        "parents-works-18",
        "parent",
        "I was scared of the plan process but our officer phoned each fortnight, even when there was nothing to say.",
        ["assessments-and-plans"],
    ),
    (
        "parents-works-19",
        "parent",
        (
            "The life skills group has him paying in shops and making toast. It sounds like nothing and it is "
            "everything."
        ),
        ["independence"],
    ),
    (
        "parents-works-20",
        "parent",
        (
            "Portage when he was little, and then the same team handed over to school properly with photos and "
            "videos. It was a really good start."
        ),
        ["working-together", "skilled-staff"],
    ),
    (
        "parents-works-21",
        "parent",
        (
            "The Early Help hub answered in a week. One form for all of us, including his brother who is also "
            "struggling."
        ),
        ["waiting-times", "working-together"],
    ),
    (
        "parents-works-22",
        "parent",
        "ہماری اسپیچ تھراپسٹ بہت اچھی ہیں۔ وہ ترجمان کے ساتھ آتی ہیں اور مجھے گھر پر کرنے کی مشقیں سکھاتی ہیں۔",
        ["skilled-staff", "clear-information"],
    ),
    (
        "parents-works-23",
        "parent",
        "Pani ze świetlicy bardzo nam pomaga. Syn po raz pierwszy chce chodzić do szkoły.",
        ["skilled-staff"],
    ),
    (
        "parents-works-24",
        "parent",
        "Scouts. Nothing to do with services at all, just leaders who said yes and worked out the rest.",
        ["things-to-do", "independence"],
    ),
    (
        "parents-works-25",
        "parent",
        "When I complained about the taxi they rang me back within two days, said sorry and meant it.",
        ["being-listened-to"],
    ),
    (
        "parents-works-26",
        "parent",
        (
            "College had an open evening just for families like ours, with no queue and no noise. We asked all "
            "our silly questions."
        ),
        ["work-and-learning", "clear-information"],
    ),
    (
        "parents-works-27",
        "parent",
        (
            "Special school took him after two placements broke down. They like him. You can tell when people "
            "like your child."
        ),
        ["school-places", "skilled-staff"],
    ),
    (
        "parents-works-28",
        "parent",
        "Same driver and same escort for three years. Please never change them.",
        ["getting-around"],
    ),
    (
        "parents-works-29",
        "parent",
        (
            "The mental health support team in school saw her within the month and did not make us go back to the "
            "doctor first."
        ),
        ["feelings-at-school", "waiting-times"],
    ),
    (
        "parents-works-30",
        "parent",
        "One page profile. Every new member of staff reads it and it saves me an hour of explaining.",
        ["assessments-and-plans", "working-together"],
    ),
    (
        "parents-works-31",
        "parent",
        (
            "Being part of the group that chose the new short breaks provider. I felt like my opinion had some "
            "weight for once."
        ),
        ["being-listened-to", "working-together"],
    ),
    (
        "parents-works-32",
        "professional",
        (
            "As a school nurse I find the locality meetings useful. When the right people come, a family's "
            "problem is solved in twenty minutes."
        ),
        ["working-together"],
    ),
]

COMMENTS = [
    {
        "id": identifier,
        "survey": "parents-and-carers",
        "question": "what-works",
        "group": group,
        "text": text,
        "themes": themes,
        "concern": False,
    }
    for identifier, group, text, themes in _ROWS
]
