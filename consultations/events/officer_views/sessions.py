"""Event days in the admin: which session, and everything there is to do about one."""

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from consultations.events.enums import BookingState, BookingStatus, RequirementState
from consultations.events.models import Booking, BookingRequirement, EventSession

from .sharing import EventPageMixin, OfficerMixin, SessionPageMixin, session_title

PAST_SHOWN = 50


class SessionListView(OfficerMixin, EventPageMixin, TemplateView):
    """All sessions of published events: those to come first, then the last past ones."""

    template_name = "events/admin/sessions.html"
    page_title = gettext_lazy("Event days")
    way_here: list = []

    def get_context_data(self, **kwargs):
        arrived = Count("bookings", filter=Q(bookings__arrived_at__isnull=False))
        sessions = EventSession.objects.filter(page__live=True, starts_at__isnull=False).with_taken()
        sessions = sessions.select_related("page").annotate(arrived=arrived)
        now = timezone.now()
        coming = sessions.filter(ends_at__gt=now).order_by("starts_at", "pk")
        past = sessions.filter(ends_at__lte=now).order_by("-starts_at", "-pk")[:PAST_SHOWN]
        may_book = self.user_has_permission("add")
        return super().get_context_data(**kwargs, coming=coming, past=past, may_book=may_book)


class SessionView(SessionPageMixin, TemplateView):
    """One session: how it stands, the waiting list in order, and what there is to do."""

    template_name = "events/admin/session.html"

    @property
    def way_here(self):
        return super().way_here[:-1]

    def get_page_title(self):
        return session_title(self.session)

    def get_context_data(self, **kwargs):
        session = self.session
        bookings = Booking.objects.filter(session=session)
        needs = BookingRequirement.objects.filter(booking__session=session, booking__status=BookingStatus.CONFIRMED)
        return super().get_context_data(
            **kwargs,
            state=session.booking_state(),
            offered=bookings.offered().order_by("offered_until", "pk"),
            queue=bookings.waiting(),
            people_here=bookings.here().people_here(),
            needs=needs.count(),
            needs_to_do=needs.filter(state=RequirementState.TO_DO).count(),
            may_book=self.user_has_permission("add") and not session.is_over and not session.called_off,
            may_change=self.user_has_permission("change") and not session.is_over,
            states=BookingState,
            now=timezone.now(),
        )
