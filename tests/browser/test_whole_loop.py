"""The whole loop, as people go through it: asked, answered, read, tagged, counted, told.

Once with the public side's scripts off and a mouse; once on a phone's width with the keyboard alone.
"""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hands import Keyboard, follow
from tests.harness.site import PASSWORD, DemoSite

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}
OPEN = "/have-your-say/our-new-send-plan/"
THEME = "Getting around"
PRIORITY = "Good services near me"
OUTCOME = "Drivers now learn how to help you."


def number_of(site: DemoSite, sql: str) -> int:
    return site.rows(sql)[0][0]


def add_page_url(site: DemoSite) -> str:
    parent = number_of(site, "SELECT id FROM wagtailcore_page WHERE slug = 'our-new-send-plan'")
    return f"{site.url}/admin/pages/add/outcomes/yousaidwedidpage/{parent}/"


def figure_of(site: DemoSite) -> tuple:
    sql = "SELECT theme.name, entry.state, entry.we_did FROM outcomes_outcome AS entry"
    return site.rows(f"{sql} JOIN analysis_theme AS theme ON theme.id = entry.theme_id ORDER BY entry.id DESC")[0]


def coded(site: DemoSite, words: str) -> list[tuple]:
    """Theme and coder of each coding of the answer with these words."""
    return site.rows(
        "SELECT theme.name, person.username FROM analysis_coding AS coding"
        " JOIN analysis_theme AS theme ON theme.id = coding.tag_id"
        " JOIN users_user AS person ON person.id = coding.coder_id"
        " JOIN surveys_answer AS answer ON answer.id = coding.content_object_id WHERE answer.text = ?",
        words,
    )


# With a mouse, and without scripts on the public side


def answer_with_a_mouse(page: Page, words: str) -> str:
    """From the home page to the receipt; returns the receipt code."""
    follow(page.get_by_role("link", name=re.compile("Answer .* questions")).first)
    follow(page.get_by_role("button", name="Start"))
    page.get_by_label("I answer by myself").check()
    follow(page.get_by_role("button", name="Next"))
    while "/question/" in page.url:
        if page.locator("textarea").count():
            page.locator("textarea").fill(words)
            words = ""
        elif page.locator("[name=press]").count():
            page.locator("[name=press]").first.click()
        else:
            page.locator(".answer input").first.check()
        follow(page.get_by_role("button", name="Next"))
    page.get_by_label("A child or young person").check()
    page.get_by_label("16 to 18").check()
    follow(page.get_by_role("button", name="Next"))
    expect(page.locator("main")).to_contain_text("Yes, always")
    follow(page.get_by_role("button", name="Send my answers"))
    return page.locator(".receipt").inner_text().strip()


def sign_in(page: Page, username: str) -> None:
    page.locator("#id_username").fill(username)
    page.locator("#id_password").fill(PASSWORD)
    page.locator("#id_password").press("Enter")
    expect(page.get_by_role("button", name="Engagement")).to_be_attached()


def open_engagement(page: Page, entry: str) -> None:
    page.get_by_role("button", name="Engagement").click()
    page.get_by_role("link", name=entry, exact=True).click()
    expect(page.locator("h1, header").first).to_be_visible()


def publish_with_a_mouse(page: Page) -> None:
    page.locator("#id_title").fill("Buses: you said, we did")
    page.locator(".c-sf-add-button").first.click()
    page.get_by_role("option", name="Picture and one sentence").click()
    page.get_by_role("button", name="Choose an image").first.click()
    page.locator(".modal-body #id_q").fill("bus")
    # 20 stand on a page of all pictures; who presses while the list changes presses nothing.
    expect(page.locator("[data-chooser-modal-choice]")).not_to_have_count(20)
    page.locator(".modal-body").locator("[data-chooser-modal-choice]", has_text="Bus").first.click()
    expect(page.locator(".modal-body")).to_have_count(0)
    expect(page.locator("[name='passages-0-value-picture']")).not_to_have_value("")
    page.locator("[name='passages-0-value-text']").fill("You told us about buses.")
    page.locator("#id_entries-0-you_said").fill("You said the bus driver does not help.")
    page.locator("#id_entries-0-theme").select_option(label=THEME)
    page.locator("#id_entries-0-priority").select_option(label=PRIORITY)
    page.locator("#id_entries-0-state").select_option(label="Done")
    page.locator("#id_entries-0-we_did").fill(OUTCOME)
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish", exact=True).click()
    expect(page.get_by_text("published").first).to_be_visible()


