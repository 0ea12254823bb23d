"""What every step of the journey does first: find the survey, find the response, or say kindly why not."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import SimpleLazyObject
from django.views.decorators.cache import cache_control

from consultations.enums import Stage
from consultations.surveys.models import Question, Response, SurveyPage
from consultations.surveys.models.responses import hash_token
from consultations.surveys.services.asking import questions_for
from consultations.surveys.services.changing import NotSent
from consultations.surveys.services.journey import AlreadySent, ConsultationClosed
from consultations.surveys.steps import Steps
from consultations.surveys.translating import shown_survey

from .device import key_of

no_store = cache_control(private=True, no_store=True)


@dataclass(frozen=True)
class Journey:
    """One person on the way through one survey. ``asked`` are all its questions, ``steps`` those of this person."""

    survey: SurveyPage
    response: Response
    steps: Steps
    asked: Sequence[Question]

    @classmethod
    def of(cls, response: Response) -> "Journey":
        survey = response.survey
        asked = survey.asked_questions
        questions = questions_for(response, asked, finished=response.is_sent)
        return cls(survey=survey, response=response, steps=Steps.of(survey, questions), asked=asked)

    def steps_now(self) -> Steps:
        """The steps after an answer was saved: it may show or hide later questions."""
        questions = questions_for(self.response, self.asked, finished=self.response.is_sent)
        return Steps.of(self.survey, questions)

    def steps_at_the_end(self) -> Steps:
        """The steps with the questions whose answers will be sent."""
        return Steps.of(self.survey, questions_for(self.response, self.asked, finished=True))

    def answered(self) -> set[int]:
        """The questions with a stored answer, also one that was left out."""
        return set(self.response.answers.values_list("question_id", flat=True))


def render_step(request: HttpRequest, template: str, survey: SurveyPage, context: dict, status: int = 200):
    """Render a page of the journey. ``page`` is the survey in the person's language, as in every page's template."""
    shown = shown_survey(survey)
    consultation = survey.consultation if shown is survey else SimpleLazyObject(lambda: shown.consultation)
    values = {"page": shown, "survey": shown, "consultation": consultation, **context}
    return render(request, f"pages/surveys/{template}.html", values, status=status)


def closed_page(request: HttpRequest, survey: SurveyPage) -> HttpResponse:
    """The kind page for when it is too late."""
    context = {"stage": survey.consultation.stage(), "stages": Stage}
    return render_step(request, "closed", survey, context, status=410)


def came_from(request: HttpRequest) -> str:
    """Where the person came from to change an answer: "check" your answers, see what I "sent", or ""."""
    asked = (request.GET.get("from"), request.POST.get("from"))
    return next((place for place in ("check", "sent") if place in asked), "")


def find_journey(request: HttpRequest, survey_pk: int, *, live: bool = True) -> Journey | None:
    """The response that this device began, with its survey, in one query; None where there is none.

    ``live=False`` also finds it when the survey's page is not published any more.
    """
    key = key_of(request, survey_pk)
    if not key:
        return None
    found = Response.objects.select_related("survey").filter(token_hash=hash_token(key), survey_id=survey_pk)
    response = (found.filter(survey__live=True) if live else found).first()
    if response is None:
        return None
    return Journey.of(response)


def step(view: Callable[..., HttpResponse], *, changes: bool = False) -> Callable[..., HttpResponse]:
    """Give a view its ``journey``; send a device without one to the start, a sent one to its receipt.

    With ``changes`` the view also takes a sent response, from somebody who came to change it.
    """

    @wraps(view)
    def wrapped(request: HttpRequest, survey_pk: int, **kwargs) -> HttpResponse:
        journey = find_journey(request, survey_pk)
        if journey is None:
            survey = SurveyPage.objects.live().filter(pk=survey_pk).first()
            if survey is None:
                raise Http404
            return redirect(survey.start_url)
        if journey.response.is_sent and not (changes and came_from(request) == "sent"):
            return redirect(journey.steps.thanks)
        if not journey.survey.consultation.may_send():
            return closed_page(request, journey.survey)
        try:
            return view(request, journey, **kwargs)
        except AlreadySent:
            return redirect(journey.steps.thanks)
        except NotSent:
            return redirect(journey.steps.start)
        except ConsultationClosed:
            return closed_page(request, journey.survey)

    return no_store(wrapped)


def step_or_change(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A ``step`` that also changes what was sent."""
    return step(view, changes=True)
