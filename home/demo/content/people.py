"""Areas of Northdale and needs in people's own kind words."""

AREAS = [
    ("North of the river", "Northdale town"),
    ("South of the river", "Northdale town"),
    ("Millside", "Northdale town"),
    ("Upper Dale", "The villages"),
    ("Lower Dale", "The villages"),
    ("The coast", "The villages"),
]
# Words, pictogram, and how many of 100 young people say so.
NEEDS = [
    ("I find it hard to learn", "book", 42),
    ("I am autistic", "quiet-room", 38),
    ("I find it hard to sit still or to listen for long", "activity", 22),
    ("I find it hard to talk or to understand words", "talk", 26),
    ("I feel worried or sad a lot", "worry", 30),
    ("I use a wheelchair or find it hard to walk", "wheelchair-user", 16),
    ("I do not see well", "white-cane-user", 9),
    ("I do not hear well", "hearing-aid-user", 9),
    ("I am ill for a long time", "hospital", 11),
    ("Something else", "think", 10),
    ("None of these", "tick", 6),
]
