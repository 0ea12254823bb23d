"""Search of public pages, safe for whatever is typed."""

from django.core.paginator import Paginator
from django.db.models import prefetch_related_objects
from wagtail.models import Locale, Page

from engage.core.routing import open_to_all
from engage.core.search import safe_words

PAGE_SIZE = 10


def find_pages(query: str, page_number: str | None) -> dict:
    """The live public pages in the active language with all words of the query, as a page of ``PAGE_SIZE`` results.

    ``results`` is None where nothing was asked. Each result is the specific page with its picture.
    """
    words = safe_words(query)
    if not words:
        return {"words": "", "results": None}
    found = (
        open_to_all(Page.objects.live())
        .exclude(depth__lte=1)
        .filter(locale=Locale.get_active())
        .specific()
        .search(words, operator="and")
    )
    results = Paginator(found, PAGE_SIZE).get_page(page_number)
    results.object_list = list(results.object_list)
    prefetch_related_objects(results.object_list, "picture")
    return {"words": words, "results": results}
