"""The start page: what it is, how long it takes, who sees it, and that one may stop."""

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect

from consultations.enums import Stage
from consultations.surveys.models import SurveyLink, SurveyPage
from consultations.surveys.services.journey import ConsultationClosed, UsedKey, start_response
from consultations.surveys.services.links import find_link
from consultations.surveys.steps import Steps

from .device import is_key, new_key, remember
from .steps import Journey, closed_page, find_journey, no_store, render_step


@no_store
def start(request: HttpRequest, *, survey: SurveyPage) -> HttpResponse:
    """Show the start page; begin a response on POST."""
    if request.method == "POST":
        return _begin(request, survey)
    if request.method not in {"GET", "HEAD"}:
        return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
    return _show(request, survey)


def _show(request: HttpRequest, survey: SurveyPage) -> HttpResponse:
    journey = find_journey(request, survey.pk)
    consultation = survey.consultation
    unfinished = journey is not None and not journey.response.is_sent and consultation.may_send()
    context = {
        "stage": consultation.stage(),
        "stages": Stage,
        "key": new_key(),
        "questions": survey.asked_questions,
        "carry_on": _carry_on(journey) if unfinished and journey else "",
        "was_sent": journey is not None and journey.response.is_sent,
        "steps": Steps.of(survey),
    }
    return render_step(request, "survey_page", survey, context)


def _carry_on(journey: Journey) -> str:
    answered = set(journey.response.answers.values_list("question_id", flat=True))
    return journey.steps.to_carry_on(answered)


def _begin(request: HttpRequest, survey: SurveyPage) -> HttpResponse:
    posted = request.POST.get("key", "")
    key = posted if is_key(posted) else new_key()
    link = _link(request, survey)
    try:
        try:
            start_response(survey=survey, key=key, link=link)
        except UsedKey:
            key = new_key()
            start_response(survey=survey, key=key, link=link)
    except ConsultationClosed:
        return closed_page(request, survey)
    return remember(request, redirect(Steps.of(survey).who), survey, key)


def _link(request: HttpRequest, survey: SurveyPage) -> SurveyLink | None:
    """The link that brought the person here, by the code in the address; a code of ours or nothing."""
    code = request.GET.get("from", "")
    link = find_link(code) if code else None
    return link if link and link.survey_id == survey.pk else None
