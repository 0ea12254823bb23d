"""What stands around every page: main links, the way here, links at the foot, languages. One query in all."""

from dataclasses import dataclass, field

from django import template
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from engage.core.languages import address_in, is_source_language, own_name
from engage.core.routing import for_a_few
from engage.core.serving import home_address
from engage.core.serving import serve as serve_page
from home.models import ContentPage

register = template.Library()

# Below the root of all pages stands one home page for each language.
HOME_DEPTH = 2


@dataclass(frozen=True)
class Link:
    """A page as a link. ``is_here`` is true on the page itself and on all pages under it.

    ``kind`` is the name of the page's model, such as ``outcomeindexpage``.
    """

    title: str
    url: str
    is_here: bool = False
    kind: str = ""


@dataclass(frozen=True)
class LanguageLink:
    """The same page in another language, else that language's home page. ``name`` is in its own script."""

    language: str
    name: str
    url: str

    @property
    def direction(self) -> str:
        return "rtl" if get_language_info(self.language)["bidi"] else "ltr"


@dataclass
class Furniture:
    """Links of the header and the footer, and the way from the home page to this page.

    ``is_translated`` is whether the page is in another language than the one that everything is written in first.
    """

    home_url: str = "/"
    main: list[Link] = field(default_factory=list)
    foot: list[Link] = field(default_factory=list)
    way: list[Link] = field(default_factory=list)
    languages: list[LanguageLink] = field(default_factory=list)
    is_translated: bool = False


@register.simple_tag(takes_context=True)
def furniture(context) -> Furniture:
    """The links around a page. Empty where a page is rendered without a request or without a site."""
    request, page = context.get("request"), context.get("page")
    site = _site_of(request)
    if site is None:
        return Furniture()
    if not (isinstance(page, Page) and page.path):
        page = None
    result = Furniture(is_translated=not is_source_language())
    path = page.path if page else ""
    # A page is linked where it is a child of the home page, or on the way to the page that is shown.
    others: list[Page] = []
    for found in _pages_around(site, page):
        if found.language != get_language():
            others.append(found)
            continue
        kind = found.cached_content_type.model
        link = Link(found.title, found.get_url(request) or "/", path.startswith(found.path), kind)
        if found.depth == site.root_page.depth:
            result.home_url = link.url
        if found.depth == site.root_page.depth + 1 and found.in_footer is not None:
            result.foot += [link] if found.in_footer else []
        elif found.depth == site.root_page.depth + 1:
            result.main.append(link)
        if path.startswith(found.path) and found.path != path:
            result.way.append(link)
    result.languages = _language_links(request, page, others)
    credits = reverse("picture_credits")
    result.foot.append(Link(_("Picture credits"), credits, request.path == credits))
    return result


def _site_of(request) -> Site | None:
    if request is None:
        return None
    try:
        return Site.find_for_request(request)
    except Site.DoesNotExist:
        return None


def _pages_around(site: Site, page: Page | None) -> list[Page]:
    """The home page, its live children and the ancestors of the page, in the order of the tree.

    With them, of all other languages the home page and the translation of the page. ``in_footer`` is None for
    every page that is not a content page; ``language`` is the page's.
    """
    home, path = site.root_page, page.path if page else ""
    ancestors = [path[:end] for end in range(len(home.path), len(path) + 1, Page.steplen)]
    address = home_address(site)
    # The home pages of all languages stand side by side.
    here = Q(url_path=address) | Q(url_path__startswith=address, depth=home.depth + 1) | Q(path__in=ancestors)
    same = Q(translation_key__in=[home.translation_key, *([page.translation_key] if page else [])])
    there = same & ~Q(locale__language_code=get_language())
    found = Page.objects.live().filter((here if address else Q(pk=None)) | there, ~for_a_few())
    in_footer = F(f"{ContentPage._meta.model_name}__in_footer")
    return list(found.annotate(in_footer=in_footer, language=F("locale__language_code")).order_by("path"))


def _language_links(request, page: Page | None, others: list[Page]) -> list[LanguageLink]:
    """A link for each language that has a home page. ``others`` are home pages and translations of the page."""
    by_language: dict[str, list[Page]] = {}
    for one in others:
        by_language.setdefault(one.language, []).append(one)
    return [
        LanguageLink(language, own_name(language), _url_in(language, request, page, pages))
        for language, pages in by_language.items()
        if any(one.depth == HOME_DEPTH for one in pages)
    ]


def _url_in(language: str, request, page: Page | None, pages: list[Page]) -> str:
    """Where a link to a language leads: the page's translation, the same address, or the home page.

    ``pages`` are that language's home page and translation of the page.
    """
    home = next(one for one in pages if one.depth == HOME_DEPTH)
    translation = next((one for one in pages if page and one.translation_key == page.translation_key), None)
    is_page = request.resolver_match is None or request.resolver_match.func is serve_page
    if is_page and translation:
        query = request.META.get("QUERY_STRING", "")
        return f"{translation.get_url(request)}{'?' + query if query else ''}"
    if not is_page and (translation or page is None):
        return address_in(language, request.get_full_path())
    return home.get_url(request) or "/"
