"""What stands around every page: main links, the way here, links at the foot. One query in all."""

from dataclasses import dataclass, field

from django import template
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from home.models import ContentPage

register = template.Library()


@dataclass(frozen=True)
class Link:
    """A page as a link. ``is_here`` is true on the page itself and on all pages under it.

    ``kind`` is the name of the page's model, such as ``outcomeindexpage``.
    """

    title: str
    url: str
    is_here: bool = False
    kind: str = ""


@dataclass
class Furniture:
    """Links of the header and the footer, and the way from the home page to this page."""

    home_url: str = "/"
    main: list[Link] = field(default_factory=list)
    foot: list[Link] = field(default_factory=list)
    way: list[Link] = field(default_factory=list)


@register.simple_tag(takes_context=True)
def furniture(context) -> Furniture:
    """The links around a page. Empty where a page is rendered without a request or without a site."""
    request, page = context.get("request"), context.get("page")
    site = _site_of(request)
    if site is None:
        return Furniture()
    if not (isinstance(page, Page) and page.path):
        page = None
    result = Furniture()
    path = page.path if page else ""
    # A page is linked where it is a child of the home page, or on the way to the page that is shown.
    for found in _pages_around(site.root_page, path):
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


def _pages_around(root: Page, path: str) -> list[Page]:
    """The home page, its live children and the ancestors of ``path``, in the order of the tree.

    ``in_footer`` is None for every page that is not a content page.
    """
    ancestors = [path[:end] for end in range(len(root.path), len(path) + 1, Page.steplen)]
    children = Q(path__startswith=root.path, depth=root.depth + 1)
    found = Page.objects.live().filter(children | Q(path__in=[root.path, *ancestors]), view_restrictions__isnull=True)
    in_footer = F(f"{ContentPage._meta.model_name}__in_footer")
    return list(found.annotate(in_footer=in_footer).order_by("path"))
