"""Days before an event, as an officer writes them: "7, 1"."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

MOST_DAYS = 60


def read_days(typed: str) -> list[int]:
    """The days, the longest time first. Empty: those of the settings; "0": none. Raises ``ValueError``."""
    days = [int(part) for part in typed.replace(" ", ",").split(",") if part] or settings.EVENT_REMINDER_DAYS
    return sorted({day for day in days if day}, reverse=True)


def no_number(typed: str) -> None:
    """For a field: refuses what is no list of days."""
    try:
        days = read_days(typed)
    except ValueError:
        days = [-1]
    if any(not 0 < day <= MOST_DAYS for day in days):
        raise ValidationError(_("Write numbers of days with commas between them, such as: 7, 1. At most 60."))
