"""Days and times as survey tools write them, in the district's own time where they do not say another."""

import re
from datetime import datetime, time, timedelta

from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

DAY_FIRST = "day"
MONTH_FIRST = "month"

NOON = time(12)
# Excel counts days from here; a day that is not marked as one in Excel comes as its number.
EXCEL_START = datetime(1899, 12, 30)
EARLIEST_YEAR = 2000
EXCEL_NUMBER = re.compile(r"\d{5}(\.\d+)?")
ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ,]+(.*))?")
FIGURES = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:[T ,]+(.*))?")
CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?\s*([ap]\.?m\.?)?", re.IGNORECASE)
GMT = re.compile(r"\s*(?:GMT|UTC|BST)\s*(?:([+-])(\d{1,2}))?$", re.IGNORECASE)


class NotADay(ValueError):
    """The words are no day that can be. ``str()`` says why, to an officer."""


def read_moment(words: str, *, order: str = DAY_FIRST, now: datetime | None = None) -> datetime:
    """The moment that a cell names; noon where it names a day only. ``order`` is for days in figures.

    Raises ``NotADay`` also for a moment that has not come yet, and for an hour that the clocks leave out.
    """
    now = now or timezone.now()
    try:
        moment = _read(words.strip(), order)
        is_today = timezone.localdate(moment) == timezone.localdate(now)
    except OverflowError as error:
        # In the first or the last hours that Python can count.
        raise NotADay(_("There is no such day. Write it like this: 31/03/2026 or 2026-03-31.")) from error
    if moment.year < EARLIEST_YEAR:
        raise NotADay(_("This day is too long ago."))
    if moment > now:
        # A day without an hour is today until it is over.
        if is_today and moment.time() == NOON:
            return now
        raise NotADay(_("This day has not come yet."))
    return moment


def _read(words: str, order: str) -> datetime:
    # With "T" and a zone it says exactly when.
    exact = _exact(words)
    if exact is not None:
        return exact
    if EXCEL_NUMBER.fullmatch(words):
        number = float(words)
        day = EXCEL_START + timedelta(days=number)
        return _aware(day if number % 1 else datetime.combine(day, NOON))
    zone = GMT.search(words)
    if zone and zone.start():
        moment = _figures(words[: zone.start()].strip(), order)
        hours = int(f"{zone[1]}{zone[2]}") if zone[1] else 0
        if "BST" in zone[0].upper():
            hours = 1
        return timezone.make_aware(moment - timedelta(hours=hours), timezone.get_fixed_timezone(0))
    return _aware(_figures(words, order))


def _exact(words: str) -> datetime | None:
    try:
        moment = parse_datetime(words)
    except ValueError:
        return None
    return moment if moment is not None and timezone.is_aware(moment) else None


def _figures(words: str, order: str) -> datetime:
    iso, figures = ISO.fullmatch(words), FIGURES.fullmatch(words)
    if iso:
        year, month, day, clock = iso.groups()
    elif figures:
        day, month, year, clock = figures.groups()
        if order == MONTH_FIRST:
            day, month = month, day
    else:
        raise NotADay(_("This is not a day. Write it like this: 31/03/2026 or 2026-03-31."))
    full_year = int(year) + (2000 if len(year) == 2 else 0)
    try:
        return datetime.combine(datetime(full_year, int(month), int(day)), _clock(clock))
    except ValueError as error:
        raise NotADay(_("There is no such day. Write it like this: 31/03/2026 or 2026-03-31.")) from error


def _clock(words: str | None) -> time:
    """The hour; noon where none is named. ``ValueError`` where there is no such hour."""
    if not words or not words.strip():
        return NOON
    found = CLOCK.fullmatch(words.strip())
    if not found:
        raise ValueError(words)
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    half = (found[4] or "").lower()[:1]
    if half and not 1 <= hour <= 12:
        raise ValueError(words)
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    # Excel says midnight of a day without an hour.
    return time(hour, minute, second) if (hour, minute, second) != (0, 0, 0) else NOON


def _aware(moment: datetime) -> datetime:
    """The moment by the district's clocks. Where they go back it is the first of both."""
    aware = timezone.make_aware(moment)
    back = timezone.localtime(aware.astimezone(timezone.get_fixed_timezone(0)))
    if back.replace(tzinfo=None) != moment:
        raise NotADay(_("The clocks went forward then: this hour did not exist."))
    return aware
