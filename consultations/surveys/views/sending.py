"""The last steps: check your answers, send, thank you; and help, clear this device."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consultations.surveys.models import SurveyPage
from consultations.surveys.services.journey import send_response
from consultations.surveys.translating import answers_in_language, in_language
from engage.core.middleware import RequestWithDisplay

from .device import forget_everything, joined_session
from .joining import next_person
from .steps import Journey, find_journey, no_store, render_step, step, step_or_change
from .stopping import stop


def answer_rows(journey: Journey, *, came_from: str, version: str) -> list[dict]:
    """A row for each question that is asked, with the answer and the address that changes it.

    Answers to questions that are asked no longer come last; they cannot change. Those to questions that another
    answer hides are not there.
    """
    stored = journey.response.answers.select_related("question__statement", "voice").prefetch_related("picks__choice")
    answers = {answer.question_id: answer for answer in answers_in_language(stored)}
    questions = journey.steps_at_the_end().questions
    in_words = {question.pk: question for question in in_language(questions)}
    rows = [
        {
            "question": question,
            "wording": in_words[question.pk].wording_in(version),
            "answer": answers.pop(question.pk, None),
            "change": f"{journey.steps.question(question)}?from={came_from}",
        }
        for question in questions
    ]
    asked = {question.pk for question in journey.asked}
    gone = [
        {"question": one.question, "wording": one.question.wording_in(version), "answer": one, "change": ""}
        for one in answers.values()
        if one.question_id not in asked
    ]
    return rows + gone


@require_http_methods(["GET", "HEAD", "POST"])
@step
def check(request: RequestWithDisplay, journey: Journey) -> HttpResponse:
    """Every answer with a link to change it; POST sends."""
    if request.method == "POST":
        if request.POST.get("go") == "stop":
            return stop(request, journey)
        language = get_language() or ""
        send_response(response=journey.response, survey=journey.survey, shown=request.display, language=language)
        return redirect(journey.steps.thanks)
    rows = answer_rows(journey, came_from="check", version=request.display.version)
    context = {"rows": rows, "came_from": "check", "response": journey.response, "steps": journey.steps}
    context["help_url"] = journey.steps.help(journey.steps.check)
    return render_step(request, "check", journey.survey, context)


@require_safe
@no_store
def thanks(request: HttpRequest, survey_pk: int) -> HttpResponse:
    """Thank you, the receipt code, and what happens next."""
    journey = find_journey(request, survey_pk)
    if journey is None or not journey.response.is_sent:
        survey = get_object_or_404(SurveyPage.objects.live(), pk=survey_pk)
        return redirect(survey.start_url)
    session = joined_session(request, journey.survey)
    if session and journey.response.session_id == session.pk:
        return next_person(request, journey, session)
    context = {"receipt": journey.response.receipt_code, "steps": journey.steps}
    return render_step(request, "thanks", journey.survey, context)


@require_safe
@step_or_change
def help_page(request: HttpRequest, journey: Journey) -> HttpResponse:
    """How to answer, and whom to ask. Goes back to where the person was."""
    back = request.GET.get("back", "")
    if not (back.startswith("/") and url_has_allowed_host_and_scheme(back, None)):
        back = journey.steps.first
    return render_step(request, "help", journey.survey, {"back": back, "steps": journey.steps})


@require_POST
@no_store
def clear(request: HttpRequest, survey_pk: int) -> HttpResponse:
    """Forget the person on this device. What they sent stays sent; what they saved can no longer be opened."""
    survey = get_object_or_404(SurveyPage.objects.live(), pk=survey_pk)
    return forget_everything(request, redirect(survey.start_url))
