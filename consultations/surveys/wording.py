"""The words that people saw. A survey may be corrected later; what was asked stays as it was."""

from collections.abc import Iterable

from wagtail.models import Revision

from consultations.surveys.models import Answer
from engage.core.preferences import Version


def asked_wordings(answers: Iterable[Answer]) -> dict[int, str]:
    """The question of each answer, by the answer's key, in the words and the version that the person saw.

    Answers without a revision, and questions that it does not hold, have the words of today. One
    query when the answers come with ``select_related("question__statement")``.
    """
    answers = list(answers)
    keys = {answer.asked_revision_id for answer in answers if answer.asked_revision_id}
    asked = {
        (revision_id, row.get("pk")): row
        for revision_id, content in Revision.objects.filter(pk__in=keys).values_list("pk", "content")
        for row in content.get("questions", [])
    }
    return {
        answer.pk: _wording(answer, asked.get((answer.asked_revision_id, answer.question_id), {})) for answer in answers
    }


def _wording(answer: Answer, row: dict) -> str:
    if answer.presentation == Version.LONG and row.get("standard_text"):
        return row["standard_text"]
    return row.get("text") or answer.question.wording_in("" if row else answer.presentation)
