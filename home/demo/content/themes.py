"""The codebook: 12 themes from what young people and families wished for in the strategy's listening exercises."""

THEMES = [
    {
        "key": "independence",
        "name": "Independence",
        "definition": "Doing things for yourself, making your own choices and living the life you want.",
        "use_when": (
            "Somebody talks about doing more alone, life skills, choosing for themselves or where they will live."
        ),
        "not_when": "The point is only about getting there (Getting around) or a job (Work and learning after school).",
        "priority": "adulthood",
        "colour": "#5b2a86",
    },
    {
        "key": "feelings-at-school",
        "name": "Feelings and mental health at school",
        "definition": (
            "Support for social, emotional and mental health in ordinary schools, above all in secondary schools."
        ),
        "use_when": "Worry, anger, bullying, noise, quiet rooms, exclusion or missing school because of feelings.",
        "not_when": "The point is how long the wait for a mental health service is (Waiting times).",
        "priority": "services",
        "colour": "#8a1c4a",
    },
    {
        "key": "work-and-learning",
        "name": "Work and learning after school",
        "definition": "Courses, work experience, supported internships, apprenticeships and jobs for young adults.",
        "use_when": "Somebody talks about college, training, careers advice or paid work, or the lack of these.",
        "not_when": "The point is about lessons at school before age 16.",
        "priority": "adulthood",
        "colour": "#0b4f6c",
    },
    {
        "key": "things-to-do",
        "name": "Things to do outside school",
        "definition": "Clubs, sport, holiday activities, short breaks and places to meet friends.",
        "use_when": "Activities after school, at weekends or in the holidays, and whether everybody can join in.",
        "not_when": "The activity exists and the only problem is hearing about it (Clear information).",
        "priority": "services",
        "colour": "#1f5a2e",
    },
    {
        "key": "school-places",
        "name": "School places near home",
        "definition": "Having the right school or nursery place, close enough to home.",
        "use_when": "There is no place, the place is the wrong kind, or the school is far away.",
        "not_when": "The point is the bus or taxi itself (Getting around).",
        "priority": "services",
        "colour": "#7a3b00",
    },
    {
        "key": "assessments-and-plans",
        "name": "Assessments and plans",
        "definition": "How needs are found out, and how support plans are written, used and checked.",
        "use_when": "An assessment, a diagnosis, an Education, Health and Care plan or its review is described.",
        "not_when": "The only point is how long it takes (Waiting times). Use both when both are said.",
        "priority": "journey",
        "colour": "#134e4a",
    },
    {
        "key": "waiting-times",
        "name": "Waiting times",
        "definition": "How long people wait for an answer, an assessment, an appointment or support.",
        "use_when": "A length of time, a missed date, a list or chasing for a reply is mentioned.",
        "not_when": "The service came on time and was poor for another reason.",
        "priority": "journey",
        "colour": "#7f1d1d",
    },
    {
        "key": "clear-information",
        "name": "Clear information",
        "definition": "Information, including the Local Offer website, that people can find, understand and trust.",
        "use_when": "Finding out what exists, hard words, out-of-date pages, languages, or information that helped.",
        "not_when": "The information was clear and the service itself was missing.",
        "priority": "information",
        "colour": "#1e3a8a",
    },
    {
        "key": "being-listened-to",
        "name": "Being listened to",
        "definition": "Whether people are asked, believed and taken seriously, and see that their words count.",
        "use_when": (
            "Meetings about somebody, being believed or ignored, being spoken over, or a view that changed a thing."
        ),
        "not_when": "The point is staff not talking to each other (People working together).",
        "priority": "journey",
        "colour": "#4a2c6d",
    },
    {
        "key": "working-together",
        "name": "People working together",
        "definition": (
            "Whether schools, health and care share information, and how many workers a family must deal with."
        ),
        "use_when": (
            "Too many professionals, telling the story again, changes of worker, or services that join up well."
        ),
        "not_when": "The point is one person's skill or manner (Staff who understand).",
        "priority": "journey",
        "colour": "#334155",
    },
    {
        "key": "getting-around",
        "name": "Getting around",
        "definition": "School transport, buses, trains, walking and learning to travel.",
        "use_when": "A journey, a driver, an escort, a bus pass, travel training or step-free ways is mentioned.",
        "not_when": "The school is too far away because there is no nearer place (School places near home).",
        "priority": "adulthood",
        "colour": "#5c4400",
    },
    {
        "key": "skilled-staff",
        "name": "Staff who understand",
        "definition": "What staff know about SEND, and how they treat people.",
        "use_when": (
            "Training, kindness, patience, knowing a condition, or staff leaving and nobody knowing what to do."
        ),
        "not_when": "The point is that staff do not listen to a view (Being listened to). Use both when both are said.",
        "priority": "services",
        "colour": "#6b2140",
    },
]
