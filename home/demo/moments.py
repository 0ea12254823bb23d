"""Moments of the demo, counted from today."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone


def london(days: int, at: time) -> datetime:
    """The clock time ``at`` in Europe/London, ``days`` from today."""
    day: date = timezone.localdate() + timedelta(days=days)
    return timezone.make_aware(datetime.combine(day, at))
