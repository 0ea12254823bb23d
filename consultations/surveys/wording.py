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
    # By number, or by uid where a translation was asked: its questions have numbers of their own.
    asked = {
        (revision_id, known_by): row
        for revision_id, content in Revision.objects.filter(pk__in=keys).values_list("pk", "content")
        for row in content.get("questions", [])
        for known_by in (row.get("pk"), row.get("uid"))
    }
    return {answer.pk: _wording(answer, _row_of(answer, asked)) for answer in answers}


def _row_of(answer: Answer, asked: dict) -> dict:
    """The answer's question in the revision that was asked; empty where it is not there."""
    known_by = (answer.question_id, str(answer.question.uid))
    return next(
        (asked[answer.asked_revision_id, key] for key in known_by if (answer.asked_revision_id, key) in asked), {}
    )


def _wording(answer: Answer, row: dict) -> str:
    if answer.presentation == Version.LONG and row.get("standard_text"):
        return row["standard_text"]
    return row.get("text") or answer.question.wording_in("" if row else answer.presentation)
