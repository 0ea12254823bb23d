"""Refusing kindly to delete what the strategy's other parts, questions or outcomes stand on."""

from collections import Counter

from django.contrib import messages
from django.db import models
from django.db.models import ProtectedError
from django.db.models.deletion import Collector
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from consultations.strategy.models import Objective, Priority, Statement, WorkStream

GUARDED = (Objective, Priority, Statement, WorkStream)


def keep_what_is_used(request, instances):
    """For ``before_delete_snippet``, which Wagtail runs for one row and for many."""
    for instance in instances:
        uses = used_by(instance) if isinstance(instance, GUARDED) else {}
        if uses:
            listed = ", ".join(f"{number} × {name}" for name, number in sorted(uses.items()))
            messages.error(
                request,
                _("“%(name)s” is used (%(uses)s), so it is not deleted.") % {"name": instance, "uses": listed},
            )
            return redirect(type(instance).snippet_viewset.get_url_name("list"))
    return None


def used_by(instance: models.Model) -> dict[str, int]:
    """How many rows stand on this one, by what they are; empty when it may go.

    Asks the database's own rules, and besides that the I statements of a priority: their link would
    go without anybody noticing.
    """
    uses: Counter[str] = Counter()
    if isinstance(instance, Priority) and (statements := instance.statements.count()):
        uses[str(Statement._meta.verbose_name_plural)] = statements
    try:
        Collector(using=instance._state.db or "default", origin=instance).collect([instance])
    except ProtectedError as error:
        uses.update(str(row._meta.verbose_name_plural) for row in error.protected_objects)
    return dict(uses)
