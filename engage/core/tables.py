"""Columns for lists in the admin."""

from datetime import datetime

from django.db.models import Model
from django.utils.formats import date_format
from django.utils.timezone import localtime
from wagtail.admin.ui.tables import Column


class MomentColumn(Column):
    """A date and time in words, as in ``8 November 2026, 12:41``; "3 hours ago" would call what is due "just now"."""

    def get_value(self, instance: Model) -> str:
        moment: datetime | None = super().get_value(instance)
        return date_format(localtime(moment), "j F Y, H:i") if moment else ""
