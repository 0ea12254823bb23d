"""The home page, the site's settings and, beside them, the content pages and the ambassadors."""

from .ambassadors import AMBASSADOR_INDEX, AMBASSADORS
from .pages_about import ABOUT, CONTACT, HOW_WE_USE, PRACTICE
from .pages_legal import ACCESSIBILITY, PRIVACY

__all__ = ["AMBASSADORS", "AMBASSADOR_INDEX", "CONTENT_PAGES", "HOME", "PRACTICE", "SETTINGS"]

HOME = {
    "title": "Have your say",
    "lead": "We plan better support for young people together with you.",
    "hero_heading": "Your words can change things",
    "hero_sentences": [
        "SEND means special educational needs and disabilities.",
        "Tell us what works and what is hard.",
        "We listen, and we tell you what we did.",
    ],
    "hero_picture": "hero-people",
}

CONTENT_PAGES = [ABOUT, PRIVACY, ACCESSIBILITY, CONTACT, HOW_WE_USE]

# The telephone numbers are from the range 01632 960000 to 960999, which is kept for fiction and never connected.
SETTINGS = {
    "partnership_name": "Northdale SEND Partnership",
    "site_name": "Northdale SEND: Have your say",
    "email": "haveyoursay@northdale.example.org",
    "phone": "01632 960123",
    "address": "SEND Partnership, Northdale Council, Town Hall, Northdale",
    "safeguarding_phone": "01632 960199",
    "safeguarding_hours": "You can call day or night, every day.",
}
