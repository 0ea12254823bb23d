"""The rows that every step of the journey reads and writes (``engage.core.lookups``)."""

from collections.abc import Sequence
from functools import cache

from django.utils import timezone

from consultations.surveys.enums import QuestionKind, ResponseStatus
from consultations.surveys.models import Answer, AnswerChoice, Question, Response, Voice
from engage.core.lookups import Change, Lookup, Overwrite

_of_device = Lookup(Response, "token_hash", "survey_id")
_locked = Lookup(Response, "id", locked=True)
_begun = Overwrite(Response, unique=("token_hash",), new=("token_hash",))
_answer = Lookup(Answer, "response_id", "question_id")
_answers = Lookup(Answer, "response_id")
_picks = Lookup(AnswerChoice, "answer_id")
_voices = Lookup(Voice, "answer_id")
_picked = Overwrite(AnswerChoice, unique=("answer_id", "choice_id"), new=("rank",))
_stored = Overwrite(
    Answer,
    unique=("response_id", "question_id"),
    new=("asked_revision_id", "state", "score", "text", "presentation", "answered_at"),
)


def begin(response: Response) -> Response:
    """Store an unsaved response; gives the one that holds the same hash of a key, where there is one, as it is."""
    return _begun.store(response)


def response_of_device(token_hash: str, survey_pk: int) -> Response | None:
    """The response to a survey that a device with this hash of a key began."""
    return _of_device.first(token_hash, survey_pk)


def lock_response(pk: int) -> Response | None:
    """The response as it is stored now, locked until the transaction ends."""
    return _locked.first(pk)


def answer_to(response: Response, question: Question) -> Answer | None:
    """What the response says to the question; an answer in own words with its recording."""
    answer = _answer.first(response.pk, question.pk)
    if answer is not None:
        answer.response, answer.question = response, question
        if question.kind == QuestionKind.TEXT:
            _hold(answer, voice_of(answer))
    return answer


def answers_of(response: Response) -> list[Answer]:
    """All that the response says, the oldest first, with choices (in no order) and recordings. Three queries."""
    answers = sorted(_answers.all(response.pk), key=lambda answer: answer.pk)
    pks = [answer.pk for answer in answers]
    picks = _picks.of_each(pks)
    voices = {voice.answer_id: voice for voice in _voices.of_each(pks)}
    for answer in answers:
        answer.response = response
        _hold(answer, voices.get(answer.pk))
        put_picks(answer, [pick for pick in picks if pick.answer_id == answer.pk])
    return answers


def put_picks(answer: Answer, picks: list[AnswerChoice]) -> None:
    """Let ``answer.picks.all()`` give these rows, as if they were prefetched."""
    rows = AnswerChoice.objects.none()
    rows._result_cache = picks
    vars(answer).setdefault("_prefetched_objects_cache", {})["picks"] = rows


def voice_of(answer: Answer) -> Voice | None:
    """The recording of a stored answer."""
    return _voices.first(answer.pk)


def _hold(answer: Answer, voice: Voice | None) -> None:
    """Let ``answer.recording`` give this without a query."""
    Answer._meta.get_field("voice").set_cached_value(answer, voice)


def write_answer(answer: Answer) -> Answer:
    """Store an unsaved answer over whatever the response said to that question before; gives the stored one."""
    stored = _stored.store(answer)
    stored.response, stored.question = answer.response, answer.question
    return stored


def write_picks(answer: Answer, picks: Sequence[AnswerChoice]) -> None:
    """Make these unsaved rows the choices of a stored answer. Those that it holds already are not written again."""
    held = {(pick.choice_id, pick.rank) for pick in _picks.all(answer.pk)}
    if held == {(pick.choice_id, pick.rank) for pick in picks}:
        return
    if held:
        _picks.delete(answer.pk)
    _picked.store_all(picks)


def touch_unsent(response: Response, columns: Sequence[str]) -> bool:
    """Store these columns of a response, and lock its row.

    False where the response is not there any more as one that can be answered: it was sent or deleted.
    """
    values = {name: getattr(response, name) for name in ("id", *columns)}
    return _change(tuple(columns), ("id", "status")).make({**values, "status": ResponseStatus.STARTED}) > 0


def store_columns(locked: Response, columns: Sequence[str]) -> None:
    """Store these columns of a locked response, and that it changed now."""
    locked.changed_at = timezone.now()
    columns = (*columns, "changed_at")
    _change(columns, ("id",)).make({name: getattr(locked, name) for name in ("id", *columns)})


@cache
def _change(columns: tuple[str, ...], where: tuple[str, ...]) -> Change:
    return Change(Response, *columns, where=where)
