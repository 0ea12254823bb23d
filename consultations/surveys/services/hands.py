"""Hands up: which questions can be counted with hands, and keeping the counts of a session."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from consultations.surveys.enums import SCORE_KINDS, AnswerState, QuestionKind
from consultations.surveys.models import Choice, GroupSession, Question, Tally
from engage.users.models import User

# Not a top three: hands for the first place alone would spoil its points. Not own words.
HANDS_KINDS = SCORE_KINDS | {QuestionKind.ONE_CHOICE, QuestionKind.SEVERAL_CHOICES}
MOST_HANDS = 1000


class HandsClosed(Exception):
    """The session is over, or its day has not come: its counts stay as they are."""


class HandsDoNotFit(ValueError):
    """A count that the question does not offer, or that cannot be."""


@dataclass(frozen=True)
class HandsOption:
    """One thing to raise a hand for. Exactly one of ``score``, ``choice`` and ``state`` is set.

    ``key`` is its name in forms; ``picture`` is a pictogram, ``image`` an uploaded picture.
    """

    key: str
    label: str
    score: int | None = None
    choice: Choice | None = None
    state: str = ""
    picture: str = ""

    @property
    def image(self):
        return self.choice.picture if self.choice else None


def takes_hands(question: Question) -> bool:
    """Whether hands can be counted: a scale or choices, where a person says one thing to each option."""
    return question.kind in HANDS_KINDS


def options_of(question: Question) -> list[HandsOption]:
    """What people can raise a hand for, in the order of the page; "I do not know" and its sisters last."""
    if question.kind in (QuestionKind.ONE_CHOICE, QuestionKind.SEVERAL_CHOICES):
        offered = [HandsOption(f"choice-{one.pk}", one.text, choice=one) for one in question.asked_choices]
    else:
        offered = [
            HandsOption(f"score-{score}", str(words), score=score, picture=picture)
            for score, words, picture in question.steps
        ]
    others = [
        HandsOption(f"state-{state.value}", str(state.label), state=state, picture=picture)
        for state, picture in question.other_answers
    ]
    return [*offered, *others]


@transaction.atomic
def count_hands(
    *, session: GroupSession, question: Question, hands: Mapping[str, int], people: int | None, by: User | None
) -> int:
    """Store the hands of a question by the keys of ``options_of``, in place of those counted before.

    ``people`` is how many raised a hand at all; only for several choices, else None. All zero takes
    the counts away. Returns the number of people. Raises ``HandsClosed`` or ``HandsDoNotFit``.
    """
    locked = GroupSession.objects.select_for_update(of=("self",)).get(pk=session.pk)
    if not locked.is_open():
        raise HandsClosed
    options = {option.key: option for option in options_of(question)}
    if question.page_id != locked.survey_id or not takes_hands(question) or set(hands) - set(options):
        raise HandsDoNotFit
    counted = {key: number for key, number in hands.items() if number}
    several = question.kind == QuestionKind.SEVERAL_CHOICES
    chosen = [number for key, number in counted.items() if options[key].choice]
    if several and chosen and not (people and max(chosen) <= people <= sum(chosen)):
        raise HandsDoNotFit
    rows = [
        Tally(
            session=locked,
            question=question,
            choice=options[key].choice,
            score=options[key].score,
            state=options[key].state,
            count=number,
            counted_by=by,
        )
        for key, number in counted.items()
    ]
    if several and chosen:
        rows.append(Tally(session=locked, question=question, state=AnswerState.GIVEN, count=people or 0, counted_by=by))
    Tally.objects.filter(session=locked, question=question).delete()
    Tally.objects.bulk_create(rows)
    return people_of(rows, several=several)


def people_of(tallies: list[Tally], *, several: bool) -> int:
    """How many people the hands of one question in one session are: each person said one thing.

    Of several choices only those count who raised a hand at all, not the hands of each choice.
    """
    return sum(tally.count for tally in tallies if not (several and tally.choice_id))
