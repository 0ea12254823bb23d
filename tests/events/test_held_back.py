"""E-mails to an address that anybody can type: few, and none where nothing happened."""

import pytest
from django.urls import reverse

from consultations.events.models import Booking
from consultations.events.services.links import new_token
from engage.core.mail.models import OutboxMessage
from tests.builders import make_booking, make_event
from tests.events.families import booking_form, open_form, press
from tests.events.test_booking import words_of

pytestmark = pytest.mark.django_db


def test_booking_changing_sending_again_and_finding_share_the_few_e_mails_of_one_address(client):
    session = make_event(capacity=20).sessions.get()
    made = press(client, booking_form(client, session), name="Sam", email="sam@example.org")
    change = open_form(client, f"{made.url}change/")
    press(client, change, adults="2", email="other@example.org")
    for adults in ("3", "4"):
        reply = press(client, change, adults=adults, email="SAM@example.org")
    assert OutboxMessage.objects.filter(recipient__iexact="sam@example.org").count() == 3
    before = OutboxMessage.objects.count()
    reply = press(client, change, adults="5", email="sam@EXAMPLE.org")
    words = words_of(client.get(reply.url))
    assert "We have changed your booking. We do not send another e-mail now." in words and "5 places" in words
    assert "We sent you an e-mail with a link" not in words
    assert client.post(f"{made.url}send-again/").url.endswith("?done=later")
    press(client, open_form(client, reverse("events:find")), email="sam@example.org")
    again = press(client, booking_form(client, session), name="Sam", email="sam@example.org")
    assert "We do not send another one now." in words_of(client.get(again.url))
    assert Booking.objects.filter(status="confirmed").count() == 2
    cancelled = client.post(f"{made.url}cancel/")
    assert "Your booking is cancelled" in words_of(client.get(cancelled.url))
    assert OutboxMessage.objects.count() == before


def test_saving_without_a_change_tells_nobody(client):
    booking = make_booking(make_event().sessions.get(), email="sam@example.org", name="Sam")
    booking.requirements.create(own_words="A fan")
    token = new_token(booking=booking)
    reply = press(client, open_form(client, reverse("events:change", args=[token])))
    assert reply.url.endswith("?done=changed")
    assert not OutboxMessage.objects.exists()


def test_a_change_that_gives_a_family_its_places_is_told_once(client):
    session = make_event(capacity=3).sessions.get()
    make_booking(session, adults=2)
    token = new_token(booking=make_booking(session, status="waiting", adults=2, email="sam@example.org"))
    press(client, open_form(client, reverse("events:change", args=[token])), adults="1")
    assert OutboxMessage.objects.get().subject.startswith("You have places now")
