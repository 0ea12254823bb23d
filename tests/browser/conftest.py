"""The pages of the demo, found once for each worker."""

import pytest

from tests.browser.pages import PublicPage, find_pages
from tests.harness.site import DemoSite


@pytest.fixture(scope="session")
def public_pages(demo_site: DemoSite) -> dict[str, PublicPage]:
    """One page of every kind, by its name in ``PAGE_NAMES``."""
    return find_pages(demo_site)


@pytest.fixture
def open_public_page(demo_site, public_pages, open_page):
    """Open a public page by name, with its visitor's cookies; options as in ``open_page``."""

    def open_(name: str, **options):
        page = public_pages[name]
        return open_page(demo_site.url + page.path, cookies=page.cookies, **options)

    return open_
