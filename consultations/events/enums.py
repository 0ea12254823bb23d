"""The words of events and bookings, and named groups of them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class BookingStatus(TextChoices):
    """Where a booking is. An offered one holds its places until the family has replied."""

    CONFIRMED = "confirmed", _("Has places")
    OFFERED = "offered", _("Offered, waits for a reply")
    WAITING = "waiting", _("On the waiting list")
    CANCELLED = "cancelled", _("Cancelled")
    ABSENT = "absent", _("Did not come")


# Their places count against the capacity of the session.
HOLDING_PLACES = frozenset({BookingStatus.CONFIRMED, BookingStatus.OFFERED})


class CancelledBy(TextChoices):
    FAMILY = "family", _("The family")
    OFFICER = "officer", _("An officer")
    NO_REPLY = "no_reply", _("Nobody replied in time")


class BookingState(TextChoices):
    """Whether people can book places in a session at a moment."""

    NOT_NEEDED = "not_needed", _("You do not need to book")
    NOT_YET = "not_yet", _("Booking is not open yet")
    OPEN = "open", _("You can book")
    FULL = "full", _("Full. You can join the waiting list")
    CLOSED = "closed", _("Booking has ended")
    CALLED_OFF = "called_off", _("It does not take place")
    OVER = "over", _("It is over")


TAKES_BOOKINGS = frozenset({BookingState.OPEN, BookingState.FULL})


class RequirementState(TextChoices):
    """What the organiser did about what somebody needs."""

    TO_DO = "to_do", _("To do")
    ARRANGED = "arranged", _("Arranged")
    CANNOT = "cannot", _("We cannot")


class EventQuestionKind(TextChoices):
    TEXT = "text", _("Own words")
    YES_NO = "yes_no", _("Yes or no")


class CallReason(TextChoices):
    """What somebody without an e-mail address is told by telephone."""

    BOOKED = "booked", _("They have places")
    WAITING = "waiting", _("They are on the waiting list")
    OFFERED = "offered", _("Places are free for them: ask whether they want them")
    MOVED_UP = "moved_up", _("They have places now")
    CHANGED = "changed", _("Their booking has changed")
    CANCELLED = "cancelled", _("Their booking is cancelled")
    LAPSED = "lapsed", _("Their places were not kept")
    EVENT_CHANGED = "event_changed", _("The event has changed")
    CALLED_OFF = "called_off", _("The event does not take place")
    REMINDER = "reminder", _("The event is soon")
    NEEDS = "needs", _("What they need")
