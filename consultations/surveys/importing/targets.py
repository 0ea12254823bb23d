"""What a column of the file can be: the answer to a question or a part of it, or something about the response."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from consultations.surveys.enums import CHOICE_KINDS, MOST_RANKS, QuestionKind
from consultations.surveys.models import Choice, Question

ROW_KEY = "row_key"
SENT_AT = "sent_at"
ANSWERED_BY = "answered_by"
GROUP = "group"
AGE_BAND = "age_band"
AREA = "area"
NEEDS = "needs"
LANGUAGE = "language"
ABOUT = (ANSWERED_BY, GROUP, AGE_BAND, AREA, NEEDS, LANGUAGE)


@dataclass(frozen=True)
class Target:
    """``key`` names it in forms and plans. ``question`` and what follows say which part of which question."""

    key: str
    label: str
    question: Question | None = None
    choice: Choice | None = None
    place: int | None = None
    own_words: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether the column holds the whole answer to a question."""
        return self.question is not None and not (self.choice or self.place or self.own_words)


def whole_key(question: Question) -> str:
    return f"question:{question.key}"


def question_targets(question: Question) -> list[Target]:
    """The whole answer first, then its parts: a column for each choice or place, and the own words."""
    key = whole_key(question)
    targets = [Target(key, _("The whole answer"), question)]
    if question.kind in CHOICE_KINDS:
        targets += [
            Target(f"{key}/choice:{choice.key}", _("Choice: %(choice)s") % {"choice": choice.text}, question, choice)
            for choice in question.asked_choices
        ]
    if question.kind == QuestionKind.TOP_THREE:
        targets += [
            Target(f"{key}/place:{place}", _("Place %(place)d") % {"place": place}, question, place=place)
            for place in range(1, MOST_RANKS + 1)
        ]
    if question.own_words_choice:
        label = _("Own words beside “%(choice)s”") % {"choice": question.own_words_choice.text}
        targets.append(Target(f"{key}/words", label, question, own_words=True))
    return targets


def response_targets() -> list[Target]:
    """What a column can say of the response and the person."""
    return [
        Target(ROW_KEY, _("Number of the response")),
        Target(SENT_AT, _("Day it was sent")),
        Target(ANSWERED_BY, _("Who answered")),
        Target(GROUP, _("Who they are")),
        Target(AGE_BAND, _("Age")),
        Target(AREA, _("Area")),
        Target(NEEDS, _("Needs")),
        Target(LANGUAGE, _("Language")),
    ]


def all_targets(questions: Sequence[Question]) -> dict[str, Target]:
    """Every target of a survey by its key."""
    found = [target for question in questions for target in question_targets(question)]
    return {target.key: target for target in [*response_targets(), *found]}
