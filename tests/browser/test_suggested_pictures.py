"""Pictures for the sentence that an officer writes, pressed in the editor."""

import re

import pytest
from playwright.sync_api import expect

from tests.harness.site import PASSWORD

pytestmark = pytest.mark.browser


def test_an_officer_writes_a_sentence_and_presses_a_picture_that_fits(demo_site, open_page):
    index = demo_site.rows("SELECT page_ptr_id FROM consultations_consultationindexpage")[0][0]
    # Nothing is saved: a consultation without a title is not stored as a draft.
    page = open_page(f"{demo_site.url}/admin/pages/add/consultations/consultationpage/{index}/")
    page.locator("#id_username").fill("officer")
    page.locator("#id_password").fill(PASSWORD)
    page.locator("#id_password").press("Enter")
    page.locator(".c-sf-add-button").first.click()
    page.get_by_role("option", name="Picture and one sentence").click()
    page.locator("[name='passages-0-value-text']").fill("The buses to school are late.")
    suggested = page.get_by_role("group", name="Pictures for this sentence")
    suggested.get_by_role("button", name="Bus", exact=True).click()
    expect(suggested.get_by_role("status")).to_have_text("You chose: Bus")
    expect(page.locator("[data-chooser-title]").first).to_have_text("Bus")
    expect(page.locator("[name='passages-0-value-picture']")).to_have_value(re.compile(r"^\d+$"))
    # The others are out of the way; somebody may change their mind.
    school = suggested.get_by_role("button", name="School", exact=True)
    expect(school).to_be_hidden()
    more = suggested.get_by_role("button", name="Other pictures")
    expect(more).to_be_focused()
    more.click()
    school.click()
    expect(page.locator("[data-chooser-title]").first).to_have_text("School")
