"""A person changes what they have sent, as long as answers may be sent. It counts at once.

Why, and what becomes of tags and concerns: docs/decisions/0019-a-sent-response-is-the-persons.md.
"""

from typing import Unpack

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from consultations.surveys.about import AboutValues
from consultations.surveys.models import Answer, Response, SurveyPage, Voice
from consultations.surveys.translating import asked_revision_id

from .asking import drop_unasked
from .given import Given, store_answer
from .journey import ConsultationClosed, set_about
from .tags import drop_tags

CHANGE_ACTION = "surveys.response.change"
# What differs between two ways to say the same.
NOT_SAID = {"id", "answered_at", "changed_at", "asked_revision_id", "presentation", "transcript"}


class NotSent(Exception):
    """The response was not sent, or the person deleted it."""


def _lock_sent(response: Response, survey: SurveyPage) -> Response:
    locked = Response.objects.sent().select_for_update(of=("self",)).filter(pk=response.pk).first()
    if locked is None:
        raise NotSent
    if not survey.consultation.may_send():
        raise ConsultationClosed
    return locked


@transaction.atomic
def change_answer(*, response: Response, survey: SurveyPage, given: Given, language: str = "") -> Answer:
    """Put another answer in the place of one that was sent. The same answer again changes nothing.

    When the words change, the tags on the old words go, so that the answer waits to be read again.
    A concern that withholds it keeps the words as they were, for the safeguarding lead. Raises
    ``NotSent``, ``ConsultationClosed`` or ``AnswerDoesNotFit``. Answers to questions that it hides go at once.
    """
    locked = _lock_sent(response, survey)
    before = locked.answers.filter(question=given.question).select_related("question__statement").first()
    said, words, text = (_said(before), before.words, before.own_words) if before else (None, "", "")
    answer = store_answer(response=locked, given=given, revision_id=asked_revision_id(survey, language))
    if before and _said(answer) == said:
        return answer
    answer.changed_at = timezone.now()
    answer.save(update_fields=["changed_at"])
    if text and text != answer.own_words:
        drop_tags(answer)
    answer.concerns.withholding().filter(words_before="").update(words_before=words)
    drop_unasked(locked, survey)
    _changed(locked)
    return answer


@transaction.atomic
def change_about(
    *,
    response: Response,
    survey: SurveyPage,
    **said: Unpack[AboutValues],
) -> Response:
    """Change what a person said of themselves (``AboutValues``).

    Raises ``NotSent`` or ``ConsultationClosed``.
    """
    locked = _lock_sent(response, survey)
    if set_about(locked, said):
        _changed(locked)
    return locked


def _changed(response: Response) -> None:
    response.save(update_fields=["changed_at"])
    log(instance=response, action=CHANGE_ACTION)


def _said(answer: Answer) -> dict:
    """Everything that an answer says, whatever its kind."""
    values = {field.attname: getattr(answer, field.attname) for field in Answer._meta.concrete_fields}
    kept = {name: value for name, value in values.items() if name not in NOT_SAID}
    return {
        **kept,
        "picks": set(answer.picks.order_by().values_list("choice_id", "rank")),
        "voice": set(Voice.objects.filter(answer=answer).values_list("digest", flat=True)),
    }
