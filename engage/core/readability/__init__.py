"""The Easy Read checker. It knows rules and words, and nothing of pages, databases or Django.

``check(pieces, language=..., vocabulary=...)`` gives a ``Result`` with its ``findings``.
"""

from .checker import check, reads
from .findings import Finding, Piece, Result, Rule, Severity
from .markup import read_markup
from .vocabulary import PlainWord, Vocabulary

__all__ = [
    "Finding",
    "Piece",
    "PlainWord",
    "Result",
    "Rule",
    "Severity",
    "Vocabulary",
    "check",
    "read_markup",
    "reads",
]
