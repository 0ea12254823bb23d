"""Joining a group session: type the code or follow the square, answer, hand the device to the next person."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from consultations.surveys.models import GroupSession
from consultations.surveys.services.journey import ConsultationClosed, SessionOver
from consultations.surveys.services.sessions import find_session
from consultations.surveys.session_forms import JoinForm
from consultations.surveys.steps import Steps
from engage.core.throttle import TryLater, client_of, give_back, spend_try
from engage.core.waiting_words import wait_words

from .device import forget_everything, join_session, leave_session, new_key
from .start import begin_response, carry_on_url
from .steps import Journey, closed_page, find_journey, no_store, render_step

METHODS = ["GET", "HEAD", "POST"]
KIND = "session"


@require_http_methods(METHODS)
@no_store
def join(request: HttpRequest) -> HttpResponse:
    """Type the code. A wrong one stays in the box; too many wrong ones wait a little."""
    form = JoinForm(request.POST or None)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            session = look_for(request, form.cleaned_data["code"])
        except TryLater as later:
            form.add_error("code", wait_words(later.at))
            status = 429
        else:
            if session:
                return redirect("join_session", session.code)
            form.add_error("code", _("We do not know this code. Please look at it again."))
    return _ask_for_code(request, form, status)


def _ask_for_code(request: HttpRequest, form: JoinForm, status: int) -> HttpResponse:
    problems = [{"target": "id_code", "message": message} for message in form.errors.get("code", [])]
    return render(request, "pages/surveys/join.html", {"form": form, "problems": problems}, status=status)


def look_for(request: HttpRequest, code: str) -> GroupSession | None:
    """The session with that code. Wrong codes are slowed down; raises ``TryLater``."""
    client = client_of(request)
    spend_try(kind=KIND, client=client)
    session = find_session(code)
    if session:
        give_back(kind=KIND, client=client)
    return session


@require_http_methods(METHODS)
@no_store
def session_page(request: HttpRequest, code: str) -> HttpResponse:
    """You are in the session: start, carry on, or hand over. GET changes nothing; POST starts."""
    session, refusal = unknown_code(request, code)
    if session is None:
        return refusal
    if request.method == "POST":
        return _begin(request, session)
    return _show(request, session)


def unknown_code(request: HttpRequest, code: str) -> tuple[GroupSession | None, HttpResponse]:
    """The session with the code of an address; None with the page that asks for the code where there is none."""
    try:
        session = look_for(request, code)
    except TryLater as later:
        words, status = wait_words(later.at), 429
    else:
        if session:
            return session, HttpResponse()
        words, status = _("We do not know this code. Please look at it again."), 404
    form = JoinForm({"code": code[:20]})
    form.add_error("code", words)
    return None, _ask_for_code(request, form, status)


def _begin(request: HttpRequest, session: GroupSession) -> HttpResponse:
    """The person before is forgotten, whatever they had begun here; a new one starts."""
    survey = session.survey
    try:
        reply = begin_response(request, survey, session=session)
    except SessionOver:
        return _show(request, session)
    except ConsultationClosed:
        return closed_page(request, survey)
    return join_session(request, reply, session)


def _show(request: HttpRequest, session: GroupSession) -> HttpResponse:
    survey = session.survey
    journey = find_journey(request, survey.pk)
    unfinished = journey is not None and not journey.response.is_sent and survey.consultation.may_send()
    context = {
        "session": session,
        "is_open": session.is_open() and survey.consultation.may_start(),
        "is_early": session.is_early() and not session.is_over(),
        "carry_on": carry_on_url(journey) if unfinished and journey else "",
        "key": new_key(),
        "questions": survey.asked_questions,
        "steps": Steps.of(survey),
    }
    return render_step(request, "session", survey, context)


@require_POST
@no_store
def leave(request: HttpRequest, code: str) -> HttpResponse:
    """This device is mine: it is no longer the session's. What somebody began in the session stays there."""
    session = find_session(code)
    return leave_session(redirect(session.survey.start_url if session else reverse("join")))


def next_person(request: HttpRequest, journey: Journey, session: GroupSession) -> HttpResponse:
    """Thank you, the code once, and a big button for the next person. The device forgets the one before."""
    context = {"session": session, "receipt": journey.response.receipt_code, "steps": journey.steps}
    reply = render_step(request, "next_person", journey.survey, context)
    return join_session(request, forget_everything(request, reply), session)
