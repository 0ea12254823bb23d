"""What pages show of events: their sessions, and in one line where booking stands."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import ngettext

from consultations.events.enums import TAKES_BOOKINGS, BookingState
from consultations.events.models import EventSession, ListeningEventPage

# Of several sessions the best news is said first: somewhere there is a place.
BEST_FIRST = (
    BookingState.OPEN,
    BookingState.FULL,
    BookingState.NOT_NEEDED,
    BookingState.NOT_YET,
    BookingState.CLOSED,
    BookingState.CALLED_OFF,
    BookingState.OVER,
)


@dataclass(frozen=True)
class ShownSession:
    """A session with where its booking stands now, or as a preview says."""

    session: EventSession
    state: BookingState

    @property
    def takes_bookings(self) -> bool:
        """Whether people can book, or join the waiting list."""
        return self.state in TAKES_BOOKINGS

    @property
    def may_book(self) -> bool:
        """Whether there is a form to send people to: not for a session that is only typed yet."""
        return bool(self.session.pk) and self.takes_bookings

    @property
    def free(self) -> int:
        """Places that nobody holds, where people can book them; in a preview of "open" at least one."""
        return max(self.session.free, 1) if self.state == BookingState.OPEN else 0

    @property
    def is_booked_out(self) -> bool:
        """Whether booking has ended because, or while, every place is taken."""
        return self.state == BookingState.CLOSED and self.session.free == 0


@dataclass(frozen=True)
class Standing:
    """Where the booking of an event stands over all its sessions."""

    state: BookingState
    free: int = 0
    sessions: int = 0

    @property
    def words(self) -> str:
        """The state in words, with how many places are free where people can book them."""
        if self.state != BookingState.OPEN:
            return str(self.state.label)
        free = ngettext("%(number)s place is free", "%(number)s places are free", self.free)
        return free % {"number": self.free}


def shown(sessions: Iterable[EventSession], *, forced: BookingState | None = None) -> list[ShownSession]:
    """The sessions that a page lists, in their order.

    Those that an officer took away are listed while they go on; ``forced`` is the state that a preview is of.
    """
    rows = [row for row in sessions if not row.retired or not row.is_over]
    return [ShownSession(row, _forced(row, forced) or row.booking_state()) for row in rows]


def _forced(session: EventSession, state: BookingState | None) -> BookingState | None:
    """A preview of booking changes nothing where nobody books, or where the session is called off."""
    return state if session.page.takes_bookings and not session.called_off else None


def standing(sessions: Iterable[ShownSession]) -> Standing:
    """One line for several sessions. Without any: it is over."""
    rows = list(sessions)
    states = {row.state for row in rows}
    best = next((state for state in BEST_FIRST if state in states), BookingState.OVER)
    return Standing(best, sum(row.free for row in rows), len(rows))


def with_standing(events: Iterable[ListeningEventPage]) -> list[ListeningEventPage]:
    """The events, each with its ``standing``: a ``Standing``, also for translations. One query for all."""
    pages = list(events)
    keys = {page.translation_key for page in pages}
    found: dict = {}
    rows = EventSession.objects.filter(page__translation_key__in=keys, starts_at__isnull=False, ends_at__isnull=False)
    for row in rows.select_related("page").with_taken() if keys else ():
        found.setdefault(row.page.translation_key, []).append(row)
    for page in pages:
        page.standing = standing(shown(found.get(page.translation_key, [])))
    return pages
