"""The objectives of the strategy, each with the work stream that looks after it (None: not yet given to one)."""

OBJECTIVES = [
    {
        "key": "info-website",
        "priority": "information",
        "work_stream": None,
        "text": "We make the Local Offer website better and listen to your views.",
        "standard": (
            "Keep improving the Local Offer website until it does what its users need, and go on acting on their "
            "feedback."
        ),
    },
    {
        "key": "info-gaps",
        "priority": "information",
        "work_stream": None,
        "text": "We plan the Local Offer with you and fill the gaps.",
        "standard": (
            "Develop the Local Offer together with the people who use it, look for missing information and agree "
            "a plan to add it."
        ),
    },
    {
        "key": "info-up-to-date",
        "priority": "information",
        "work_stream": None,
        "text": "Services keep their Local Offer pages true and up to date.",
        "standard": (
            "Have every service and provider keep its own Local Offer entry current, complete and open, answer "
            "the feedback it gets, tell families about the Local Offer and keep to the published service "
            "agreement."
        ),
    },
    {
        "key": "info-easy-to-use",
        "priority": "information",
        "work_stream": "co-production",
        "text": "We make Local Offer information easier for everyone to use.",
        "standard": (
            "Make the Local Offer website more accessible and offer its information in other ways for those who "
            "do not use the website."
        ),
    },
    {
        "key": "info-well-known",
        "priority": "information",
        "work_stream": "co-production",
        "text": "We tell more people about the Local Offer.",
        "standard": (
            "Work with services of every kind to make the Local Offer better known, and show families what it can "
            "do for them."
        ),
    },
    {
        "key": "info-knowledge",
        "priority": "information",
        "work_stream": "co-production",
        "text": "We help everyone here to understand SEND better.",
        "standard": (
            "Increase what people across the district know and understand about SEND, so that children, young "
            "people and families are in a stronger position."
        ),
    },
    {
        "key": "info-communication-plan",
        "priority": "information",
        "work_stream": "co-production",
        "text": "We agree with you what we tell you, how and when.",
        "standard": (
            "Agree with young people and families, in a communication plan, which news about SEND is shared, by "
            "which means and how often."
        ),
    },
    {
        "key": "info-what-to-expect",
        "priority": "information",
        "work_stream": "co-production",
        "text": "We tell you what to expect, and what to do if it goes wrong.",
        "standard": (
            "Say clearly what families may rightly expect of SEND services, and which steps they can take when it "
            "does not happen."
        ),
    },
    {
        "key": "journey-staff-events",
        "priority": "journey",
        "work_stream": None,
        "text": "Staff from all services meet to learn to work together better.",
        "standard": (
            "Run a programme of events at which staff from every discipline look at how they work together and "
            "how to join up SEND services better."
        ),
    },
    {
        "key": "journey-your-voice",
        "priority": "journey",
        "work_stream": "co-production",
        "text": "Your voice shapes your own plan and our services.",
        "standard": (
            "Give children and young people a stronger voice, so that they can influence their own plans and help "
            "to form services."
        ),
    },
    {
        "key": "journey-joint-assessment",
        "priority": "journey",
        "work_stream": "assessment",
        "text": "Health, school and care find out your needs together, early.",
        "standard": (
            "Have health, education and care staff assess together, early and on time, above all for those with "
            "an Education, Health and Care plan, children in need, children on a child protection plan and "
            "children looked after."
        ),
    },
    {
        "key": "journey-outreach",
        "priority": "journey",
        "work_stream": "assessment",
        "text": "Experts visit schools earlier, so you can stay at your school.",
        "standard": (
            "Offer more outreach support, and offer it sooner, so that children can stay in mainstream education "
            "wherever that is right for them."
        ),
    },
    {
        "key": "journey-make-plans",
        "priority": "journey",
        "work_stream": "assessment",
        "text": "You help to write your plan and get support on time.",
        "standard": (
            "Make sure that Education, Health and Care plans are written with the full involvement of children, "
            "young people and families and lead to timely, suitable support."
        ),
    },
    {
        "key": "journey-review-plans",
        "priority": "journey",
        "work_stream": "assessment",
        "text": "We check your plan often and change it when you need.",
        "standard": (
            "Review Education, Health and Care plans regularly and adjust them promptly, so that progress continues."
        ),
    },
    {
        "key": "journey-shared-data",
        "priority": "journey",
        "work_stream": "commissioning",
        "text": "Services share facts about needs, so we can plan together.",
        "standard": (
            "Manage data on SEND in one way in all services, and assess needs jointly as the base for planning, "
            "including the planning of specialist education."
        ),
    },
    {
        "key": "services-pathways",
        "priority": "services",
        "work_stream": "commissioning",
        "text": "We make the steps to get a service clear to everyone.",
        "standard": (
            "Agree and explain, with everyone involved, the routes by which people reach education, care and "
            "health services."
        ),
    },
    {
        "key": "services-enough-places",
        "priority": "services",
        "work_stream": "commissioning",
        "text": "We check that there are enough school places and services.",
        "standard": (
            "Keep the SEND sufficiency plan under constant review, so that services improve and the number of "
            "places keeps up with demand."
        ),
    },
    {
        "key": "services-fair-money",
        "priority": "services",
        "work_stream": "assessment",
        "text": "We are clear and fair about money for SEND, up to age 25.",
        "standard": (
            "Make the funding of SEND in education open and consistent, including the funding for those aged 19 to 25."
        ),
    },
    {
        "key": "services-training",
        "priority": "services",
        "work_stream": "co-production",
        "text": "Staff get training from you to understand SEND better.",
        "standard": (
            "Expand training and support for schools and other providers, shaped by children, young people and "
            "families, so that their staff become more skilled."
        ),
    },
    {
        "key": "services-mainstream-places",
        "priority": "services",
        "work_stream": None,
        "text": "We plan special places in ordinary schools with you.",
        "standard": (
            "Decide with young people and families how many specialist places ordinary schools should have, and where."
        ),
    },
    {
        "key": "services-local-teams",
        "priority": "services",
        "work_stream": "commissioning",
        "text": "Local teams of different staff help your family early.",
        "standard": (
            "Build up integrated local teams of several professions in each Early Help hub, so that families get "
            "joined-up, preventive support and barriers are dealt with quickly."
        ),
    },
    {
        "key": "services-contracts",
        "priority": "services",
        "work_stream": "commissioning",
        "text": "We check that the services we pay for include everyone.",
        "standard": (
            "Hold every commissioned service to its contract, with firm checks on performance and on how "
            "inclusive it is."
        ),
    },
    {
        "key": "services-measure-progress",
        "priority": "services",
        "work_stream": "assessment",
        "text": "We check your progress and question work that is not good enough.",
        "standard": (
            "Track the progress of children and young people towards their education and health goals, and ask "
            "for better wherever the work is not good enough."
        ),
    },
    {
        "key": "services-review",
        "priority": "services",
        "work_stream": "commissioning",
        "text": "We check services for autism, speech and mental health.",
        "standard": (
            "Carry out a commissioning review of services for autism, for speech and language needs and for "
            "children's emotional wellbeing and mental health."
        ),
    },
    {
        "key": "services-activities",
        "priority": "services",
        "work_stream": "commissioning",
        "text": "We pay for more activities outside school for you.",
        "standard": (
            "Pay for more clubs and leisure outside school hours that children with SEND can join, as part of "
            "life in their own community."
        ),
    },
    {
        "key": "services-new",
        "priority": "services",
        "work_stream": "commissioning",
        "text": "We plan new services with you that help early.",
        "standard": (
            "Create new services of high quality together with those who will use them, with an emphasis on "
            "acting early."
        ),
    },
    {
        "key": "services-good-health",
        "priority": "services",
        "work_stream": "commissioning",
        "text": "We help you early, so that you stay healthy and independent.",
        "standard": (
            "Promote the best possible health, resilience and independence through early and preventive help, "
            "good signposting and better use of the health support in schools and voluntary groups."
        ),
    },
    {
        "key": "adult-person-centred",
        "priority": "adulthood",
        "work_stream": "adulthood",
        "text": "From age 13, we plan your future together with you.",
        "standard": (
            "Use person-centred planning for every move towards adult life, from age 13. It covers health, work, "
            "independent living and community, and brings everyone who has the knowledge or the means into the "
            "same meeting."
        ),
    },
    {
        "key": "adult-learning",
        "priority": "adulthood",
        "work_stream": "adulthood",
        "text": "There are good courses for you from age 16 to 25.",
        "standard": (
            "Develop local learning routes for ages 16 to 25 within the Local Offer that are good, varied and "
            "lead somewhere, and that fit what each person needs, likes and hopes for."
        ),
    },
    {
        "key": "adult-decisions",
        "priority": "adulthood",
        "work_stream": "adulthood",
        "text": "You get clear information and help to decide about adult life.",
        "standard": (
            "Make sure that information and support of good quality are easy to reach, so that young people and "
            "families can make informed decisions about adulthood."
        ),
    },
    {
        "key": "adult-network",
        "priority": "adulthood",
        "work_stream": "adulthood",
        "text": "A young people's group plans SEND services with us.",
        "standard": (
            "Strengthen the young people's network until it is an active partner in developing SEND services."
        ),
    },
    {
        "key": "adult-work",
        "priority": "adulthood",
        "work_stream": "adulthood",
        "text": "You get more help to prepare for work and find a job.",
        "standard": (
            "Offer more ways to prepare for work and to start it, through apprenticeships, supported internships "
            "and good careers advice."
        ),
    },
    {
        "key": "adult-shared-data",
        "priority": "adulthood",
        "work_stream": None,
        "text": "We collect facts to see if adult life gets better for you.",
        "standard": (
            "Gather data in the same way everywhere, and use it to improve what young people with SEND achieve as "
            "adults."
        ),
    },
    {
        "key": "adult-health-care",
        "priority": "adulthood",
        "work_stream": None,
        "text": "Health and care staff work together for you from 18 to 25.",
        "standard": (
            "Join up health and social care for people aged 18 to 25, so that they understand and manage their "
            "own needs and live as independently as possible."
        ),
    },
    {
        "key": "adult-check-progress",
        "priority": "adulthood",
        "work_stream": None,
        "text": "Services plan together and share facts about what gets better.",
        "standard": (
            "Make decisions about services together, and share the data that shows whether the national aims for "
            "adulthood are met here."
        ),
    },
    {
        "key": "adult-homes",
        "priority": "adulthood",
        "work_stream": None,
        "text": "You have more choice of home, with the right support.",
        "standard": (
            "Give young people with SEND more kinds of housing to choose from, backed by support from the right "
            "organisations."
        ),
    },
]
