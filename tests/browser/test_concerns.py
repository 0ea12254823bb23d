"""A concern as its two people go through it: the officer who reads an answer, the safeguarding lead who decides."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_whole_loop import open_engagement, sign_in

pytestmark = pytest.mark.browser

WORRY = "Somebody seems to hurt this person."


def read_first_answer_in_words(page: Page) -> str:
    """From the list of answers to a question; returns the words of the first answer."""
    open_engagement(page, "Answers to read")
    page.locator("main").get_by_role("link", name="What is 1 thing you would change?").first.click()
    return page.locator(".engage-words").first.inner_text()


def raise_concern_about_the_first_answer(page: Page) -> None:
    page.get_by_role("link", name="Raise a concern").first.click()
    page.get_by_role("button", name="Raise the concern").click()
    expect(page.get_by_text("Write what worries you.")).to_be_visible()
    page.get_by_label("What worries you").fill(WORRY)
    page.get_by_role("button", name="Raise the concern").click()
    expect(page.get_by_text("The answer is in the safeguarding lead's queue.")).to_be_visible()


def test_an_officer_raises_a_concern_and_the_lead_clears_it(own_demo_site, open_page):
    officer = open_page(f"{own_demo_site.url}/admin/login/")
    sign_in(officer, "officer")
    words = read_first_answer_in_words(officer)
    raise_concern_about_the_first_answer(officer)
    expect(officer.get_by_text(words, exact=True)).to_have_count(0)

    lead = open_page(f"{own_demo_site.url}/admin/login/")
    sign_in(lead, "safeguarding")
    open_engagement(lead, "Concerns")
    [(number,)] = own_demo_site.rows("SELECT id FROM surveys_concern WHERE reason = ?", WORRY)
    lead.get_by_role("link", name=f"Concern {number}", exact=True).click()
    expect(lead.get_by_text(words, exact=True)).to_be_visible()
    expect(lead.get_by_text(WORRY)).to_be_visible()
    lead.get_by_label("It comes back").check()
    lead.get_by_label("What was done?").fill("We talked. The person is safe.")
    lead.get_by_role("button", name="Save the decision").click()
    expect(lead.get_by_text("Cleared").first).to_be_visible()

    officer.reload()
    expect(officer.get_by_text(words, exact=True)).to_have_count(1)
