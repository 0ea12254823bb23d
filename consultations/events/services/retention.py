"""Bookings go when their time is over: names, addresses, needs and answers with them."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from consultations.events.models import Booking

CHUNK = 500


def purge_bookings(*, at: datetime | None = None, dry_run: bool = False) -> int:
    """Delete the bookings whose session ended ``ENGAGE_BOOKINGS_DAYS`` before a moment. Returns how many.

    Where nobody said when it ends, those that nobody changed for so long.
    Needs, answers, links, calls and reminders go with them. Deletes in parts, so that the site stays up.
    """
    before = (at or timezone.now()) - timedelta(days=settings.ENGAGE_BOOKINGS_DAYS)
    due = list(Booking.objects.past_their_time(before).order_by("pk").values_list("pk", flat=True))
    if dry_run:
        return len(due)
    for start in range(0, len(due), CHUNK):
        with transaction.atomic():
            Booking.objects.filter(pk__in=due[start : start + CHUNK]).delete()
    return len(due)
