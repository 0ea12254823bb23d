"""What the parent carer forum of the demo district gathered in a survey tool of its own, as the tool writes it.

Invented, as everything in the demo. Each row: days after the opening, the hour, who they are, where they live,
what they said to the 3 statements, where they find information, what to work on first (in short, as below), and
their own words to both open questions.
"""

ORIGIN = "Northdale Parent Carer Forum, online form"
FILE_NAME = "forum-answers.csv"
NEWER_FILE_NAME = "forum-answers-second-round.csv"

HEADINGS = [
    "ID",
    "Completion time",
    "Email",
    "Are you",
    "Where do you live?",
    "I am an equal partner when plans are made",
    "My family and I can get help early and quickly",
    "I trust the staff to do their job well",
    "Where do you find information about help?",
    "What should we work on first?",
    "What works well for your family?",
    "What should we change?",
]

# Two words that the forum used and Engage does not know; the officer said what they mean.
WORDS = {"It depends": "score:3", "Hardly": "score:2"}

STATEMENTS = {
    "++": "Strongly agree",
    "+": "Agree",
    "~": "It depends",
    "h": "Hardly",
    "-": "Disagree",
    "--": "Strongly disagree",
    "?": "Don't know",
    ".": "",
    "sort": "Sort of",
}
INFORMATION = {
    "group": "Other parents or a parents' group",
    "school": "School, nursery or college",
    "doctors": "Doctors, nurses or therapists",
    "social": "Social media",
    "nowhere": "I do not find information",
}
FIRST = {
    "fast": "Find out faster what help is needed",
    "places": "More school places near home",
    "feelings": "Mental health support at school",
    "activities": "More activities outside school",
    "adults": "Courses and jobs for young adults",
    "clear": "Clearer information",
    "together": "Services that work together",
}

ROWS = [
    (1, "19:42", "Parent", "Millside", "- -- ~", "group", "fast together",
     "The forum's coffee mornings. Everybody there already knows what an annual review is.",
     "Answer e-mails. Even a short one."),
    (1, "20:15", "Parent", "Upper Dale", "h - +", "social", "places", "", "A school bus that goes past our village."),
    (1, "21:03", "Carer", "The coast", "~ - +", "school", "feelings activities",
     "His teaching assistant. She notices before he gets upset.", ""),
    (2, "06:58", "Parent", "South of the river", "-- -- -", "nowhere", "fast",
     "", "We filled in the same form four times. Share it between you, please."),
    (2, "12:31", "Parent", "North of the river", "+ ~ ++", "school", "clear together",
     "School and the speech therapist talk to each other.", ""),
    (2, "22:17", "Parent", "Millside", "- - ~", "group", "feelings fast places",
     "", "Support stops in the summer holidays. The need does not."),
    (3, "10:05", "Parent", "Lower Dale", "~ h +", "doctors", "together", "One named nurse since she was two.", ""),
    (3, "13:44", "Grandparent", "Lower Dale", ". - +", "group", "clear",
     "", "I care for him four days a week, and letters never come to me."),
    (4, "20:20", "Parent", "The coast", "- -- -", "social", "adults",
     "", "He is 18 and everything stopped on his birthday."),
    (4, "20:51", "Parent", "Millside", "+ ~ +", "school", "activities",
     "The Saturday swimming group.", "More of it, and not only in town."),
    (5, "07:12", "Parent", "South of the river", "++ + ++", "school", "feelings",
     "They asked my daughter first, then us.", ""),
    (6, "09:30", "Parent", "Prefer not to say", "h h ?", "nowhere", "", "", "Write in words that people use."),
    (7, "19:05", "Carer", "North of the river", "~ - +", "doctors", "fast feelings", "Our foster carers' line.", ""),
    (8, "21:40", "Parent", "Upper Dale", "- - -", "group", "places together",
     "", "Ninety minutes in a taxi each day is too long for a six year old."),
    (9, "11:11", "Parent", "Millside", "+ + +", "group", "clear",
     "The forum's list of who to ring.", "Put that list on your website."),
    (10, "20:00", "Parent", "The coast", "-- - ~", "social", "fast", "", "Tell us where we are on the waiting list."),
    (12, "14:25", "Parent", "South of the river", "~ ~ ~", "school", "activities adults", "", ""),
    (13, "08:47", "Parent", "North of the river", "- -- +", "doctors", "fast together",
     "Our health visitor never gave up.", "Call it what it is. “Soon” meant eleven months."),
    (14, "22:58", "Parent", "Lower Dale", "h - +", "nowhere", "clear", "", "Somebody to talk to in the evening."),
    (15, "16:33", "Parent", "Millside", "+ + ++", "school", "feelings", "The calm room at school.", ""),
    (17, "18:09", "Carer", "Upper Dale", "- - -", "social", "places",
     "", "Meetings at times when people who work can come."),
    (18, "12:02", "Parent", "The coast", "~ - +", "group", "adults activities",
     "Work experience at the garden centre.", "More places like that."),
    (19, "21:21", "Parent", "South of the river", "-- -- --", "nowhere", "fast places feelings",
     "", "Say sorry when it goes wrong."),
    (20, "09:55", "Parent", "North of the river", "+ ~ +", "school", "together",
     "One plan that all of them read.", ""),
]  # fmt: skip

# In the newer file of the same form: one more that is right, and one with a word that is no answer.
NEWER_ROWS = [
    (21, "20:40", "Parent", "Millside", "+ - +", "group", "clear", "", "Easy forms. Fewer of them."),
    (21, "21:15", "Parent", "Millside", "sort - +", "group", "fast", "", ""),
]  # fmt: skip
