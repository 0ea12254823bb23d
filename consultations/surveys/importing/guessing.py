"""A first guess of what the columns are, from their headings. The officer looks at it before anything happens."""

import re
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher

from consultations.surveys.enums import CHOICE_KINDS, QuestionKind
from consultations.surveys.importing.dates import DAY_FIRST, MONTH_FIRST, NotADay, read_moment
from consultations.surveys.importing.folding import folded
from consultations.surveys.importing.plans import Plan
from consultations.surveys.importing.reading import Sheet
from consultations.surveys.importing.targets import (
    AGE_BAND,
    ANSWERED_BY,
    AREA,
    GROUP,
    LANGUAGE,
    NEEDS,
    ROW_KEY,
    SENT_AT,
    whole_key,
)
from consultations.surveys.models import Question

# The best heading first: where a file has several, such as a start and an end, the first found is taken.
KNOWN_HEADINGS = {
    ROW_KEY: (
        "response id", "responseid", "respondent id", "response number", "response", "user id", "userid", "userno",
        "unique id", "record id", "submission id", "reference", "id",
    ),
    SENT_AT: (
        "submitdate", "date submitted", "submitted", "date of submission", "completion time", "completed",
        "end date", "end time", "ended", "sent", "timestamp", "date", "datestamp", "start time", "start date",
    ),
    ANSWERED_BY: ("who answered", "who is answering", "did somebody help you", "did anyone help you"),
    GROUP: ("group", "who are you", "who they are", "respondent group", "i am a", "i am", "are you", "respondent type"),
    AGE_BAND: ("age", "how old are you", "age band", "age group", "your age", "what is your age"),
    AREA: ("area", "where do you live", "where i live", "which area do you live in"),
    NEEDS: ("needs", "what is true for you", "need", "your needs"),
    LANGUAGE: ("language", "startlanguage", "start language", "response language"),
}  # fmt: skip
# "Q1. ", "1) ", "12: "
NUMBERING = re.compile(r"^\s*(?:q(?:uestion)?\s*)?\d+\s*[.):\-]\s*", re.IGNORECASE)
BRACKETS = re.compile(r"^(?P<base>.*?)\s*\[(?P<part>[^\[\]]*)\]\s*$", re.DOTALL)
# The number in LimeSurvey's codes for the parts of a question: SQ001, SQ002…
CODE = re.compile(r"^sq0*(\d+)$")
OTHER_PARTS = {"other", "something else", "other please specify", "words"}
ALIKE = 0.87
SHORTEST_ALIKE = 12
DAYS_LOOKED_AT = 500


def guess_plan(sheet: Sheet, questions: Sequence[Question]) -> Plan:
    """What the columns of a sheet seem to be; each target at most once."""
    guesser = _Guesser(questions)
    columns: dict[int, str] = {}
    for number, heading in enumerate(sheet.headings):
        target = guesser.target_of(heading)
        if target and target not in columns.values():
            columns[number] = target
    for target, headings in KNOWN_HEADINGS.items():
        place = _first_of(headings, sheet.headings, columns)
        if place is not None:
            columns[place] = target
    plan = Plan(columns)
    days = [number for number, target in columns.items() if target == SENT_AT]
    if days:
        plan.dates = guess_order([cells[days[0]] for _line, cells in sheet.rows[:DAYS_LOOKED_AT]])
    return plan


def guess_order(words: Iterable[str]) -> str:
    """Day first, as here, unless some are no days that way and all are days with the month first."""
    filled = [word for word in words if word]
    if filled and not _all_days(filled, DAY_FIRST) and _all_days(filled, MONTH_FIRST):
        return MONTH_FIRST
    return DAY_FIRST


def _all_days(words: list[str], order: str) -> bool:
    try:
        for word in words:
            read_moment(word, order=order)
    except NotADay:
        return False
    return True


def _first_of(known: tuple[str, ...], headings: list[str], taken: dict[int, str]) -> int | None:
    plain = [folded(NUMBERING.sub("", heading)) for heading in headings]
    for words in known:
        if words in plain and plain.index(words) not in taken:
            return plain.index(words)
    return None


