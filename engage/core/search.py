"""Search in the database, in public and in the admin, safe for whatever is typed."""

import re
from typing import Any

from wagtail.search.backends import database

LONGEST_QUERY = 100
# Neither letters, digits and spaces nor the vowel signs of Arabic script, which stand inside of words.
NO_WORDS = re.compile(r"[^\w\s\u064b-\u065f\u0670]", re.UNICODE)


def safe_words(query: str) -> str:
    """Keep the letters, digits and spaces of a query.

    Wagtail 8.0.1 hands an unbalanced quote to SQLite's full-text search, which answers with an
    error, and a NUL to PostgreSQL, which refuses it. Words alone are what people search for.
    """
    return " ".join(NO_WORDS.sub(" ", query.replace("\x00", " ")).split())[:LONGEST_QUERY]


class SafeWords:
    """Put before a search backend: what somebody types reaches it as words. Nothing left finds nothing."""

    def _search(self, query_compiler_class: type, query: Any, model_or_queryset: Any, **kwargs: Any) -> Any:
        if isinstance(query, str):
            query = safe_words(query)
        # Only the backend that it is put before has this method; mypy sees the class alone.
        return super()._search(query_compiler_class, query, model_or_queryset, **kwargs)  # type: ignore[misc]


def SearchBackend(params: dict) -> Any:
    """The backend that fits the database, behind ``SafeWords``; Wagtail looks for it by this name."""
    fitting = type(database.SearchBackend(params))
    return type(f"Safe{fitting.__name__}", (SafeWords, fitting), {})(params)
