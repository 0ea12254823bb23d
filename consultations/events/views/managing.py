"""The private page of a booking: what was booked, and changing, cancelling, accepting. GET changes nothing."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consultations.events.calendar import calendar_text
from consultations.events.forms.booking import FamilyForm, change_form
from consultations.events.models import Booking
from consultations.events.services.booking import cancel_booking, change_booking
from consultations.events.services.finding import send_again
from consultations.events.services.places import AlreadyHere, BookingGone, NoRoom, PartyTooLarge
from consultations.events.services.telling import places_words
from consultations.events.services.waiting import accept_offer

from .booking import too_large_words
from .reading import calendar_file, done_page, shown_event, with_booking

# What just happened, as the address of the page says it. Nothing but words hangs on it.
DONE = {
    "changed": gettext_lazy("We have changed your booking."),
    "changed-unsent": gettext_lazy("We have changed your booking. We do not send another e-mail now."),
    "unsent": gettext_lazy("We sent you several e-mails. We do not send another one now."),
    "sent": gettext_lazy("We have sent you an e-mail."),
    "later": gettext_lazy("You asked for several e-mails. Please wait some minutes."),
    "accepted": gettext_lazy("You have the places now."),
}

UNSENT = {"unsent", "changed-unsent"}


@with_booking
@require_safe
def show(request: HttpRequest, booking: Booking, token: str) -> HttpResponse:
    """The booking as it is now: the confirmation, and the way to change it."""
    what = request.GET.get("done", "")
    context = {"done": str(DONE.get(what, "")), "is_unsent": what in UNSENT}
    return _render(request, "booking", booking, token, context)


@with_booking
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, booking: Booking, token: str) -> HttpResponse:
    """Change numbers, needs, answers, or how we reach them."""
    if _is_over(booking):
        return redirect("events:manage", token)
    questions = booking.session.page.asked_questions()
    form = change_form(booking, questions, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        changed = _change(booking, form, token)
        if changed is not None:
            return done_page(token, "changed-unsent" if changed.mail_held_back else "changed")
    return _render(request, "change", booking, token, {"form": form})


def _change(booking: Booking, form: FamilyForm, token: str) -> Booking | None:
    """The booking as it is then; None where the form says what cannot be."""
    try:
        return change_booking(booking=booking, wanted=form.wanted(), token=token)
    except NoRoom as full:
        form.add_error("adults", _no_room_words(full))
    except PartyTooLarge as too_large:
        form.add_error("adults", too_large_words(too_large))
    except AlreadyHere:
        form.add_error("adults", _("You are here already. Please speak to us."))
    except BookingGone:
        # It was cancelled, or the event is over: its page says so.
        return booking
    return None


def _no_room_words(full: NoRoom) -> str:
    words = ngettext(
        "Too few places are free. You can have %(most)d place.",
        "Too few places are free. You can have %(most)d places.",
        full.most,
    )
    return words % {"most": full.most}


@with_booking
@require_http_methods(["GET", "HEAD", "POST"])
def cancel(request: HttpRequest, booking: Booking, token: str) -> HttpResponse:
    """Ask whether; cancel on POST."""
    if request.method == "POST" and not _is_over(booking):
        try:
            cancelled = cancel_booking(booking=booking)
        except BookingGone:
            return redirect("events:manage", token)
        if cancelled.mail_held_back:
            return done_page(token, "unsent")
    if request.method == "POST" or _is_over(booking):
        return redirect("events:manage", token)
    return _render(request, "cancel", booking, token, {})


@with_booking
@require_POST
def accept(request: HttpRequest, booking: Booking, token: str) -> HttpResponse:
    """Yes, we want the places."""
    try:
        accept_offer(booking=booking)
    except BookingGone:
        return redirect("events:manage", token)
    return done_page(token, "accepted")


@with_booking
@require_POST
def send_link_again(request: HttpRequest, booking: Booking, token: str) -> HttpResponse:
    """Send the e-mail with the link once more; only to the address of the booking."""
    if not booking.email or _is_over(booking):
        return redirect("events:manage", token)
    send_again(booking=booking)
    return done_page(token, "later" if booking.mail_held_back else "sent")


@with_booking
@require_safe
def calendar(request: HttpRequest, booking: Booking, token: str) -> HttpResponse:
    """The event as a calendar file, with the link to join for those who have places."""
    return calendar_file(calendar_text([booking.session], with_join_link=booking.is_confirmed, remind=True))


def unknown_link(request: HttpRequest) -> HttpResponse:
    """The same page for a token that never was, is too old, or belongs to a booking that is deleted."""
    return render(request, "pages/events/link_gone.html", status=404)


def _is_over(booking: Booking) -> bool:
    return booking.is_cancelled or booking.session.is_over


def _render(request: HttpRequest, template: str, booking: Booking, token: str, context: dict[str, Any]) -> HttpResponse:
    values = {
        "booking": booking,
        "token": token,
        "session": booking.session,
        "event": shown_event(booking.session.page),
        "places": places_words(booking),
        "needs": booking.requirements.select_related("requirement").order_by("pk"),
        "answers": booking.answers.select_related("question").order_by("question__sort_order", "pk"),
        "is_over": _is_over(booking),
        "takes_place": not booking.session.called_off,
    }
    return render(request, f"pages/events/{template}.html", {**values, **context})
