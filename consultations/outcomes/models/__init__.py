"""The answer to what people said."""

from .entries import Outcome
from .pages import OutcomeIndexPage, YouSaidWeDidPage

__all__ = ["Outcome", "OutcomeIndexPage", "YouSaidWeDidPage"]
