"""Photograph the way of docs/officers/2-your-first-survey.md. Run by ``make screenshots``, after everything else:
it publishes a survey and answers it."""

from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser.answering import answer_survey
from tests.browser.first_survey import ADDRESS, FRIENDS, PHONE, WIDE, Officer, sign_in
from tests.harness.site import DemoSite

PICTURES = ("sentence", "choices", "easy-read", "preview", "publish", "question")


def photograph_first_survey(browser: Browser, site: DemoSite, folder: Path) -> Officer:
    """Save every picture as ``first-<name>.png``; returns the officer, who counted what it took."""
    tab = browser.new_page(viewport=WIDE, locale="en-GB")
    sign_in(tab, site.url)
    officer = Officer(tab, look=lambda name, page: _photograph(page, folder / f"first-{name}.png"))
    officer.make_survey()
    phone = browser.new_page(viewport=PHONE, locale="en-GB")

    def look(page: Page) -> None:
        if page.get_by_role("heading", name=FRIENDS).count():
            _photograph(page, folder / "first-question.png")

    phone.goto(site.url + ADDRESS)
    answer_survey(phone, "A bus in the evening", look)
    tab.context.close()
    phone.context.close()
    return officer


def _photograph(page: Page, file: Path) -> None:
    page.wait_for_load_state("networkidle")
    # Lists and panels of the editor open slowly.
    page.wait_for_timeout(500)
    page.screenshot(path=file)
