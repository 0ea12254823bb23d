"""Photograph the officers' screens for docs/officers. Run by ``make screenshots``, with the public pages."""

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.harness.site import PASSWORD, DemoSite

VIEWPORT = {"width": 1280, "height": 800}
OPEN_PAGE = "(SELECT page_ptr_id FROM consultations_consultationpage ORDER BY closes_at DESC LIMIT 1)"
FAMILY_DAY = "(SELECT id FROM wagtailcore_page WHERE slug = 'family-day-by-the-sea' ORDER BY id LIMIT 1)"
QUESTION = "(SELECT id FROM surveys_question WHERE key = 'one-change')"


@dataclass(frozen=True)
class AdminPicture:
    """File name, who is signed in, and the address with a number that ``sql`` finds in the demo.

    ``look_at`` is what the picture begins with; ``press`` is pressed before. ``width`` is that of the screen.
    """

    name: str
    who: str
    path: str
    sql: str = "SELECT 0"
    look_at: str = ""
    press: str = ""
    width: int = VIEWPORT["width"]


PAST_EVENT = "slug = 'coffee-morning-for-carers'"
PICTURES = [
    AdminPicture("dashboard", "officer", "/admin/"),
    AdminPicture("consultation", "officer", "/admin/pages/{}/edit/", f"SELECT {OPEN_PAGE}"),
    AdminPicture(
        "question",
        "officer",
        "/admin/pages/{}/edit/",
        "SELECT page_id FROM surveys_question WHERE key = 'one-change'",
        look_at="#panel-child-content-questions-section",
        press="#inline_child_questions-0-panel-heading, [aria-controls='inline_child_questions-0-panel-content']",
    ),
    AdminPicture(
        "event-when",
        "officer",
        "/admin/pages/{}/edit/",
        f"SELECT {FAMILY_DAY}",
        look_at="#panel-child-content-when_and_for_how_many_people-section",
    ),
    AdminPicture(
        "event-where",
        "officer",
        "/admin/pages/{}/edit/",
        f"SELECT {FAMILY_DAY}",
        look_at="#panel-child-content-where-section",
    ),
    AdminPicture("responses", "officer", "/admin/responses/"),
    AdminPicture("answers", "officer", "/admin/reading/question/{}/", f"SELECT {QUESTION}"),
    AdminPicture(
        "tag",
        "officer",
        "/admin/reading/answer/{}/",
        f"SELECT id FROM surveys_answer WHERE question_id = {QUESTION} AND text LIKE 'When I get angry%'",
    ),
    AdminPicture(
        "concern", "safeguarding", "/admin/concerns/{}/", "SELECT MIN(id) FROM surveys_concern WHERE state = 'open'"
    ),
    AdminPicture(
        "import-check",
        "officer",
        "/admin/imports/file/{}/check/",
        "SELECT MAX(id) FROM surveys_importdraft WHERE batch_id IS NULL",
    ),
    AdminPicture(
        "recording",
        "officer",
        "/admin/voices/{}/",
        "SELECT MIN(id) FROM surveys_voice WHERE written_at IS NULL AND answer_id IS NOT NULL",
    ),
    AdminPicture(
        "event-day",
        "officer",
        "/admin/event-days/{}/",
        "SELECT session_id FROM events_booking WHERE status = 'waiting' LIMIT 1",
    ),
    AdminPicture(
        "check-in-phone",
        "officer",
        "/admin/event-days/{}/check-in/",
        "SELECT events_eventsession.id FROM events_eventsession"
        f" JOIN wagtailcore_page ON wagtailcore_page.id = page_id WHERE {PAST_EVENT}",
        width=360,
    ),
    AdminPicture(
        "event-notes", "officer", "/admin/event-notes/{}/", f"SELECT id FROM wagtailcore_page WHERE {PAST_EVENT}"
    ),
    AdminPicture("analysis", "officer", "/admin/analysis/{}/", f"SELECT {OPEN_PAGE}"),
    AdminPicture(
        "outcome",
        "officer",
        "/admin/pages/{}/edit/",
        "SELECT MIN(page_ptr_id) FROM outcomes_yousaidwedidpage",
        look_at="#panel-child-content-you_said_we_did-section",
        press="[aria-controls='inline_child_entries-0-panel-content']",
    ),
]


def photograph_admin(browser: Browser, site: DemoSite, folder: Path) -> int:
    """Save every picture as ``admin-<name>.png``; returns how many."""
    for who in dict.fromkeys(picture.who for picture in PICTURES):
        context = browser.new_context(viewport=VIEWPORT, locale="en-GB")
        tab = context.new_page()
        _sign_in(tab, site, who)
        for picture in PICTURES:
            if picture.who == who:
                _photograph(tab, site, picture, folder / f"admin-{picture.name}.png")
        context.close()
    return len(PICTURES)


def _sign_in(tab: Page, site: DemoSite, who: str) -> None:
    tab.goto(f"{site.url}/admin/login/")
    tab.fill("input[name=username]", who)
    tab.fill("input[name=password]", PASSWORD)
    tab.press("input[name=password]", "Enter")
    tab.wait_for_url(f"{site.url}/admin/")


def _photograph(tab: Page, site: DemoSite, picture: AdminPicture, file: Path) -> None:
    tab.set_viewport_size({**VIEWPORT, "width": picture.width})
    tab.goto(site.url + picture.path.format(site.rows(picture.sql)[0][0]), wait_until="networkidle")
    if picture.press:
        tab.locator(picture.press).first.click()
    if picture.look_at:
        tab.locator(picture.look_at).evaluate("element => element.scrollIntoView()")
        # The bar at the top stays in place and would cover the heading.
        tab.mouse.wheel(0, -70)
        tab.wait_for_timeout(300)
    tab.screenshot(path=file)
