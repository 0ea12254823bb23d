"""Registrations of the strategy in the admin. What is registered lives in the modules beside."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from consultations.strategy import guards
from consultations.strategy.viewsets import StrategyViewSetGroup

register_snippet(StrategyViewSetGroup)
hooks.register("before_delete_snippet", guards.keep_what_is_used)
