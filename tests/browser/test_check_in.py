"""The check-in on a phone: without scripts by one press a group, and with them while somebody types a name."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import expect

from tests.browser.hands import follow
from tests.builders import make_booking, make_event, make_officer
from tests.conftest import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TARGET = 44


def test_an_officer_checks_families_in_on_a_phone(live_server, open_page):
    session = make_event(title="Tea and talk").sessions.get()
    session.starts_at, session.ends_at = timezone.now(), timezone.now() + timedelta(hours=2)
    session.save()
    for name in ("Ada", "Sam and all of the family with a very long name"):
        make_booking(session, name=name, adults=2)
    client = Client()
    client.force_login(make_officer())
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
    address = f"{live_server.url}/admin/event-days/{session.pk}/check-in/"

    page = open_page(address, javascript=False, viewport=PHONE, cookies=[cookie])
    assert page.evaluate("() => document.documentElement.scrollWidth") <= PHONE["width"]
    buttons = [one.bounding_box() for one in page.locator(".engage-door button:visible").all()]
    assert buttons and min(min(box["height"], box["width"]) for box in buttons) >= TARGET
    follow(page.get_by_role("button", name="Here").first)
    expect(page.get_by_role("status").filter(has_text="Ada is here: 2 people.")).to_be_visible()
    follow(page.get_by_role("button", name="Undo").first)
    expect(page.get_by_text("Ada is still to come.")).to_be_visible()

    page = open_page(address, viewport=PHONE, cookies=[cookie])
    page.get_by_label("Find a name").fill("FAMILY")
    expect(page.locator("[data-row]:visible")).to_have_count(1)
    follow(page.locator("[data-row]:visible").get_by_role("button", name="Here"))
    expect(page.get_by_role("status").filter(has_text="is here: 2 people.")).to_be_visible()
