"""See what I sent: with the receipt code, from any device. Change it, or delete it."""

from collections.abc import Callable
from contextlib import suppress
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from consultations.surveys.code_forms import ReceiptForm
from consultations.surveys.models import Response
from consultations.surveys.services.retention import ResponseGone, withdraw_response
from consultations.surveys.services.returning import hand_over
from consultations.surveys.steps import Steps
from engage.core.middleware import RequestWithDisplay
from engage.core.throttle import TryLater, client_of, give_back, spend_try
from engage.core.waiting_words import wait_words

from .device import forget_everything, new_key, remember
from .sending import answer_rows
from .steps import Journey, find_journey, no_store, render_step

METHODS = ["GET", "HEAD", "POST"]
KIND = "receipt"


@require_http_methods(METHODS)
@no_store
def find(request: HttpRequest) -> HttpResponse:
    """Ask for the receipt code. A right one opens on this device, and is forgotten by the device before."""
    if request.method != "POST":
        return _ask(request, ReceiptForm())
    form = ReceiptForm(request.POST)
    if not form.is_valid():
        return _ask(request, form)
    client = client_of(request)
    try:
        spend_try(kind=KIND, client=client)
    except TryLater as later:
        form.add_error("code", wait_words(later.at))
        return _ask(request, form, status=429)
    found = Response.objects.with_receipt_code(form.cleaned_data["code"]).select_related("survey").first()
    if found is None:
        form.add_error("code", _("This code does not open any answers. Please look at it again."))
        return _ask(request, form)
    give_back(kind=KIND, client=client)
    key = new_key()
    hand_over(response=found, key=key)
    return remember(request, redirect(Steps.of(found.survey).sent), found.survey, key)


def _ask(request: HttpRequest, form: ReceiptForm, status: int = 200) -> HttpResponse:
    problems = [{"target": "id_code", "message": message} for message in form.errors.get("code", [])]
    return render(request, "pages/surveys/find_sent.html", {"form": form, "problems": problems}, status=status)


def sent_step(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give a view the ``journey`` of a sent response; a device without one is asked for the code."""

    @wraps(view)
    def wrapped(request: HttpRequest, survey_pk: int) -> HttpResponse:
        journey = find_journey(request, survey_pk, live=False)
        if journey is None or not journey.response.is_sent:
            return redirect(reverse("surveys:find_sent"))
        return view(request, journey)

    return no_store(wrapped)


@require_safe
@sent_step
def show(request: RequestWithDisplay, journey: Journey) -> HttpResponse:
    """Every answer that was sent, with a link to change it while answers may be sent."""
    context = {
        "rows": answer_rows(journey, came_from="sent", version=request.display.version),
        "steps": journey.steps,
        "may_change": journey.survey.live and journey.survey.consultation.may_send(),
        "changes_end_at": journey.survey.consultation.sending_ends_at,
    }
    return render_step(request, "sent", journey.survey, context)


@require_http_methods(METHODS)
@sent_step
def delete(request: HttpRequest, journey: Journey) -> HttpResponse:
    """What deleting means, and, by POST, the deed. Pressing twice is harmless."""
    if request.method != "POST":
        return render_step(request, "delete", journey.survey, {"steps": journey.steps})
    with suppress(ResponseGone):
        withdraw_response(response=journey.response)
    return forget_everything(request, redirect(reverse("surveys:deleted")))


@require_safe
def deleted(request: HttpRequest) -> HttpResponse:
    """The answers are gone."""
    return render(request, "pages/surveys/deleted.html")
