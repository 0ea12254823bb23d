"""On the day: who came, who came without booking, and who did not come."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.log_actions import log

from consultations.events.enums import BookingStatus
from consultations.events.models import Booking, EventSession
from engage.users.models import User

from .places import BookingGone, NoRoom, count_places, lock_session

ARRIVAL_FIELDS = ("adults", "adults_booked", "came", "arrived_at", "arrived_by", "changed_at")
WALK_IN_ACTION = "events.booking.walk_in"


class NotTheDay(Exception):
    """Nobody can be checked in before the day of the session."""


class MoreThanBooked(Exception):
    """More people came than have places, and no more are free. ``most`` is how many can come in."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.most = most


@transaction.atomic
def check_in(*, booking: Booking, by: User, came: int | None = None, at: datetime | None = None) -> Booking:
    """Write down that a group is here: all of it, or ``came`` people. Pressing again corrects the number.

    More people than have places come in where places are free. Works after the session too, from the sign-in sheet.
    Raises ``NotTheDay``, ``MoreThanBooked``, ``NoRoom`` for one that was said not to come and whose places are gone,
    and ``BookingGone`` for one without places.
    """
    at = at or timezone.now()
    locked = _lock(booking)
    _refuse_before_the_day(locked.session, at)
    if not locked.is_confirmed and not locked.is_absent:
        raise BookingGone
    free = locked.session.capacity - count_places(locked.session).taken
    if locked.is_confirmed:
        free += locked.places
    _forget_extra(locked)
    number = came if came is not None else locked.places
    if locked.is_absent and locked.places > free:
        raise NoRoom(max(0, free))
    if number > max(locked.places, free):
        raise MoreThanBooked(max(locked.places, free))
    locked.status = BookingStatus.CONFIRMED
    if number > locked.places:
        # Whoever comes besides has a place from now on, so that nobody gives it away again.
        locked.adults_booked = locked.adults
        locked.adults += number - locked.places
    locked.came = max(1, number)
    locked.arrived_at, locked.arrived_by = locked.arrived_at or at, by
    locked.save(update_fields=["status", *ARRIVAL_FIELDS])
    return locked


@transaction.atomic
def undo_check_in(*, booking: Booking) -> Booking:
    """Take a wrong press back: the group is expected again. One that is not here stays as it is.

    A group that was said not to come gets its places back; raises ``NoRoom`` where they are gone.
    """
    locked = _lock(booking)
    if locked.is_absent:
        free = locked.session.capacity - count_places(locked.session).taken
        if locked.places > free:
            raise NoRoom(max(0, free))
        locked.status = BookingStatus.CONFIRMED
    _forget_extra(locked)
    locked.arrived_at = locked.arrived_by = locked.came = None
    locked.save(update_fields=["status", *ARRIVAL_FIELDS])
    return locked


@transaction.atomic
def mark_absent(*, booking: Booking, at: datetime | None = None) -> Booking:
    """Write down that a group did not come: its places are free for people at the door.

    Raises ``NotTheDay`` and, for one that is here or has no places, ``BookingGone``.
    """
    locked = _lock(booking)
    _refuse_before_the_day(locked.session, at or timezone.now())
    if locked.is_absent:
        return locked
    if not locked.is_confirmed or locked.is_here:
        raise BookingGone
    locked.status = BookingStatus.ABSENT
    locked.save(update_fields=["status", "changed_at"])
    return locked


def let_in(
    *, session: EventSession, key: str, name: str, adults: int, children: int, by: User, at: datetime | None = None
) -> Booking:
    """Let in a group that did not book: it is here at once, where places are free.

    ``key`` is the form's, so that a second press lets in nobody twice. Those who wait for places at home do not count:
    they are not at the door. Raises ``NotTheDay`` and ``NoRoom``.
    """
    made = Booking.objects.filter(submission_key=key).first()
    if made is not None:
        return made
    try:
        with transaction.atomic():
            return _let_in(session, key, name, adults, children, by, at or timezone.now())
    except IntegrityError:
        made = Booking.objects.filter(submission_key=key).first()
        if made is None:
            raise
        return made


def _let_in(session: EventSession, key: str, name: str, adults: int, children: int, by: User, at: datetime) -> Booking:
    locked = lock_session(session.pk)
    _refuse_before_the_day(locked, at)
    free = locked.capacity - count_places(locked).taken
    if adults + children > free:
        raise NoRoom(max(0, free))
    booking = Booking.objects.create(
        session=locked,
        submission_key=key,
        status=BookingStatus.CONFIRMED,
        confirmed_at=at,
        name=name,
        adults=adults,
        children=children,
        made_by=by,
        walk_in=True,
        arrived_at=at,
        arrived_by=by,
        came=adults + children,
    )
    log(instance=booking, action=WALK_IN_ACTION, user=by)
    return booking


def _forget_extra(booking: Booking) -> None:
    """Back to the places that were booked, before the number is said anew."""
    if booking.adults_booked is not None:
        booking.adults, booking.adults_booked = booking.adults_booked, None


def _lock(booking: Booking) -> Booking:
    """The booking as it is now with its locked session, also after the session. Raises ``BookingGone``."""
    session = lock_session(booking.session_id)
    locked = Booking.objects.filter(pk=booking.pk).first()
    if locked is None or session.called_off:
        raise BookingGone
    locked.session = session
    return locked


def _refuse_before_the_day(session: EventSession, at: datetime) -> None:
    if session.starts_at is None or timezone.localdate(at) < timezone.localdate(session.starts_at):
        raise NotTheDay
