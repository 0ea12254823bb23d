"""axe-core on every kind of public page in every theme: nothing to report."""

import pytest

from engage.core.preferences import Theme
from tests.browser.axe import PUBLIC_TAGS, violations
from tests.browser.pages import PAGE_NAMES

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("theme", Theme.values)
@pytest.mark.parametrize("name", PAGE_NAMES)
def test_axe_has_nothing_to_report_on_a_public_page(name, theme, open_public_page):
    page = open_public_page(name, display=f"theme.{theme}", bypass_csp=True)
    assert page.locator("html").get_attribute("data-theme") == theme
    assert violations(page, PUBLIC_TAGS) == []


@pytest.mark.parametrize("name", PAGE_NAMES)
def test_axe_has_nothing_to_report_on_a_phone_with_the_biggest_words(name, open_public_page):
    page = open_public_page(
        name, display="size.largest-spacing.wide", bypass_csp=True, viewport={"width": 360, "height": 740}
    )
    assert violations(page, PUBLIC_TAGS) == []
