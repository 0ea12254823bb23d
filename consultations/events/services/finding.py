"""Sending the private link again to somebody who has lost it."""

from django.db import transaction
from django.utils import timezone

from consultations.events.models import Booking

from .telling import tell, tell_links

LINK = "link"
MOST_LINKS = 10


@transaction.atomic
def send_links(*, email: str) -> int:
    """Send one e-mail with the links of all bookings of that address whose sessions are not over.

    Returns how many there were. What the page says must not hang on it.
    """
    now = timezone.now()
    bookings = Booking.objects.of_contact(email).active().filter(session__ends_at__gt=now)
    found = list(bookings.select_related("session__page").order_by("session__starts_at", "pk")[:MOST_LINKS])
    if len(found) == 1:
        tell(found[0], LINK)
    elif found:
        tell_links(found)
    return len(found)


@transaction.atomic
def send_again(*, booking: Booking) -> None:
    """Send what the family was told last of where it stands, with a new link. See ``booking.mail_held_back``."""
    tell(booking, LINK, by_visitor=True)
