"""The SEND Ambassadors of the demo district. All of them are invented."""

AMBASSADOR_INDEX = {
    "title": "Our SEND Ambassadors",
    "slug": "ambassadors",
    "passages": [
        {"type": "picture_text", "picture": "ambassador", "text": "SEND Ambassadors are young people aged 16 to 25."},
        {
            "type": "picture_text",
            "picture": "information",
            "text": "SEND means special educational needs and disabilities.",
        },
        {
            "type": "picture_text",
            "picture": "megaphone",
            "text": "Ambassadors tell people what life with SEND is like.",
        },
        {
            "type": "picture_text",
            "picture": "talk",
            "text": "They give talks to schools, health staff and the council.",
        },
        {
            "type": "picture_text",
            "picture": "check-list",
            "text": "They check that our surveys and pages are easy to understand.",
        },
        {"type": "picture_text", "picture": "meeting", "text": "They give advice to the people who make decisions."},
        {"type": "picture_text", "picture": "raise-hand", "text": "Contact us if you want to be an ambassador."},
    ],
}

AMBASSADORS = [
    {
        "first_name": "Noor",
        "slug": "noor",
        "portrait": "portrait-2",
        "words": [
            "I am 19 and I study art at college.",
            "I am autistic, so quick questions are hard for me.",
            "At school, people decided things without asking me.",
            "Now I help staff to run better meetings.",
            "I ask them to send the questions first, so I have time to think.",
        ],
        "wish": "I wish that people ask young people first, not last.",
        "change": "I want every meeting about a young person to start with their words.",
    },
    {
        "first_name": "Jordan",
        "slug": "jordan",
        "portrait": "portrait-1",
        "words": [
            "I am 23 and I work in a hospital kitchen.",
            "I have a learning disability and I wear a hearing aid.",
            "I got my job through a supported internship.",
            "That means you learn in a real job and somebody helps you.",
            "I like earning my own money.",
        ],
        "wish": "I wish that everyone who wants a job can get a job.",
        "change": "I want more employers to give us a chance.",
    },
    {
        "first_name": "Sasha",
        "slug": "sasha",
        "portrait": "portrait-3",
        "words": [
            "I am 17 and I speak Polish and English.",
            "Anxiety means I worry so much that it stops me doing things.",
            "I missed a lot of school because of it.",
            "A quiet room and 1 kind teacher helped me to go back.",
        ],
        "wish": "I wish that every teacher understands what worry feels like.",
        "change": "I want a quiet room in every secondary school.",
    },
    {
        "first_name": "Kiran",
        "slug": "kiran",
        "portrait": "portrait-4",
        "words": [
            "I am 21 and I love cricket.",
            "I have epilepsy, which means I can have seizures.",
            "Some clubs said no to me because they were afraid.",
            "I now teach clubs what to do if somebody has a seizure.",
            "4 clubs have changed their rules.",
        ],
        "wish": "I wish that I could join any club near my home.",
        "change": "I want all club leaders to learn about our needs.",
    },
    {
        "first_name": "Ellis",
        "slug": "ellis",
        "portrait": "portrait-5",
        "words": [
            "I am 25 and I live in my own flat.",
            "A support worker visits me 2 times a week.",
            "Loud places are hard for me, so I wear ear defenders.",
            "It took me a year to learn the bus to town.",
            "Now I go where I want, when I want.",
        ],
        "wish": "I wish that every young person can choose where they live.",
        "change": "I want help with buses, money and cooking to start at school.",
    },
]
