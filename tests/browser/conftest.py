"""The pages of the demo, found once for each worker."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.pages import PublicPage, find_pages
from tests.conftest import PATIENCE_MS, WIDE
from tests.harness.site import DemoSite


@pytest.fixture(scope="session")
def public_pages(demo_site: DemoSite) -> dict[str, PublicPage]:
    """One page of every kind, by its name in ``PAGE_NAMES``."""
    return find_pages(demo_site)


@pytest.fixture(scope="module")
def open_public_page(demo_site: DemoSite, public_pages, browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open a public page by name, with its visitor's cookies; options as in ``open_page``.

    For tests that only look: those of a module with the same ``options`` share a tab, whose cookies and
    size are set anew each time. Starting a tab with an empty cache takes longer than most pages do. No page
    is kept for a time without the internet, or the next visit would show it as it was.
    """
    tabs: dict[str, Page] = {}

    def open_(name: str, *, viewport=WIDE, javascript=True, display="", **options) -> Page:
        key = repr((javascript, sorted(options.items())))
        if key not in tabs:
            context = browser.new_context(
                java_script_enabled=javascript, locale="en-GB", service_workers="block", **options
            )
            context.set_default_timeout(PATIENCE_MS)
            tabs[key] = context.new_page()
        tab, page = tabs[key], public_pages[name]
        tab.context.clear_cookies()
        tab.context.add_cookies(list(page.cookies))
        if display:
            tab.context.add_cookies([{"name": "engage_display", "value": display, "url": demo_site.url}])
        tab.set_viewport_size(viewport)
        tab.goto(demo_site.url + page.path)
        return tab

    yield open_
    for tab in tabs.values():
        tab.context.close()
