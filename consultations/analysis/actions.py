"""What a coder did lately, so that it can be undone."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Max

from consultations.analysis.models import Coding, PriorityTag
from engage.users.models import User

LATEST = 50


@dataclass
class Action:
    """One action that put tags on answers. ``names`` are its themes and priorities."""

    batch: UUID
    at: datetime
    answers: int
    names: list[str] = field(default_factory=list)


def latest_actions(coder: User, *, limit: int = LATEST) -> list[Action]:
    """A coder's latest actions of which something is left, newest first. Four queries."""
    found: dict[UUID, Action] = {}
    sources = (
        (Coding.objects.filter(coder=coder), "content_object", "tag__name"),
        (PriorityTag.objects.filter(coder=coder), "answer", "priority__name"),
    )
    for tags, answer, _name in sources:
        rows = tags.order_by().values("batch").annotate(at=Max("coded_at"), count=Count(answer, distinct=True))
        for row in rows.order_by("-at")[:limit]:
            action = found.setdefault(row["batch"], Action(row["batch"], row["at"], row["count"]))
            action.at, action.answers = max(action.at, row["at"]), max(action.answers, row["count"])
    latest = sorted(found.values(), key=lambda action: action.at, reverse=True)[:limit]
    for tags, _answer, name in sources:
        _name_them(latest, tags.order_by(name).values_list("batch", name).distinct())
    return latest


def _name_them(actions: Iterable[Action], rows) -> None:
    by_batch = {action.batch: action for action in actions}
    for batch, name in rows.filter(batch__in=list(by_batch)):
        by_batch[batch].names.append(name)
