"""axe-core on every kind of public page in every theme, and on our admin views: nothing to report.

``make faults`` lets every rule look at every page in every theme in both languages; ``make test`` leaves out what
hardly can find more.
"""

import pytest
from playwright.sync_api import Page, expect

from engage.core.preferences import Spacing, TextSize, Theme
from tests.browser.admin_pages import find_admin_pages
from tests.browser.axe import ADMIN_TAGS, PUBLIC_TAGS, THEME_RULES, violations
from tests.browser.findings import assert_nothing_found
from tests.browser.measuring import prefer
from tests.browser.pages import FULL, IN_URDU, PAGE_NAMES, QUESTIONS, WRONG_ANSWER
from tests.conftest import PHONE, WIDE

pytestmark = pytest.mark.browser

NARROW = {"width": 320, "height": 740}
# What somebody sends who does not use our form as it is.
SEND_WRONG = """(answer) => {
  const form = document.querySelector("form:has(.journey-main)");
  const field = Object.assign(document.createElement("input"), { type: "hidden", name: "answer", value: answer });
  for (const box of form.querySelectorAll("[name=answer]")) box.removeAttribute("name");
  form.append(field);
  form.requestSubmit(form.querySelector(".journey-main button"));
}"""


def test_axe_finds_planted_mistakes(browser):
    page = browser.new_page()
    page.set_content(
        "<!DOCTYPE html><html lang='en'><title>x</title><main><h1>x</h1>"
        "<p style='color:#666'>Grey words</p><img src=''></main>"
    )
    found = violations(page, PUBLIC_TAGS)
    page.close()
    # 5.7:1 is enough for AA and too little for AAA, which the public pages keep.
    assert {line.split(":")[0] for line in found} == {"color-contrast-enhanced", "image-alt"}


@pytest.mark.faults
@pytest.mark.parametrize("name", PAGE_NAMES)
def test_axe_has_nothing_to_report_on_a_public_page_in_any_theme(name, open_public_page):
    page = open_public_page(name, display="theme.navy", bypass_csp=True)
    assert page.locator("html").get_attribute("data-theme") == "navy"
    found = in_every_theme(page)
    page.set_viewport_size(PHONE)
    found["phone, biggest words"] = violations(page, PUBLIC_TAGS)
    assert_nothing_found(found)


def in_every_theme(page: Page) -> dict[str, list[str]]:
    """What axe finds in a page that is open in navy, theme by theme; the biggest words stand in the last one."""
    found = {"navy": violations(page, PUBLIC_TAGS)}
    # A theme is made of custom properties alone (test_style_sheet.py): no other rule should find more in it.
    for theme in sorted(set(Theme.values) - {"navy"}):
        prefer(page, theme=theme)
        found[theme] = violations(page, PUBLIC_TAGS, rules=None if FULL else THEME_RULES)
    prefer(page, size=TextSize.LARGEST, spacing=Spacing.WIDE)
    return found


@pytest.mark.faults
@pytest.mark.parametrize("name", IN_URDU)
def test_a_page_in_urdu_is_from_right_to_left_in_its_own_letters_and_axe_has_nothing_to_report(
    name, open_public_page, public_pages, demo_site
):
    page = open_public_page(name, viewport=NARROW, display="theme.navy", bypass_csp=True)
    page.goto(f"{demo_site.url}/ur{public_pages[name].path}")
    expect(page.locator("html[lang=ur][dir=rtl]")).to_have_count(1)
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('20px Nastaliq', 'ا'))")
    root = page.locator("html")
    assert root.evaluate("root => root.scrollWidth - root.clientWidth") <= 0
    if FULL:
        found = {"phone": violations(page, PUBLIC_TAGS)}
        page.set_viewport_size(WIDE)
        found |= in_every_theme(page)
    else:
        found = {"navy": violations(page, PUBLIC_TAGS)}
        prefer(page, theme=Theme.CREAM)
        found["cream"] = violations(page, PUBLIC_TAGS, rules=THEME_RULES)
    assert_nothing_found(found)


@pytest.mark.faults
@pytest.mark.parametrize("name", QUESTIONS if FULL else QUESTIONS[:1])
def test_axe_has_nothing_to_report_on_a_question_whose_answer_does_not_fit(name, open_public_page, demo_site):
    page = open_public_page(name, display="theme.navy", bypass_csp=True)
    path = page.url.removeprefix(demo_site.url)
    found = {}
    for language in ("", "/ur") if FULL else ("",):
        page.goto(f"{demo_site.url}{language}{path}")
        with page.expect_navigation():
            page.evaluate(SEND_WRONG, WRONG_ANSWER)
        expect(page.locator(".error-summary")).to_be_visible()
        found |= {f"{language} {theme}": lines for theme, lines in in_every_theme(page).items()}
    assert_nothing_found(found)


def test_axe_has_nothing_to_report_on_a_filtered_list_whose_button_says_that_it_is(demo_site, open_page):
    cookies = demo_site.signed_in("officer").browser_cookies()
    page = open_page(f"{demo_site.url}/admin/responses/?group=parent&source=online", cookies=cookies, bypass_csp=True)
    button = page.get_by_role("button", name="Show filters 2")
    expect(button).to_be_visible()
    found = {"two filters": violations(page, ADMIN_TAGS)}
    button.click()
    expect(page.get_by_role("heading", name="Filter by")).to_be_visible()
    found["menu"] = violations(page, ADMIN_TAGS)
    page.get_by_role("button", name="Source 1").click()
    expect(page.get_by_label("Online")).to_be_checked()
    found["one filter's choices"] = violations(page, ADMIN_TAGS)
    assert_nothing_found(found)


def test_axe_has_nothing_to_report_on_our_admin_views(demo_site, open_page):
    found, tabs = {}, {}
    for view in find_admin_pages(demo_site):
        if view.who not in tabs:
            cookies = demo_site.signed_in(view.who).browser_cookies()
            tabs[view.who] = open_page(demo_site.url + "/admin/", cookies=cookies, bypass_csp=True)
            found[f"dashboard of {view.who}"] = violations(tabs[view.who], ADMIN_TAGS)
        tabs[view.who].goto(demo_site.url + view.path)
        found[view.route] = violations(tabs[view.who], ADMIN_TAGS)
    assert_nothing_found(found)
