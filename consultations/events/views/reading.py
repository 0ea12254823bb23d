"""What the views of booking share: pages that nobody keeps, and events that not everybody may see."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import cache_control
from wagtail.models import Locale

from consultations.events.calendar import CONTENT_TYPE
from consultations.events.models import Booking, EventSession, ListeningEventPage
from consultations.events.services.links import find_booking
from engage.core.languages import is_source_language

no_store = cache_control(private=True, no_store=True)


def find_session(request: HttpRequest, session_pk: int) -> EventSession:
    """A session of an event that is published. Raises ``Http404``."""
    session = EventSession.objects.select_related("page__picture").filter(pk=session_pk, page__live=True).first()
    if session is None or session.starts_at is None:
        raise Http404
    return session


def ask_first(request: HttpRequest, event: ListeningEventPage) -> HttpResponse | None:
    """Where the page asks for a password or a sign-in, it is asked there; None for who may see it. One query."""
    if all(restriction.accept_request(request) for restriction in event.get_view_restrictions()):
        return None
    return redirect(event.url)


def shown_event(event: ListeningEventPage) -> ListeningEventPage:
    """The event in the language of the address, where it is translated. One query in other languages."""
    if is_source_language():
        return event
    translation = event.get_translation_or_none(Locale.get_active())
    return translation if translation is not None and translation.live else event


def calendar_file(text: str) -> HttpResponse:
    """A calendar as a file that phones and computers open with their own calendar."""
    return HttpResponse(
        text, content_type=CONTENT_TYPE, headers={"Content-Disposition": 'attachment; filename="event.ics"'}
    )


def done_page(token: str, what: str) -> HttpResponse:
    """To the page of a booking, which says what just happened (``managing.DONE``)."""
    response = redirect("events:manage", token)
    response["Location"] += f"?done={what}"
    return response


def with_booking(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give a view the booking that its token opens; the same "not found" for every other token.

    The address holds the token: no page is told it, and nobody keeps the answer. ``no-referrer`` would make browsers
    send "Origin: null", and Django would refuse the forms; ``strict-origin`` names the site only.
    """

    @wraps(view)
    def wrapped(request: HttpRequest, token: str, **kwargs) -> HttpResponse:
        booking: Booking | None = find_booking(token)
        if booking is None:
            from .managing import unknown_link

            response = unknown_link(request)
        else:
            response = view(request, booking, token, **kwargs)
        response["Referrer-Policy"] = "strict-origin"
        return response

    return no_store(wrapped)
