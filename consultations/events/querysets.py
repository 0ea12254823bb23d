"""Which events, sessions and bookings: each docstring defines what is listed and counted."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db.models import Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce
from django.utils import timezone
from wagtail.query import PageQuerySet

from consultations.enums import Audience
from consultations.events.enums import HOLDING_PLACES, BookingStatus, RequirementState
from engage.core.routing import open_to_all

if TYPE_CHECKING:
    from consultations.events.models import Booking, BookingRequirement, CallTask, EventSession  # noqa: F401 (in quoted types)
    from consultations.models import Area

# What people need must be settled so many days before they come.
NEEDS_DUE_DAYS = 5
PLACES = F("adults") + F("children")


class EventQuerySet(PageQuerySet):
    def coming(self, at=None):
        """Events that have not ended, soonest first."""
        return self.filter(ends_at__gt=at or timezone.now()).order_by("starts_at")

    def past(self, at=None):
        """Events that have ended, latest first."""
        return self.filter(ends_at__lte=at or timezone.now()).order_by("-starts_at")

    def listed(self, locale_id: int) -> "EventQuerySet":
        """Published events in one language that everybody may see."""
        return open_to_all(self.live().filter(locale=locale_id))

    def in_area(self, area: "Area") -> "EventQuerySet":
        """Events in that area of the district."""
        return self.filter(area=area)

    def online(self) -> "EventQuerySet":
        """Events that people can join from home."""
        return self.filter(online=True)

    def at_a_place(self) -> "EventQuerySet":
        """Events that people can go to."""
        return self.exclude(place="", address="")

    def for_audience(self, audience: str) -> "EventQuerySet":
        """Events for these people: also those that are for everyone, and those that do not say for whom."""
        named = Q(audience__icontains=audience) | Q(audience__icontains=Audience.EVERYONE.value)
        return self.filter(named | Q(audience=[]))


class SessionQuerySet(QuerySet["EventSession"]):
    def booked(self) -> "SessionQuerySet":
        """Sessions with at least one booking of any status, also a cancelled one."""
        from consultations.events.models import Booking

        return self.filter(Exists(Booking.objects.filter(session=OuterRef("pk"))))

    def coming(self, at: datetime | None = None) -> "SessionQuerySet":
        """Sessions that have not ended and take place, soonest first."""
        return self.filter(ends_at__gt=at or timezone.now(), called_off=False).order_by("starts_at", "pk")

    def with_taken(self) -> "SessionQuerySet":
        """With ``places_taken`` (of confirmed and offered bookings) and ``places_wanted`` (on the waiting list)."""
        return self.annotate(places_taken=_places_of(HOLDING_PLACES), places_wanted=_places_of({BookingStatus.WAITING}))


def _places_of(statuses: Iterable[BookingStatus]) -> Coalesce:
    from consultations.events.models import Booking

    rows = Booking.objects.filter(session=OuterRef("pk"), status__in=statuses).order_by().values("session")
    total = Subquery(rows.annotate(total=Sum(PLACES)).values("total"), output_field=IntegerField())
    return Coalesce(total, Value(0))


class BookingQuerySet(QuerySet["Booking"]):
    """Bookings by where they are. A booking is one family or group; ``places()`` counts people."""

    def confirmed(self) -> "BookingQuerySet":
        """Bookings that have their places."""
        return self.filter(status=BookingStatus.CONFIRMED)

    def offered(self) -> "BookingQuerySet":
        """Bookings with places that are kept until the family replies."""
        return self.filter(status=BookingStatus.OFFERED)

    def holding(self) -> "BookingQuerySet":
        """Bookings whose places count against the capacity: confirmed and offered ones."""
        return self.filter(status__in=HOLDING_PLACES)

    def waiting(self) -> "BookingQuerySet":
        """The waiting list, first come first: numbers are given while the session is locked."""
        return self.filter(status=BookingStatus.WAITING).order_by("pk")

    def cancelled(self) -> "BookingQuerySet":
        return self.filter(status=BookingStatus.CANCELLED)

    def active(self) -> "BookingQuerySet":
        """All but the cancelled ones, and those who did not come."""
        return self.exclude(status__in=(BookingStatus.CANCELLED, BookingStatus.ABSENT))

    def expected(self) -> "BookingQuerySet":
        """Bookings for the list at the door: those with places, and those said not to have come; by name."""
        return self.filter(status__in=(BookingStatus.CONFIRMED, BookingStatus.ABSENT)).order_by("name", "pk")

    def here(self) -> "BookingQuerySet":
        """Bookings that were checked in, walk-ins among them. ``people_here()`` counts people."""
        return self.filter(arrived_at__isnull=False)

    def to_thank(self) -> "BookingQuerySet":
        """Bookings that came, have an e-mail address, agreed that we keep in touch, and were not thanked yet."""
        return self.here().filter(keep_in_touch=True, thanked_at__isnull=True).exclude(email="").order_by("pk")

    def people_here(self) -> int:
        """How many people of these bookings came: as many as were checked in, not as many as had booked."""
        return self.aggregate(total=Sum("came"))["total"] or 0

    def places(self) -> int:
        """How many people these bookings are for."""
        return self.aggregate(total=Sum(PLACES))["total"] or 0

    def lapsed(self, at: datetime) -> "BookingQuerySet":
        """Offered bookings whose time to reply is over, those that waited longest first.

        Not of a session that does not take place: they are not told that others have their places.
        """
        due = self.offered().filter(offered_until__lte=at, session__called_off=False)
        return due.order_by("offered_until", "pk")

    def of_contact(self, typed: str) -> "BookingQuerySet":
        """Bookings with that e-mail address, however its letters are written."""
        return self.filter(email__iexact=typed.strip()) if typed.strip() else self.none()

    def past_their_time(self, before: datetime) -> "BookingQuerySet":
        """Bookings of events that ended before that moment, whatever became of them.

        Where nobody said when the event ends, those that nobody changed since.
        """
        without_end = Q(session__ends_at__isnull=True, changed_at__lt=before)
        return self.filter(Q(session__ends_at__lt=before) | without_end)


class RequirementQuerySet(QuerySet):
    def in_use(self):
        """Those that people can choose now."""
        return self.filter(in_use=True)


class BookingRequirementQuerySet(QuerySet["BookingRequirement"]):
    def tasks(self) -> "BookingRequirementQuerySet":
        """What confirmed bookings of sessions that are not over need, the soonest session first."""
        return self.filter(
            booking__status=BookingStatus.CONFIRMED,
            booking__session__ends_at__gt=timezone.now(),
            booking__session__called_off=False,
        ).order_by("booking__session__starts_at", "booking__name", "pk")

    def to_do(self) -> "BookingRequirementQuerySet":
        """Those that nobody has arranged or declined yet."""
        return self.filter(state=RequirementState.TO_DO)

    def due(self, at: datetime | None = None) -> "BookingRequirementQuerySet":
        """Tasks to do for sessions that begin within ``NEEDS_DUE_DAYS``."""
        soon = (at or timezone.now()) + timedelta(days=NEEDS_DUE_DAYS)
        return self.tasks().to_do().filter(booking__session__starts_at__lte=soon)


class CallTaskQuerySet(QuerySet["CallTask"]):
    def to_do(self) -> "CallTaskQuerySet":
        """Calls that nobody has made yet, the oldest first; none about a session that is over."""
        waiting = self.filter(done_at__isnull=True, booking__session__ends_at__gt=timezone.now())
        return waiting.order_by("made_at", "pk")
