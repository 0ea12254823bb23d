"""What everything that changes places begins with: lock the session, then count."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Count, Q, Sum
from django.utils import timezone

from consultations.events.enums import HOLDING_PLACES, BookingState, BookingStatus, CancelledBy
from consultations.events.models import AccessRequirement, Booking, EventQuestion, EventSession
from consultations.events.querysets import PLACES


class BookingClosed(Exception):
    """Nobody can book this session now; ``state`` says why."""

    def __init__(self, state: BookingState) -> None:
        super().__init__(state)
        self.state = state


class PartyTooLarge(Exception):
    """More people than the session has places at all: ``capacity``."""

    def __init__(self, capacity: int) -> None:
        super().__init__(capacity)
        self.capacity = capacity


class NoRoom(Exception):
    """A booking that has places wants more than are free. ``most`` is how many it can have."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.most = most


class BookingGone(Exception):
    """The booking is cancelled, or its session is over: nothing about it changes any more."""


class AlreadyHere(BookingGone):
    """Somebody has checked the group in: who is in the room keeps the places."""


@dataclass(frozen=True)
class Wanted:
    """What a family asks for. ``email`` or ``phone``; ``answers`` are words or yes and no, by the question."""

    name: str
    email: str = ""
    phone: str = ""
    adults: int = 1
    children: int = 0
    requirements: Sequence[AccessRequirement] = ()
    own_words: str = ""
    keep_in_touch_words: str = ""
    answers: Mapping[EventQuestion, str | bool | None] = field(default_factory=dict)

    @property
    def places(self) -> int:
        return self.adults + self.children


@dataclass(frozen=True)
class Standing:
    """How a locked session stands."""

    taken: int
    waiting: int


def end_booking(booking: Booking, ended_by: CancelledBy) -> None:
    """Write down that a locked booking has ended."""
    booking.status, booking.cancelled_by = BookingStatus.CANCELLED, ended_by
    booking.cancelled_at, booking.offered_until = timezone.now(), None
    booking.arrived_at = booking.arrived_by = booking.came = None
    ended = ["status", "cancelled_by", "cancelled_at", "offered_until", "arrived_at", "arrived_by", "came"]
    booking.save(update_fields=[*ended, "changed_at"])


def lock_session(pk: int) -> EventSession:
    """The session with its event, locked until the transaction ends: then its places can be counted."""
    return EventSession.objects.select_for_update(of=("self",)).select_related("page").get(pk=pk)


def lock_booking(booking: Booking) -> Booking:
    """The booking as it is now, with its locked session. Raises ``BookingGone``."""
    session = lock_session(booking.session_id)
    locked = Booking.objects.filter(pk=booking.pk).first()
    if locked is None or locked.is_cancelled or session.is_over:
        raise BookingGone
    locked.session = session
    return locked


def count_places(session: EventSession) -> Standing:
    """Places that confirmed and offered bookings hold, and how many bookings wait. One query."""
    holding = Q(status__in=HOLDING_PLACES)
    counted = Booking.objects.filter(session_id=session.pk).aggregate(
        taken=Sum(PLACES, filter=holding), waiting=Count("pk", filter=Q(status=BookingStatus.WAITING))
    )
    return Standing(taken=counted["taken"] or 0, waiting=counted["waiting"])
