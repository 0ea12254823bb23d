"""Which answers have which theme or priority. Priorities of an answer are derived, never stored.

An answer counts for a priority when its question names it, when the I statement that was asked
belongs to it, when one of its themes belongs to it, or when somebody put it there by hand.
See docs/decisions/0012-priorities-of-an-answer.md.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from consultations.analysis.enums import PriorityOrigin
from consultations.analysis.models import Coding, PriorityTag, Theme
from consultations.strategy.models import Priority, Statement
from consultations.surveys.models import Answer


@dataclass(frozen=True)
class AnswerPriority:
    """A priority of an answer and where it comes from. ``detail`` is the theme's name or who put it there."""

    priority: Priority
    origin: PriorityOrigin
    detail: str = ""

    @property
    def origin_label(self) -> str:
        return str(self.origin.label)


class Codebook:
    """All themes, with merged ones led to the theme that they count for. Two queries."""

    def __init__(self) -> None:
        self.themes: dict[int, Theme] = {theme.pk: theme for theme in Theme.objects.select_related("priority")}

    def standing_for(self, theme_id: int) -> Theme:
        """The theme itself, or the one that it was merged into, however often."""
        theme, seen = self.themes[theme_id], {theme_id}
        while theme.merged_into_id is not None and theme.merged_into_id not in seen:
            seen.add(theme.merged_into_id)
            theme = self.themes[theme.merged_into_id]
        return theme

    def keys_standing_for(self, theme: Theme) -> set[int]:
        """The keys of a theme and of every theme that was merged into it."""
        return {key for key in self.themes if self.standing_for(key).pk == theme.pk}

    def keys_of_priority(self, priority: Priority) -> set[int]:
        """The keys of the themes whose answers count for a priority."""
        return {key for key in self.themes if self.standing_for(key).priority_id == priority.pk}

    def in_use(self) -> list[Theme]:
        """The themes that may be put on answers: those that are not merged into another, by name."""
        return [theme for theme in self.themes.values() if theme.merged_into_id is None]


def with_theme(answers: QuerySet[Answer], theme: Theme) -> QuerySet[Answer]:
    """The answers on which somebody put the theme, or one that was merged into it."""
    keys = Codebook().keys_standing_for(theme)
    return answers.filter(Exists(Coding.objects.filter(content_object=OuterRef("pk"), tag__in=keys)))


def with_priority(answers: QuerySet[Answer], priority: Priority) -> QuerySet[Answer]:
    """The answers that count for the priority, whatever it comes from."""
    keys = Codebook().keys_of_priority(priority)
    belongs = Statement.priorities.through.objects.filter(
        statement_id=OuterRef("question__statement_id"), priority_id=priority.pk
    )
    return answers.filter(
        Q(question__priority=priority)
        | Exists(belongs)
        | Exists(Coding.objects.filter(content_object=OuterRef("pk"), tag__in=keys))
        | Exists(PriorityTag.objects.filter(answer=OuterRef("pk"), priority=priority))
    )


def coded(answers: QuerySet[Answer]) -> QuerySet[Answer]:
    """The answers with at least one theme."""
    return answers.filter(Exists(Coding.objects.filter(content_object=OuterRef("pk"))))


def uncoded(answers: QuerySet[Answer]) -> QuerySet[Answer]:
    """The answers without any theme: those that wait to be read."""
    return answers.filter(~Exists(Coding.objects.filter(content_object=OuterRef("pk"))))


def newest_first(answers: QuerySet[Answer]) -> QuerySet[Answer]:
    """In the order in which officers read: what was sent last comes first."""
    return answers.order_by("-response__sent_at", "-pk")


def following(answers: QuerySet[Answer], answer: Answer) -> QuerySet[Answer]:
    """Those that come after an answer in this order."""
    sent_at = answer.response.sent_at
    return newest_first(
        answers.filter(Q(response__sent_at__lt=sent_at) | Q(response__sent_at=sent_at, pk__lt=answer.pk))
    )


def codings_of(answers: Iterable[Answer]) -> dict[int, list[Coding]]:
    """The codings of each answer by its key, with theme and coder, oldest first. One query."""
    found: dict[int, list[Coding]] = {answer.pk: [] for answer in answers}
    codings = Coding.objects.filter(content_object__in=list(found)).select_related("tag", "coder")
    for coding in codings.order_by("coded_at", "pk"):
        found[coding.content_object_id].append(coding)
    return found


def priorities_of(answers: Iterable[Answer], *, codebook: Codebook | None = None) -> dict[int, list[AnswerPriority]]:
    """The priorities of each answer by its key, with every origin, in the order of the strategy.

    A priority that comes from two places stands there twice, once for each. A fixed number of
    queries when the answers come with ``select_related("question")``.
    """
    answers = list(answers)
    codebook = codebook or Codebook()
    priorities = {priority.pk: priority for priority in Priority.objects.sources()}
    statements = _priorities_of_statements(answers)
    found: dict[int, list[AnswerPriority]] = {answer.pk: [] for answer in answers}
    for answer in answers:
        question = answer.question
        if question.priority_id:
            found[answer.pk].append(AnswerPriority(priorities[question.priority_id], PriorityOrigin.QUESTION))
        for key in statements.get(question.statement_id, ()):
            found[answer.pk].append(AnswerPriority(priorities[key], PriorityOrigin.STATEMENT))
    for answer_id, theme_id in _themes_on(found):
        theme = codebook.standing_for(theme_id)
        if theme.priority_id:
            one = AnswerPriority(priorities[theme.priority_id], PriorityOrigin.THEME, theme.name)
            if one not in found[answer_id]:
                found[answer_id].append(one)
    for tag in PriorityTag.objects.filter(answer__in=list(found)).select_related("coder"):
        who = str(tag.coder) if tag.coder else ""
        found[tag.answer_id].append(AnswerPriority(priorities[tag.priority_id], PriorityOrigin.BY_HAND, who))
    place = {key: number for number, key in enumerate(priorities)}
    return {key: sorted(ones, key=lambda one: place[one.priority.pk]) for key, ones in found.items()}


def _themes_on(answer_ids: Iterable[int]) -> QuerySet[Coding, tuple[int, int]]:
    codings = Coding.objects.filter(content_object__in=list(answer_ids)).order_by("coded_at", "pk")
    return codings.values_list("content_object_id", "tag_id")


def _priorities_of_statements(answers: Iterable[Answer]) -> dict[int | None, list[int]]:
    keys = {answer.question.statement_id for answer in answers if answer.question.statement_id}
    found: dict[int | None, list[int]] = {}
    rows = Statement.priorities.through.objects.filter(statement_id__in=keys)
    for statement_id, priority_id in rows.values_list("statement_id", "priority_id"):
        found.setdefault(statement_id, []).append(priority_id)
    return found
