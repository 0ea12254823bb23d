"""Finding pages with few queries.

Wagtail asks the database twice for every step of an address: once for the child and once for
its specific row; then twice more for who may see it. Public pages have a budget of 10 queries
(issue of the first release), so the last step is looked up with its specific row and its picture
at once, the steps before it by ``url_path``, and restrictions in one query.
"""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.http import Http404
from wagtail.models import Page, PageViewRestriction, get_page_models
from wagtail.query import PageQuerySet
from wagtail.url_routing import RouteResult

from engage.core.languages import in_first_language, is_source_language, source_language

# Of which kind the page at an address was when this process last looked: only a hint of where to look first.
MOST_ADDRESSES = 2_000
_kinds: dict[str, type[Page]] = {}


def route_to_specific(page, request, path_components):
    """Return Wagtail's ``RouteResult`` for the page under ``page`` that the components name.

    Raises ``Http404`` where there is no such live page. Pages that route by themselves
    (``route`` overridden below this one) are not part of Engage's tree.
    """
    if not path_components:
        if page.live:
            return RouteResult(page)
        raise Http404
    url_path = page.url_path + "/".join(path_components) + "/"
    known = _kinds.get(url_path)
    if known is not None:
        same = known.objects.select_related("picture").filter(url_path=url_path, live=True).order_by().first()
        if same is not None:
            return RouteResult(same)
    ours = [model for model in get_page_models() if hasattr(model, "picture")]
    found = as_specific(Page.objects.filter(url_path=url_path, live=True)[:1], ours)
    if not found:
        raise Http404
    if type(found[0]) in ours:
        if len(_kinds) >= MOST_ADDRESSES:
            _kinds.clear()
        _kinds[url_path] = type(found[0])
    return RouteResult(found[0])


def as_specific(pages: QuerySet, kinds: Iterable[type[Page]]) -> list[Page]:
    """The specific pages, each with its picture, in one query.

    ``kinds`` are the models (with a ``picture``) that may be among them; a page of any other kind
    costs a query of its own.
    """
    names = {model._meta.model_name for model in kinds}
    rows = pages.select_related(*(f"{name}__picture" for name in names))
    kind_of = {row.pk: row.cached_content_type.model for row in rows}
    return [getattr(row, kind_of[row.pk]) if kind_of[row.pk] in names else row.specific for row in rows]


def restrictions_of(page: Page) -> QuerySet:
    """The view restrictions on a page and on all pages above it; an alias has those of its source.

    A translation has also those on the page that it translates, and on all pages above that one: whoever translates
    or moves a page does not open it. The page decides, not the language of the address. One query.
    """
    above = [page.path[:end] for end in range(page.steplen, len(page.path) + 1, page.steplen)]
    sources = Page.objects.filter(path__in=above).values_list(Coalesce("alias_of_id", "pk"), flat=True)
    same = Page.objects.filter(in_first_language(), translation_key=page.translation_key).exclude(pk=page.pk)
    translated = Q(Exists(same.filter(path__startswith=OuterRef("page__path"))))
    return PageViewRestriction.objects.filter(Q(page_id__in=sources) | translated)


def for_a_few() -> Exists:
    """Whether a page has a restriction itself, or the page has that it translates; not those above."""
    first = Q(page__locale__language_code=source_language(), page__translation_key=OuterRef("translation_key"))
    return Exists(PageViewRestriction.objects.filter(Q(page_id=OuterRef("pk")) | first))


def open_to_all(pages: PageQuerySet) -> PageQuerySet:
    """Those that everybody may see: neither they nor the pages that they translate are for a few."""
    if is_source_language():
        return pages.public()
    closed = Page.objects.filter(in_first_language()).not_public()
    return pages.public().exclude(translation_key__in=closed.values("translation_key"))
