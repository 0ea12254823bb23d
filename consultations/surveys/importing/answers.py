"""From the cells of one row to the answer to one question."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from consultations.surveys.enums import MOST_RANKS, AnswerState, QuestionKind
from consultations.surveys.importing.answer_words import answer_vocabulary, tick_words
from consultations.surveys.importing.folding import folded
from consultations.surveys.importing.splitting import split_parts
from consultations.surveys.importing.targets import Target
from consultations.surveys.importing.vocabulary import LEAVE_OUT, OWN_WORDS, TICKED, Vocabulary
from consultations.surveys.models import Choice, Question
from consultations.surveys.question_forms.base import LONGEST_TEXT
from consultations.surveys.services.given import AnswerDoesNotFit, Given


class NotAnAnswer(ValueError):
    """A cell that is no answer to its question. ``column`` is its number, ``value`` what stands there."""

    def __init__(self, column: int, value: str, message: str) -> None:
        super().__init__(message)
        self.column, self.value = column, value


@dataclass
class _Said:
    """What the cells of a row say to one question, so far."""

    score: int | None = None
    choices: list[Choice] = field(default_factory=list)
    state: str = ""
    words: str = ""


class AnswerReader:
    """Reads one question out of rows. ``columns`` are the numbers of its columns by the target's key."""

    def __init__(
        self,
        question: Question,
        columns: Mapping[str, int],
        targets: Mapping[str, Target],
        decided: Mapping[str, dict[str, str]],
    ) -> None:
        self.question = question
        mine = [(targets[key], number) for key, number in columns.items()]
        self.whole = next((number for target, number in mine if target.is_whole), None)
        self.words = next((number for target, number in mine if target.own_words), None)
        self.ticks = [(number, target.choice) for target, number in mine if target.choice]
        self.places = sorted((target.place, number) for target, number in mine if target.place)
        self.numbers = sorted(number for _target, number in mine)
        self.choices = {choice.pk: choice for choice in question.asked_choices}
        self.vocabularies = self._vocabularies(decided)
        self._read: dict[tuple[str, ...], Given] = {}

    def _vocabularies(self, decided: Mapping[str, dict[str, str]]) -> dict[str, Vocabulary]:
        found = {}
        if self.question.kind != QuestionKind.TEXT and (self.whole is not None or self.places):
            found["whole"] = answer_vocabulary(self.question)
        if self.ticks and self.question.kind != QuestionKind.TOP_THREE:
            found["ticks"] = tick_words(self.question)
        for vocabulary in found.values():
            vocabulary.decide(decided.get(vocabulary.key, {}))
        return found

    def given(self, cells: Sequence[str]) -> Given:
        """The answer of a row; LEFT_OUT where its cells are empty. Raises ``NotAnAnswer``."""
        mine = tuple(cells[number] for number in self.numbers)
        if mine not in self._read:
            given = self._given(cells)
            if given.text:
                # Own words are rarely the same twice.
                return given
            self._read[mine] = given
        return self._read[mine]

    def count_words(self, cells: Sequence[str], counts: Mapping[str, Counter]) -> None:
        """Add the words of a row to the counts of each vocabulary (``whole`` and ``ticks``)."""
        if "whole" in self.vocabularies:
            numbers = [number for _place, number in self.places]
            for number in numbers if self.whole is None else [self.whole, *numbers]:
                counts["whole"].update(self._parts(cells[number]))
        if "ticks" in self.vocabularies:
            counts["ticks"].update(cells[number] for number, _choice in self.ticks)

    def _given(self, cells: Sequence[str]) -> Given:
        if self.question.kind == QuestionKind.TEXT:
            return self._text(cells)
        said = _Said()
        if self.whole is not None:
            self._read_whole(said, self.whole, cells[self.whole])
        for _place, number in self.places:
            self._read_whole(said, number, cells[number])
        self._read_ticks(said, cells)
        if self.words is not None and folded(cells[self.words]):
            self._add_own_words(said, cells[self.words])
        return self._fitting(said, cells)

    def _text(self, cells: Sequence[str]) -> Given:
        number = self.whole if self.whole is not None else self.numbers[0]
        text = cells[number]
        if len(text) > LONGEST_TEXT:
            message = _("These words are too long: more than %(most)d letters.")
            raise NotAnAnswer(number, text, message % {"most": LONGEST_TEXT})
        for state, _picture in self.question.other_answers:
            # Only our own words for it: "Don't know" may be what somebody wrote.
            if text == str(AnswerState(state).label):
                return Given(question=self.question, state=state)
        return Given.or_left_out(question=self.question, text=text)

    def _parts(self, cell: str) -> list[str]:
        if self.question.kind in (QuestionKind.SEVERAL_CHOICES, QuestionKind.TOP_THREE):
            return split_parts(cell, self.vocabularies["whole"].is_known)
        return [cell]

    def _read_whole(self, said: _Said, number: int, cell: str) -> None:
        for part in self._parts(cell):
            self._take(said, number, part)

    def _take(self, said: _Said, number: int, word: str) -> None:
        meaning = self.vocabularies["whole"].meaning(word)
        what, _colon, value = meaning.partition(":")
        if what == "score":
            said.score = int(value)
        elif what == "choice":
            said.choices.append(self.choices[int(value)])
        elif what == "state":
            said.state = value
        elif meaning == OWN_WORDS:
            self._add_own_words(said, _without_label(word))
        elif meaning != LEAVE_OUT:
            raise NotAnAnswer(number, word, _("This is not an answer to this question."))

    def _read_ticks(self, said: _Said, cells: Sequence[str]) -> None:
        if self.question.kind == QuestionKind.TOP_THREE:
            self._read_ranks(said, cells)
            return
        for number, choice in self.ticks:
            meaning = self.vocabularies["ticks"].meaning(cells[number])
            if meaning == TICKED and choice:
                said.choices.append(choice)
            elif not meaning and choice and choice.own_words:
                self._add_own_words(said, cells[number])
            elif not meaning:
                raise NotAnAnswer(number, cells[number], _("This does not say whether it was chosen."))

    def _read_ranks(self, said: _Said, cells: Sequence[str]) -> None:
        ranked = []
        for number, choice in self.ticks:
            cell = cells[number]
            if cell and not cell.isdecimal():
                raise NotAnAnswer(number, cell, _("This is not a place. It must be a number such as 1, 2 or 3."))
            if cell and choice:
                ranked.append((int(cell), choice))
        ranked.sort(key=lambda one: one[0])
        said.choices += [choice for rank, choice in ranked if 1 <= rank <= MOST_RANKS]

    def _add_own_words(self, said: _Said, words: str) -> None:
        own = self.question.own_words_choice
        if own and own not in said.choices:
            said.choices.append(own)
        said.words = f"{said.words}; {words}" if said.words and said.words != words else words

    def _fitting(self, said: _Said, cells: Sequence[str]) -> Given:
        choices = list(dict.fromkeys(said.choices))
        if self.question.kind == QuestionKind.TOP_THREE:
            # A list of all choices in order names the top three first.
            choices = choices[:MOST_RANKS]
        shown = self.numbers[0]
        value = "; ".join(cells[number] for number in self.numbers if cells[number])
        if said.state and not (choices or said.words or said.score is not None):
            return Given(question=self.question, state=said.state)
        if said.state:
            raise NotAnAnswer(shown, value, _("This is an answer and “I do not know” at once."))
        most = self.question.at_most if self.question.kind == QuestionKind.SEVERAL_CHOICES else None
        if most and len(choices) > most:
            raise NotAnAnswer(shown, value, _("More than %(most)d choices.") % {"most": most})
        if len(said.words) > LONGEST_TEXT:
            raise NotAnAnswer(shown, value, _("These words are too long."))
        given = Given.or_left_out(question=self.question, score=said.score, choices=choices, text=said.words)
        try:
            given.check()
        except AnswerDoesNotFit as error:
            raise NotAnAnswer(shown, value, _("Only one of these can be the answer.")) from error
        return given


def _without_label(words: str) -> str:
    """What somebody wrote, without the label that a tool puts before it: "Other: by boat"."""
    label, colon, rest = words.partition(":")
    return rest.strip() if colon and folded(label).startswith("other") and rest.strip() else words
