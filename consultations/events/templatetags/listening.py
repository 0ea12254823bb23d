"""Events on pages of apps below and above this one."""

from collections.abc import Iterable

from django import template

from consultations.events.models import ListeningEventPage
from consultations.events.showing import with_standing as add_standing

register = template.Library()


@register.filter
def with_standing(events: Iterable[ListeningEventPage]) -> list[ListeningEventPage]:
    """The events, each with where its booking stands. One query for all."""
    return add_standing(events)
