"""How officers narrow the list of bookings."""

import django_filters
from django.db.models import QuerySet
from django.forms import RadioSelect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from consultations.events.enums import BookingStatus, RequirementState
from consultations.events.models import AccessRequirement, Booking, BookingRequirement, EventSession, ListeningEventPage
from engage.core.languages import sources

BY_MAIL, BY_PHONE = "email", "phone"


def _events(_request) -> QuerySet[ListeningEventPage]:
    return sources(ListeningEventPage.objects.filter(sessions__bookings__isnull=False).distinct().order_by("title"))


def _sessions(_request) -> QuerySet[EventSession]:
    return EventSession.objects.booked().select_related("page").order_by("-starts_at", "pk")


class _SessionChoiceField(django_filters.ModelChoiceFilter.field_class):
    def label_from_instance(self, session: EventSession) -> str:
        return f"{session.page.title}: {session}"


class _SessionFilter(django_filters.ModelChoiceFilter):
    field_class = _SessionChoiceField


class BookingFilterSet(WagtailFilterSet):
    """Bookings by event, session, where they are, and what they need."""

    event = django_filters.ModelChoiceFilter(label=_("Event"), field_name="session__page", queryset=_events)
    session = _SessionFilter(label=_("Session"), queryset=_sessions)
    status = django_filters.ChoiceFilter(
        label=_("Status"), choices=BookingStatus.choices, widget=RadioSelect, empty_label=_("All")
    )
    need = django_filters.ModelChoiceFilter(
        label=_("Need"), queryset=lambda _request: AccessRequirement.objects.all(), method="with_need"
    )
    need_state = django_filters.ChoiceFilter(
        label=_("What became of the needs"),
        choices=RequirementState.choices,
        widget=RadioSelect,
        empty_label=_("All"),
        method="with_need_state",
    )
    contact = django_filters.ChoiceFilter(
        label=_("How we reach them"),
        choices=[(BY_MAIL, _("By e-mail")), (BY_PHONE, _("By telephone only"))],
        widget=RadioSelect,
        empty_label=_("All"),
        method="by_contact",
    )

    class Meta:
        model = Booking
        fields = ["event", "session", "status", "need", "need_state", "contact"]

    def with_need(self, queryset, _name, requirement):
        return _needing(queryset, BookingRequirement.objects.filter(requirement=requirement))

    def with_need_state(self, queryset, _name, state):
        return _needing(queryset, BookingRequirement.objects.filter(state=state))

    def by_contact(self, queryset, _name, way):
        return queryset.exclude(email="") if way == BY_MAIL else queryset.filter(email="")


def _needing(bookings, needs):
    return bookings.filter(pk__in=needs.values("booking"))
