"""Wagtail's pages in the language of their address."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import re_path
from django.utils.translation import get_language
from wagtail import hooks
from wagtail.models import Page, Site
from wagtail.urls import serve_pattern
from wagtail.views import serve as wagtail_serve

from engage.core.languages import is_source_language

# The hook of apps that keep pages by address: each is called with the request, and gives the page or None.
KEPT_PAGE_HOOK = "show_kept_page"


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Serve the page of an address."""
    for show in hooks.get_hooks(KEPT_PAGE_HOOK):
        page = show(request, path)
        if page is not None:
            return page
    find_page(request, path)
    return wagtail_serve(request, path)


def find_page(request: HttpRequest, path: str) -> Page:
    """The page of an address. Wagtail would look up the active language each time, also in the first one.

    Where the site has no home page in the language, there is no page either. Raises ``Http404``.
    """
    site = Site.find_for_request(request)
    home = home_in_language(site) if site else None
    if home is None:
        raise Http404
    parts = [part for part in path.split("/") if part]
    # Where Wagtail keeps the page that it found for this request.
    found = home.specific.route(request, parts)
    request._wagtail_route_for_request = found  # type: ignore[attr-defined]
    return found.page


def home_in_language(site: Site) -> Page | None:
    """The home page in the active language. No query in the first language, where the site has its page at hand."""
    if is_source_language():
        return site.root_page
    address = home_address(site)
    return Page.objects.filter(url_path=address).first() if address else None


def home_address(site: Site, language: str | None = None) -> str:
    """Where the tree of a language (the active one unless told) begins; "" where there is none. Kept by Wagtail."""
    language = language or get_language() or ""
    roots = (one for one in Site.get_site_root_paths() if one.site_id == site.pk)
    return next((one.root_path for one in roots if one.language_code == language), "")


# The name "wagtail_serve" stays Wagtail's own, and so do the addresses of its tools.
urlpatterns = [re_path(r"^(?!_util/)" + serve_pattern.removeprefix("^"), serve)]
