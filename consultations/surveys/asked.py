"""The survey as it is asked now, kept in the process until an officer changes something (``engage.core.kept``)."""

from collections.abc import Sequence

from django.db.models import Prefetch
from django.utils.translation import get_language

from consultations.surveys.models import Choice, Question, SurveyPage
from consultations.surveys.models.questions import QuestionQuerySet
from consultations.surveys.steps import Steps
from consultations.surveys.translating import in_language
from engage.core.kept import Stamp, Store

MOST_SURVEYS = 50
_kept: Store[Steps | None] = Store(MOST_SURVEYS)
_worded: Store[dict[int, Question]] = Store(MOST_SURVEYS)


def asked_steps(survey_pk: int, stamp: Stamp, *, live: bool = True) -> Steps | None:
    """The steps of a survey, with all that its pages show; None where there is none, or none that is live.

    Shared by all requests of this process: read it, never change it.
    """
    return _kept.get((survey_pk, live), stamp, lambda: _load(survey_pk, live))


def asked_in_language(survey_pk: int, asked: Sequence[Question], stamp: Stamp) -> dict[int, Question]:
    """The questions that ``asked_steps`` gave with the words of the active language, by number."""
    return _worded.get((survey_pk, get_language()), stamp, lambda: {one.pk: one for one in in_language(asked)})


def _load(survey_pk: int, live: bool) -> Steps | None:
    surveys = SurveyPage.objects.live() if live else SurveyPage.objects.all()
    survey = surveys.filter(pk=survey_pk).first()
    if survey is None:
        return None
    # Read now, so that it belongs to the same stamp.
    _consultation = survey.consultation
    questions = list(_whole_questions().filter(page=survey).order_by("sort_order"))
    survey.questions.set(questions)
    for question in questions:
        question.page = survey
    return Steps.of(survey)


def load_question(pk: int) -> Question:
    """A question with all that its page shows, in two queries."""
    return _whole_questions().get(pk=pk)


def _whole_questions() -> QuestionQuerySet:
    choices = Prefetch("choices", queryset=Choice.objects.select_related("picture").order_by("sort_order"))
    return Question.objects.select_related(
        "picture", "recording", "signed_film", "priority", "statement__picture", "statement__recording"
    ).prefetch_related(choices)
