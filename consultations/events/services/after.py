"""After the event: how many came, thanking those who agreed, and the number on the page."""

from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from consultations.events.enums import BookingStatus
from consultations.events.models import Booking, EventSession, ListeningEventPage
from consultations.events.wordings import THANKS
from engage.core.mail import post_wording
from engage.users.models import User

from .places import lock_session

THANK_ACTION = "events.session.thank"


class NotOver(Exception):
    """The session has not ended yet."""


class PageIsBeingChanged(Exception):
    """The event's page has changes that nobody published: a number put on it would publish them."""


@dataclass(frozen=True)
class Attendance:
    """Exact numbers of one session, for officers only. What is published goes through ``engage.core.suppression``.

    ``people`` came in ``groups``, ``walk_ins`` of them without a booking; ``stayed_away`` groups had places.
    """

    people: int
    groups: int
    walk_ins: int
    stayed_away: int


def attendance_of(session: EventSession) -> Attendance:
    """Who came to a session, and who had places and stayed away. One query."""
    came = list(Booking.objects.filter(session=session).expected())
    here = [booking for booking in came if booking.is_here]
    return Attendance(
        people=sum(booking.came or 0 for booking in here),
        groups=len(here),
        walk_ins=sum(booking.came or 0 for booking in here if booking.walk_in),
        stayed_away=len(came) - len(here),
    )


@transaction.atomic
def thank_families(*, session: EventSession, by: User) -> int:
    """Write to those who came and agreed that we keep in touch, each once. Returns how many. Raises ``NotOver``."""
    locked = lock_session(session.pk)
    if not locked.is_over:
        raise NotOver
    bookings = list(Booking.objects.filter(session=locked).to_thank())
    for booking in bookings:
        with translation.override(booking.language or settings.LANGUAGE_CODE):
            post_wording(
                kind=THANKS,
                recipients=[booking.email],
                values=_values(booking, locked.page),
                key=f"{THANKS} {booking.pk}",
            )
    Booking.objects.filter(pk__in=[booking.pk for booking in bookings]).update(thanked_at=timezone.now())
    if bookings:
        log(instance=locked, action=THANK_ACTION, user=by, data={"bookings": len(bookings)})
    return len(bookings)


def _values(booking: Booking, event: ListeningEventPage) -> dict[str, str]:
    survey = event.feedback_page
    feedback = ""
    if survey is not None:
        feedback = "\n".join([_("Please tell us how it was:"), survey.full_url or ""])
    return {"name": booking.name, "event": event.title, "page": event.full_url or "", "feedback": feedback}


def counted_people(event: ListeningEventPage) -> int:
    """How many people were checked in at all sessions of an event."""
    return Booking.objects.filter(session__page=event, status=BookingStatus.CONFIRMED).people_here()


@transaction.atomic
def put_attendance(*, event: ListeningEventPage, by: User) -> int:
    """Publish on the event's page how many people were checked in; readers see it to the nearest 5, small numbers not.

    Raises ``NotOver`` and ``PageIsBeingChanged``.
    """
    # Publishing locks the sessions first: whoever began with the page would wait for them crosswise.
    list(EventSession.objects.select_for_update().filter(page=event).order_by("pk").values_list("pk"))
    locked = ListeningEventPage.objects.select_for_update(of=("self",)).get(pk=event.pk)
    if not locked.is_past:
        raise NotOver
    if locked.has_unpublished_changes:
        raise PageIsBeingChanged
    locked.attended = counted_people(locked)
    locked.save_revision(user=by, log_action=True).publish(user=by)
    return locked.attended
