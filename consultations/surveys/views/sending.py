"""The last steps: check your answers, send, thank you; and help, clear this device."""

from typing import Any

from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.defaultfilters import linebreaksbr
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consultations.surveys.enums import AnswerState
from consultations.surveys.models import Answer, SurveyPage
from consultations.surveys.rows import answers_of, put_picks
from consultations.surveys.services.journey import send_response
from consultations.surveys.translating import answers_in_language
from engage.core.kept import kept_page
from engage.core.languages import lend_words
from engage.core.middleware import RequestWithDisplay

from .device import forget_everything, joined_session
from .joining import next_person
from .steps import Journey, find_journey, no_store, render_step, step, step_or_change
from .stopping import stop


def answer_rows(journey: Journey, *, came_from: str, version: str) -> list[dict[str, Any]]:
    """What somebody said, a row each: its ``label``, the answer in ``words`` ("" where they left it out), and
    the address to ``change`` it; with an answer the recorded ``voice`` and its ``transcript``.

    Who answers comes first, then each question that is asked. Answers to questions that are asked no longer follow;
    they cannot change. Those to questions that another answer hides are not there. What they said of themselves
    comes last.
    """
    steps, response, survey = journey.steps, journey.response, journey.survey
    here, gone = _answers(journey)
    who, about = (f"{address}?from={came_from}" for address in (steps.who, steps.about))
    rows = [_row(_("Who is answering"), response.get_answered_by_display(), who)]
    for question in journey.steps_at_the_end().questions:
        wording, change = journey.in_words(question).wording_in(version), steps.question(question)
        rows.append(_answer_row(wording, here.get(question.pk), f"{change}?from={came_from}"))
    rows += [_answer_row(answer.question.wording_in(version), answer, "") for answer in gone]
    if survey.ask_group:
        rows.append(_row(_("Who you are"), response.get_group_display(), about))
    if survey.ask_age:
        rows.append(_row(_("How old you are"), response.get_age_band_display(), about))
    if survey.ask_area:
        areas = [response.area] if response.area else []
        lend_words(areas, "name")
        rows.append(_row(_("Where you live"), "".join(area.name for area in areas), about))
    if survey.ask_needs:
        needs = list(response.needs.all())
        lend_words(needs, "text")
        rows.append(_row(_("What is true for you"), ", ".join(need.text for need in needs), about))
    return rows


def _row(label: str, words: str, change: str) -> dict[str, Any]:
    return {"label": label, "words": words, "change": change}


def _answer_row(label: str, answer: Answer | None, change: str) -> dict[str, Any]:
    if answer is None or answer.state == AnswerState.LEFT_OUT:
        return _row(label, "", change)
    said = {"voice": answer.recording, "transcript": answer.transcript}
    return {**_row(label, answer.words_for_person, change), **said}


def _answers(journey: Journey) -> tuple[dict[int, Answer], list[Answer]]:
    """The answers in the person's language: to questions that are asked now by question, and all others."""
    asked = {question.pk: journey.in_words(question) for question in journey.asked}
    answers = answers_of(journey.response)
    here = {answer.question_id: answer for answer in answers if answer.question_id in asked}
    for pk, answer in here.items():
        answer.question = asked[pk]
        choices = {choice.pk: choice for choice in asked[pk].choices.all()}
        picks = answer.picks.all()
        for pick in picks:
            pick.choice = choices.get(pick.choice_id) or pick.choice
        put_picks(answer, sorted(picks, key=lambda pick: (pick.rank or 0, pick.choice.sort_order, pick.pk)))
    gone = [answer for answer in answers if answer.question_id not in asked]
    prefetch_related_objects(gone, "question__statement", "picks__choice")
    gone.sort(key=lambda answer: (answer.question.sort_order, answer.pk))
    return here, answers_in_language(gone)


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
    words = {f"words_{number}": linebreaksbr(row["words"]) for number, row in enumerate(rows) if row["words"]}

    def render(places: dict[str, SafeString]) -> HttpResponse:
        shown = [{**row, "words": places.get(f"words_{number}", "")} for number, row in enumerate(rows)]
        help_url = journey.steps.help(journey.steps.check)
        context = {"rows": shown, "steps": journey.steps, "help_url": help_url, **places}
        return render_step(request, "check", journey.survey, context)

    if any(row.get("voice") for row in rows):
        return render(words)
    key = ("check", journey.survey.pk, tuple((row["label"], row["change"]) for row in rows))
    return kept_page(request, stamp=journey.stamp, key=key, render=render, own=words)


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

    def render(places: dict[str, SafeString]) -> HttpResponse:
        return render_step(request, "thanks", journey.survey, {"steps": journey.steps, **places})

    key = ("thanks", journey.survey.pk)
    return kept_page(
        request, stamp=journey.stamp, key=key, render=render, own={"receipt": journey.response.receipt_code or ""}
    )


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
