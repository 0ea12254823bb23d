"""axe-core on every kind of public page in every theme: nothing to report."""

import pytest

from engage.core.preferences import Theme
from tests.browser.axe import PUBLIC_TAGS, violations
from tests.browser.findings import assert_nothing_found
from tests.browser.pages import PAGE_NAMES

pytestmark = pytest.mark.browser


def test_axe_finds_planted_mistakes(browser):
    page = browser.new_page()
    page.set_content(
        "<!DOCTYPE html><html lang='en'><title>x</title><main><h1>x</h1>"
        "<p style='color:#666'>Grey words</p><img src=''></main>"
    )
    found = violations(page, PUBLIC_TAGS)
    page.close()
    # 5.7:1 is enough for AA and too little for AAA, which the public pages keep.
    assert {line.split(":")[0] for line in found} == {"color-contrast-enhanced", "image-alt"}


@pytest.mark.parametrize("name", PAGE_NAMES)
def test_axe_has_nothing_to_report_on_a_public_page_in_any_theme(name, open_public_page):
    page = open_public_page(name, display="theme.navy", bypass_csp=True)
    assert page.locator("html").get_attribute("data-theme") == "navy"
    found = {}
    for theme in Theme.values:
        page.evaluate("(theme) => { document.documentElement.dataset.theme = theme }", theme)
        found[theme] = violations(page, PUBLIC_TAGS)
    assert_nothing_found(found)


@pytest.mark.parametrize("name", PAGE_NAMES)
def test_axe_has_nothing_to_report_on_a_phone_with_the_biggest_words(name, open_public_page):
    page = open_public_page(
        name, display="size.largest-spacing.wide", bypass_csp=True, viewport={"width": 360, "height": 740}
    )
    assert_nothing_found({"phone": violations(page, PUBLIC_TAGS)})
