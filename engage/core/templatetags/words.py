"""Dates, times and counts as people say them."""

import re
from datetime import date, datetime
from typing import Any

from django import template
from django.template.defaultfilters import filesizeformat
from django.utils.formats import date_format
from django.utils.translation import gettext as _

register = template.Library()


@register.filter(expects_localtime=True)
def day(value: date | datetime | None) -> str:
    """``Monday 14 December 2026``, or nothing where there is no date."""
    return date_format(value, "l j F Y") if value else ""


@register.filter(expects_localtime=True)
def month(value: date | datetime | None) -> str:
    """``March 2026``."""
    return date_format(value, "F Y") if value else ""


@register.filter(expects_localtime=True)
def clock(value: datetime | None) -> str:
    """``5 pm`` or ``5.30 pm``; ``midday`` and ``midnight`` in words, as 12 pm confuses people."""
    if not value:
        return ""
    if value.minute == 0 and value.hour in (0, 12):
        return _("midnight") if value.hour == 0 else _("midday")
    half = _("am") if value.hour < 12 else _("pm")
    hour = value.hour % 12 or 12
    return f"{hour}.{value.minute:02d} {half}" if value.minute else f"{hour} {half}"


@register.filter(expects_localtime=True)
def day_and_time(value: datetime | None) -> str:
    """``Monday 14 December 2026, 5 pm``."""
    return f"{day(value)}, {clock(value)}" if value else ""


@register.filter
def count_up(total: int | None) -> range:
    """1, 2, ... up to the number: for one segment of a bar each."""
    return range(1, int(total or 0) + 1)


@register.filter
def lines(text: str | None) -> list[str]:
    """The lines of a text that hold words."""
    return [line.strip() for line in (text or "").splitlines() if line.strip()]


@register.filter
def sentences(text: str | None) -> list[str]:
    """The sentences of a short text, to put each on a line of its own."""
    return [part for part in re.split(r"(?<=[.!?؟۔])\s+", (text or "").strip()) if part]


@register.filter
def file_facts(document: Any) -> str:
    """What a download is, before it is pressed: ``PDF, 1.2 MB``. The size is left out when it is unknown."""
    kind = (document.file_extension or "").upper()
    size = document.file_size
    return ", ".join(part for part in (kind, filesizeformat(size) if size else "") if part)


@register.filter
def percent_of(value: float | None, best: float) -> int:
    """How much of the best possible score this is, as a whole number of percent."""
    return min(max(round((value or 0) * 100 / best), 0), 100) if best else 0
