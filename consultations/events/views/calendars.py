"""Calendar files for everybody: of one event, and of all that are coming. Never with a link to join."""

from collections import defaultdict
from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe
from wagtail.models import Locale

from consultations.events.calendar import calendar_text
from consultations.events.forms.looking import LookForm
from consultations.events.models import EventSession, ListeningEventPage
from engage.core.languages import source_of

from .reading import ask_first, calendar_file

# So long an event that is over stays in the calendar of those who follow it.
KEPT = timedelta(days=60)


@require_safe
def one_event(request: HttpRequest, event_pk: int) -> HttpResponse:
    """The sessions of one event, by the number of its page or of a translation: both must be published."""
    event = ListeningEventPage.objects.live().filter(pk=event_pk).first()
    if event is None or not source_of(event).live:
        raise Http404
    return ask_first(request, event) or calendar_file(calendar_text(_sessions_of([event])))


@require_safe
def all_events(request: HttpRequest) -> HttpResponse:
    """All events that everybody may see, or those that fit what the address asks for: a calendar to follow."""
    listed = ListeningEventPage.objects.listed(Locale.get_active().pk).coming(timezone.now() - KEPT)
    return calendar_file(calendar_text(_sessions_of(LookForm(request.GET).narrow(listed))))


def _sessions_of(events) -> list[EventSession]:
    """The sessions of events in the order of time, each with its event in the language of the reader. One query."""
    shown = {event.translation_key: event for event in events}
    rows = EventSession.objects.filter(page__translation_key__in=shown, retired=False).select_related("page")
    by_event = defaultdict(list)
    for row in rows.order_by("starts_at", "pk"):
        by_event[row.page.translation_key].append(row)
        row.page = shown[row.page.translation_key]
    return [row for key in shown for row in by_event[key]]
