"""Reminders before a session: each person gets each once, however often and however late the job runs."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from consultations.events.enums import CallReason
from consultations.events.models import Booking, EventSession, Reminder
from consultations.events.reminder_days import MOST_DAYS

from .each import Each
from .places import lock_session
from .telling import tell


def queue_reminders(*, at: datetime | None = None) -> int:
    """Remind those who have places of the sessions that are near. For the worker. Returns how many were reminded.

    A reminder is due from so many days before the session until it starts. Whoever got their places after that
    moment has just been told, and is not reminded of it. When the job did not run for so long that several are due at
    once, people get the last one only. Raises ``SomeFailed`` after all others were reminded.
    """
    at = at or timezone.now()
    near = EventSession.objects.filter(
        starts_at__gt=at, starts_at__lte=at + timedelta(days=MOST_DAYS), called_off=False
    )
    each = Each("reminders")
    for pk in list(near.order_by("starts_at").values_list("pk", flat=True)):
        each.act(_remind_all, pk, at, each)
    return each.finish()


@transaction.atomic
def _remind_all(pk: int, at: datetime, each: Each) -> int:
    # Two workers at once: the second waits here, and finds the reminders of the first.
    session = lock_session(pk)
    starts_at = session.starts_at
    if starts_at is None or starts_at <= at or session.called_off:
        return 0
    due = [days for days in session.page.days_to_remind if starts_at - timedelta(days=days) <= at]
    if not due:
        return 0
    day = timezone.localdate(starts_at)
    had = set(Reminder.objects.filter(booking__session=session, day=day).values_list("booking_id", "days_before"))
    for booking in Booking.objects.filter(session=session).confirmed().order_by("pk"):
        since = booking.confirmed_at or booking.made_at
        lacks = [days for days in due if (booking.pk, days) not in had]
        lacks = [days for days in lacks if since <= starts_at - timedelta(days=days)]
        if not lacks:
            continue
        booking.session = session
        rows = [Reminder(booking=booking, days_before=days, day=day) for days in lacks]
        each.act(_remind, booking, rows, min(lacks) == min(due))
    return 0


@transaction.atomic
def _remind(booking: Booking, rows: list[Reminder], is_last: bool) -> int:
    """Write down the reminders of one booking; the last of those that are due is what they are told."""
    Reminder.objects.bulk_create(rows)
    if is_last:
        tell(booking, CallReason.REMINDER)
    return int(is_last)
