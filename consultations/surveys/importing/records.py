"""One row as a response: its answers, when it was sent, what the person said of themselves."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from consultations.models import Area
from consultations.surveys.about import AboutValues
from consultations.surveys.enums import AnswerState
from consultations.surveys.importing.about_words import about_vocabularies
from consultations.surveys.importing.answers import AnswerReader, NotAnAnswer
from consultations.surveys.importing.dates import NotADay, read_moment
from consultations.surveys.importing.plans import Plan
from consultations.surveys.importing.splitting import split_parts
from consultations.surveys.importing.targets import ABOUT, LANGUAGE, NEEDS, SENT_AT, Target, all_targets
from consultations.surveys.importing.vocabulary import LEAVE_OUT, Vocabulary
from consultations.surveys.models import Need, Question
from consultations.surveys.services.given import Given


@dataclass(frozen=True)
class Record:
    """A row that can be stored."""

    answers: list[Given]
    sent_at: datetime
    said: AboutValues
    language: str = ""


@dataclass(frozen=True)
class Problem:
    """What is wrong in one cell; ``column`` is its number from 0, None for the whole row."""

    column: int | None
    value: str
    message: str


class RecordReader:
    """Reads the rows of one file for one survey, by one plan."""

    def __init__(self, questions: Sequence[Question], plan: Plan, now: datetime) -> None:
        self.targets: dict[str, Target] = all_targets(questions)
        self.columns = plan.known_columns(self.targets)
        self.dates, self.now = plan.dates, now
        self.readers = self._answer_readers(questions, plan)
        self.about: dict[str, Vocabulary] = {}
        if any(key in self.columns for key in ABOUT):
            self.about = {key: words for key, words in about_vocabularies().items() if key in self.columns}
        for key, words in self.about.items():
            words.decide(plan.decided.get(key, {}))
        self.areas = {str(area.pk): area for area in Area.objects.in_use()} if self.about else {}
        self.needs = {str(need.pk): need for need in Need.objects.in_use()} if self.about else {}

    def _answer_readers(self, questions: Sequence[Question], plan: Plan) -> list[AnswerReader]:
        readers = []
        for question in questions:
            columns = {key: number for key, number in self.columns.items() if self.targets[key].question == question}
            if columns:
                readers.append(AnswerReader(question, columns, self.targets, plan.decided))
        return readers

    def read(self, cells: Sequence[str]) -> tuple[Record | None, list[Problem]]:
        """The record of a row, or None with everything that is wrong in it."""
        problems: list[Problem] = []
        answers = []
        for reader in self.readers:
            try:
                answers.append(reader.given(cells))
            except NotAnAnswer as error:
                problems.append(Problem(error.column, error.value, str(error)))
        sent_at = self._sent_at(cells, problems)
        values = self._about_values(cells, problems)
        if not problems and all(given.state == AnswerState.LEFT_OUT for given in answers):
            problems.append(Problem(None, "", _("No question is answered in this row.")))
        if problems:
            return None, problems
        said = _said(values, self.areas, self.needs)
        return Record(answers, sent_at, said, _first(values, LANGUAGE)), []

    def count_words(self, rows: Sequence[tuple[int, list[str]]]) -> list[tuple[Vocabulary, Counter]]:
        """The words of all rows, by vocabulary, in the order of the survey."""
        found: list[tuple[Vocabulary, Counter]] = []
        for reader in self.readers:
            counts: dict[str, Counter] = {name: Counter() for name in reader.vocabularies}
            for _line, cells in rows:
                reader.count_words(cells, counts)
            found += [(words, counts[name]) for name, words in reader.vocabularies.items()]
        for key, words in self.about.items():
            number = self.columns[key]
            found.append(
                (words, Counter(part for _line, cells in rows for part in self._about_parts(key, cells[number])))
            )
        return found

    def _about_parts(self, key: str, cell: str) -> list[str]:
        return split_parts(cell, self.about[key].is_known) if key == NEEDS else [cell]

    def _sent_at(self, cells: Sequence[str], problems: list[Problem]) -> datetime:
        number = self.columns.get(SENT_AT)
        if number is None or not cells[number]:
            return self.now
        try:
            return read_moment(cells[number], order=self.dates, now=self.now)
        except NotADay as error:
            problems.append(Problem(number, cells[number], str(error)))
            return self.now

    def _about_values(self, cells: Sequence[str], problems: list[Problem]) -> dict[str, list[str]]:
        """What the row says of the person, by the target's key, as values of our own."""
        values: dict[str, list[str]] = {key: [] for key in self.about}
        for key, words in self.about.items():
            number = self.columns[key]
            for part in self._about_parts(key, cells[number]):
                meaning = words.meaning(part)
                if meaning.startswith("value:"):
                    values[key].append(meaning.removeprefix("value:"))
                elif meaning != LEAVE_OUT:
                    message = _("This is not one of the answers to “%(title)s”.") % {"title": words.title}
                    problems.append(Problem(number, part, message))
        return values


def _first(values: Mapping[str, list[str]], key: str) -> str:
    return next(iter(values.get(key, [])), "")


def _said(values: Mapping[str, list[str]], areas: Mapping[str, Area], needs: Mapping[str, Need]) -> AboutValues:
    return {
        "answered_by": _first(values, "answered_by"),
        "group": _first(values, "group"),
        "age_band": _first(values, "age_band"),
        "area": areas.get(_first(values, "area")),
        "needs": [needs[value] for value in dict.fromkeys(values.get("needs", [])) if value in needs],
    }
