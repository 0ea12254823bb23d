"""A family books, changes its mind and cancels; another moves up. Without scripts at 320 px, and by keyboard."""

import pytest

from consultations.events.models import AccessRequirement, Booking
from engage.core.unhurried import LEAST_TIME
from tests.browser.hands import Keyboard, follow
from tests.builders import make_event, make_image

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SMALL = {"width": 320, "height": 640}


def fits(page) -> bool:
    return page.evaluate("() => document.documentElement.scrollWidth") <= SMALL["width"]


def test_a_parent_books_3_places_with_2_needs_and_cancels_and_another_family_moves_up(live_server, open_page):
    for text in ("I need a hearing loop", "I need child care", "I need large print"):
        AccessRequirement.objects.create(text=text, picture=make_image(text))
    event = make_event(title="Tea and talk", capacity=4)

    parent = open_page(live_server.url + event.url, javascript=False, viewport=SMALL)
    assert fits(parent)
    follow(parent.get_by_role("link", name="Book places"))
    parent.get_by_label("Children and young people").fill("2")
    parent.get_by_label("Your name").fill("Sam")
    parent.get_by_label("Your e-mail address").fill("sam@families.example")
    for need in ("I need a hearing loop", "I need child care"):
        parent.get_by_label(need).check()
    assert fits(parent)
    parent.wait_for_timeout(LEAST_TIME.total_seconds() * 1000 + 1200)
    follow(parent.get_by_role("button", name="Book now"))
    assert "You have places" in parent.content() and fits(parent)

    # The other family goes by keyboard alone.
    other = open_page(live_server.url + event.url)
    keys = Keyboard(other)
    keys.follow("Book places")
    for field, words in (("adults", "2"), ("name", "Ada"), ("email", "ada@families.example")):
        keys.to(field=field)
        other.keyboard.press("Control+A")
        other.keyboard.type(words)
    other.wait_for_timeout(LEAST_TIME.total_seconds() * 1000 + 1200)
    keys.follow("Book now")
    assert "You are number 1 on the list." in other.content()

    follow(parent.get_by_role("link", name="Change my booking"))
    assert parent.get_by_label("I need child care").is_checked() and fits(parent)
    parent.get_by_label("I need child care").uncheck()
    follow(parent.get_by_role("button", name="Save the changes"))
    assert "We have changed your booking." in parent.content()
    assert [need.words for need in Booking.objects.get(name="Sam").requirements.all()] == ["I need a hearing loop"]
    follow(parent.get_by_role("link", name="Cancel my booking"))
    assert fits(parent)
    follow(parent.get_by_role("button", name="Yes, cancel my booking"))
    assert "Your booking is cancelled" in parent.content()

    other.reload()
    assert "You have places" in other.content()
