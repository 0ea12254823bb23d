"""The two consultations of the demo district, with their surveys and events beside them.

`opens_days` and `closes_days` count from today; the events lie between them.
"""

from .events import EVENTS
from .surveys import SURVEYS

__all__ = ["CLOSED", "EVENTS", "OPEN", "SURVEYS"]

CLOSED = {
    "title": "Our first SEND plan: what did you think?",
    "slug": "our-first-send-plan",
    "summary": "We asked what you thought about our first plan for SEND.",
    "audience": ["young_people", "parents", "professionals"],
    "opens_days": -560,
    "closes_days": -440,
    "passages": [
        {
            "type": "picture_text",
            "picture": "information",
            "text": "SEND means special educational needs and disabilities.",
        },
        {
            "type": "picture_text",
            "picture": "plan",
            "text": "We wrote a plan to make life better for young people with SEND.",
        },
        {"type": "picture_text", "picture": "ask-question", "text": "We asked you if our plan was right."},
        {"type": "heading", "text": "How you told us"},
        {"type": "picture_text", "picture": "write", "text": "Some of you answered our questions online or on paper."},
        {"type": "picture_text", "picture": "group", "text": "Some of you came to a listening event."},
        {"type": "picture_text", "picture": "activity", "text": "Some families talked to us at a summer activity day."},
        {
            "type": "picture_text",
            "picture": "school",
            "text": "Young people from 3 schools told us about the future they want.",
        },
        {
            "type": "key_facts",
            "facts": [
                {"figure": "118", "label": "people came to 4 listening events"},
                {"figure": "25", "label": "families talked to us at 2 summer activity days"},
                {"figure": "3", "label": "schools took part with their students"},
            ],
        },
        {"type": "heading", "text": "What you told us"},
        {
            "type": "picture_text",
            "picture": "school",
            "text": "You said our plan was too much about lessons and school places.",
        },
        {"type": "picture_text", "picture": "home", "text": "You said there is more to your life than school."},
        {
            "type": "picture_text",
            "picture": "check-list",
            "text": "You said our plan did not show clearly what we will do.",
        },
        {"type": "picture_text", "picture": "tick", "text": "You said our hopes for the future were right."},
        {"type": "heading", "text": "What you wish for"},
        {"type": "picture_text", "picture": "independent", "text": "You want to be as independent as you can."},
        {
            "type": "picture_text",
            "picture": "worry",
            "text": "You want more help with feelings and mental health at secondary school.",
        },
        {"type": "picture_text", "picture": "work", "text": "You want more courses and jobs for young adults."},
        {"type": "picture_text", "picture": "activity", "text": "You want more things to do outside school."},
        {"type": "picture_text", "picture": "map-pin", "text": "You want more of the right school places."},
        {
            "type": "picture_text",
            "picture": "assessment",
            "text": "You want a better way to find out what help you need.",
        },
    ],
    "standard": [
        (
            "This consultation asked children, young people, families and professionals in Northdale for their "
            "views on our first strategy for special educational needs and disabilities (SEND). It was open to "
            "everybody through an online and paper survey, and through four listening events and two summer "
            "activity days."
        ),
        (
            "Two messages stood out. People felt that the strategy gave too much room to education and school "
            "places and too little to the rest of life: health, friends, activities, work and a home of your own. "
            "And while most people agreed with the vision, they could not see which actions would turn it into "
            "something real."
        ),
        (
            "The four listening events were attended by 118 people, most of them parents and carers. Another 25 "
            "families spoke to us at the activity days, and secondary-age students from three schools checked and "
            "improved the I statements that describe what good support feels like."
        ),
    ],
    "what_happens_next": [
        "We read every answer.",
        "We wrote a new plan with more about your whole life.",
        "The new plan says clearly what we will do.",
        "You can read what we did because of you.",
        "Now we are asking if the new plan is right.",
    ],
}

OPEN = {
    "title": "Our new SEND plan: is it right for you?",
    "slug": "our-new-send-plan",
    "summary": "Tell us if our new plan for SEND is right for you.",
    "audience": ["young_people", "parents", "professionals"],
    "opens_days": -21,
    "closes_days": 42,
    "passages": [
        {
            "type": "picture_text",
            "picture": "information",
            "text": "SEND means special educational needs and disabilities.",
        },
        {
            "type": "picture_text",
            "picture": "plan",
            "text": "We have a new plan for young people with SEND in Northdale.",
        },
        {"type": "picture_text", "picture": "listen", "text": "We changed the plan because of what you told us."},
        {"type": "picture_text", "picture": "ask-question", "text": "Now we want to know if we got it right."},
        {"type": "heading", "text": "The 4 things that matter most"},
        {
            "type": "picture_text",
            "picture": "priority-information",
            "text": "Clear information means you can find out what help there is.",
        },
        {
            "type": "picture_text",
            "picture": "priority-journey",
            "text": "My support and my plan means you help to decide what happens.",
        },
        {
            "type": "picture_text",
            "picture": "priority-services",
            "text": "Good services near me means schools, health and activities near home.",
        },
        {
            "type": "picture_text",
            "picture": "priority-adulthood",
            "text": "Getting ready to be an adult means work, homes, health and friends.",
        },
        {"type": "heading", "text": "Why we need a plan"},
        {
            "type": "picture_text",
            "picture": "chart",
            "text": "More children and young people in Northdale need extra help every year.",
        },
        {
            "type": "key_facts",
            "facts": [
                {"figure": "14,339", "label": "children and young people get extra help without a legal plan"},
                {"figure": "3,673", "label": "have an Education, Health and Care plan, a legal plan for their support"},
                {"figure": "36", "label": "things we promise to work on"},
                {"figure": "4", "label": "groups of people who will do the work"},
            ],
        },
        {"type": "heading", "text": "How to tell us what you think"},
        {"type": "picture_text", "picture": "computer", "text": "You can answer our questions here."},
        {"type": "picture_text", "picture": "two-people", "text": "You can ask somebody to help you."},
        {"type": "picture_text", "picture": "group", "text": "You can come to a listening event."},
        {
            "type": "picture_text",
            "picture": "choice-control",
            "text": "You choose which questions you answer.",
        },
    ],
    "standard": [
        (
            "We have revised Northdale's strategy for children and young people with special educational needs "
            "and disabilities (SEND), aged 0 to 25. The revision answers what people said about the first one: it "
            "covers the whole of life and not only education, and it names the actions that we will take."
        ),
        (
            "The strategy now has four priorities: our Local Offer, which is the website of all local help; the "
            "SEND journey; services and provision; and preparation for adulthood. Under them are 36 objectives, "
            "most of them already given to one of four work streams. Each work stream will report regularly on "
            "what was done, what difference it made and what comes next."
        ),
        (
            "In the district, 3,673 children and young people have an Education, Health and Care plan and 14,339 "
            "receive SEN Support, which is extra help without such a plan. The number of plans has been rising "
            "steadily and we expect demand to go on growing. We want to hear from young people, from parents and "
            "carers and from professionals: are these the right priorities, and how true are the I statements for "
            "you today?"
        ),
    ],
    "what_happens_next": [
        "We will read every answer.",
        "We will tell you what people said.",
        "The SEND Partnership Board will use your answers to finish the plan.",
        "The Board is the group of leaders who make the decisions.",
        "We will tell you what we did, and what we could not do.",
        "We check the plan with you every year.",
    ],
}
