"""Words for those who tried too often: when to try again."""

from datetime import datetime, timedelta

from django.utils.timezone import localtime
from django.utils.translation import gettext as _


def clock_after(moment: datetime) -> str:
    """The first full minute that is not before a moment, such as 14:32."""
    return f"{localtime(moment + timedelta(seconds=59, microseconds=999_999)):%H:%M}"


def wait_words(moment: datetime) -> str:
    """What a page says to somebody who tried too many codes."""
    return _("Please take a short break. You can try again at %(time)s.") % {"time": clock_after(moment)}
