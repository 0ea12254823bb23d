"""The editor of a question shows what belongs to its kind."""

import pytest
from playwright.sync_api import expect

from tests.harness.site import PASSWORD

pytestmark = pytest.mark.browser


def test_an_officer_sees_the_fields_of_the_kind_and_never_loses_sight_of_what_they_typed(demo_site, open_page):
    parent = demo_site.rows("SELECT id FROM wagtailcore_page WHERE slug = 'our-new-send-plan'")[0][0]
    # Nothing is saved: a survey without a title is not stored as a draft.
    page = open_page(f"{demo_site.url}/admin/pages/add/surveys/surveypage/{parent}/")
    page.locator("#id_username").fill("officer")
    page.locator("#id_password").fill(PASSWORD)
    page.locator("#id_password").press("Enter")
    page.locator("#id_questions-ADD").click()
    fields = {
        name: page.locator(f"#id_questions-1-{name}") for name in ("scale", "at_most", "low_words", "starters", "text")
    }
    statement, choices = page.locator("#id_questions-1-statement-chooser"), page.locator("#id_questions-1-choices-ADD")
    kind = page.locator("#id_questions-1-kind")
    expect(fields["scale"]).to_be_visible()
    expect(statement).to_be_visible()
    for hidden in (choices, fields["at_most"], fields["low_words"], fields["starters"]):
        expect(hidden).to_be_hidden()
    kind.select_option("several_choices")
    for shown in (choices, fields["at_most"], fields["text"]):
        expect(shown).to_be_visible()
    for hidden in (statement, fields["scale"], fields["low_words"], fields["starters"]):
        expect(hidden).to_be_hidden()
    fields["at_most"].fill("3")
    kind.select_option("text")
    expect(fields["starters"]).to_be_visible()
    expect(fields["at_most"]).to_be_visible()
    expect(choices).to_be_hidden()
