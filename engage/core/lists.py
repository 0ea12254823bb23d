"""Lists in the admin of rows that have translations."""

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.models import Locale


def in_lists(rows: QuerySet, request: HttpRequest) -> QuerySet:
    """Those of the first language; others when somebody filters by language."""
    return rows if request.GET.get("locale") else rows.filter(locale=Locale.get_default())