def test_the_whole_loop_with_the_public_sides_scripts_off(own_demo_site, open_page):
    site, words = own_demo_site, "The bus driver does not wait until I sit."
    public = open_page(site.url, javascript=False)
    assert re.fullmatch(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", answer_with_a_mouse(public, words))

    officer = open_page(f"{site.url}/admin/login/")
    sign_in(officer, "officer")
    open_engagement(officer, "Responses")
    officer.locator("table.listing tbody tr").first.get_by_role("link").first.click()
    expect(officer.locator("main")).to_contain_text(words)
    expect(officer.locator("main")).to_contain_text("Yes, always")
    answer = officer.locator("section", has_text=words)
    answer.get_by_role("link", name="Tag").click()
    officer.get_by_label(THEME, exact=True).check()
    officer.get_by_label(PRIORITY, exact=True).check()
    officer.get_by_role("button", name="Save", exact=True).click()
    expect(officer.get_by_text("The tags are saved.")).to_be_visible()
    assert coded(site, words) == [(THEME, "officer")]

    open_engagement(officer, "Analysis")
    officer.get_by_role("link", name=re.compile("Our new SEND plan")).click()
    expect(officer.locator("main")).to_contain_text(PRIORITY)
    expect(officer.locator("main")).to_contain_text(THEME)

    officer.goto(add_page_url(site))
    publish_with_a_mouse(officer)
    assert figure_of(site) == (THEME, "done", OUTCOME)

    public.goto(f"{site.url}{OPEN}")
    public.get_by_role("link", name=re.compile("Buses: you said, we did")).first.click()
    expect(public.locator("main")).to_contain_text("You said the bus driver does not help.")
    expect(public.locator("main")).to_contain_text(OUTCOME)
    public.goto(f"{site.url}/what-changed/")
    expect(public.locator("main")).to_contain_text(OUTCOME)


# On a phone's width, with the keyboard alone


def answer_with_the_keyboard(page: Page, words: str) -> str:
    hands = Keyboard(page)
    hands.follow("Answer", tag="a")
    hands.follow("Start", tag="button")
    hands.choose("answered_by", 0)
    hands.follow("Next", tag="button")
    while "/question/" in page.url:
        if page.locator("textarea").count():
            hands.type(words, tag="textarea")
            words = ""
        elif page.locator("[name=press]").count():
            hands.follow(field="press", tag="button")
        elif page.locator("input[name=answer][type=checkbox]").count():
            hands.to(field="answer")
            page.keyboard.press("Space")
        else:
            hands.choose("answer", 1)
        hands.follow("Next", tag="button")
    hands.choose("group", 0)
    hands.follow("Next", tag="button")
    hands.follow("Send my answers", tag="button")
    return page.locator(".receipt").inner_text().strip()


def sign_in_with_the_keyboard(page: Page, username: str) -> None:
    hands = Keyboard(page)
    hands.to(field="username")
    page.keyboard.type(username)
    hands.to(field="password")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin/")


def publish_with_the_keyboard(page: Page) -> None:
    hands = Keyboard(page)
    expect(page.locator("#id_entries-0-you_said")).to_be_visible()
    hands.type("Buses: you said, we did", field="title")
    hands.press("Insert a block")
    hands.to("Search options", tag="input")
    page.keyboard.type("Picture")
    expect(page.get_by_role("option", name="Picture and one sentence")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("[name='passages-0-value-text']")).to_be_attached()
    # Other rows have a picture as well: the one of this block stands before its sentence.
    expect(page.locator("[name='passages-0-value-text']")).to_be_visible()
    hands.to(field="passages-0-value-text")
    hands.to("Choose an image", back=True)
    page.keyboard.press("Enter")
    # The dialog takes the focus when it has come to rest; who types before loses letters.
    expect(page.locator("body > .modal")).to_be_focused()
    hands.type("bus", field="q")
    expect(page.locator(".modal-body #id_q")).to_have_value("bus")
    # 20 stand on a page of all pictures.
    expect(page.locator("[data-chooser-modal-choice]")).not_to_have_count(20)
    hands.press("Bus", tag="a")
    expect(page.locator(".modal-body")).to_have_count(0)
    hands.type("You told us about buses.", field="passages-0-value-text")
    hands.type("You said the bus driver does not help.", field="you_said")
    for field, words in (("theme", THEME), ("priority", PRIORITY)):
        hands.to(field=f"entries-0-{field}")
        page.keyboard.type(words.split()[0])
    hands.to(field="entries-0-state")
    page.keyboard.type("Done")
    hands.type(OUTCOME, field="we_did")
    hands.press("More actions")
    hands.follow("Publish", tag="button")
    expect(page.get_by_text("published").first).to_be_visible()


def test_the_whole_loop_on_a_phone_with_the_keyboard_alone(own_demo_site, open_page):
    site, words = own_demo_site, "I want to take the bus on my own."
    public = open_page(site.url, viewport=PHONE)
    assert len(answer_with_the_keyboard(public, words)) == 14

    officer = open_page(f"{site.url}/admin/login/", viewport=PHONE)
    sign_in_with_the_keyboard(officer, "officer")
    hands = Keyboard(officer)
    officer.goto(f"{site.url}/admin/responses/")
    hands.follow("Response ", tag="a")
    expect(officer.locator("main")).to_contain_text(words)
    hands.follow("Tag", tag="a")
    hands.tick(PRIORITY)
    hands.tick(THEME)
    hands.follow("Save", tag="button")
    expect(officer.get_by_text("The tags are saved.")).to_be_visible()
    assert (THEME, "officer") in coded(site, words)

    officer.goto(f"{site.url}/admin/analysis/")
    hands.follow("Our new SEND plan", tag="a")
    expect(officer.locator("main")).to_contain_text(PRIORITY)

    officer.goto(add_page_url(site))
    publish_with_the_keyboard(officer)
    assert figure_of(site) == (THEME, "done", OUTCOME)

    public.goto(f"{site.url}{OPEN}")
    Keyboard(public).follow("Buses: you said, we did", tag="a")
    expect(public.locator("main")).to_contain_text(OUTCOME)
