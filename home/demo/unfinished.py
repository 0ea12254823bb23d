"""People who began the open surveys and stopped, and one who sent: known codes to try, and enough to count."""

import random
from datetime import timedelta

from django.utils import timezone

from consultations.surveys.enums import QuestionKind
from consultations.surveys.models import Question, Response, SurveyPage
from consultations.surveys.picture_code import hash_code
from consultations.surveys.services.given import Given
from consultations.surveys.services.journey import save_answer, send_response, start_response

SEED = 42
# A real code is shown to its owner only. This one stands in the README, so that anybody can try it.
KNOWN_CODE = ("bus", "cat", "sun", "key", "apple", "boat", "tree", "star")
KNOWN_SURVEY = "parents-and-carers"
KNOWN_RECEIPT = "7KD3-9QTX-2M8B"
# How many people stopped after so many answers of "My plan and me".
STOPPED_AFTER = {0: 4, 1: 3, 6: 22, 7: 12}
COUNTED_SURVEY = "my-plan-and-me"


def load_unfinished(surveys: dict[str, SurveyPage]) -> None:
    """Begin responses through the services, then let them be of the last days."""
    chance = random.Random(SEED)  # noqa: S311 (the same demo at every load; nothing secret)
    known = _stop_after(surveys[KNOWN_SURVEY], 3, chance)
    Response.objects.filter(pk=known.pk).update(return_hash=hash_code(KNOWN_CODE), return_number=1)
    sent = _stop_after(surveys[KNOWN_SURVEY], 5, chance)
    send_response(response=sent, survey=surveys[KNOWN_SURVEY])
    Response.objects.filter(pk=sent.pk).update(receipt_code=KNOWN_RECEIPT)
    for answers, people in STOPPED_AFTER.items():
        for _person in range(people):
            _stop_after(surveys[COUNTED_SURVEY], answers, chance)


def _stop_after(survey: SurveyPage, answers: int, chance: random.Random) -> Response:
    response = start_response(survey=survey, key=f"demo-{chance.getrandbits(128):032x}")
    for question in survey.asked_questions[:answers]:
        save_answer(response=response, survey=survey, given=_given(question, chance))
    stopped_at = timezone.now() - timedelta(minutes=chance.randint(120, 3 * 24 * 60))
    Response.objects.filter(pk=response.pk).update(started_at=stopped_at, changed_at=stopped_at)
    return response


def _given(question: Question, chance: random.Random) -> Given:
    if question.kind == QuestionKind.STATEMENT:
        return Given(question=question, score=chance.randint(1, int(question.scale)))
    if question.kind == QuestionKind.YES_NO:
        return Given(question=question, score=chance.randint(1, 3))
    if question.kind in (QuestionKind.ONE_CHOICE, QuestionKind.SEVERAL_CHOICES):
        return Given(question=question, choices=(chance.choice(question.asked_choices),))
    return Given.or_left_out(question=question)
