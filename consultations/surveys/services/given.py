"""What somebody gave as the answer to one question, before it is stored."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from consultations.surveys.enums import CHOICE_KINDS, MOST_RANKS, SCORE_KINDS, AnswerState, QuestionKind
from consultations.surveys.models import Answer, AnswerChoice, Choice, Question, Response
from consultations.surveys.rows import voice_of, write_answer, write_picks

from .voices import Recorded, held_voice, put_voice


class AnswerDoesNotFit(ValueError):
    """The answer is not one that its question offers."""


@dataclass(frozen=True)
class Given:
    """An answer to one question.

    ``score`` belongs to I statements (1 is no; the highest of the scale is yes), to yes or no and to
    how much; ``choices`` to choice questions, in a top three in the order of preference; ``text`` to
    own words, also beside "something else". ``version`` is which words were shown (a ``Version``, or "" where nobody
    knows). ``voice`` is a new recording beside own words; ``keeps_voice`` leaves the one that is there. Without either
    a recording from before goes. A ``state`` other than GIVEN carries none of them.
    """

    question: Question
    state: str = AnswerState.GIVEN
    score: int | None = None
    choices: Sequence[Choice] = field(default_factory=tuple)
    text: str = ""
    version: str = ""
    voice: Recorded | None = None
    keeps_voice: bool = False

    @classmethod
    def or_left_out(
        cls,
        *,
        question: Question,
        score: int | None = None,
        choices: Sequence[Choice] = (),
        text: str = "",
        voice: Recorded | None = None,
        keeps_voice: bool = False,
    ) -> "Given":
        """The answer, or LEFT_OUT where there is neither score nor choice nor word nor recording."""
        if score is None and not choices and not text and not voice and not keeps_voice:
            return cls(question=question, state=AnswerState.LEFT_OUT)
        return cls(
            question=question, score=score, choices=tuple(choices), text=text, voice=voice, keeps_voice=keeps_voice
        )

    def check(self) -> None:
        """Raise ``AnswerDoesNotFit`` unless the question offers this answer."""
        if self.state != AnswerState.GIVEN:
            if self.score is not None or self.choices or self.text or self.has_voice:
                raise AnswerDoesNotFit("Only given answers carry a score, choices, words or a recording.")
            return
        kind = QuestionKind(self.question.kind)
        if (self.voice and not self.question.offers_voice) or (self.has_voice and kind != QuestionKind.TEXT):
            raise AnswerDoesNotFit("The question takes no recording.")
        if kind in SCORE_KINDS:
            fits = self._fits_scale()
        elif kind == QuestionKind.TEXT:
            fits = bool(self.text or self.has_voice) and self.score is None and not self.choices
        else:
            fits = self._fits_choices(most={QuestionKind.ONE_CHOICE: 1, QuestionKind.TOP_THREE: MOST_RANKS}.get(kind))
        if not fits:
            raise AnswerDoesNotFit(f"The answer does not fit a question of kind {kind}.")

    @property
    def has_voice(self) -> bool:
        return self.keeps_voice or self.voice is not None

    def without_voice(self) -> "Given":
        """The answer without its recording; LEFT_OUT where nothing else was given."""
        state = self.state if self.text else AnswerState.LEFT_OUT
        return replace(self, state=state, voice=None, keeps_voice=False)

    def _fits_scale(self) -> bool:
        scores = {score for score, _words, _picture in self.question.steps}
        return self.score in scores and not self.choices and not self.text

    def _fits_choices(self, most: int | None) -> bool:
        pks = {choice.pk for choice in self.choices}
        return (
            self.score is None
            and 1 <= len(self.choices) <= (most or len(pks))
            and len(pks) == len(self.choices)
            and all(choice.question_id == self.question.pk for choice in self.choices)
            and (not self.text or any(choice.own_words for choice in self.choices))
        )

    def as_answer(self, response: Response, revision_id: int | None) -> Answer:
        """The unsaved answer of a response."""
        return Answer(
            response=response,
            question=self.question,
            state=self.state,
            score=self.score,
            text=self.text,
            presentation=self.version,
            asked_revision_id=revision_id,
        )

    def picks_of(self, answer: Answer) -> list[AnswerChoice]:
        """The unsaved rows of the choices, with their places in a top three."""
        ranked = self.question.kind == QuestionKind.TOP_THREE
        return [
            AnswerChoice(answer=answer, choice=choice, rank=place if ranked else None)
            for place, choice in enumerate(self.choices, start=1)
        ]


def store_answer(*, response: Response, given: Given, revision_id: int | None) -> Answer:
    """Write the answer over whatever the response said to that question before. In the caller's transaction."""
    given.check()
    if given.keeps_voice and held_voice(response, given.question) is None:
        # Deleted meanwhile, in another tab.
        given = given.without_voice()
    answer = write_answer(given.as_answer(response, revision_id))
    if given.question.kind == QuestionKind.TEXT and not given.keeps_voice:
        put_voice(answer=answer, held=voice_of(answer), recorded=given.voice)
    if given.question.kind in CHOICE_KINDS:
        write_picks(answer, given.picks_of(answer))
    return answer


def store_answers(*, response: Response, all_given: Sequence[Given], revision_id: int | None) -> list[Answer]:
    """Write the answers of a response that has none yet, in two queries. In the caller's transaction."""
    return store_answers_of_many([(response, all_given, revision_id)])


def store_answers_of_many(responses: Iterable[tuple[Response, Sequence[Given], int | None]]) -> list[Answer]:
    """Write the answers of responses that have none yet, each as asked in its revision.

    In two queries and one for each recording, in the caller's transaction.
    """
    rows = [(response, given, revision_id) for response, all_given, revision_id in responses for given in all_given]
    for _response, given, _revision in rows:
        given.check()
    answers = Answer.objects.bulk_create(given.as_answer(response, asked) for response, given, asked in rows)
    AnswerChoice.objects.bulk_create(
        pick for answer, (_response, given, _id) in zip(answers, rows, strict=True) for pick in given.picks_of(answer)
    )
    for answer, (_response, given, _id) in zip(answers, rows, strict=True):
        if given.voice:
            put_voice(answer=answer, held=None, recorded=given.voice)
    return answers
