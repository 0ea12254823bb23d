"""What is done to messages afterwards: try again what was given up, forget what is past its time."""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from wagtail.log_actions import log

from engage.core.mail.models import KEPT_EMPTY, OutboxMessage
from engage.core.mail.posting import forget_words
from engage.core.mail.querysets import OutboxQuerySet
from engage.core.mail.states import MailState
from engage.users.models import User

RETRY_ACTION = "core.mail.retry"
FORGET_ACTION = "core.mail.forget"
FEW = 500


@transaction.atomic
def try_again(*, messages: OutboxQuerySet, by: User | AnonymousUser) -> int:
    """Let messages that were given up wait again, at most 500. Returns how many; the log keeps their numbers.

    What is too late, or holds no words any more, stays as it is.
    """
    now = timezone.now()
    in_time = Q(not_after__isnull=True) | Q(not_after__gt=now)
    again = list(messages.dead().exclude(recipient="").filter(in_time).select_for_update()[:FEW])
    for message in again:
        log(instance=message, action=RETRY_ACTION, user=by)
    OutboxMessage.objects.filter(pk__in=[message.pk for message in again]).update(
        state=MailState.WAITING, due_at=now, next_try_at=now, ended_at=None, tries=0, refusals=0, problem=""
    )
    return len(again)


@transaction.atomic
def forget_mail_to(*, address: str, by: User | AnonymousUser | None = None) -> int:
    """Empty all messages to a person, sent or not. Returns how many there were; the log keeps their numbers.

    For whoever erases a person. What was not sent will not be.
    """
    found = OutboxMessage.objects.filter(recipient__iexact=address.strip()).select_for_update()
    messages = list(found)
    for message in messages:
        log(instance=message, action=FORGET_ACTION, user=by)
    emptied = OutboxMessage.objects.filter(pk__in=[message.pk for message in messages])
    emptied.waiting().update(state=MailState.DEAD, ended_at=timezone.now())
    return forget_words(emptied)


def forget_old(*, at: datetime | None = None, dry_run: bool = False) -> int:
    """Empty the messages that ended ``ENGAGE_OUTBOX_DAYS`` ago, and delete the empty rows a year after they ended.

    Returns how many are emptied (or would be).
    """
    at = at or timezone.now()
    due = OutboxMessage.objects.past_their_time(at, settings.ENGAGE_OUTBOX_DAYS).with_words()
    if dry_run:
        return due.count()
    OutboxMessage.objects.ended().filter(ended_at__lte=at - timedelta(days=KEPT_EMPTY)).delete()
    return forget_words(due)
