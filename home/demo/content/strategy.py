"""The strategy of the demo district: priorities and work streams, with its statements and objectives beside them."""

from .strategy_objectives import OBJECTIVES
from .strategy_statements import STATEMENTS

__all__ = ["OBJECTIVES", "PRIORITIES", "STATEMENTS", "WORK_STREAMS"]

PRIORITIES = [
    {
        "key": "information",
        "name": "Clear information",
        "formal_name": "Communicating and updating our Local Offer",
        "description": (
            "The Local Offer is our website about help and activities. You can find what you need. It is clear "
            "and up to date."
        ),
        "picture": "priority-information",
        "tint": "sky",
    },
    {
        "key": "journey",
        "name": "My support and my plan",
        "formal_name": "Our SEND journey",
        "description": (
            "You get support that suits you, when you need it. You help to make your plan. People work together "
            "to help you."
        ),
        "picture": "priority-journey",
        "tint": "leaf",
    },
    {
        "key": "services",
        "name": "Good services near me",
        "formal_name": "Developing services and provision",
        "description": (
            "There are good schools, health services and activities near your home. The staff understand what you need."
        ),
        "picture": "priority-services",
        "tint": "sun",
    },
    {
        "key": "adulthood",
        "name": "Getting ready to be an adult",
        "formal_name": "Preparation for adulthood",
        "description": (
            "You get ready for work, your own home, good health and friends. You choose what is important to you."
        ),
        "picture": "priority-adulthood",
        "tint": "lilac",
    },
]

WORK_STREAMS = [
    {
        "key": "co-production",
        "name": "Working together with you",
        "formal_name": "Co-production and engagement",
        "description": (
            "Co-production means we plan things together with you. This group makes sure young people and "
            "families are part of every decision."
        ),
        "picture": "group",
    },
    {
        "key": "assessment",
        "name": "Finding out what you need",
        "formal_name": "Integrated assessment and compliance",
        "description": (
            "An assessment finds out what help you need. This group makes sure assessments and plans are good and "
            "on time."
        ),
        "picture": "assessment",
    },
    {
        "key": "commissioning",
        "name": "Planning and paying for services",
        "formal_name": "Joint commissioning",
        "description": (
            "Commissioning means planning and paying for services. In this group, schools, health and care plan "
            "services together."
        ),
        "picture": "meeting",
    },
    {
        "key": "adulthood",
        "name": "Getting ready to be an adult",
        "formal_name": "Preparation for adulthood",
        "description": (
            "This group works on life after school. It looks at work, homes, health and being part of your community."
        ),
        "picture": "independent",
    },
]
