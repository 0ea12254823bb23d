"""The numbers of the analysis page. Each function's docstring defines its number.

All counts are of sent responses and of answers that no concern withholds; where a docstring says
so, hands that were counted in group sessions are added. Nothing here is shown
as it is: every count leaves this module as a ``Figure`` of ``engage.core.suppression``.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultations.analysis.hands import Hands, hands_of
from consultations.analysis.models import Theme
from consultations.analysis.people import people_in
from consultations.analysis.querysets import Codebook, codings_of, priorities_of
from consultations.models import ConsultationPage
from consultations.strategy.models import Priority, Statement
from consultations.surveys.enums import AnswerState, QuestionKind, Scale
from consultations.surveys.models import Answer, Question, Response
from engage.core.preferences import Version
from engage.core.suppression import Figure, TwoWayTable, figure, one_way, one_way_with_part, percentage, two_way


@dataclass(frozen=True)
class Bar:
    """One row of a table with a bar: words, a figure, and how many of 100 where that may be said."""

    label: str
    figure: Figure
    percent: int | None


@dataclass(frozen=True)
class StatementScore:
    """How people answered one I statement. ``yes``, ``sometimes`` and ``no`` are of ``answered``.

    ``hands`` of ``answered`` were hands that somebody counted in a group session.
    ``versions`` are the same for those who read Easy Read, longer words, another language, or nobody knows which,
    where more than one was read; their ``wording`` is the name of the version.
    """

    wording: str
    answered: Figure
    yes: Bar
    sometimes: Bar
    no: Bar
    hands: Figure
    versions: tuple["StatementScore", ...] = ()


@dataclass(frozen=True)
class PriorityScores:
    """The I statements of one priority; ``priority`` is None for those that belong to none."""

    priority: Priority | None
    scores: list[StatementScore]

    @property
    def has_hands(self) -> bool:
        return any(score.hands.value != 0 for score in self.scores)


@dataclass(frozen=True)
class ThemeRow:
    """How many answers have a theme: in all and for each priority of the table's columns."""

    theme: Theme
    total: Bar
    cells: list[Figure]


@dataclass(frozen=True)
class ThemeTable:
    priorities: list[Priority]
    rows: list[ThemeRow]
    totals: list[Figure]
    coded: Figure
    answers: Figure


@dataclass(frozen=True)
class NotUnderstood:
    """How many of a question's answers say "I do not understand"."""

    wording: str
    survey: str
    survey_pk: int
    asked: Figure
    not_understood: Bar


# Which scores count as yes, sometimes and no, on both scales. The middle face is always "Sometimes".
YES = {Scale.FIVE: {4, 5}, Scale.THREE: {3}}
SOMETIMES = {Scale.FIVE: {3}, Scale.THREE: {2}}
SIDES = ("yes", "sometimes", "no")
NOT_KNOWN = gettext_lazy("Not known: paper, session, event")
HANDS = "hands"
OTHER_LANGUAGES = dict(settings.LANGUAGES[1:])
VERSION_WORDS = {
    **dict(Version.choices),
    **OTHER_LANGUAGES,
    "": NOT_KNOWN,
    HANDS: gettext_lazy("Hands, counted in a session"),
}


def responses_of(consultation: ConsultationPage) -> Figure:
    """Responses: how many submissions were sent. A group's submission is one."""
    return figure(Response.objects.sent().of_consultation(consultation).count())


def people_of(consultation: ConsultationPage) -> Figure:
    """People: those who speak in the sent responses, where somebody counted them (``people``)."""
    return figure(people_in(Response.objects.sent().of_consultation(consultation)))


