"""Reading drafts and old revisions, whose numbers cannot be trusted.

A revision names its rows, and what they point at, by number. Both may be gone, and more:

- a row that was new in a draft has no number, even after that draft went live;
- a row that was removed since has a number that the editor's form refuses without saying where;
- rows of rows in the revisions of a copied page still have the first page's numbers: saving them
  would take them away from the first page.
"""

from collections.abc import Callable, Iterable

from django.db import models


def without_vanished(model: type[models.Model], data: dict) -> dict:
    """A row's stored data with None for each protected reference whose target is gone.

    PROTECT keeps what live rows point at; a draft or an old revision holds only numbers. Modelcluster
    raises a bare exception for such a reference, which would turn opening the page into an error.
    """
    kept = dict(data)
    for field in model._meta.concrete_fields:
        if not field.is_relation or field.remote_field.on_delete is not models.PROTECT:
            continue
        value = kept.get(field.name)
        if value is not None and not field.related_model._default_manager.filter(pk=value).exists():
            kept[field.name] = None
    return kept


def recognise(rows: list, stored: Iterable, *likenesses: Callable[[models.Model], object]) -> None:
    """Give each row the number of the stored row that it is, or none where it is a new row.

    A row is a stored one by its number; else by the first likeness (a function of a row) that it
    shares with one that no other row has taken.
    """
    free = {known.pk: known for known in stored}
    strangers = [row for row in rows if free.pop(row.pk, None) is None]
    for likeness in likenesses:
        for row in list(strangers):
            match = next((known for known in free.values() if likeness(known) == likeness(row)), None)
            if match is not None:
                row.pk = match.pk
                row._state.adding = False
                del free[match.pk]
                strangers.remove(row)
    for row in strangers:
        row.pk = None
        row._state.adding = True
