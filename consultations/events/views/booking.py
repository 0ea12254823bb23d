"""The booking form: one page, no account."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from consultations.events.enums import TAKES_BOOKINGS, BookingState
from consultations.events.forms.booking import BookingForm
from consultations.events.models import EventSession
from consultations.events.services.booking import book_places
from consultations.events.services.links import new_token
from consultations.events.services.places import BookingClosed, PartyTooLarge
from engage.core.throttle import Allowance, TryLater, client_of, spend_own_try
from engage.core.waiting_words import wait_words

from .reading import ask_first, done_page, find_session, no_store, shown_event

# Of one address, which a school or an office may share: 100 in a row, and one more every 10 seconds.
BOOKINGS = Allowance(tries=100, every=timedelta(seconds=10))


@require_http_methods(["GET", "HEAD", "POST"])
@no_store
def book(request: HttpRequest, session_pk: int) -> HttpResponse:
    """Show the form of a session; book on POST. A form that is sent again leads to the booking that it made."""
    session = find_session(request, session_pk)
    asked = ask_first(request, session.page)
    if asked is not None:
        return asked
    questions = session.page.asked_questions()
    if request.method == "POST":
        return _book(request, session, BookingForm(request.POST, questions=questions))
    state = session.booking_state()
    if state not in TAKES_BOOKINGS:
        return _closed(request, session, state)
    return _show(request, session, BookingForm(questions=questions))


def _book(request: HttpRequest, session: EventSession, form: BookingForm) -> HttpResponse:
    if not form.is_valid():
        return _show(request, session, form)
    try:
        spend_own_try(kind="events.book", client=client_of(request), allowance=BOOKINGS)
        booking = book_places(session=session, key=form.cleaned_data["key"], wanted=form.wanted())
    except TryLater as later:
        form.add_error(None, wait_words(later.at))
        return _show(request, session, form, status=429)
    except PartyTooLarge as too_large:
        form.add_error("adults", too_large_words(too_large))
        return _show(request, session, form)
    except BookingClosed as closed:
        return _closed(request, session, closed.state)
    token = new_token(booking=booking)
    return done_page(token, "unsent") if booking.mail_held_back else redirect("events:manage", token)


def too_large_words(too_large: PartyTooLarge) -> str:
    """What a group hears that is larger than the session."""
    words = _("This event has %(capacity)d places. Your group is larger. Please ring us. We want to find a way.")
    return words % {"capacity": too_large.capacity}


def _show(request: HttpRequest, session: EventSession, form: BookingForm, status: int = 200) -> HttpResponse:
    state = session.booking_state()
    context = {"session": session, "event": shown_event(session.page), "form": form}
    context["is_full"] = state == BookingState.FULL
    return render(request, "pages/events/book.html", context, status=status)


def _closed(request: HttpRequest, session: EventSession, state: BookingState) -> HttpResponse:
    context = {"session": session, "event": shown_event(session.page), "state": state, "states": BookingState}
    return render(request, "pages/events/closed.html", context, status=410)
