"""The steps between the start and the sending: who answers, the questions, about you."""

from collections.abc import Callable
from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from consultations.surveys.about import about_parts
from consultations.surveys.enums import (
    ANSWERED_BY_PICTURES,
    MOST_RANKS,
    AnsweredBy,
    AnswerState,
    QuestionKind,
)
from consultations.surveys.forms import AboutForm, WhoForm
from consultations.surveys.models import Question
from consultations.surveys.question_forms import QuestionForm, TopThreeForm, form_for
from consultations.surveys.rows import answer_to
from consultations.surveys.services.changing import change_about, change_answer
from consultations.surveys.services.given import Given
from consultations.surveys.services.journey import save_about, save_answer
from consultations.surveys.services.speech import spoken_question_url
from engage.core.glossary import words_to_know
from engage.core.kept import kept_page
from engage.core.languages import address_in
from engage.core.middleware import RequestWithDisplay, allow_microphone
from engage.core.preferences import Signed

from .presenting import chosen_display, chosen_language, ways_to_see, with_display
from .recording import records_voice, takes_recording, voice_context
from .steps import Journey, came_from, render_step, step_or_change
from .stopping import stop

METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(METHODS)
@step_or_change
def who(request: HttpRequest, journey: Journey) -> HttpResponse:
    """Who is answering: alone, with help, or for somebody."""
    form = WhoForm(request.POST) if request.method == "POST" else WhoForm(initial=vars(journey.response))
    if request.method == "POST" and form.is_valid():
        save = change_about if journey.response.is_sent else save_about
        save(response=journey.response, survey=journey.survey, answered_by=form.cleaned_data["answered_by"])
        return _go(request, journey, here=journey.steps.who, back=journey.steps.start, on=journey.steps.first)
    options = [
        {"value": value.value, "label": value.label, "picture": ANSWERED_BY_PICTURES[value]} for value in AnsweredBy
    ]
    context = {
        "form": form,
        "options": options,
        "problems": _problems(form, lambda _name: "who-1"),
        "steps": journey.steps,
        "came_from": came_from(request),
    }
    return _kept_form(request, journey, "who", form, context)


@require_http_methods(METHODS)
@step_or_change
def question(request: RequestWithDisplay, journey: Journey, key: str) -> HttpResponse:
    """One question."""
    steps = journey.steps
    asked = steps.find(key)
    if asked is None:
        return _not_asked(journey, key)
    asked = journey.in_words(asked)
    records = records_voice(journey.response, asked)
    chosen = chosen_display(request)
    form: QuestionForm | None = None
    if request.method == "POST":
        # Only a recording that is held matters to what was sent.
        answer = answer_to(journey.response, asked) if asked.kind == QuestionKind.TEXT else None
        form = form_for(asked, data=request.POST, files=request.FILES if records else None, answer=answer)
        if form.is_valid() and takes_recording(request, form):
            given = replace(form.given(), version=asked.version_shown(request.display.version))
            stays_at = form.stays_at
            if (
                given.state != AnswerState.LEFT_OUT
                or request.POST.get("go") == "next"
                or answer_to(journey.response, asked)
            ):
                _save(request, journey, given)
            language = chosen_language(request)
            if chosen or stays_at or language:
                place = came_from(request)
                here = f"{steps.question(asked)}{'?from=' + place if place else ''}"
                here = f"{address_in(language, here) if language else here}#{stays_at or 'question'}"
                return with_display(request, redirect(here), chosen)
            steps = journey.steps_now()
            if steps.find(key) is None:
                return _not_asked(journey, key)
            here, back, on = steps.question(asked), steps.before(asked), steps.after(asked)
            return _go(request, journey, here=here, back=back, on=on, new=_new_question(request, journey))
        # What does not fit is shown again, in the way that was pressed.
        request.display = chosen or request.display
    else:
        answer = answer_to(journey.response, asked)
        form = form_for(asked, answer=answer) if answer else form
    held = answer.recording if answer and asked.kind == QuestionKind.TEXT else None

    def render(places: dict[str, SafeString]) -> HttpResponse:
        context = question_context(request, journey.steps, asked, form or form_for(asked))
        own = {"voice": voice_context(held, records=records), "keeps_form": "asked"}
        return render_step(request, "question", journey.survey, {**context, **own, **places})

    if request.method == "POST" or held or (answer and answer.text):
        page = render({})
    else:
        pressed = tuple((name, str(value)) for name, value in sorted(form.initial.items())) if form else ()
        kept_as = ("question", asked.pk, pressed, records, _asked_pks(journey))
        page = kept_page(request, stamp=journey.stamp, key=kept_as, render=render)
    return with_display(request, allow_microphone(page) if records else page, chosen)


def _save(request: RequestWithDisplay, journey: Journey, given: Given) -> None:
    language = get_language() or ""
    if journey.response.is_sent:
        change_answer(response=journey.response, survey=journey.survey, given=given, language=language)
    else:
        save_answer(
            response=journey.response, survey=journey.survey, given=given, shown=request.display, language=language
        )


def _not_asked(journey: Journey, key: str) -> HttpResponse:
    """A question that an earlier answer hides leads to where the person is; one that does not exist is an error."""
    if not any(question.key == key for question in journey.asked):
        raise Http404
    steps = journey.steps
    return redirect(steps.sent if journey.response.is_sent else steps.to_carry_on(journey.answered()))


def _kept_form(
    request: HttpRequest, journey: Journey, template: str, form: WhoForm | AboutForm, context: dict
) -> HttpResponse:
    """A page about the person; before anything is sent, it is the same for all who said the same."""

    def render(places: dict[str, SafeString]) -> HttpResponse:
        return render_step(request, template, journey.survey, {**context, **places})

    if form.is_bound:
        return render({})
    said = tuple(str(form[name].value()) for name in form.fields)
    key = (template, journey.survey.pk, said, _asked_pks(journey))
    return kept_page(request, stamp=journey.stamp, key=key, render=render)


