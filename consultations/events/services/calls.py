"""Calls to families without an e-mail address: made, or taken back after a wrong press."""

from django.db import transaction
from django.utils import timezone

from consultations.events.models import CallTask
from engage.users.models import User


@transaction.atomic
def settle_call(*, call: CallTask, by: User) -> CallTask:
    """Write down that somebody rang the family. One that was made already keeps who made it, and when."""
    locked = CallTask.objects.select_for_update(of=("self",)).get(pk=call.pk)
    if locked.done_at is None:
        locked.done_at, locked.done_by = timezone.now(), by
        locked.save(update_fields=["done_at", "done_by"])
    return locked


@transaction.atomic
def reopen_call(*, call: CallTask) -> CallTask:
    """Take it back: the call is to be made again."""
    locked = CallTask.objects.select_for_update(of=("self",)).get(pk=call.pk)
    locked.done_at = locked.done_by = None
    locked.save(update_fields=["done_at", "done_by"])
    return locked
