"""The officers' part of booking: event days and bookings."""

from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, NumberColumn, StatusTagColumn, TitleColumn
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.viewsets.model import ModelViewSet

from consultations.events.filters import BookingFilterSet
from consultations.events.models import Booking
from consultations.events.officer_views import afterwards, arriving, bookings, by_officer, erasing, sessions, tasks
from consultations.events.permissions import VIEW_PERMISSION
from engage.core.menu import ENGAGEMENT_MENU_HOOK, PermittedMenuItem
from engage.core.middleware import no_inline_scripts
from engage.core.tables import MomentColumn


def needs_words(booking: Booking) -> str:
    """What a booking needs, in one cell. ``requirements`` are prefetched."""
    return "; ".join(need.words for need in booking.requirements.all())


class BookingViewSet(ModelViewSet):
    """Bookings are made, changed and cancelled through their services, and erased for families who ask."""

    model = Booking
    name = "bookings"
    icon = "group"
    menu_label = _("Bookings")
    menu_hook = ENGAGEMENT_MENU_HOOK
    menu_order = 510
    add_to_reference_index = False
    copy_view_enabled = False
    form_fields: list[str] = []
    index_view_class = bookings.BookingListView
    filterset_class = BookingFilterSet
    list_per_page = 50
    list_display = [
        TitleColumn("name", label=_("Name"), url_name="bookings:inspect", sort_key="name"),
        Column("event", label=_("Event"), accessor="session.page.title"),
        Column("session", label=_("Session"), accessor="session"),
        StatusTagColumn(
            "status", label=_("Status"), accessor="get_status_display", primary=lambda booking: booking.is_confirmed
        ),
        NumberColumn("places", label=_("Places")),
        Column("needs", label=_("What they need"), accessor=needs_words),
        MomentColumn("made_at", label=_("Booked"), sort_key="made_at"),
    ]

    def get_common_view_kwargs(self, **kwargs):
        gone = {f"{name}_url_name": None for name in ("add", "edit", "copy", "delete", "history", "usage")}
        kwargs = {**super().get_common_view_kwargs(**kwargs), **gone}
        return {**kwargs, "inspect_url_name": self.get_url_name("inspect")}

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("download/<slug:file>/", bookings.ExportBookingsView.as_view(), name="export"),
            path("<int:pk>/", no_inline_scripts(bookings.BookingView.as_view()), name="inspect"),
            path("<int:pk>/edit/", no_inline_scripts(by_officer.ChangeBookingView.as_view()), name="edit"),
            path("<int:pk>/cancel/", no_inline_scripts(by_officer.CancelBookingView.as_view()), name="cancel"),
            path("<int:pk>/erase/", no_inline_scripts(erasing.EraseBookingView.as_view()), name="erase"),
            path("<int:pk>/move-up/", no_inline_scripts(by_officer.MoveUpView.as_view()), name="move_up"),
            path("<int:pk>/accept/", by_officer.AcceptOfferView.as_view(), name="accept"),
        ]

    def get_permissions_to_register(self) -> QuerySet[Permission]:
        """All of the model's permissions, so that an administrator can give them to a group."""
        return Permission.objects.filter(content_type=ContentType.objects.get_for_model(self.model))

    def register_admin_url_finder(self) -> None:
        """Nothing else in the admin links to a booking."""


class SessionViewSet(ViewSet):
    """The days on which events take place, each with what there is to do."""

    name = "event_sessions"
    url_prefix = "event-days"
    icon = "date"
    menu_label = _("Event days")
    menu_hook = ENGAGEMENT_MENU_HOOK
    menu_order = 500

    @property
    def menu_item_class(self):
        return lambda **kwargs: PermittedMenuItem(permissions=[VIEW_PERMISSION], **kwargs)

    def get_urlpatterns(self):
        return [
            path("", no_inline_scripts(sessions.SessionListView.as_view()), name="index"),
            path("<int:pk>/", no_inline_scripts(sessions.SessionView.as_view()), name="inspect"),
            path("<int:pk>/book/", no_inline_scripts(by_officer.BookForSomebodyView.as_view()), name="book"),
            path("<int:pk>/check-in/", no_inline_scripts(arriving.CheckInView.as_view()), name="check_in"),
            path("<int:pk>/walk-in/", no_inline_scripts(arriving.WalkInView.as_view()), name="walk_in"),
            path("<int:pk>/sign-in-sheet/", no_inline_scripts(arriving.SignInSheetView.as_view()), name="sheet"),
            path("<int:pk>/after/", no_inline_scripts(afterwards.AfterView.as_view()), name="after"),
            path("<int:pk>/thank/", afterwards.ThankView.as_view(), name="thank"),
            path("<int:pk>/attendance/", afterwards.PutAttendanceView.as_view(), name="attendance"),
        ]


class TaskViewSet(ViewSet):
    """What is to be arranged for those who come, and whom to ring."""

    name = "event_tasks"
    url_prefix = "event-tasks"
    icon = "tasks"
    menu_label = _("Event tasks")
    menu_hook = ENGAGEMENT_MENU_HOOK
    menu_order = 520

    @property
    def menu_item_class(self):
        return lambda **kwargs: PermittedMenuItem(permissions=[VIEW_PERMISSION], **kwargs)

    def get_urlpatterns(self):
        return [
            path("", no_inline_scripts(tasks.TaskListView.as_view()), name="index"),
            path("need/<int:pk>/", no_inline_scripts(tasks.NeedView.as_view()), name="need"),
            path("call/<int:pk>/", tasks.CallView.as_view(), name="call"),
        ]


viewsets = [SessionViewSet(), BookingViewSet(), TaskViewSet()]
