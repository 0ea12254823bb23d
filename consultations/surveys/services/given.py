"""What somebody gave as the answer to one question, before it is stored."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from consultations.surveys.enums import AnswerState, QuestionKind
from consultations.surveys.models import Answer, AnswerChoice, Choice, Question, Response


class AnswerDoesNotFit(ValueError):
    """The answer is not one that its question offers."""


@dataclass(frozen=True)
class Given:
    """An answer to one question.

    ``score`` belongs to I statements (1 is no; the highest of the scale is yes), ``choices`` to
    choice questions, ``text`` to own words. A ``state`` other than GIVEN carries none of them.
    """

    question: Question
    state: str = AnswerState.GIVEN
    score: int | None = None
    choices: Sequence[Choice] = field(default_factory=tuple)
    text: str = ""

    @classmethod
    def or_left_out(
        cls, *, question: Question, score: int | None = None, choices: Sequence[Choice] = (), text: str = ""
    ) -> "Given":
        """The answer, or LEFT_OUT where there is neither score nor choice nor word."""
        if score is None and not choices and not text:
            return cls(question=question, state=AnswerState.LEFT_OUT)
        return cls(question=question, score=score, choices=tuple(choices), text=text)

    def check(self) -> None:
        """Raise ``AnswerDoesNotFit`` unless the question offers this answer."""
        if self.state != AnswerState.GIVEN:
            if self.score is not None or self.choices or self.text:
                raise AnswerDoesNotFit("Only given answers carry a score, choices or words.")
            return
        kind = self.question.kind
        fits = {
            QuestionKind.STATEMENT: self._fits_scale,
            QuestionKind.ONE_CHOICE: lambda: len(self.choices) == 1 and self._fits_choices(),
            QuestionKind.SEVERAL_CHOICES: lambda: len(self.choices) >= 1 and self._fits_choices(),
            QuestionKind.TEXT: lambda: bool(self.text) and self.score is None and not self.choices,
        }[QuestionKind(kind)]
        if not fits():
            raise AnswerDoesNotFit(f"The answer does not fit a question of kind {kind}.")

    def _fits_scale(self) -> bool:
        scores = {score for score, _words, _picture in self.question.steps}
        return self.score in scores and not self.choices and not self.text

    def _fits_choices(self) -> bool:
        return self.score is None and all(choice.question_id == self.question.pk for choice in self.choices)


def store_answer(*, response: Response, given: Given, revision_id: int | None) -> Answer:
    """Write the answer over whatever the response said to that question before. In the caller's transaction."""
    given.check()
    answer, _created = Answer.objects.update_or_create(
        response=response,
        question=given.question,
        defaults={
            "state": given.state,
            "score": given.score,
            "text": given.text,
            "asked_revision_id": revision_id,
        },
    )
    if given.question.kind in (QuestionKind.ONE_CHOICE, QuestionKind.SEVERAL_CHOICES):
        answer.choices.set(given.choices)
    return answer


def store_answers(*, response: Response, all_given: Sequence[Given], revision_id: int | None) -> list[Answer]:
    """Write the answers of a response that has none yet, in two queries. In the caller's transaction."""
    for given in all_given:
        given.check()
    answers = Answer.objects.bulk_create(
        Answer(
            response=response,
            question=given.question,
            state=given.state,
            score=given.score,
            text=given.text,
            asked_revision_id=revision_id,
        )
        for given in all_given
    )
    AnswerChoice.objects.bulk_create(
        AnswerChoice(answer=answer, choice=choice)
        for answer, given in zip(answers, all_given, strict=True)
        for choice in given.choices
    )
    return answers
