"""What the officers' views of events share: who may see them, and finding bookings and sessions."""

from django.http import Http404
from django.urls import reverse
from django.utils.cache import add_never_cache_headers, patch_cache_control
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from consultations.events.models import Booking, EventSession


class OfficerMixin(PermissionCheckedMixin):
    """For those with a permission on bookings; nobody keeps the answer."""

    model = Booking
    permission_required = "view"

    def dispatch(self, request, *args, **kwargs):
        response = super().dispatch(request, *args, **kwargs)
        add_never_cache_headers(response)
        patch_cache_control(response, private=True, no_store=True)
        return response


class OneSessionMixin(OfficerMixin):
    """One session of a published event."""

    @cached_property
    def session(self) -> EventSession:
        sessions = EventSession.objects.with_taken().select_related("page")
        found = sessions.filter(pk=self.kwargs["pk"], page__live=True, starts_at__isnull=False).first()
        if found is None:
            raise Http404
        return found


class OneBookingMixin(OfficerMixin):
    """One booking, for those who may do with it what the view does."""

    @cached_property
    def booking(self) -> Booking:
        bookings = Booking.objects.select_related("session__page", "made_by", "arrived_by")
        found = bookings.filter(pk=self.kwargs["pk"]).first()
        if found is None or not self.user_has_permission_for_instance(self.permission_required, found):
            raise Http404
        return found


class EventPageMixin(WagtailAdminTemplateMixin):
    """A page of ours in the admin, with the way back to the events."""

    header_icon = "date"

    @property
    def way_here(self):
        """The breadcrumbs between the admin's first page and this one."""
        return [{"url": reverse("event_sessions:index"), "label": _("Event days")}]

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, *self.way_here, {"url": "", "label": self.get_page_title()}]


class SessionPageMixin(OneSessionMixin, EventPageMixin):
    """A page about one session, below the page of that session."""

    @property
    def way_here(self):
        here = {"url": reverse("event_sessions:inspect", args=[self.session.pk]), "label": session_title(self.session)}
        return [*super().way_here, here]

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs, session=self.session, event=self.session.page)


class BookingPageMixin(OneBookingMixin, EventPageMixin):
    """A page about one booking, below the list."""

    header_icon = "group"

    @property
    def way_here(self):
        return [{"url": reverse("bookings:index"), "label": _("Bookings")}]

    def get_context_data(self, **kwargs):
        booking = self.booking
        return super().get_context_data(**kwargs, booking=booking, session=booking.session, event=booking.session.page)


def session_title(session: EventSession):
    """The event's title, with the session's name where it has several."""
    return f"{session.page.title}, {session.name}" if session.name else session.page.title
