"""Content pages: privacy and the accessibility statement."""

PRIVACY = {
    "slug": "privacy",
    "title": "Your privacy",
    "passages": [
        {"type": "heading", "text": "You do not tell us who you are"},
        {"type": "picture_text", "picture": "lock-private", "text": "You can answer without giving your name."},
        {
            "type": "picture_text",
            "picture": "school",
            "text": "In surveys, we do not ask for your birthday, school or address.",
        },
        {"type": "picture_text", "picture": "choice-control", "text": "You can leave out any question."},
        {"type": "picture_text", "picture": "write", "text": "Please do not write names of people or schools."},
        {"type": "heading", "text": "What we keep"},
        {"type": "picture_text", "picture": "document", "text": "We keep your answers."},
        {
            "type": "picture_text",
            "picture": "young-person",
            "text": "We keep your age group, area, needs and who you are, if you tell us.",
        },
        {
            "type": "picture_text",
            "picture": "help",
            "text": "We keep whether somebody helped you to answer.",
        },
        {
            "type": "picture_text",
            "picture": "email",
            "text": "We keep your email only if you ask us to tell you more.",
        },
        {"type": "picture_text", "picture": "key", "text": "We keep your email apart from your answers."},
        {
            "type": "picture_text",
            "picture": "sound",
            "text": "If you record your voice, only our team can listen.",
        },
        {"type": "heading", "text": "How long we keep it"},
        {
            "type": "picture_text",
            "picture": "calendar",
            "text": "We delete your answers 2 years after the survey closes.",
        },
        {
            "type": "picture_text",
            "picture": "stop",
            "text": "We delete answers that you do not send after 30 days.",
        },
        {"type": "picture_text", "picture": "email", "text": "We delete your email after 12 months."},
        {
            "type": "picture_text",
            "picture": "map-pin",
            "text": "We delete your event booking 3 months after the event.",
        },
        {"type": "heading", "text": "Who sees it"},
        {"type": "picture_text", "picture": "eye", "text": "A few staff in our team read the answers."},
        {"type": "picture_text", "picture": "chart", "text": "Everybody else sees only numbers and short quotes."},
        {
            "type": "picture_text",
            "picture": "two-people",
            "text": "We hide small numbers so nobody can guess you.",
        },
        {
            "type": "picture_text",
            "picture": "safe",
            "text": "If we worry that somebody is not safe, we tell the safeguarding lead.",
        },
        {
            "type": "picture_text",
            "picture": "information",
            "text": "Safeguarding means keeping people safe.",
        },
        {"type": "heading", "text": "Your code"},
        {"type": "picture_text", "picture": "stop", "text": "You get a code of pictures when you stop."},
        {"type": "picture_text", "picture": "come-back", "text": "The pictures open your answers again."},
        {"type": "picture_text", "picture": "key", "text": "You get a code when you send your answers."},
        {"type": "picture_text", "picture": "write", "text": "Keep the code in a safe place."},
        {
            "type": "picture_text",
            "picture": "come-back",
            "text": "With the code you can see, change or delete your answers.",
        },
        {"type": "picture_text", "picture": "lock-private", "text": "You do not have to tell us your name."},
        {"type": "heading", "text": "Your choices on this device"},
        {
            "type": "picture_text",
            "picture": "size-and-colours",
            "text": "Cookies are small files that remember your size and colours.",
        },
        {
            "type": "picture_text",
            "picture": "come-back",
            "text": "Cookies also remember a survey that you started here.",
        },
        {"type": "picture_text", "picture": "safe", "text": "We do not use cookies to follow you."},
    ],
    "body": [
        {"h": "Why we may ask"},
        {
            "p": (
                "Councils and health services have a public duty to involve young people and families in "
                "decisions about SEND services. That duty (called public task in the law) is our reason for using "
                "your answers. For anything extra, such as hearing back from us by email, we ask for your "
                "consent, and you can take it back at any time."
            ),
        },
        {"h": "What we hold and for how long"},
        {
            "p": (
                "Survey answers: 2 years after the consultation closes. Answers that you began and did not send: 30 "
                "days after the last change. If you ask for a link to them by e-mail, we use your address once and do "
                "not keep it. Contact details for hearing back: 12 "
                "months. Event bookings, with what you need to take part: 3 months after the event. Text of "
                "emails that we sent: 30 days. Staff sign-in records: 90 days. A record of what staff did on the "
                "system, without what you wrote: 6 years."
            ),
        },
        {
            "p": (
                "A safeguarding lead can ask us to keep an answer for longer when somebody may be at risk. "
                "Published results hold no personal data and stay on the website."
            ),
        },
        {"h": "What we do not hold"},
        {
            "p": (
                "We do not store your device's internet address beside your answers. When somebody types a code, we "
                "keep a scrambled form of the address for one day, so that nobody can guess codes. We use no "
                "advertising or tracking and load nothing from other companies."
            ),
        },
        {"h": "Your rights"},
        {
            "p": (
                "You can ask to see what we hold, to correct it or to have it deleted. Without your name we can "
                "find your answers only by your code, so please keep it. With the code you can see, change and "
                "delete them yourself. Contact us first if something is wrong. You may also complain to the "
                "Information Commissioner's Office, which looks after privacy rights in the United Kingdom."
            ),
        },
    ],
}

