"""The rows that every step of the journey reads and writes (``engage.core.lookups``)."""

from collections.abc import Sequence
from functools import cache

from consultations.surveys.enums import ResponseStatus
from consultations.surveys.models import Answer, Question, Response
from engage.core.lookups import Change, Lookup, Overwrite

_of_device = Lookup(Response, "token_hash", "survey_id")
_locked = Lookup(Response, "id", locked=True)
_answer = Lookup(Answer, "response_id", "question_id")
_stored = Overwrite(
    Answer,
    unique=("response_id", "question_id"),
    new=("asked_revision_id", "state", "score", "text", "presentation", "answered_at"),
)


def response_of_device(token_hash: str, survey_pk: int) -> Response | None:
    """The response to a survey that a device with this hash of a key began."""
    return _of_device.first(token_hash, survey_pk)


def lock_response(pk: int) -> Response | None:
    """The response as it is stored now, locked until the transaction ends."""
    return _locked.first(pk)


def answer_to(response: Response, question: Question) -> Answer | None:
    """What the response says to the question."""
    answer = _answer.first(response.pk, question.pk)
    if answer is not None:
        answer.response, answer.question = response, question
    return answer


def write_answer(answer: Answer) -> Answer:
    """Store an unsaved answer over whatever the response said to that question before; gives the stored one."""
    stored = _stored.store(answer)
    stored.response, stored.question = answer.response, answer.question
    return stored


def touch_unsent(response: Response, columns: Sequence[str]) -> bool:
    """Store these columns of a response, and lock its row.

    False where the response is not there any more as one that can be answered: it was sent or deleted.
    """
    values = {name: getattr(response, name) for name in ("id", *columns)}
    return _touched(tuple(columns)).make({**values, "status": ResponseStatus.STARTED}) > 0


@cache
def _touched(columns: tuple[str, ...]) -> Change:
    return Change(Response, *columns, where=("id", "status"))
