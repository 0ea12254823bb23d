"""The steps between the start and the sending: who answers, the questions, about you."""

from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from consultations.surveys.enums import (
    ANSWERED_BY_PICTURES,
    OTHER_ANSWERS,
    AgeBand,
    AnsweredBy,
    AnswerState,
    QuestionKind,
    RespondentGroup,
)
from consultations.surveys.forms import AboutForm, QuestionForm, WhoForm
from consultations.surveys.models import Choice, Question
from consultations.surveys.services.journey import save_about, save_answer

from .steps import Journey, render_step, step
from .stopping import stop

METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(METHODS)
@step
def who(request: HttpRequest, journey: Journey) -> HttpResponse:
    """Who is answering: alone, with help, or for somebody."""
    form = WhoForm(request.POST) if request.method == "POST" else WhoForm(initial=vars(journey.response))
    if request.method == "POST" and form.is_valid():
        save_about(response=journey.response, survey=journey.survey, answered_by=form.cleaned_data["answered_by"])
        return _go(request, journey, here=journey.steps.who, back=journey.steps.start, on=journey.steps.first)
    options = [
        {"value": value.value, "label": value.label, "picture": ANSWERED_BY_PICTURES[value]} for value in AnsweredBy
    ]
    context = {
        "form": form,
        "options": options,
        "problems": _problems(form, "who-1"),
        "steps": journey.steps,
        "from_check": _from_check(request),
    }
    return render_step(request, "who", journey.survey, context)


@require_http_methods(METHODS)
@step
def question(request: HttpRequest, journey: Journey, key: str) -> HttpResponse:
    """One question."""
    steps = journey.steps
    found = steps.find(key)
    if found is None:
        raise Http404
    asked = load_question(found.pk)
    answer = journey.response.answers.filter(question=asked).select_related("question").first()
    if request.method == "POST":
        form = QuestionForm(request.POST, question=asked)
        if form.is_valid():
            given = form.given()
            if answer is not None or request.POST.get("go") == "next" or given.state != AnswerState.LEFT_OUT:
                save_answer(response=journey.response, survey=journey.survey, given=given)
            return _go(request, journey, here=steps.question(asked), back=steps.before(asked), on=steps.after(asked))
    else:
        form = QuestionForm(initial=QuestionForm.initial_of(answer), question=asked)
    return render_step(request, "question", journey.survey, question_context(request, journey.steps, asked, form))


def load_question(pk: int) -> Question:
    """A question with all that its page shows, in two queries."""
    choices = Prefetch("choices", queryset=Choice.objects.select_related("picture").order_by("sort_order"))
    return (
        Question.objects.select_related("picture", "recording", "statement__picture", "statement__recording")
        .prefetch_related(choices)
        .get(pk=pk)
    )


def question_context(request: HttpRequest, steps, asked: Question, form: QuestionForm) -> dict:
    """What the question's template reads; also for the editor's preview."""
    return {
        "steps": steps,
        "question": asked,
        "form": form,
        "chosen": form.chosen(),
        "number": steps.number(asked),
        "count": len(steps.questions),
        "is_text": asked.kind == QuestionKind.TEXT,
        "multiple": asked.kind == QuestionKind.SEVERAL_CHOICES,
        "other_name": "answer" if form.has_one_group else "instead",
        "other_multiple": not form.has_one_group,
        "problems": _problems(form, "answer" if asked.kind == QuestionKind.TEXT else "answer-1"),
        "options": _options(asked),
        "others": [
            {"value": state.value, "label": state.label, "picture": picture} for state, picture in OTHER_ANSWERS
        ],
        "from_check": _from_check(request),
    }


def _problems(form, target: str) -> list[dict]:
    """The form's errors for the summary at the top, each with the id of the field to go to."""
    return [{"target": target, "message": message} for messages in form.errors.values() for message in messages]


def _options(asked: Question) -> list[dict]:
    if asked.kind == QuestionKind.STATEMENT:
        return [{"value": str(score), "label": words, "face": face} for score, words, face in asked.steps]
    if asked.kind == QuestionKind.TEXT:
        return []
    return [{"value": str(one.pk), "label": one.text, "image": one.picture} for one in asked.asked_choices]


@require_http_methods(METHODS)
@step
def about(request: HttpRequest, journey: Journey) -> HttpResponse:
    """About the person: each question says why, and may be left out."""
    steps, survey = journey.steps, journey.survey
    if not survey.asks_about_you:
        return redirect(steps.check)
    form = AboutForm(request.POST) if request.method == "POST" else AboutForm(initial=vars(journey.response))
    if request.method == "POST" and form.is_valid():
        save_about(
            response=journey.response,
            survey=survey,
            group=form.said("group") if survey.ask_group else None,
            age_band=form.said("age_band") if survey.ask_age else None,
        )
        return _go(request, journey, here=steps.about, back=steps.last, on=steps.check)
    context = {
        "form": form,
        "problems": _problems(form, "group-1" if survey.ask_group else "age_band-1"),
        "groups": [{"value": value, "label": label} for value, label in RespondentGroup.choices],
        "ages": [{"value": value, "label": label} for value, label in AgeBand.choices],
        "steps": steps,
        "from_check": _from_check(request),
    }
    return render_step(request, "about", survey, context)


def _from_check(request: HttpRequest) -> bool:
    """Whether the person came to change an answer from "check your answers"."""
    return "check" in (request.GET.get("from"), request.POST.get("from"))


def _go(request: HttpRequest, journey: Journey, *, here: str, back: str, on: str) -> HttpResponse:
    """Where the pressed button leads, after everything is saved."""
    pressed = request.POST.get("go", "next")
    if pressed == "stop":
        return stop(request, journey)
    if pressed == "help":
        return redirect(journey.steps.help(here))
    if _from_check(request):
        return redirect(journey.steps.check)
    return redirect(back if pressed == "back" else on)