ACCESSIBILITY = {
    "slug": "accessibility-statement",
    "title": "Accessibility statement",
    "passages": [
        {"type": "picture_text", "picture": "included", "text": "We want everyone to be able to use this website."},
        {"type": "heading", "text": "What you can change"},
        {"type": "picture_text", "picture": "large-print", "text": "You can make the words bigger."},
        {
            "type": "picture_text",
            "picture": "size-and-colours",
            "text": "You can change colours, letters and spaces.",
        },
        {"type": "picture_text", "picture": "sound", "text": "Your device may be able to read the words to you."},
        {"type": "picture_text", "picture": "computer", "text": "You can use only a keyboard or a switch."},
        {"type": "heading", "text": "What does not work yet"},
        {"type": "picture_text", "picture": "sign-language", "text": "We do not have sign language videos yet."},
        {"type": "picture_text", "picture": "speech-bubble", "text": "Most pages are only in English."},
        {"type": "picture_text", "picture": "sound", "text": "Most pages do not have a recorded voice yet."},
        {"type": "heading", "text": "Tell us"},
        {"type": "picture_text", "picture": "email", "text": "Tell us if something does not work for you."},
        {"type": "picture_text", "picture": "phone", "text": "You can ask for paper, large print or a phone call."},
        {"type": "picture_text", "picture": "clock", "text": "We answer in 5 working days."},
    ],
    "body": [
        {"h": "What we aim for"},
        {
            "p": (
                "We aim to meet level AA of the Web Content Accessibility Guidelines, version 2.2, on every page, "
                "and many points of level AAA on the pages that young people use most. Text has a contrast of at "
                "least 7 to 1 in each colour choice, answers are large enough to touch, nothing has a time limit, "
                "and all forms work without scripts."
            ),
        },
        {"h": "What does not work yet"},
        {
            "p": (
                "There are no British Sign Language videos. Most pages exist only in English. Few pages have a "
                "recorded voice, and whether your device can read a page aloud depends on the voices that are "
                "installed on it. We have tested with automatic tools, keyboards and small screens, and not yet "
                "with every screen reader. Documents from other organisations that we link to may not be "
                "accessible."
            ),
        },
        {"h": "How we check"},
        {
            "p": (
                "Automatic checks run on each type of page whenever the website changes. They cannot find "
                "everything. Young people with SEND try our surveys before we publish them and tell us what is "
                "hard to understand."
            ),
        },
        {"h": "Telling us about a problem"},
        {
            "p": (
                "Email haveyoursay@northdale.example.org or phone 01632 960123. Say which page it was and what "
                "happened. We answer in 5 working days and can give you the same content in another way."
            ),
        },
        {"h": "If our answer is not good enough"},
        {
            "p": (
                "The Equality and Human Rights Commission enforces the accessibility rules for public websites. "
                "If you are not happy with our answer, the Equality Advisory and Support Service can help you."
            ),
        },
        {"h": "About this statement"},
        {
            "p": (
                "This is a demonstration website for an invented district. A council that uses it must check its "
                "own pages and write its own statement."
            ),
        },
    ],
}
