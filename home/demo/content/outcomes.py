"""The "You said, we did" page of the closed consultation: 3 entries done, 2 being done, 1 that cannot be done."""

OUTCOMES = {
    "title": "Your first plan: you said, we did",
    "slug": "our-first-send-plan-you-said-we-did",
    "intro": [
        "You told us what you thought about our first SEND plan.",
        "SEND means special educational needs and disabilities.",
        "Thank you.",
        "Here is what we did because of you.",
        "We also tell you what we could not do, and why.",
    ],
    "entries": [
        {
            "key": "say-what-you-will-do",
            "theme": "being-listened-to",
            "priority": "journey",
            "you_said": "The plan does not show what you will do.",
            "quote": "Nice words, but what will you actually do, and when?",
            "we_did": (
                "We wrote the plan again. It now has 36 clear things to do. Each group that does the work will "
                "report on what it did."
            ),
            "state": "done",
            "why_not": "",
            "what_next": "Each report will say what we did, what got better and what is next.",
            "done_month": "2026-01",
            "picture": "check-list",
        },
        {
            "key": "clear-local-offer",
            "theme": "clear-information",
            "priority": "information",
            "you_said": "Information is hard to find and hard to understand.",
            "quote": "I spent three nights on the website and still did not know who to ring.",
            "we_did": (
                "We changed the Local Offer, our website about help and activities. We wrote the 40 most used "
                "pages again in plain words. Young people and parents tested them."
            ),
            "state": "done",
            "why_not": "",
            "what_next": "We will make Easy Read pages in Urdu and Polish.",
            "done_month": "2026-03",
            "picture": "information",
        },
        {
            "key": "holiday-clubs",
            "theme": "things-to-do",
            "priority": "services",
            "you_said": "There is not enough to do outside school.",
            "quote": "in the holidays theres nothing for me i just stay in my room",
            "we_did": (
                "We paid for 12 new holiday and weekend clubs. Young people helped to choose them. 3 of the clubs "
                "are in villages."
            ),
            "state": "done",
            "why_not": "",
            "what_next": "We will ask you which clubs to keep, change or add.",
            "done_month": "2026-06",
            "picture": "activity",
        },
        {
            "key": "feelings-at-secondary-school",
            "theme": "feelings-at-school",
            "priority": "services",
            "you_said": "Secondary schools need to help more with feelings and mental health.",
            "quote": "its to loud at secondary and nobody notices till i kick off",
            "we_did": (
                "Staff in 5 ordinary secondary schools are learning to help with feelings. Young people with SEND "
                "planned the training with us. 3 of the schools now have a quiet room."
            ),
            "state": "doing",
            "why_not": "",
            "what_next": "We will ask students in the 5 schools if it helps them.",
            "done_month": None,
            "picture": "quiet-room",
        },
        {
            "key": "one-assessment",
            "theme": "waiting-times",
            "priority": "journey",
            "you_said": "We wait too long to find out what help we need.",
            "quote": "We waited fourteen months and nobody rang to say why.",
            "we_did": (
                "School, health and care staff now find out together what help you need. "
                "We phone every family that waits, once a month."
            ),
            "state": "doing",
            "why_not": "",
            "what_next": "We will show here each year how long people wait.",
            "done_month": None,
            "picture": "assessment",
        },
        {
            "key": "special-school-upper-fell",
            "theme": "school-places",
            "priority": "services",
            "you_said": "We want a special school in Upper Fell.",
            "quote": "Build a special school up here so he is not in a taxi for an hour each way.",
            "we_did": "We looked at this with parents and head teachers. We cannot build a new special school there.",
            "state": "cannot",
            "why_not": (
                "Too few children live near Upper Fell to fill a special school. The government decides about "
                "money for new schools."
            ),
            "what_next": "We plan special places in 2 ordinary schools near Upper Fell.",
            "done_month": None,
            "picture": "school",
        },
    ],
}
