"""What people chose, by question: choices, yes or no, top three, how much. Each docstring defines its number.

As in ``counting``: usable answers of sent responses only, and every count leaves as a ``Figure``.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from django.db.models import Count, prefetch_related_objects
from django.utils.translation import gettext as _

from consultations.analysis.counting import Bar, questions_of
from consultations.analysis.hands import Hands, hands_of
from consultations.models import ConsultationPage
from consultations.surveys.enums import CHOICE_KINDS, HOW_MUCH_SCORES, MOST_RANKS, QuestionKind
from consultations.surveys.models import Answer, AnswerChoice, Question
from engage.core.suppression import Figure, OneWayTable, figure, one_way, one_way_with_part, percentage, two_way

COUNTED_KINDS = CHOICE_KINDS | {QuestionKind.YES_NO, QuestionKind.HOW_MUCH}
# The three parts of 0 to 10 that are shown where single numbers are too small.
NO_HANDS = figure(0)
NOBODY = Hands()
BANDS = {"low": range(4), "middle": range(4, 7), "high": range(7, 11)}


@dataclass(frozen=True)
class RankedRow:
    """How many put a choice first, second and third, and on any of these places (``total``).

    ``points`` are 3, 2 and 1 for each; None where one is hidden.
    """

    label: str
    places: list[Figure]
    total: Figure
    points: int | None


@dataclass(frozen=True)
class ChosenScores:
    """The answers to one question. ``answered`` is its base: answers with a score or with choices.

    ``hands`` of ``answered`` were hands that somebody counted in a group session.
    ``bars`` are of ``answered``; of several choices they overlap. ``ranked`` is a top three's table.
    ``mean`` is of 0 to 10, in halves; None where it may not be shown.
    """

    wording: str
    survey: str
    kind: str
    answered: Figure
    bars: list[Bar] = field(default_factory=list)
    ranked: list[RankedRow] = field(default_factory=list)
    mean: float | None = None
    hands: Figure = NO_HANDS

    @property
    def has_hands(self) -> bool:
        return self.hands.value != 0

    @property
    def is_how_much(self) -> bool:
        return self.kind == QuestionKind.HOW_MUCH


def chosen_of(consultation: ConsultationPage) -> list[ChosenScores]:
    """What people chose in each question that is neither an I statement nor own words alone, in order.

    Choices that are no longer offered are counted where somebody chose them. Questions that nobody
    answered are left out. Hands that were counted in group sessions are added. Five queries.
    """
    questions = questions_of(consultation, kind__in=COUNTED_KINDS)
    answers = Answer.objects.usable().given().of_consultation(consultation).filter(question__in=questions).order_by()
    scores: dict[int, Counter[int]] = defaultdict(Counter)
    bases: Counter[int] = Counter()
    for question_id, score, number in answers.values_list("question_id", "score").annotate(number=Count("pk")):
        bases[question_id] += number
        if score is not None:
            scores[question_id][score] = number
    picks: dict[int, Counter[tuple[int, int | None]]] = defaultdict(Counter)
    chosen = AnswerChoice.objects.filter(answer__in=answers).order_by()
    rows = chosen.values_list("choice__question_id", "choice_id", "rank").annotate(number=Count("pk"))
    for question_id, choice_id, rank, number in rows:
        picks[question_id][choice_id, rank] = number
    raised = hands_of(consultation)
    for question_id, hands in raised.items():
        bases[question_id] += hands.given
        scores[question_id].update(hands.scores)
        picks[question_id].update({(choice_id, None): number for choice_id, number in hands.choices.items()})
    return [
        _of(
            question,
            bases[question.pk],
            scores[question.pk],
            picks[question.pk],
            raised.get(question.pk, Hands()).given,
        )
        for question in _with_choices(questions)
        if bases[question.pk]
    ]


def _with_choices(questions: list[Question]) -> list[Question]:
    prefetch_related_objects(questions, "choices")
    return questions


def _of(
    question: Question, base: int, scores: Counter[int], picks: Counter[tuple[int, int | None]], hands: int
) -> ChosenScores:
    if question.kind == QuestionKind.HOW_MUCH:
        return _how_much(question, scores, hands)
    if question.kind == QuestionKind.YES_NO:
        counts = {score: scores[score] for score, _words, _picture in question.steps}
        table, raised = one_way_with_part(counts, part=hands)
        labels = {score: str(words) for score, words, _picture in question.steps}
        return ChosenScores(*_about(question), table.total, bars=_bars(labels, table), hands=raised)
    if question.kind == QuestionKind.TOP_THREE:
        return _top_three(question, picks)
    counts = {choice.pk: picks[choice.pk, None] for choice in question.choices.all()}
    labels = {choice.pk: choice.text for choice in question.choices.all() if not choice.retired or counts[choice.pk]}
    table, raised = one_way_with_part({pk: counts[pk] for pk in labels}, part=hands, total=base)
    return ChosenScores(*_about(question), table.total, bars=_bars(labels, table), hands=raised)


def _about(question: Question) -> tuple[str, str, str]:
    return question.wording, question.page.title, question.kind


def _bars(labels: dict[int, str], table: OneWayTable[int]) -> list[Bar]:
    return [Bar(label, table.cells[key], percentage(table.cells[key], table.total)) for key, label in labels.items()]


def _top_three(question: Question, picks: Counter[tuple[int, int | None]]) -> ChosenScores:
    """A table of choices by places. Everybody who answered has a first choice, so that column's total is the base.

    Points come from the shown figures alone, so that they give no hidden one away.
    """
    used = {choice_id for choice_id, _rank in picks}
    choices = [choice for choice in question.choices.all() if not choice.retired or choice.pk in used]
    ranks = list(range(1, MOST_RANKS + 1))
    counts = {(choice.pk, rank): picks[choice.pk, rank] for choice in choices for rank in ranks}
    table = two_way(counts, rows=[choice.pk for choice in choices], columns=ranks)
    rows = [
        _ranked(choice.text, [table.cells[choice.pk, rank] for rank in ranks], table.row_totals[choice.pk])
        for choice in choices
    ]
    rows.sort(key=lambda row: -(row.total.value or 0))
    return ChosenScores(*_about(question), table.column_totals[1], ranked=rows)


def _ranked(label: str, places: list[Figure], total: Figure) -> RankedRow:
    shown = [place.value for place in places if place.value is not None]
    points = sum(value * weight for value, weight in zip(shown, range(MOST_RANKS, 0, -1), strict=False))
    return RankedRow(label, places, total, points if len(shown) == len(places) else None)


def _how_much(question: Question, scores: Counter[int], hands: int) -> ChosenScores:
    """The numbers from 0 to 10 where none of them is hidden, else the three bands, and the mean.

    The bands and the single numbers are never shown together. The mean is rounded to halves, and is
    only shown for a base of 20 or more where no band is hidden, so that it gives no hidden count away.
    """
    counts = {score: scores[score] for score in HOW_MUCH_SCORES}
    in_bands = {name: sum(counts[score] for score in band) for name, band in BANDS.items()}
    single = one_way(counts)
    bands, raised = one_way_with_part(in_bands, part=hands)
    labels = {"low": _("0 to 3"), "middle": _("4 to 6"), "high": _("7 to 10")}
    bars = [Bar(labels[name], shown, percentage(shown, bands.total)) for name, shown in bands.cells.items()]
    if not any(shown.is_hidden for shown in single.cells.values()):
        bars = [Bar(str(score), shown, percentage(shown, single.total)) for score, shown in single.cells.items()]
    mean = None
    if bands.total.is_base and not any(shown.is_hidden for shown in bands.cells.values()):
        mean = round(2 * sum(score * number for score, number in counts.items()) / sum(counts.values())) / 2
    return ChosenScores(*_about(question), bands.total, bars=bars, mean=mean, hands=raised)
