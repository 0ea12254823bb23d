"""Longer words and a film in place of a signed one, for questions of the open survey."""

PRESENTATIONS = {
    ("my-plan-and-me", "find-information"): {
        "text": "I am able to find the information I need in order to make informed choices about my life.",
        "help": "This includes information about education, health, social care and activities in your community.",
    },
    ("my-plan-and-me", "help-make-my-plan"): {
        "text": "I am involved in writing and reviewing my education, health and care plan (EHCP).",
        "help": "This includes the annual review. An EHCP is a legal document that says what support you must receive.",
        "film": "signed",
        "film_words": (
            "This film is only here to show where a signed film plays. It is drawn by a computer. Nobody signs in it.\n"
            "In a real survey somebody would sign: I help to make my plan and check it."
        ),
    },
    ("my-plan-and-me", "places-for-everyone"): {
        "text": "I use the same services and facilities as everybody else, and the staff there understand my needs.",
        "help": "For example youth clubs, shops, GP surgeries and leisure centres.",
    },
    ("my-plan-and-me", "choice-and-control"): {
        "text": "I have choice and control over the decisions that are important to me.",
        "help": "For example about clothing, food, how your money is spent, friendships and where you spend your time.",
    },
    ("my-plan-and-me", "who-listens"): {
        "text": "Which of these people is best at listening to your views?",
    },
    ("my-plan-and-me", "more-help-with"): {
        "text": "In which areas of your life would you like to receive more support?",
    },
    ("my-plan-and-me", "travel-alone"): {
        "text": "Are you able to travel independently?",
        "help": "This includes walking and using public transport.",
    },
    ("my-plan-and-me", "matters-most"): {
        "text": "Which of these are your three highest priorities?",
    },
    ("my-plan-and-me", "free-time"): {
        "text": "How satisfied are you with the leisure activities that are available to you?",
    },
    ("my-plan-and-me", "one-change"): {
        "text": "If you could change one thing about the support you receive, what would it be?",
    },
}
