"""What only a browser shows of coming back: pictures pressed on a phone without scripts, and Back after clearing."""

import re

import pytest

from tests.browser.hands import follow

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}


def test_a_phone_without_scripts_clears_shows_nothing_by_back_and_opens_the_answers_by_pictures(
    demo_site, public_pages, open_page
):
    start = demo_site.url + public_pages["survey open"].path
    page = open_page(start, javascript=False, viewport=PHONE)
    follow(page.get_by_role("button", name="Start"))
    follow(page.get_by_role("button", name="Next"))
    page.locator("label.answer").first.click()
    follow(page.get_by_role("button", name="Stop and come back"))
    code = re.findall(r"picture-code[^#\"]*#(\w+)", page.content())
    assert len(code) == 8

    follow(page.get_by_role("button", name="Finish and clear this device"))
    for _press in range(3):
        page.go_back()
        page.reload()
        assert not re.search(r"picture-code[^#\"]*#|Carry on| checked", page.content())
        assert page.url.split("#")[0] == start

    page.goto(start)
    follow(page.get_by_role("link", name="I have a code").first)
    follow(page.get_by_role("link", name="8 pictures"))
    for number, word in enumerate(code, start=1):
        assert f"Picture {number} of 8" in page.content()
        follow(page.get_by_role("button", name=word, exact=True))
    assert page.evaluate("() => document.documentElement.scrollWidth") <= PHONE["width"]
    follow(page.get_by_role("button", name="Open my answers"))
    follow(page.get_by_role("link", name="Carry on"))
    assert "/question/" in page.url
    page.go_back()
    follow(page.get_by_role("button", name="I am somebody else"))
    page.go_back()
    page.reload()
    assert "Carry on" not in page.content()
