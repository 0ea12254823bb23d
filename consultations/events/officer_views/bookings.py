"""Bookings in the admin: the list, one in full, and taking the list away."""

from django.db.models import Count
from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import TemplateView
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import HeaderButton
from wagtail.log_actions import log

from consultations.events.audit import EXPORT_ACTION
from consultations.events.downloads import booking_rows
from consultations.events.filters import BookingFilterSet
from consultations.events.models import Booking, ListeningEventPage
from engage.core.exports import csv_response, xlsx_response

from .sharing import BookingPageMixin, OfficerMixin

SEARCHED = ["name", "email", "phone"]
FILES = {"csv": csv_response, "xlsx": xlsx_response}


class BookingListView(generic.IndexView):
    """All bookings, the newest first. As many queries for 10 as for 1,000."""

    any_permission_required = ["view"]
    page_title = gettext_lazy("Bookings")
    results_template_name = "events/admin/bookings_results.html"
    search_fields = SEARCHED

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        buttons = list(super().header_buttons)
        if self.user_has_permission("add"):
            # Which session comes first: the list of event days has the button for each.
            buttons.append(HeaderButton(_("Book for somebody"), url=reverse("event_sessions:index"), icon_name="plus"))
        return buttons

    def get_base_queryset(self):
        return Booking.objects.select_related("session__page").prefetch_related("requirements__requirement")

    def order_queryset(self, queryset):
        return queryset.order_by(self.ordering or "-pk", "-pk")

    def get_list_more_buttons(self, instance: Booking) -> list:
        """The name leads to the booking, where all there is to do stands."""
        return []

    def get_context_data(self, *args, **kwargs):
        query = self.request.GET.copy()
        for name in ("_w_filter_fragment", "p", "page"):
            query.pop(name, None)
        may_export = self.user_has_permission("export")
        return super().get_context_data(*args, **kwargs) | {"may_export": may_export, "query": query.urlencode()}


def found_bookings(request):
    """The bookings that the list shows for the filters and the search of an address."""
    bookings = Booking.objects.all()
    typed = request.GET.get("q", "").replace("\x00", "").strip()
    if typed:
        found = Booking.objects.none()
        for name in SEARCHED:
            found = found | bookings.filter(**{f"{name}__icontains": typed})
        bookings = found
    filters = BookingFilterSet(request.GET, queryset=bookings, request=request)
    return filters.qs if filters.is_valid() else bookings.none()


class ExportBookingsView(OfficerMixin, View):
    """Download the bookings that the list shows. Written into the log of each event before the first line is sent."""

    permission_required = "export"
    http_method_names = ["post"]

    def post(self, request, file: str):
        if file not in FILES:
            raise Http404
        bookings = found_bookings(request)
        pages = bookings.order_by().values("session__page").annotate(number=Count("pk"))
        numbers = {row["session__page"]: row["number"] for row in pages}
        for event in ListeningEventPage.objects.filter(pk__in=numbers):
            data = {"file": file, "bookings": numbers[event.pk]}
            log(instance=event, action=EXPORT_ACTION, user=request.user, data=data)
        return FILES[file](booking_rows(bookings), filename=f"bookings-{localdate().isoformat()}.{file}")


class BookingView(BookingPageMixin, TemplateView):
    """One booking in full: who comes, what they need and what became of it, what they were told to be rung about."""

    template_name = "events/admin/booking.html"

    def get_page_title(self):
        return self.booking.name

    def get_context_data(self, **kwargs):
        booking = self.booking
        return super().get_context_data(
            **kwargs,
            needs=booking.requirements.select_related("requirement").order_by("pk"),
            answers=booking.answers.select_related("question").order_by("question__sort_order", "pk"),
            calls=booking.calls.to_do(),
            may_change=self.user_has_permission_for_instance("change", booking) and not booking.session.is_over,
            may_erase=self.user_has_permission_for_instance("erase", booking),
        )
