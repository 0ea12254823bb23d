"""Putting themes and priorities on answers, taking them off, and undoing the last action."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Model, Q
from django.utils import timezone
from wagtail.log_actions import log

from consultations.analysis.enums import CodingOrigin
from consultations.analysis.models import Coding, PriorityTag, Theme
from consultations.analysis.querysets import Codebook
from consultations.strategy.models import Priority
from consultations.surveys.models import Answer
from engage.users.models import User

TAG_ACTION = "analysis.tag"
UNTAG_ACTION = "analysis.untag"
UNDO_ACTION = "analysis.undo"


class AnswerNotUsable(Exception):
    """An answer is withheld by a concern, or its response was not sent: nobody tags it."""


class NothingToUndo(Exception):
    """The action was undone already, is somebody else's, or never was."""


@dataclass(frozen=True)
class Tagged:
    """What one action did. ``added`` counts what was new; what was there stayed as it was.

    ``batch`` names the action, so that it can be undone.
    """

    batch: UUID
    answers: int
    added: int


@transaction.atomic
def tag_answers(
    *,
    answers: Iterable[Answer],
    themes: Iterable[Theme],
    coder: User,
    origin: str = CodingOrigin.BY_HAND,
    batch: UUID | None = None,
) -> Tagged:
    """Put themes on whole answers. A merged theme is put on as the one it was merged into.

    Doing it again changes nothing: a coder puts a theme on an answer once. Give ``batch`` to make
    it part of an action that has begun. Raises ``AnswerNotUsable``; then nothing is tagged.
    """
    keys = _usable_keys(answers)
    codebook = Codebook()
    targets = {target.pk: target for target in (codebook.standing_for(theme.pk) for theme in themes)}
    batch, now = batch or uuid4(), timezone.now()
    there = set(
        Coding.objects.filter(content_object__in=keys, tag__in=targets, coder=coder, start__isnull=True).values_list(
            "content_object_id", "tag_id"
        )
    )
    new = [
        Coding(content_object_id=key, tag_id=theme_id, coder=coder, coded_at=now, origin=origin, batch=batch)
        for key in keys
        for theme_id in targets
        if (key, theme_id) not in there
    ]
    # Somebody may press twice: the constraint decides, and a repeat is no error.
    Coding.objects.bulk_create(new, ignore_conflicts=True)
    added = {
        theme: Coding.objects.filter(batch=batch, tag=theme, content_object__in=keys).count()
        for theme in targets.values()
    }
    _log_each(added, TAG_ACTION, coder, batch)
    return Tagged(batch=batch, answers=len(keys), added=sum(added.values()))


@transaction.atomic
def tag_priority(*, answers: Iterable[Answer], priority: Priority, coder: User, batch: UUID | None = None) -> Tagged:
    """Put a priority on answers by hand. Once an answer, whoever does it. Raises ``AnswerNotUsable``."""
    keys = _usable_keys(answers)
    batch, now = batch or uuid4(), timezone.now()
    PriorityTag.objects.bulk_create(
        [PriorityTag(answer_id=key, priority=priority, coder=coder, coded_at=now, batch=batch) for key in keys],
        ignore_conflicts=True,
    )
    added = PriorityTag.objects.filter(batch=batch, priority=priority, answer__in=keys).count()
    _log_each({priority: added}, TAG_ACTION, coder, batch)
    return Tagged(batch=batch, answers=len(keys), added=added)


@transaction.atomic
def untag_answers(*, answers: Iterable[Answer], themes: Iterable[Theme], coder: User) -> int:
    """Take themes off answers: the coder's own codings, and those whose coder has no account any more.

    What another coder said stays, so that two coders can be compared. Returns how many codings
    went. Raises ``AnswerNotUsable``.
    """
    keys = _usable_keys(answers)
    codebook = Codebook()
    removed: dict[Model, int] = {}
    for target in {codebook.standing_for(theme.pk) for theme in themes}:
        codings = Coding.objects.filter(
            Q(coder=coder) | Q(coder__isnull=True),
            content_object__in=keys,
            tag__in=codebook.keys_standing_for(target),
            start__isnull=True,
        )
        removed[target] = codings.delete()[0]
    _log_each(removed, UNTAG_ACTION, coder, None)
    return sum(removed.values())


@transaction.atomic
def untag_priority(*, answers: Iterable[Answer], priority: Priority, coder: User) -> int:
    """Take off a priority that was put on by hand. What a question or theme brings stays.

    Returns how many went. Raises ``AnswerNotUsable``.
    """
    keys = _usable_keys(answers)
    removed = PriorityTag.objects.filter(answer__in=keys, priority=priority).delete()[0]
    _log_each({priority: removed}, UNTAG_ACTION, coder, None)
    return removed


@transaction.atomic
def code_answer(*, answer: Answer, themes: Iterable[Theme], priorities: Iterable[Priority], coder: User) -> Tagged:
    """Make what a coder says about one answer exactly this: add what is new, take off what is gone.

    Themes of other coders stay. Priorities by hand are everybody's. Raises ``AnswerNotUsable``.
    """
    wanted, wanted_priorities = list(themes), list(priorities)
    mine = Theme.objects.filter(codings__content_object=answer, codings__coder=coder, codings__start__isnull=True)
    codebook = Codebook()
    stays = {codebook.standing_for(theme.pk).pk for theme in wanted}
    gone = [theme for theme in mine.distinct() if codebook.standing_for(theme.pk).pk not in stays]
    untag_answers(answers=[answer], themes=gone, coder=coder)
    for priority in Priority.objects.filter(answer_tags__answer=answer):
        if priority not in wanted_priorities:
            untag_priority(answers=[answer], priority=priority, coder=coder)
    done = tag_answers(answers=[answer], themes=wanted, coder=coder)
    added = [
        tag_priority(answers=[answer], priority=priority, coder=coder, batch=done.batch).added
        for priority in wanted_priorities
    ]
    return Tagged(batch=done.batch, answers=1, added=done.added + sum(added))


@transaction.atomic
def undo_batch(*, batch: UUID, coder: User) -> int:
    """Take back one's own action: only what it added. Returns how many tags went.

    Raises ``NothingToUndo`` when nothing of it is left, or when it is somebody else's.
    """
    codings = Coding.objects.filter(batch=batch, coder=coder).select_related("tag")
    tags = PriorityTag.objects.filter(batch=batch, coder=coder).select_related("priority")
    undone: dict[Model, int] = {}
    for target in [coding.tag for coding in codings] + [tag.priority for tag in tags]:
        undone[target] = undone.get(target, 0) + 1
    if not undone:
        raise NothingToUndo
    codings.delete()
    tags.delete()
    _log_each(undone, UNDO_ACTION, coder, batch)
    return sum(undone.values())


def _usable_keys(answers: Iterable[Answer]) -> list[int]:
    keys = [answer.pk for answer in answers]
    usable = set(Answer.objects.usable().filter(pk__in=keys).values_list("pk", flat=True))
    if not usable.issuperset(keys):
        raise AnswerNotUsable
    return keys


def _log_each(counts: dict, action: str, coder: User, batch: UUID | None) -> None:
    """One entry for each theme or priority that changed: how many answers, never their words."""
    for target, count in counts.items():
        if count:
            data: dict[str, object] = {"answers": count}
            if batch:
                data["batch"] = str(batch)
            log(instance=target, action=action, user=coder, data=data)
