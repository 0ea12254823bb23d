"""What axe cannot see, measured in Chromium on every kind of public page (design rules: Easy Read).

Reflow, text spacing, target sizes, line length, the weight of the first view, and that nothing
asks another site for anything or breaks the content security policy.
"""

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from engage.core.preferences import LetterShape
from tests.browser.findings import assert_nothing_found
from tests.browser.pages import PAGE_NAMES

pytestmark = pytest.mark.browser

MEASURING = Path(__file__).with_name("measuring.js").read_text()
EVERY_PAGE = pytest.mark.parametrize("name", PAGE_NAMES)
PHONE = {"width": 360, "height": 740}
NARROW = {"width": 320, "height": 640}
# What is left of 1280 x 1024 at 400 %.
ZOOMED = {"width": 320, "height": 256}
WIDE = {"width": 1280, "height": 900}
LEAST_TARGET = 44
LEAST_ANSWER = 64
LONGEST_LINE = 80
LEAST_WORDS_PX = 18.7
FIRST_VIEW_BYTES = 60_000
# WCAG 1.4.12, and nothing may be lost by it.
TEXT_SPACING = """
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }
"""


def measure(page, what: str, *arguments) -> list[str]:
    """Call one function of measuring.js in the page."""
    if not page.evaluate("() => 'measuring' in window"):
        page.evaluate(MEASURING)
    return page.evaluate(f"(given) => window.measuring.{what}(...given)", list(arguments))


def prefer(page, **preferences: str) -> None:
    """Change display preferences in the open page: they are attributes of <html> and nothing else."""
    page.evaluate("(given) => Object.assign(document.documentElement.dataset, given)", preferences)
    page.evaluate("() => document.fonts.ready.then(() => true)")


@EVERY_PAGE
def test_a_narrow_page_never_scrolls_sideways_or_cuts_words_off(name, open_public_page):
    page = open_public_page(name, viewport=NARROW, bypass_csp=True)
    lost = {"320 px": measure(page, "sideways") + measure(page, "clipped")}
    page.set_viewport_size(ZOOMED)
    lost["400 %"] = measure(page, "sideways") + measure(page, "clipped")
    page.add_style_tag(content=TEXT_SPACING)
    lost["400 % and text spacing"] = measure(page, "sideways") + measure(page, "clipped")
    page.set_viewport_size(WIDE)
    lost["wide and text spacing"] = measure(page, "sideways") + measure(page, "clipped")
    assert_nothing_found(lost)


@EVERY_PAGE
def test_the_biggest_and_heaviest_letters_fit_a_narrow_page(name, open_public_page):
    page = open_public_page(name, viewport=NARROW, display="size.largest-letters.dyslexic-spacing.wide")
    assert_nothing_found({"320 px": measure(page, "sideways") + measure(page, "clipped")})


@EVERY_PAGE
def test_everything_to_press_and_to_read_is_big_enough(name, open_public_page):
    page = open_public_page(name, viewport=PHONE)
    small = {}
    for size, viewport in {"phone": PHONE, "wide": WIDE}.items():
        page.set_viewport_size(viewport)
        small[f"targets, {size}"] = measure(page, "smallTargets", LEAST_TARGET)
        small[f"answers, {size}"] = measure(page, "lowAnswers", LEAST_ANSWER)
        small[f"words, {size}"] = measure(page, "smallWords", LEAST_WORDS_PX)
    assert_nothing_found(small)


@EVERY_PAGE
def test_no_line_is_longer_than_80_characters(name, open_public_page):
    page = open_public_page(name, viewport=WIDE)
    long = {}
    for letters in LetterShape.values:
        prefer(page, letters=letters)
        long[letters] = measure(page, "longLines", LONGEST_LINE)
    assert_nothing_found(long)


@EVERY_PAGE
@pytest.mark.parametrize("viewport", [PHONE, WIDE], ids=["phone", "wide"])
def test_the_first_view_is_light_and_asks_no_other_site(name, viewport, demo_site, public_pages, open_page):
    page = open_page("about:blank", viewport=viewport, cookies=public_pages[name].cookies)
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: problems.append(str(error)))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    weight = {"bytes": 0}
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    network.on(
        "Network.loadingFinished", lambda event: weight.update(bytes=weight["bytes"] + event["encodedDataLength"])
    )

    page.goto(demo_site.url + public_pages[name].path, wait_until="networkidle")

    here = urlsplit(demo_site.url).netloc
    assert [url for url in asked if urlsplit(url).scheme in {"http", "https"} and urlsplit(url).netloc != here] == []
    expected = ["Failed to load resource: the server responded with a status of 404 (Not Found)"]
    assert problems == (expected if public_pages[name].status == 404 else [])
    assert 0 < weight["bytes"] < FIRST_VIEW_BYTES


@EVERY_PAGE
def test_a_page_holds_together_without_scripts(name, open_public_page):
    page = open_public_page(name, javascript=False, viewport=PHONE)
    assert page.locator("main h1").count() == 1
    assert page.locator("main h1").inner_text().strip()
