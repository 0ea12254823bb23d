"""Words that the rules know by themselves. Words of the trade are in the officers' own list instead."""

# Figures of speech, with what to say instead.
METAPHORS = {
    "a level playing field": "the same chance for everybody",
    "a stone's throw": "near",
    "across the board": "for everybody",
    "around the corner": "soon",
    "at the end of the day": "",
    "at the heart of": "the most important part of",
    "backbone": "the most important part",
    "ballpark figure": "a number that is nearly right",
    "barriers": "things that stop you",
    "big picture": "everything together",
    "break down barriers": "take away what stops people",
    "bridge the gap": "make the difference smaller",
    "bring to life": "show",
    "bring to the table": "say, or give",
    "close the gap": "make the difference smaller",
    "cornerstone": "the most important part",
    "deep dive": "a careful look",
    "drill down": "look more carefully",
    "fall through the gaps": "get no help",
    "fall through the net": "get no help",
    "flagship": "most important",
    "from the word go": "from the start",
    "get the ball rolling": "start",
    "going forward": "from now on",
    "golden thread": "an idea that is in every part",
    "have your finger on the pulse": "know what happens",
    "heart of the community": "an important place for people",
    "hit the ground running": "start quickly",
    "hubs": "a place to get help",
    "in a nutshell": "in a few words",
    "in the driving seat": "you decide",
    "in the loop": "told what happens",
    "in the pipeline": "planned",
    "in the same boat": "with the same problem",
    "joined up": "together",
    "joined-up": "together",
    "keep an eye on": "watch",
    "landscape": "how things are",
    "lay the foundations": "get ready",
    "light touch": "gentle",
    "moving forward": "from now on",
    "on the right track": "going well",
    "on the same page": "agreed",
    "one size fits all": "the same for everybody",
    "one stop shop": "one place for everything",
    "one-stop shop": "one place for everything",
    "open doors": "give you more chances",
    "out of the blue": "when nobody expects it",
    "piece of cake": "very easy",
    "raise the bar": "get better",
    "road map": "a plan",
    "roadmap": "a plan",
    "rule of thumb": "a good guess",
    "safety net": "help when things go wrong",
    "shine a light on": "show",
    "silos": "apart from each other",
    "step in the right direction": "a good start",
    "step up to the plate": "do it",
    "stepping stone": "a first step",
    "take on board": "listen to",
    "the tip of the iceberg": "a small part of it",
    "think outside the box": "have new ideas",
    "touch base": "talk",
    "turn over a new leaf": "start again",
    "under one roof": "in one place",
    "under the weather": "ill",
    "underpin": "help",
    "underpinned": "helped",
    "up in the air": "not decided",
    "vehicle for": "a way to",
    "wrap around": "help in every part of life",
}

NUMBERS = {
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
    "ten": "10",
    "eleven": "11",
    "twelve": "12",
    "thirteen": "13",
    "fourteen": "14",
    "fifteen": "15",
    "sixteen": "16",
    "seventeen": "17",
    "eighteen": "18",
    "nineteen": "19",
    "twenty": "20",
    "thirty": "30",
    "forty": "40",
    "fifty": "50",
    "sixty": "60",
    "seventy": "70",
    "eighty": "80",
    "ninety": "90",
    "hundred": "100",
    "thousand": "1,000",
    "million": "1,000,000",
}

# Initials that people read as a word of their own.
KNOWN_INITIALS = {"UK", "TV", "OK", "NHS", "AM", "PM", "ID", "DVD", "CD", "PIN", "USB", "SMS", "BBC", "UN", "DJ"}

NEGATIVES = {"not", "no", "never", "nobody", "nothing", "none", "nowhere", "neither", "nor", "cannot", "hardly"}
# After a negative these turn it round once more.
TURNING = {"without", "unless", "unlikely", "unable", "uncommon", "unusual", "unfair", "unwilling", "unimportant"}
# Between 2 negatives these begin a new thought, which may have a negative of its own.
NEW_THOUGHT = {"and", "or", "but", "if", "because", "when", "so", "who", "that", "what", "as", "than", "where", "then"}

BE = {"is", "are", "was", "were", "be", "been", "being", "am"}
PARTICIPLES = {
    "built", "brought", "chosen", "done", "drawn", "driven", "fed", "found", "given", "heard", "held", "hidden",
    "kept", "known", "led", "made", "met", "paid", "put", "run", "seen", "sent", "set", "shown", "spent", "spoken",
    "taken", "taught", "thought", "told", "understood", "written",
}  # fmt: skip
# They look like a passive and say how somebody or something is.
STATES = {
    "allowed", "based", "bored", "closed", "confused", "disabled", "excited", "interested", "involved", "limited",
    "married", "needed", "pleased", "prepared", "related", "retired", "scared", "supposed", "surprised", "tired",
    "used", "worried", "frightened", "upset", "united", "qualified", "finished", "embarrassed", "red",
}  # fmt: skip

# Long, and known to the people whom this is for.
KNOWN_LONG_WORDS = {
    "understanding", "disabilities", "interpreter", "interpreters", "grandparents", "accessibility",
    "conversation", "conversations", "grandmother", "grandfather", "headteacher", "headteachers", "playgrounds",
    "relationship", "relationships", "professional", "professionals", "organisation", "organisations",
    "straightaway", "wheelchairs", "independent", "apprenticeship", "apprenticeships",
}  # fmt: skip
