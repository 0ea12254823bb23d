"""Search of public pages, safe for whatever is typed."""

import re

from django.core.paginator import Paginator
from django.db.models import prefetch_related_objects
from wagtail.models import Page

PAGE_SIZE = 10
LONGEST_QUERY = 100


def safe_words(query: str) -> str:
    """Keep the letters, digits and spaces of a query.

    Wagtail 8.0.1 hands an unbalanced quote to SQLite's full-text search, which answers with an
    error, and a NUL to PostgreSQL, which refuses it. Words alone are what people search for.
    """
    return " ".join(re.sub(r"[^\w\s]", " ", query.replace("\x00", " "), flags=re.UNICODE).split())[:LONGEST_QUERY]


def find_pages(query: str, page_number: str | None) -> dict:
    """The live public pages with all words of the query, as a page of ``PAGE_SIZE`` results.

    ``results`` is None where nothing was asked. Each result is the specific page with its picture.
    """
    words = safe_words(query)
    if not words:
        return {"words": "", "results": None}
    found = Page.objects.live().public().exclude(depth__lte=1).specific().search(words, operator="and")
    results = Paginator(found, PAGE_SIZE).get_page(page_number)
    results.object_list = list(results.object_list)
    prefetch_related_objects(results.object_list, "picture")
    return {"words": words, "results": results}
