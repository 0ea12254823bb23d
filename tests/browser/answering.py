"""Somebody who answers a survey in a browser, in any language: by what stands in the page, not by its words."""

from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.hands import follow


def answer_survey(page: Page, words: str, look: Callable[[Page], None] = lambda page: None) -> str:
    """From a survey's first page to the receipt: something is given to every question. Returns the receipt code.

    ``words`` are typed where there is room for them. ``look`` is called on every page on the way.
    """
    go_on(page, look)
    while "/thank-you/" not in page.url:
        answer_step(page, words)
        go_on(page, look)
    look(page)
    return page.locator(".receipt").inner_text().strip()


def go_on(page: Page, look: Callable[[Page], None]) -> None:
    look(page)
    follow(page.locator(".journey-main button"))


def answer_step(page: Page, words: str) -> None:
    """Give the first answer of each group on this page, and words in each box."""
    if page.locator("[name=press]").count():
        follow(page.locator("[name=press]").first)
        return
    for group in page.locator("fieldset:has(.answer)").all():
        if not page.locator("textarea").count():
            group.locator(".answer input").first.check()
    for box in page.locator("textarea").all():
        box.fill(words)