class _Guesser:
    """The names of a survey's questions and choices, to be found in headings."""

    def __init__(self, questions: Sequence[Question]) -> None:
        self.by_name: dict[str, Question] = {}
        self.by_choice: dict[str, list[str]] = {}
        # The words of any question come before the key of any.
        for attribute in ("wording", "standard_text", "key"):
            for question in questions:
                if getattr(question, attribute):
                    self.by_name.setdefault(folded(getattr(question, attribute)), question)
        for question in questions:
            if question.kind in CHOICE_KINDS:
                for choice in question.asked_choices:
                    key = f"{whole_key(question)}/choice:{choice.key}"
                    self.by_choice.setdefault(folded(choice.text), []).append(key)

    def target_of(self, heading: str) -> str:
        """The key of the target that a heading names, or ""."""
        readings = _readings(heading)
        for find in (self._named, self._alike):
            for base, part in readings:
                target = self._target(find, base, part)
                if target:
                    return target
            if any(part and find(base) for base, part in readings):
                # A part of a question that it does not have.
                return ""
        choices = self.by_choice.get(folded(heading), [])
        return choices[0] if len(choices) == 1 else ""

    def _target(self, find: Callable[[str], Question | None], base: str, part: str) -> str:
        question = find(base)
        if question and not part:
            return whole_key(question)
        target = _part_of(question, part) if question else ""
        if target or not part:
            return target
        # A table of statements under one heading: each has a column of its own.
        inner = self._named(part)
        return whole_key(inner) if inner else ""

    def _named(self, words: str) -> Question | None:
        return self.by_name.get(folded(words))

    def _alike(self, words: str) -> Question | None:
        """The question with nearly these words."""
        name = folded(words)
        if len(name) < SHORTEST_ALIKE:
            return None
        matcher = SequenceMatcher(b=name)
        best, most = None, ALIKE
        for known, question in self.by_name.items():
            matcher.set_seq1(known)
            # The quick ones are upper bounds: most names are far off and cost next to nothing.
            if min(matcher.real_quick_ratio(), matcher.quick_ratio()) >= most and matcher.ratio() >= most:
                best, most = question, matcher.ratio()
        return best


def _readings(heading: str) -> list[tuple[str, str]]:
    """The ways to read a heading as (question, part), the plainest first."""
    plain = NUMBERING.sub("", heading)
    found = [(heading, ""), (plain, "")]
    brackets = BRACKETS.match(heading)
    if brackets:
        base = brackets["base"]
        # LimeSurvey puts the question's code before its words: "q7. What helps you? [SQ001]".
        found += [(text, brackets["part"]) for text in (base, NUMBERING.sub("", base), *_after(base, ". "))]
    found += [(text, "") for text in _after(heading, ". ")]
    for between in (" - ", ": ", " – ", ".", " / "):
        base, found_one, part = heading.rpartition(between)
        if found_one and base and part:
            found += [(base, part), (NUMBERING.sub("", base), part), *((text, part) for text in _after(base, "."))]
            # Our own file names the survey before the question's key: "my-survey.q7".
            found.append((part, ""))
    return found


def _after(text: str, sign: str) -> list[str]:
    _before, found, rest = text.partition(sign)
    return [rest] if found and rest else []


def _part_of(question: Question, part: str) -> str:
    """The target of a part of a question: a choice, a place of a top three, the own words; "" for none."""
    name, key = folded(part), whole_key(question)
    if question.kind not in CHOICE_KINDS:
        return key if name in {"response", "answer"} else ""
    if question.kind == QuestionKind.TOP_THREE:
        place = re.sub(r"^(rank|place|ranking|choice)\s*", "", name)
        if place in {"1", "2", "3"}:
            return f"{key}/place:{place}"
    choices = question.asked_choices
    by_name = {folded(choice.key): choice for choice in choices} | {folded(choice.text): choice for choice in choices}
    if name in OTHER_PARTS and question.own_words_choice:
        own = question.own_words_choice
        is_tick = name == folded(own.text) and question.kind != QuestionKind.ONE_CHOICE
        return f"{key}/choice:{own.key}" if is_tick else f"{key}/words"
    if name in by_name:
        return f"{key}/choice:{by_name[name].key}"
    code = CODE.match(name)
    if code and 1 <= int(code[1]) <= len(choices):
        return f"{key}/choice:{choices[int(code[1]) - 1].key}"
    return ""
