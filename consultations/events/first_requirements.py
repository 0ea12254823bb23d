"""The list of access requirements that a new installation begins with. Officers change it as they like."""

from collections.abc import Mapping

from consultations.events.models import AccessRequirement
from engage.images.models import CustomImage

# What somebody needs in their own words, one short sentence of help, the pictogram.
FIRST = [
    ("I need a sign language interpreter", "British Sign Language, or BSL.", "sign-language"),
    ("I use a wheelchair", "", "wheelchair-user"),
    ("I need a hearing loop", "It sends sound to your hearing aid.", "hearing-aid-user"),
    ("I do not see well", "Tell us below what helps you.", "white-cane-user"),
    ("I need large print", "Papers with big letters.", "large-print"),
    ("I need Easy Read", "Papers with pictures and short words.", "read"),
    ("I need a quiet space", "A room where you can rest.", "quiet-room"),
    ("I need help with reading or writing", "Somebody from our team helps you.", "write"),
    ("I bring a carer or helper", "Please count them as well.", "helper"),
    ("I bring an assistance dog", "", "white-cane-user"),
    ("I need child care", "Somebody looks after your children.", "family"),
    ("I need special food", "Tell us below what you can eat.", "food"),
    ("I need a language interpreter", "Tell us below which language.", "talk"),
    ("I need to park near the door", "", "map-pin"),
]


def load_first_requirements(pictures: Mapping[str, CustomImage]) -> None:
    """Fill an empty list. One that somebody has begun stays as it is."""
    if AccessRequirement.objects.exists():
        return
    AccessRequirement.objects.bulk_create(
        AccessRequirement(text=text, help_text=help_text, picture=pictures[picture], order=order)
        for order, (text, help_text, picture) in enumerate(FIRST, start=1)
    )