def _asked_pks(journey: Journey) -> tuple[int, ...]:
    return tuple(question.pk for question in journey.steps.questions)


def question_context(request: RequestWithDisplay, steps, asked: Question, form: QuestionForm) -> dict:
    """What the question's template reads; also for the editor's preview."""
    version = request.display.version
    return {
        "steps": steps,
        "question": asked,
        "wording": asked.wording_in(version),
        "help": asked.help_in(version),
        "recording": asked.recording_in(version),
        "signed": asked.signed if request.display.signed == Signed.ON else None,
        "words_to_know": words_to_know(asked.words_in(version)),
        "ways": ways_to_see(request.display, [asked]),
        "form": form,
        "chosen": form.chosen(),
        "number": steps.number(asked),
        "count": len(steps.questions),
        "is_text": asked.kind == QuestionKind.TEXT,
        "multiple": asked.kind == QuestionKind.SEVERAL_CHOICES,
        "layout": _layout(asked),
        "own_words": asked.own_words_choice,
        "other_name": "answer" if form.has_one_group else "instead",
        "other_multiple": not form.has_one_group,
        "spoken": spoken_question_url(asked, version=version),
        "problems": _problems(form, form.target_of),
        "options": _options(asked, form),
        "order": _order(asked, form),
        "others": [
            {"value": state.value, "label": state.label, "picture": picture} for state, picture in asked.other_answers
        ],
        "came_from": came_from(request),
    }


def _layout(asked: Question) -> str:
    """How the answers stand beside one another: as so many columns, or as a list."""
    columns = {QuestionKind.STATEMENT: asked.scale, QuestionKind.YES_NO: "3", QuestionKind.HOW_MUCH: "11"}
    return columns.get(QuestionKind(asked.kind), "list")


def _problems(form, target_of: Callable[[str], str]) -> list[dict]:
    """The form's errors for the summary at the top, each with the id of the field to go to."""
    return [
        {"target": target_of(name), "message": message}
        for name, messages in form.errors.items()
        for message in messages
    ]


def _options(asked: Question, form: QuestionForm) -> list[dict]:
    if asked.kind == QuestionKind.HOW_MUCH:
        ends = {0: asked.low_words, 10: asked.high_words}
        return [
            {"value": str(score), "label": str(score), "hint": ends.get(score, "")}
            for score, _words, _picture in asked.steps
        ]
    if asked.steps:
        return [{"value": str(score), "label": words, "face": face} for score, words, face in asked.steps]
    places = form.places() if isinstance(form, TopThreeForm) else {}
    return [
        {
            "value": str(one.pk),
            "label": one.text,
            "image": one.picture,
            "place": places.get(str(one.pk)),
            "own": one.own_words,
        }
        for one in asked.asked_choices
    ]


def _order(asked: Question, form: QuestionForm) -> list[dict]:
    """The 3 places of a top three, each with the choice that has it or without one."""
    if not isinstance(form, TopThreeForm):
        return []
    by_place = {place: pk for pk, place in form.places().items()}
    words = {str(choice.pk): choice.text for choice in asked.asked_choices}
    return [
        {"place": place, "value": by_place.get(place, ""), "label": words.get(by_place.get(place, ""), "")}
        for place in range(1, MOST_RANKS + 1)
    ]


@require_http_methods(METHODS)
@step_or_change
def about(request: HttpRequest, journey: Journey) -> HttpResponse:
    """About the person: each question says why, and may be left out."""
    steps, survey = journey.steps, journey.survey
    if not survey.asks_about_you:
        return redirect(steps.check)
    parts = about_parts(survey)
    if request.method == "POST":
        form = AboutForm(request.POST, parts=parts)
    else:
        form = AboutForm(initial=AboutForm.initial_of(journey.response), parts=parts)
    if request.method == "POST" and form.is_valid():
        save = change_about if journey.response.is_sent else save_about
        save(response=journey.response, survey=survey, **form.values())
        return _go(request, journey, here=steps.about, back=steps.last, on=steps.check)
    context = {
        "form": form,
        "problems": [one for name in form.errors for one in _problems_of(form, name)],
        "parts": [
            {"part": part, "pressed": form.pressed(part.name), "errors": form[part.name].errors} for part in parts
        ],
        "steps": steps,
        "came_from": came_from(request),
    }
    return _kept_form(request, journey, "about", form, context)


def _problems_of(form: AboutForm, name: str) -> list[dict]:
    return [{"target": f"{name}-1", "message": message} for message in form.errors[name]]


def _new_question(request: HttpRequest, journey: Journey) -> str:
    """The question that a changed answer has brought up, for somebody who came to change it; "" where none has."""
    place = came_from(request)
    found = journey.steps_at_the_end().first_new(journey.answered()) if place else None
    return f"{journey.steps.question(found)}?from={place}" if found else ""


def _go(request: HttpRequest, journey: Journey, *, here: str, back: str, on: str, new: str = "") -> HttpResponse:
    """Where the pressed button leads, after everything is saved. ``new``: a question that a change brought up."""
    pressed = request.POST.get("go", "next")
    if new and pressed == "next":
        return redirect(new)
    if journey.response.is_sent:
        help_url = journey.steps.help(f"{here}?from=sent") + "&from=sent"
        return redirect(help_url if pressed == "help" else journey.steps.sent)
    if pressed == "stop":
        return stop(request, journey)
    if pressed == "help":
        return redirect(journey.steps.help(here))
    if came_from(request) == "check":
        return redirect(journey.steps.check)
    return redirect(back if pressed == "back" else on)
