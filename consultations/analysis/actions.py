"""What a coder did lately, so that it can be undone."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Max, Min

from consultations.analysis.models import Coding, PriorityTag
from consultations.surveys.models import Answer
from engage.users.models import User

LATEST = 50


@dataclass
class Action:
    """One action that put tags on answers. ``names`` are its themes and priorities.

    ``words`` are those of the first answer; None when nobody but the safeguarding lead may read it now.
    """

    batch: UUID
    at: datetime
    answers: int
    first_answer: int
    names: list[str] = field(default_factory=list)
    words: str | None = None

    @property
    def more(self) -> int:
        """How many answers it is about besides the first."""
        return self.answers - 1


def latest_actions(coder: User, *, limit: int = LATEST) -> list[Action]:
    """A coder's latest actions of which something is left, newest first. Five queries."""
    found: dict[UUID, Action] = {}
    sources = (
        (Coding.objects.filter(coder=coder), "content_object", "tag__name"),
        (PriorityTag.objects.filter(coder=coder), "answer", "priority__name"),
    )
    for tags, answer, _name in sources:
        rows = (
            tags.order_by()
            .values("batch")
            .annotate(at=Max("coded_at"), count=Count(answer, distinct=True), first=Min(answer))
        )
        for row in rows.order_by("-at")[:limit]:
            action = found.setdefault(row["batch"], Action(row["batch"], row["at"], row["count"], row["first"]))
            action.at, action.answers = max(action.at, row["at"]), max(action.answers, row["count"])
            action.first_answer = min(action.first_answer, row["first"])
    latest = sorted(found.values(), key=lambda action: action.at, reverse=True)[:limit]
    for tags, _answer, name in sources:
        _name_them(latest, tags.order_by(name).values_list("batch", name).distinct())
    readable = Answer.objects.usable().filter(pk__in=[action.first_answer for action in latest])
    words = {answer.pk: answer.own_words for answer in readable}
    for action in latest:
        action.words = words.get(action.first_answer)
    return latest


def _name_them(actions: Iterable[Action], rows) -> None:
    by_batch = {action.batch: action for action in actions}
    for batch, name in rows.filter(batch__in=list(by_batch)):
        by_batch[batch].names.append(name)
