"""What every step of the journey does first: find the survey, find the response, or say kindly why not."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps

from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import SimpleLazyObject
from django.views.decorators.cache import cache_control

from consultations.enums import Stage
from consultations.surveys.asked import asked_in_language, asked_steps
from consultations.surveys.models import Question, Response, SurveyPage
from consultations.surveys.models.responses import hash_token
from consultations.surveys.rows import response_of_device
from consultations.surveys.services.asking import questions_for
from consultations.surveys.services.changing import NotSent
from consultations.surveys.services.journey import AlreadySent, ConsultationClosed
from consultations.surveys.steps import Steps
from consultations.surveys.translating import shown_survey
from engage.core.kept import Stamp, content_stamp, forget_kept

from .device import key_of

no_store = cache_control(private=True, no_store=True)


@dataclass(frozen=True)
class Journey:
    """One person on the way through one survey. ``asked`` are all its questions, ``steps`` those of this person."""

    survey: SurveyPage
    response: Response
    steps: Steps
    asked: Sequence[Question]
    # Of the content that ``survey`` and ``asked`` were read from.
    stamp: Stamp

    @classmethod
    def of(cls, response: Response, whole: Steps, stamp: Stamp) -> "Journey":
        """The journey of a response; ``whole`` are the steps with all questions of its survey."""
        response.survey = survey = whole.survey
        questions = questions_for(response, whole.questions, finished=response.is_sent)
        return cls(survey, response, Steps.of(survey, questions), whole.questions, stamp)

    def steps_now(self) -> Steps:
        """The steps after an answer was saved: it may show or hide later questions."""
        questions = questions_for(self.response, self.asked, finished=self.response.is_sent)
        return Steps.of(self.survey, questions)

    def steps_at_the_end(self) -> Steps:
        """The steps with the questions whose answers will be sent."""
        return Steps.of(self.survey, questions_for(self.response, self.asked, finished=True))

    def in_words(self, question: Question) -> Question:
        """One of ``asked`` with the words of the person's language."""
        return asked_in_language(self.survey.pk, self.asked, self.stamp).get(question.pk, question)

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


def find_journey(
    request: HttpRequest, survey_pk: int, *, live: bool = True, stamp: Stamp | None = None
) -> Journey | None:
    """The response that this device began, with its survey; None where there is none.

    ``live=False`` also finds it when the survey's page is not published any more. ``stamp`` is one of this request.
    """
    key = key_of(request, survey_pk)
    if not key:
        return None
    # Before anything else is read: whatever is kept must not be older than its stamp.
    stamp = stamp or content_stamp()
    whole = asked_steps(survey_pk, stamp, live=live)
    response = response_of_device(hash_token(key), survey_pk) if whole else None
    return Journey.of(response, whole, stamp) if response and whole else None


def step(view: Callable[..., HttpResponse], *, changes: bool = False) -> Callable[..., HttpResponse]:
    """Give a view its ``journey``; send a device without one to the start, a sent one to its receipt.

    With ``changes`` the view also takes a sent response, from somebody who came to change it.
    """

    @wraps(view)
    def wrapped(request: HttpRequest, survey_pk: int, **kwargs) -> HttpResponse:
        try:
            return attempt(request, survey_pk, **kwargs)
        except IntegrityError:
            # A question or choice went after it was read. Nothing was stored; ask again with what is there now.
            forget_kept()
            return attempt(request, survey_pk, **kwargs)

    def attempt(request: HttpRequest, survey_pk: int, **kwargs) -> HttpResponse:
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
