"""The order of the journey's steps. Plain values: no requests, no queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.urls import get_script_prefix, reverse
from django.utils.translation import get_language

from consultations.surveys.models import Question, SurveyPage


@lru_cache(maxsize=5_000)
def _address(prefix: str, language: str | None, name: str, *values: int | str) -> str:
    """The address of a step. ``prefix`` and ``language`` may stand before every address."""
    return reverse(f"surveys:{name}", args=values)


@dataclass(frozen=True)
class Steps:
    """Addresses of the steps of one survey, and what comes before and after each."""

    survey: SurveyPage
    questions: tuple[Question, ...]

    @classmethod
    def of(cls, survey: SurveyPage, questions: Iterable[Question] | None = None) -> "Steps":
        """The steps with these questions; without them all that the survey asks."""
        return cls(survey=survey, questions=tuple(survey.asked_questions if questions is None else questions))

    @property
    def start(self) -> str:
        return self.survey.start_url

    @property
    def who(self) -> str:
        return self._address("who")

    @property
    def about(self) -> str:
        return self._address("about")

    @property
    def check(self) -> str:
        return self._address("check")

    @property
    def thanks(self) -> str:
        return self._address("thanks")

    @property
    def stopped(self) -> str:
        return self._address("stopped")

    @property
    def sent(self) -> str:
        return self._address("sent")

    @property
    def paper(self) -> str:
        return self._address("paper")

    @property
    def delete(self) -> str:
        return self._address("delete")

    @property
    def clear(self) -> str:
        return self._address("clear")

    def help(self, back: str) -> str:
        return f"{self._address('help')}?back={back}"

    def question(self, question: Question) -> str:
        return self._address("question", question.key)

    def _address(self, name: str, *more: str) -> str:
        return _address(get_script_prefix(), get_language(), name, self.survey.pk, *more)

    def number(self, question: Question) -> int:
        """1 for the first question."""
        return next(number for number, one in enumerate(self.questions, start=1) if one.pk == question.pk)

    def find(self, key: str) -> Question | None:
        return next((question for question in self.questions if question.key == key), None)

    @property
    def first(self) -> str:
        return self.question(self.questions[0]) if self.questions else self.after_questions

    @property
    def after_questions(self) -> str:
        return self.about if self.survey.asks_about_you else self.check

    @property
    def last(self) -> str:
        """The step before "about you"."""
        return self.question(self.questions[-1]) if self.questions else self.who

    def before(self, question: Question) -> str:
        number = self.number(question)
        return self.question(self.questions[number - 2]) if number > 1 else self.who

    def after(self, question: Question) -> str:
        number = self.number(question)
        return self.question(self.questions[number]) if number < len(self.questions) else self.after_questions

    def before_check(self) -> str:
        return self.about if self.survey.asks_about_you else self.last

    def to_carry_on(self, answered: set[int]) -> str:
        """Where somebody who comes back goes on: the first question without an answer, else the check."""
        for question in self.questions:
            if question.pk not in answered:
                return self.question(question)
        return self.check

    def first_new(self, answered: set[int]) -> Question | None:
        """The first question that is there because of an earlier answer and has none of its own."""
        return next((one for one in self.questions if one.condition_uid and one.pk not in answered), None)