def statement_scores_of(consultation: ConsultationPage) -> list[PriorityScores]:
    """I statement scores, by priority in the order of the strategy.

    An I statement's answers in all surveys of the consultation count together, on whichever scale.
    Yes is a 4 or 5 of 5 faces or the 3 of 3 faces, sometimes the middle face, no the rest. A
    statement that belongs to two priorities stands under both. Hands that were counted in group
    sessions are added. Six queries.
    """
    answers = Answer.objects.usable().given().of_consultation(consultation)
    scored = answers.filter(question__kind=QuestionKind.STATEMENT, score__isnull=False).order_by()
    counts: dict[int, Counter[tuple[str, int]]] = defaultdict(Counter)
    rows = scored.values_list("question_id", "presentation", "response__language", "score").annotate(number=Count("pk"))
    for question_id, version, language, score, number in rows:
        counts[question_id][_asked_as(version, language), score] += number
    questions = questions_of(consultation, kind=QuestionKind.STATEMENT)
    return _by_priority(_merged_scores(questions, counts, hands_of(consultation)))


def _asked_as(version: str, language: str) -> str:
    """The row of a comparison: another language than the first, whichever version of it, else the version."""
    return language if language in OTHER_LANGUAGES else version


def questions_of(consultation: ConsultationPage, **conditions: object) -> list[Question]:
    """The questions of a consultation's surveys, also those no longer asked, in their order."""
    questions = Question.objects.filter(page__path__startswith=consultation.path, **conditions)
    return list(questions.select_related("page", "statement").order_by("page__path", "sort_order", "pk"))


@dataclass
class _Scored:
    """An I statement, or a question that is none of the bank's, with its counts so far."""

    wording: str
    statement_id: int | None
    priority_ids: set[int]
    counts: Counter[tuple[str, str]]

    @property
    def hands(self) -> int:
        return sum(self.counts[HANDS, side] for side in SIDES)


def _merged_scores(
    questions: Iterable[Question], counts: dict[int, Counter[tuple[str, int]]], hands: dict[int, Hands]
) -> list[_Scored]:
    merged: dict[tuple[str, int], _Scored] = {}
    for question in questions:
        key = ("statement", question.statement_id) if question.statement_id else ("question", question.pk)
        one = merged.setdefault(key, _Scored(question.wording, question.statement_id, set(), Counter()))
        if question.priority_id:
            one.priority_ids.add(question.priority_id)
        raised = Counter({(HANDS, score): number for score, number in hands.get(question.pk, Hands()).scores.items()})
        for (version, score), number in (counts[question.pk] + raised).items():
            one.counts[version, _side(Scale(question.scale), score)] += number
    return list(merged.values())


def _side(scale: Scale, score: int) -> str:
    if score in YES[scale]:
        return "yes"
    return "sometimes" if score in SOMETIMES[scale] else "no"


def _by_priority(merged: list[_Scored]) -> list[PriorityScores]:
    through = Statement.priorities.through.objects.filter(statement_id__in=[one.statement_id for one in merged])
    for statement_id, priority_id in through.values_list("statement_id", "priority_id"):
        for one in merged:
            if one.statement_id == statement_id:
                one.priority_ids.add(priority_id)
    groups: list[tuple[Priority | None, list[_Scored]]] = [
        (priority, [one for one in merged if priority.pk in one.priority_ids])
        for priority in Priority.objects.sources()
    ]
    groups.append((None, [one for one in merged if not one.priority_ids]))
    return [PriorityScores(priority, [_score(one) for one in ones]) for priority, ones in groups if ones]


def _score(one: _Scored) -> StatementScore:
    """Where longer words or another language were read, all figures come from one table.

    So no version is left to work out from the whole.
    """
    versions = [version for version in VERSION_WORDS if any(one.counts[version, side] for side in SIDES)]
    if not {Version.LONG, *OTHER_LANGUAGES} & set(versions):
        sides = {side: sum(one.counts[version, side] for version in versions) for side in SIDES}
        table, hands = one_way_with_part(sides, part=one.hands)
        return _bars(one.wording, table.total, table.cells, hands)
    compared = two_way(one.counts, rows=versions, columns=SIDES)
    none = figure(0)
    scores = tuple(
        _bars(str(words), compared.row_totals[version], {side: compared.cells[version, side] for side in SIDES}, none)
        for version, words in VERSION_WORDS.items()
        if version in versions
    )
    hands = compared.row_totals.get(HANDS, none)
    return _bars(one.wording, compared.total, compared.column_totals, hands, scores)


