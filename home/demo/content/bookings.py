"""Who booked the listening events of the demo. All names are invented; nobody can be rung or written to.

Each row: name, e-mail ("" for those who are rung), adults, children, needs (as the list of access requirements says
them), their own words. They book in this order: when an event is full, the rest wait.
"""

# What an event asks of those who book, by its slug: kind, question, why.
QUESTIONS = {
    "listening-parents-and-carers": [
        ("yes_no", "Will you have lunch with us?", "We order the food a week before."),
        ("text", "What do you want to talk about?", "Then the right people can come."),
    ],
}
YES_AND_WORDS = (True, "How long we wait for an assessment.")

PARENTS = [
    ("Sam Whitlock", "sam.whitlock@families.example", 1, 0, [], ""),
    ("Amina Yusuf", "amina.yusuf@families.example", 2, 1, ["I need a language interpreter"], "Somali, please."),
    ("Joanne Fairley", "", 1, 0, ["I need large print"], ""),
    ("Tom and Lou Radcliffe", "radcliffes@families.example", 2, 1, ["I need child care"], "Our son is 4."),
    ("Precious Adeyemi", "precious@families.example", 1, 1, ["I use a wheelchair", "I need a quiet space"], ""),
    ("Harvinder Gill", "h.gill@families.example", 1, 0, ["I need special food"], "Vegetarian, no egg."),
    ("Rosie Marlowe", "rosie.marlowe@families.example", 2, 0, ["I need a sign language interpreter"], ""),
    ("Piotr Zielony", "piotr.z@families.example", 1, 2, [], ""),
    ("The Okonkwo family", "okonkwo@families.example", 2, 2, ["I need child care"], ""),
    ("Beth Sandiford", "", 1, 0, ["I need a hearing loop"], ""),
    ("Carla and Nino Ricci", "ricci@families.example", 2, 0, [], ""),
]
YOUNG_PEOPLE = [
    ("Zara K.", "zara.k@families.example", 0, 1, ["I need a quiet space"], ""),
    ("Ellis Underhill", "ellis.u@families.example", 1, 1, ["I bring a carer or helper"], ""),
    ("Mo Farouk", "", 0, 1, ["I need Easy Read"], "Please ring after 4 pm."),
]
PAST = [
    ("Dilys Prothero", "dilys.p@families.example", 1, 0, [], ""),
    ("Sam Whitlock", "sam.whitlock@families.example", 1, 1, ["I need a quiet space"], ""),
    ("Grace Obi", "grace.obi@families.example", 2, 1, ["I need child care"], ""),
    ("Kamran Sheikh", "", 1, 0, ["I need to park near the door"], ""),
    ("Lin Yao", "lin.yao@families.example", 1, 1, [], ""),
]
BOOKINGS = {
    "listening-parents-and-carers": PARENTS,
    "talk-to-us-young-people": YOUNG_PEOPLE,
    "coffee-morning-for-carers": PAST,
}
# How many days before the event people booked the one that is past.
PAST_BOOKED_DAYS = 14
# On the day of the past one: who stayed away, who came without booking, and what was said at which table. Nobody
# counted how many said it.
STAYED_AWAY = "Kamran Sheikh"
WALK_IN = ("A neighbour of Grace", 1, 0)
PAST_NOTES = [
    ("Table 1", "I have told my son's story to nine people this year. One phone number for everything would help."),
    ("Table 1", "A short break only helps when it is not cancelled the day before."),
    ("Table 2", "We carers need somebody who asks how we are."),
]
