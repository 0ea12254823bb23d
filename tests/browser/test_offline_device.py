"""A tablet in a room without the internet: two people answer, it is closed and opened, and nothing is lost."""

from functools import partial

import pytest
from playwright.sync_api import Page, Route, expect

from tests.conftest import PHONE

pytestmark = pytest.mark.browser


def answer_as(page: Page, words: str, *, until_sent: bool = True) -> None:
    """Go through the whole survey; the words go into the first box."""
    page.get_by_role("button", name="Start", exact=True).click()
    box = page.locator("textarea:visible").first
    heading = page.locator("h1:visible")
    while heading.inner_text() != "Check your answers":
        if box.is_visible() and words not in page.evaluate(
            "() => document.querySelector('#device').dataset.wrote || ''"
        ):
            box.fill(words)
            page.evaluate("(words) => document.querySelector('#device').dataset.wrote = words", words)
            if not until_sent:
                return
        before = heading.inner_text()
        page.locator("section:not([hidden]) > form .journey-main button").locator("visible=true").click()
        expect(heading).not_to_have_text(before)
    page.get_by_role("button", name="Send my answers").click()
    expect(page.get_by_role("button", name="Next person")).to_be_visible()


def counts(page: Page, waiting: int, sent: int) -> None:
    expect(page.locator("[data-count=waiting]")).to_have_text(str(waiting))
    expect(page.locator("[data-count=sent]")).to_have_text(str(sent))


def deleted_before_the_device_hears(demo_site, words: str, route: Route) -> None:
    """The receipt of the person with these words is lost; they delete their answers, and the device sends again."""
    if words in (route.request.post_data or ""):
        receipt = route.fetch().json()["receipt"]
        elsewhere = demo_site.client()
        sent = elsewhere.post("/answer/sent/", {"code": receipt}, form=elsewhere.get("/answer/sent/"))
        page = elsewhere.get(sent.path.replace("/sent/", "/delete/"))
        assert elsewhere.post(page.path, {}, form=page).path == "/answer/deleted/"
    route.continue_()


def test_a_device_answers_without_the_internet_and_sends_each_person_once_and_nothing_that_was_deleted(
    demo_site, open_page
):
    code = demo_site.rows("SELECT code FROM surveys_groupsession ORDER BY day DESC LIMIT 1")[0][0]
    page = open_page(f"{demo_site.url}/join/{code}/", viewport=PHONE)
    page.get_by_role("link", name="Go on without the internet").click()
    expect(page.locator("[data-ready]")).to_be_visible()
    context = page.context
    context.set_offline(True)

    answer_as(page, "offline-marker-1")
    page.get_by_role("button", name="Next person").click()
    counts(page, 1, 0)
    page.get_by_role("button", name="Stop using this device").locator("visible=true").click()
    expect(page.get_by_text("Some answers are not sent yet.")).to_be_visible()
    expect(page.get_by_role("button", name="Delete them and stop")).to_be_visible()
    page.get_by_role("button", name="Go back").locator("visible=true").click()
    counts(page, 1, 0)
    assert "offline-marker-1" not in page.locator("#device").evaluate("(one) => one.innerText")
    answer_as(page, "offline-marker-2", until_sent=False)
    page.reload()
    page.get_by_role("button", name="Yes, carry on").click()
    expect(page.locator("textarea:visible")).to_have_value("offline-marker-2")

    page.close()
    page = context.new_page()
    page.goto(f"{demo_site.url}/join/{code}/")
    page.wait_for_url("**/offline/")
    counts(page, 1, 0)
    second = context.new_page()
    second.goto(page.url)
    expect(second.get_by_text("This page is open in another window.")).to_be_visible()
    second.close()
    page.get_by_role("button", name="Yes, carry on").click()
    heading = page.locator("h1:visible")
    while heading.inner_text() != "Check your answers":
        before = heading.inner_text()
        page.locator("section:not([hidden]) > form .journey-main button").locator("visible=true").click()
        expect(heading).not_to_have_text(before)
    expect(page.locator("#answers")).to_contain_text("offline-marker-2")
    page.get_by_role("button", name="Send my answers").click()
    page.get_by_role("button", name="Next person").click()
    counts(page, 2, 0)

    page.route("**/receive/", partial(deleted_before_the_device_hears, demo_site, "offline-marker-2"))
    context.set_offline(False)
    counts(page, 0, 1)
    expect(page.get_by_text("Somebody deleted their answers.")).to_be_visible()
    stored = demo_site.rows("SELECT text FROM surveys_answer WHERE text LIKE 'offline-marker-%' ORDER BY text")
    assert stored == [("offline-marker-1",)]
    page.go_back()
    page.reload()
    assert "offline-marker" not in page.content()


def test_a_device_that_keeps_nothing_says_so_and_shows_the_way_that_is_left(demo_site, open_page, browser):
    code = demo_site.rows("SELECT code FROM surveys_groupsession ORDER BY day DESC LIMIT 1")[0][0]
    page = open_page(demo_site.url + "/display/", viewport=PHONE)
    page.context.add_init_script("indexedDB.open = () => { throw new DOMException('refused', 'SecurityError'); };")
    page.goto(f"{demo_site.url}/join/{code}/offline/")
    expect(page.get_by_text("This device does not let us keep answers.")).to_be_visible()
    page.get_by_role("link", name="Answer with the internet").click()
    page.wait_for_url(f"**/join/{code}/")
    expect(page.get_by_role("button", name="Start")).to_be_visible()
