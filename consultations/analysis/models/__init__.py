"""The codebook, and who put what on which answer."""

from .codings import Coding, PriorityTag
from .themes import Theme

__all__ = ["Coding", "PriorityTag", "Theme"]
