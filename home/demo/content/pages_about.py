"""Content pages: about us, contact, and how we use what you say."""

ABOUT = {
    "slug": "about",
    "title": "About us",
    "passages": [
        {"type": "picture_text", "picture": "group", "text": "We are the Northdale SEND Partnership."},
        {
            "type": "picture_text",
            "picture": "information",
            "text": "SEND means special educational needs and disabilities.",
        },
        {
            "type": "picture_text",
            "picture": "meeting",
            "text": "We are young people, parents, schools, health services, charities and the council.",
        },
        {"type": "picture_text", "picture": "plan", "text": "Together we make a plan for young people aged 0 to 25."},
        {"type": "heading", "text": "What we do on this website"},
        {"type": "picture_text", "picture": "ask-question", "text": "We ask you what you think."},
        {"type": "picture_text", "picture": "listen", "text": "We listen to what you say."},
        {"type": "picture_text", "picture": "think", "text": "We look for what many people say."},
        {"type": "picture_text", "picture": "megaphone", "text": "We tell you what we did because of you."},
        {"type": "picture_text", "picture": "come-back", "text": "Then we ask you again."},
        {"type": "heading", "text": "Who decides"},
        {"type": "picture_text", "picture": "meeting", "text": "The SEND Partnership Board makes the decisions."},
        {
            "type": "picture_text",
            "picture": "two-people",
            "text": "Leaders of services and parents sit on the Board together.",
        },
        {"type": "picture_text", "picture": "calendar", "text": "The Board checks the plan every year."},
    ],
    "body": [
        {"h": "Who we are"},
        {
            "p": (
                "The Northdale SEND Partnership brings together children and young people with special "
                "educational needs and disabilities (SEND), their parents and carers, schools and colleges, "
                "health services, voluntary organisations and the council's services for children and for adults."
            ),
        },
        {
            "p": (
                "The SEND Partnership Board leads the work. The parents' forum, head teachers, education and "
                "social care leaders, public health, health professionals and voluntary organisations have seats "
                "on it. It follows the progress of the strategy and reports to the Health and Wellbeing Board."
            ),
        },
        {"h": "Four priorities, four work streams"},
        {
            "p": (
                "Our strategy has four priorities: the Local Offer, the SEND journey, services and provision, and "
                "preparation for adulthood. Most of its 36 objectives belong to one of four work streams. For "
                "each objective, a work stream reports what it did, what the impact was and what it will do next."
            ),
        },
        {"h": "Why this website exists"},
        {
            "p": (
                "People told us that they were asked for their views and then heard nothing. So everything here "
                "ends in an answer: for each consultation we publish what you said, what we did, and what we "
                "could not do and why."
            ),
        },
    ],
}

CONTACT = {
    "slug": "contact",
    "title": "Contact us",
    "passages": [
        {"type": "picture_text", "picture": "email", "text": "You can send us an email."},
        {"type": "picture_text", "picture": "phone", "text": "You can phone us."},
        {"type": "picture_text", "picture": "write", "text": "You can write us a letter."},
        {"type": "picture_text", "picture": "two-people", "text": "Somebody can contact us for you."},
        {
            "type": "picture_text",
            "picture": "speech-bubble",
            "text": "Tell us if you need another language or sign language.",
        },
        {"type": "picture_text", "picture": "clock", "text": "We answer in 5 working days."},
    ],
    "body": [
        {"h": "Email"},
        {"p": "", "link": ("haveyoursay@northdale.example.org", "mailto:haveyoursay@northdale.example.org")},
        {"h": "Phone"},
        {
            "p": ", Monday to Friday, 9:00 to 17:00. At other times, leave a message and we call back.",
            "link": ("01632 960123", "tel:01632960123"),
        },
        {"h": "Post"},
        {"p": "SEND Partnership, Northdale Council, Town Hall, Northdale"},
        {"h": "Paper copies and other formats"},
        {
            "p": (
                "Ask us for any survey on paper, in large print or in another language. We can also read the "
                "questions to you on the phone and write down your answers."
            ),
        },
    ],
}

HOW_WE_USE = {
    "slug": "how-we-use-what-you-say",
    "title": "How we use what you say",
    "passages": [
        {"type": "heading", "text": "First we read"},
        {"type": "picture_text", "picture": "read", "text": "A person reads every answer."},
        {"type": "picture_text", "picture": "lock-private", "text": "We do not need to know your name."},
        {"type": "picture_text", "picture": "check-list", "text": "We put answers about the same thing together."},
        {"type": "heading", "text": "Then we share"},
        {"type": "picture_text", "picture": "chart", "text": "We count how many people said the same thing."},
        {"type": "picture_text", "picture": "eye", "text": "We hide small numbers, so nobody can guess who you are."},
        {"type": "picture_text", "picture": "meeting", "text": "We show this to the people who make decisions."},
        {"type": "heading", "text": "Then we act"},
        {"type": "picture_text", "picture": "tick", "text": "We tell you what we did."},
        {"type": "picture_text", "picture": "stop", "text": "We tell you what we cannot do, and why."},
        {"type": "picture_text", "picture": "ask-question", "text": "Then we ask you if things are better."},
    ],
    "body": [
        {"h": "Reading and sorting"},
        {
            "p": (
                "An engagement officer reads every answer and marks it with the priorities and themes that it is "
                "about. A theme is a subject that many people raise, such as waiting times. People do this work "
                "and decide on every mark themselves."
            ),
        },
        {"h": "Counting"},
        {
            "p": "We publish how many people raised each theme and how they scored the I statements. Small numbers are "
            "hidden and the others are rounded, so that nobody can be recognised in a table."
        },
        {"h": "Quotes"},
        {
            "p": (
                "We may use a few words from an answer to show what people mean. We leave out anything that could "
                "show who said it."
            ),
        },
        {"h": "Answering you"},
        {
            "p": (
                "Each consultation ends with a page called You said, we did. It says what is done, what is being "
                "done and what cannot be done, with the reason."
            ),
        },
    ],
}

# Hard to read on purpose: a draft, never published, on which officers try the Easy Read checker.
PRACTICE = {
    "slug": "moving-to-adult-services",
    "title": "Moving to adult services (a draft to practise on)",
    "passages": [
        {
            "type": "picture_text",
            "picture": "group",
            "text": "We and our stakeholders work in co-production so that all provision is joined up at transition.",
        },
        {
            "type": "picture_text",
            "picture": "plan",
            "text": "Your EHCP is reviewed by the LA. You will not lose it unless you leave education.",
        },
        {"type": "picture_text", "picture": "meeting", "text": "There are three meetings with CAMHS and the ICB."},
    ],
}