def _bars(
    wording: str, answered: Figure, sides: Mapping[str, Figure], hands: Figure, versions: tuple = ()
) -> StatementScore:
    labels = {"yes": _("Yes"), "sometimes": _("Sometimes"), "no": _("No")}
    bars = {side: Bar(labels[side], sides[side], percentage(sides[side], answered)) for side in SIDES}
    return StatementScore(wording, answered, bars["yes"], bars["sometimes"], bars["no"], hands, versions)


def themes_of(consultation: ConsultationPage) -> ThemeTable:
    """Answers in people's own words by theme and by priority.

    A row counts the answers with the theme, each once however many coders put it there; a cell
    those of them that count for the priority, wherever it comes from (see ``querysets``). Answers
    can have several themes and priorities, so rows and columns overlap. ``coded`` counts answers
    with any theme, ``answers`` all in words. Themes that no answer has are left out.
    """
    answers = list(Answer.objects.usable().in_words().of_consultation(consultation).select_related("question"))
    codebook = Codebook()
    priorities = list(Priority.objects.sources())
    codings, belonging = codings_of(answers), priorities_of(answers, codebook=codebook)
    cells: Counter[tuple[int, int]] = Counter()
    by_theme: Counter[int] = Counter()
    by_priority: Counter[int] = Counter()
    for answer in answers:
        themes = {codebook.standing_for(coding.tag_id).pk for coding in codings[answer.pk]}
        belongs = {one.priority.pk for one in belonging[answer.pk]}
        by_theme.update(themes)
        by_priority.update(belongs if themes else ())
        cells.update((theme, priority) for theme in themes for priority in belongs)
    coded = sum(1 for answer in answers if codings[answer.pk])
    used = [theme for theme in codebook.in_use() if by_theme[theme.pk]]
    table = two_way(
        cells,
        rows=[theme.pk for theme in used],
        columns=[priority.pk for priority in priorities],
        row_totals=by_theme,
        column_totals=by_priority,
        total=coded,
    )
    used.sort(key=lambda theme: (-(table.row_totals[theme.pk].value or 0), theme.name))
    rows = [_theme_row(theme, priorities, table) for theme in used]
    totals = [table.column_totals[priority.pk] for priority in priorities]
    return ThemeTable(priorities, rows, totals, coded=table.total, answers=figure(len(answers)))


def _theme_row(theme: Theme, priorities: list[Priority], table: TwoWayTable[int, int]) -> ThemeRow:
    total = table.row_totals[theme.pk]
    cells = [table.cells[theme.pk, priority.pk] for priority in priorities]
    return ThemeRow(theme, Bar(theme.name, total, percentage(total, table.total)), cells)


def not_understood_of(consultation: ConsultationPage) -> list[NotUnderstood]:
    """For each question: answers that say "I do not understand", of all answers that were not left out.

    Hands that were counted in group sessions are added. Most first. Three queries. Questions that nobody met are
    left out.
    """
    answers = Answer.objects.usable().of_consultation(consultation).exclude(state=AnswerState.LEFT_OUT)
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    for question_id, state, number in (
        answers.order_by().values_list("question_id", "state").annotate(number=Count("pk"))
    ):
        counts[question_id][state] = number
    for question_id, hands in hands_of(consultation).items():
        counts[question_id].update(hands.states)
        counts[question_id][AnswerState.GIVEN] += hands.given
    found = []
    for question in questions_of(consultation):
        if states := counts.get(question.pk):
            unclear = states[AnswerState.DO_NOT_UNDERSTAND]
            table = one_way({"unclear": unclear, "others": states.total() - unclear})
            bar = Bar(question.wording, table.cells["unclear"], percentage(table.cells["unclear"], table.total))
            found.append(NotUnderstood(question.wording, question.page.title, question.page_id, table.total, bar))
    # By what is shown: a hidden number gives nothing away by its place.
    return sorted(found, key=lambda row: -(row.not_understood.figure.value or 0))
