"""The start page: what it is, how long it takes, who sees it, and that one may stop."""

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from consultations.enums import Stage
from consultations.surveys.asked import asked_steps
from consultations.surveys.models import GroupSession, SurveyLink, SurveyPage
from consultations.surveys.services.journey import ConsultationClosed, UsedKey, start_response
from consultations.surveys.services.links import find_link
from consultations.surveys.steps import Steps
from engage.core.kept import content_stamp, kept_page
from engage.core.middleware import RequestWithDisplay

from .device import is_key, joined_session, new_key, remember
from .presenting import ways_to_see
from .steps import Journey, closed_page, find_journey, no_store, render_step


@no_store
def start(request: RequestWithDisplay, *, survey: SurveyPage) -> HttpResponse:
    """Show the start page; begin a response on POST. A device of a group session goes to its page."""
    session = joined_session(request, survey)
    if session:
        return redirect("join_session", session.code)
    if request.method == "POST":
        return _begin(request, survey)
    if request.method not in {"GET", "HEAD"}:
        return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
    return _show(request, survey)


def _show(request: RequestWithDisplay, survey: SurveyPage) -> HttpResponse:
    stamp = content_stamp()
    steps = asked_steps(survey.pk, stamp) or Steps.of(survey)
    journey = find_journey(request, survey.pk, stamp=stamp)
    stage, unfinished = steps.survey.consultation.stage(), journey is not None and not journey.response.is_sent
    carry_on = carry_on_url(journey) if journey and unfinished and steps.survey.consultation.may_send() else ""
    was_sent = journey is not None and journey.response.is_sent

    def render(places: dict[str, SafeString]) -> HttpResponse:
        context = {
            "stage": stage,
            "stages": Stage,
            "questions": steps.questions,
            "carry_on": carry_on,
            "was_sent": was_sent,
            "steps": steps,
            "ways": ways_to_see(request.display, steps.questions, everything=True),
        }
        return render_step(request, "survey_page", steps.survey, {**context, **places})

    key = ("start", survey.pk, stage, carry_on, was_sent)
    return kept_page(request, stamp=stamp, key=key, render=render, own={"key": new_key()})


def carry_on_url(journey: Journey) -> str:
    """Where somebody who comes back goes on."""
    return journey.steps.to_carry_on(journey.answered())


def _begin(request: HttpRequest, survey: SurveyPage) -> HttpResponse:
    try:
        return begin_response(request, survey, link=_link(request, survey))
    except ConsultationClosed:
        return closed_page(request, survey)


def begin_response(
    request: HttpRequest, survey: SurveyPage, *, link: SurveyLink | None = None, session: GroupSession | None = None
) -> HttpResponse:
    """Begin a response with the key of the form, and go to its first step.

    Raises ``ConsultationClosed`` or ``SessionOver``.
    """
    language = get_language() or ""
    posted = request.POST.get("key", "")
    key = posted if is_key(posted) else new_key()
    try:
        start_response(survey=survey, key=key, link=link, session=session, language=language)
    except UsedKey:
        key = new_key()
        start_response(survey=survey, key=key, link=link, session=session, language=language)
    return remember(request, redirect(Steps.of(survey).who), survey, key)


def _link(request: HttpRequest, survey: SurveyPage) -> SurveyLink | None:
    """The link that brought the person here, by the code in the address; a code of ours or nothing."""
    code = request.GET.get("from", "")
    link = find_link(code) if code else None
    return link if link and link.survey_id == survey.pk else None
