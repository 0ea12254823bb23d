"""The answer to what people said."""

from .entries import Outcome
from .figures import FrozenFigure
from .pages import OutcomeIndexPage, YouSaidWeDidPage

__all__ = ["FrozenFigure", "Outcome", "OutcomeIndexPage", "YouSaidWeDidPage"]
