"""What axe cannot see, measured in Chromium on every kind of public page (design rules: Easy Read).

Reflow, text spacing, target sizes, line length, the weight of the first view, and that nothing
asks another site for anything or breaks the content security policy.
"""

from urllib.parse import urlsplit

import pytest

from engage.core.preferences import LetterShape, Spacing, TextSize
from tests.browser.findings import assert_nothing_found
from tests.browser.measuring import measure, prefer
from tests.browser.pages import PAGE_NAMES

pytestmark = pytest.mark.browser

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
# Gets the whole survey of 12 questions with all its pictures at once, and its own page twice: to show and to keep.
WHOLE_SURVEY = "step offline"
WHOLE_SURVEY_BYTES = 130_000
# WCAG 1.4.12, and nothing may be lost by it.
TEXT_SPACING = """
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }
"""


@EVERY_PAGE
def test_a_page_fits_its_width_and_all_in_it_can_be_pressed_and_read(name, open_public_page):
    page = open_public_page(name, viewport=PHONE, bypass_csp=True)
    found = {}
    for size, viewport in {"phone": PHONE, "wide": WIDE}.items():
        page.set_viewport_size(viewport)
        found[f"targets, {size}"] = measure(page, "smallTargets", LEAST_TARGET)
        found[f"answers, {size}"] = measure(page, "lowAnswers", LEAST_ANSWER)
        found[f"words, {size}"] = measure(page, "smallWords", LEAST_WORDS_PX)
    for letters in LetterShape.values:
        prefer(page, letters=letters)
        found[f"lines, {letters}"] = measure(page, "longLines", LONGEST_LINE)
    found |= lost_words(page)
    assert_nothing_found(found)


def lost_words(page) -> dict[str, list[str]]:
    """What scrolls sideways or is cut off where there is little room or the words take much of it."""
    found = {}
    prefer(page, letters=LetterShape.CLEAR)
    for size, viewport in {"320 px": NARROW, "400 %": ZOOMED}.items():
        page.set_viewport_size(viewport)
        found[size] = measure(page, "sideways") + measure(page, "clipped")
    prefer(page, size=TextSize.LARGEST, letters=LetterShape.DYSLEXIC, spacing=Spacing.WIDE)
    page.set_viewport_size(NARROW)
    found["320 px, biggest and heaviest letters"] = measure(page, "sideways") + measure(page, "clipped")
    prefer(page, size=TextSize.NORMAL, letters=LetterShape.CLEAR, spacing=Spacing.NORMAL)
    page.add_style_tag(content=TEXT_SPACING)
    for size, viewport in {"400 % and text spacing": ZOOMED, "wide and text spacing": WIDE}.items():
        page.set_viewport_size(viewport)
        found[size] = measure(page, "sideways") + measure(page, "clipped")
    return found


@EVERY_PAGE
def test_the_first_view_is_light_and_asks_no_other_site(name, demo_site, public_pages, open_page):
    page = open_page("about:blank", viewport=PHONE, cookies=public_pages[name].cookies)
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

    page.goto(demo_site.url + public_pages[name].path)
    # What a wide window shows besides is added: phone and desk together stay below the limit.
    page.set_viewport_size(WIDE)
    page.wait_for_load_state("networkidle")

    here = urlsplit(demo_site.url).netloc
    assert [url for url in asked if urlsplit(url).scheme in {"http", "https"} and urlsplit(url).netloc != here] == []
    expected = ["Failed to load resource: the server responded with a status of 404 (Not Found)"]
    assert problems == (expected if public_pages[name].status == 404 else [])
    assert 0 < weight["bytes"] < (WHOLE_SURVEY_BYTES if name == WHOLE_SURVEY else FIRST_VIEW_BYTES)


@EVERY_PAGE
def test_a_page_holds_together_without_scripts(name, open_public_page):
    page = open_public_page(name, javascript=False, viewport=PHONE)
    heading = page.locator("main h1").locator("visible=true")
    assert heading.count() == 1
    assert heading.inner_text().strip()
