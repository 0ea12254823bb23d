"""The words of priorities in another language. What belongs to a priority belongs to the row of the first language."""

from collections.abc import Iterable

from django.utils.translation import get_language

from consultations.strategy.models import Priority
from engage.core.languages import is_source_language


def lend_words(priorities: Iterable[Priority]) -> None:
    """Give these rows the name and description of their translation in the active language, for showing only.

    Never save them. What has no translation stays as it was written. No query in the first language, one in others.
    """
    rows = list(priorities)
    if is_source_language() or not rows:
        return
    translated = Priority.objects.filter(
        translation_key__in={row.translation_key for row in rows}, locale__language_code=get_language()
    )
    words = {row.translation_key: row for row in translated}
    for row in rows:
        lent = words.get(row.translation_key)
        if lent:
            row.name, row.description = lent.name, lent.description
