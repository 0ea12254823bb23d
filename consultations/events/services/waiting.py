"""The waiting list: groups move up together or not at all, in order, and are told."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from consultations.events.enums import BookingStatus, CallReason, CancelledBy
from consultations.events.models import Booking, EventSession
from engage.users.models import User

from .each import Each
from .places import BookingGone, NoRoom, count_places, end_booking, lock_booking, lock_session
from .telling import tell

MOVE_UP_ACTION = "events.booking.move_up"


def move_up(session: EventSession, *, at: datetime | None = None) -> list[Booking]:
    """Give free places to the waiting list, first come first. In the transaction that locked the session.

    A group gets all its places or none. When the first does not fit, smaller ones behind it move up only where the
    event says so. Where the event asks for a reply, the places are offered and held. Tells those who moved up;
    returns them. A session that has begun or is called off moves nobody up.
    """
    at = at or timezone.now()
    stands = count_places(session)
    if not stands.waiting or session.called_off or session.starts_at is None or at >= session.starts_at:
        return []
    free, moved = session.capacity - stands.taken, []
    for booking in Booking.objects.filter(session=session).waiting():
        if free <= 0:
            break
        if booking.places <= free:
            free -= booking.places
            booking.session = session
            _give_places(booking, at)
            moved.append(booking)
        elif not session.page.smaller_pass:
            break
    return moved


def _give_places(booking: Booking, at: datetime) -> None:
    hours = booking.session.page.hold_hours
    if hours:
        booking.status = BookingStatus.OFFERED
        until = at + timedelta(hours=hours)
        booking.offered_until = min(until, booking.session.starts_at or until)
    else:
        booking.status, booking.confirmed_at = BookingStatus.CONFIRMED, at
    booking.save(update_fields=["status", "offered_until", "confirmed_at", "changed_at"])
    tell(booking, CallReason.OFFERED if hours else CallReason.MOVED_UP)


@transaction.atomic
def accept_offer(*, booking: Booking, by: User | None = None) -> Booking:
    """The family says yes to offered places. One that has its places already stays as it is.

    Places that are still held are given even a little late. Raises ``BookingGone``, also for one that waits, and when
    the session does not take place.
    """
    locked = lock_booking(booking)
    if locked.is_confirmed:
        return locked
    if not locked.is_offered or locked.session.called_off:
        raise BookingGone
    _confirm(locked)
    tell(locked, CallReason.BOOKED, by_officer=by is not None)
    return locked


@transaction.atomic
def move_up_by_hand(*, booking: Booking, by: User, reason: str) -> Booking:
    """An officer gives a waiting or offered group its places now, out of order. The ``reason`` goes into the log.

    Never over the capacity: raises ``NoRoom`` where too few places are free, and ``BookingGone``, also when the session
    does not take place.
    """
    locked = lock_booking(booking)
    if locked.is_confirmed:
        return locked
    if locked.session.called_off:
        raise BookingGone
    free = locked.session.capacity - count_places(locked.session).taken
    if locked.is_waiting and locked.places > free:
        raise NoRoom(max(0, free))
    _confirm(locked)
    log(instance=locked, action=MOVE_UP_ACTION, user=by, data={"reason": reason})
    tell(locked, CallReason.MOVED_UP, by_officer=True)
    return locked


def _confirm(booking: Booking) -> None:
    booking.status, booking.confirmed_at, booking.offered_until = BookingStatus.CONFIRMED, timezone.now(), None
    booking.save(update_fields=["status", "confirmed_at", "offered_until", "changed_at"])


def let_lapse() -> int:
    """End the offers that nobody replied to, and move up the next. For the worker. Returns how many lapsed.

    Safe to run at once by several: each offer is looked at again while its session is locked. Raises ``SomeFailed``
    after all others have lapsed.
    """
    each = Each("offers")
    for booking in Booking.objects.lapsed(timezone.now()).only("pk", "session_id"):
        each.act(_lapse, booking)
    return each.finish()


@transaction.atomic
def _lapse(booking: Booking) -> int:
    session = lock_session(booking.session_id)
    locked = Booking.objects.lapsed(timezone.now()).filter(pk=booking.pk).first()
    if locked is None:
        return 0
    locked.session = session
    end_booking(locked, CancelledBy.NO_REPLY)
    tell(locked, CallReason.LAPSED)
    move_up(session)
    return 1
