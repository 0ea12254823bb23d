"""The private page of a booking: GET changes nothing, and only its own token opens it."""

import re
import secrets
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from consultations.events.models import Booking, EventSession, ListeningEventPage, ManageLink
from consultations.events.services.links import new_token
from engage.core.mail.models import OutboxMessage
from tests.builders import make_booking, make_event
from tests.events.families import open_form, press
from tests.events.test_booking import words_of

pytestmark = pytest.mark.django_db

ACTIONS = ("manage", "change", "cancel", "accept", "send_again", "calendar")
WAYS = [(method, action) for action in ACTIONS for method in ("get", "post")]
# How many wrong tokens are tried here; tests/faults tries 1,000.
TRIES = 60


def url(name: str, token: str) -> str:
    return reverse(f"events:{name}", args=[token])


def state() -> list:
    rows = Booking.objects.order_by("pk").values("pk", "status", "adults", "changed_at", "cancelled_at")
    return [*rows, OutboxMessage.objects.count(), ManageLink.objects.count()]


def test_opening_any_of_the_pages_changes_nothing(client):
    session = make_event(capacity=2).sessions.get()
    token = new_token(booking=make_booking(session, status="offered", offered_until=timezone.now()))
    make_booking(session, status="waiting")
    before = state()
    for name in ACTIONS:
        for method in (client.get, client.head):
            reply = method(url(name, token))
            assert reply.status_code == (405 if name in ("accept", "send_again") else 200)
            assert "no-store" in reply["Cache-Control"]
    assert client.put(url("manage", token)).status_code == 405
    assert state() == before


def test_a_family_changes_numbers_and_needs_and_what_is_not_wanted_any_more_moves_others_up(client):
    session = make_event(capacity=4).sessions.get()
    booking = make_booking(session, adults=2, children=2, name="Sam")
    booking.requirements.create(own_words="A seat near the door", state="arranged")
    waiting = make_booking(session, status="waiting", adults=2)
    token = new_token(booking=booking)
    form = open_form(client, url("change", token))
    assert (form.fields["name"], form.fields["adults"], form.fields["own_words"]) == (
        "Sam",
        "2",
        "A seat near the door",
    )
    reply = press(client, form, children="0", phone="01632 960 123")
    assert "We have changed your booking." in words_of(client.get(reply.url))
    booking.refresh_from_db()
    waiting.refresh_from_db()
    assert (booking.places, booking.phone, waiting.status) == (2, "01632 960 123", "confirmed")
    assert booking.requirements.get().state == "arranged"
    press(client, open_form(client, url("change", token)), own_words="A fan")
    assert booking.requirements.get().own_words == "A fan" and booking.requirements.get().state == "to_do"


def test_another_address_takes_the_booking_away_from_whoever_reads_the_first(client):
    booking = make_booking(make_event().sessions.get(), email="sma@example.org")
    mailed, in_hand = new_token(booking=booking), new_token(booking=booking)
    press(client, open_form(client, url("change", in_hand)), phone="01632 960 123")
    assert client.get(url("manage", mailed)).status_code == 200
    press(client, open_form(client, url("change", in_hand)), email="sam@example.org")
    assert client.get(url("manage", mailed)).status_code == 404
    assert client.get(url("manage", in_hand)).status_code == 200
    told = OutboxMessage.objects.filter(recipient="sam@example.org").latest("pk")
    assert client.get(re.search(r"/events/booking/\S+", told.body)[0]).status_code == 200


def test_more_places_than_are_free_are_refused_kindly_and_what_was_typed_stays(client):
    session = make_event(capacity=5).sessions.get()
    booking = make_booking(session, adults=2)
    make_booking(session, adults=2)
    token = new_token(booking=booking)
    for adults, message in (
        ("4", "You can have 3 places."),
        ("9", "This event has 5 places."),
        ("", "how many people"),
    ):
        reply = press(client, open_form(client, url("change", token)), adults=adults, own_words="A kept word")
        assert message in words_of(reply) and "A kept word" in reply.content.decode()
    make_booking(session, status="waiting", adults=4)
    reply = press(client, open_form(client, url("change", token)), adults="3")
    assert "You can have 2 places." in words_of(reply)
    booking.refresh_from_db()
    assert booking.places == 2


def test_a_cancelled_place_goes_to_the_next_at_once_and_both_are_told(client):
    session = make_event(capacity=3).sessions.get()
    token = new_token(booking=make_booking(session, adults=3, email="first@example.org"))
    make_booking(session, status="waiting", adults=2, email="next@example.org")
    reply = client.post(url("cancel", token))
    assert "Your booking is cancelled" in words_of(client.get(reply.url))
    first, following = Booking.objects.order_by("pk")
    assert (first.status, first.cancelled_by, following.status) == ("cancelled", "family", "confirmed")
    told = {mail.recipient: mail.subject for mail in OutboxMessage.objects.all()}
    assert told["first@example.org"].startswith("Your booking is cancelled")
    assert told["next@example.org"].startswith("You have places now")
    # A second press, or an old page, does no harm.
    before = state()
    for name in ("cancel", "accept", "send_again"):
        assert client.post(url(name, token)).url == url("manage", token)
    assert client.get(url("change", token)).url == url("manage", token)
    assert state() == before


def test_an_offered_place_is_accepted_by_pressing_and_the_family_is_told(client):
    session = make_event(hold_hours=24).sessions.get()
    soon = timezone.now() + timedelta(hours=3)
    token = new_token(booking=make_booking(session, status="offered", offered_until=soon))
    assert "There are places for you. Do you want them?" in words_of(client.get(url("manage", token)))
    reply = client.post(url("accept", token))
    assert "You have the places now." in words_of(client.get(reply.url))
    assert Booking.objects.get().is_confirmed
    assert OutboxMessage.objects.get().subject.startswith("You have booked")
    client.post(url("accept", token))
    assert OutboxMessage.objects.count() == 1
    waiting = make_booking(session, status="waiting")
    client.post(url("accept", new_token(booking=waiting)))
    waiting.refresh_from_db()
    assert waiting.is_waiting


def test_the_link_is_sent_again_from_the_page_a_few_times(client):
    token = new_token(booking=make_booking(make_event().sessions.get(), email="sam@example.org"))
    for _time in range(3):
        assert client.post(url("send_again", token)).url.endswith("?done=sent")
    assert client.post(url("send_again", token)).url.endswith("?done=later")
    assert {mail.recipient for mail in OutboxMessage.objects.all()} == {"sam@example.org"}
    assert OutboxMessage.objects.count() == 3


def test_whoever_has_lost_the_link_gets_it_by_mail_and_the_page_never_says_whether_it_knows_them(client):
    session = make_event().sessions.get()
    make_booking(session, email="Sam@example.org")
    make_booking(session, email="sam@example.org", status="cancelled")
    find = reverse("events:find")

    def ask(address: str):
        return press(client, open_form(client, find), email=address)

    known, unknown = ask("sam@EXAMPLE.org"), ask("nobody@example.org")

    def page(reply) -> str:
        return re.sub(r"csrfmiddlewaretoken.*?>", "", reply.content.decode())

    assert known.status_code == unknown.status_code == 200
    assert page(known) == page(unknown)
    assert "If you have a booking with this address" in words_of(known)
    (mail,) = OutboxMessage.objects.all()
    token = re.search(r"/events/booking/([\w-]{22})/", mail.body)[1]
    assert client.get(url("manage", token)).status_code == 200
    for _time in range(5):
        assert page(ask("sam@example.org")) == page(unknown)
    assert OutboxMessage.objects.count() == 3
    make_booking(session, email="ada@example.org")
    make_booking(make_event(title="Song").sessions.get(), email="ada@example.org")
    ask("ADA@example.org")
    both = OutboxMessage.objects.get(recipient="ada@example.org")
    assert "Song" in both.body and both.secret
    for token in re.findall(r"/events/booking/([\w-]{22})/", both.body):
        assert client.get(url("manage", token)).status_code == 200
    assert both.body.count("/events/booking/") == 2
    assert "This does not look like an e-mail address." in words_of(ask("sam@"))


def wrong_tokens(token: str, other: str, tries: int) -> list[str]:
    """Tampered, random, cut and swapped ones: none of them was given to anybody."""
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    tampered = [
        token[:place] + sign + token[place + 1 :]
        for place in range(len(token) - 1)
        for sign in secrets.SystemRandom().sample(alphabet, 8)
        if token[place] != sign
    ]
    swapped = [token[:place] + other[place:] for place in range(1, 21)]
    found = [*swapped, token.swapcase(), token[::-1], *tampered]
    found += [secrets.token_urlsafe(16) for _one in range(tries)]
    return [one for one in found if one not in (token, other)][:tries]


def test_no_wrong_token_opens_anything_by_any_address_or_method(client):
    session = make_event().sessions.get()
    tokens = [new_token(booking=make_booking(session)) for _one in range(2)]
    before = state()
    unknown = words_of(client.get(url("manage", secrets.token_urlsafe(16))))
    for number, token in enumerate(wrong_tokens(*tokens, TRIES)):
        method, action = WAYS[number % len(WAYS)]
        reply = getattr(client, method)(url(action, token))
        assert reply.status_code == 404 and words_of(reply) == unknown
    EventSession.objects.update(
        starts_at=timezone.now() - timedelta(days=3), ends_at=timezone.now() - timedelta(days=2)
    )
    for name in ACTIONS:
        assert client.post(url(name, tokens[0])).status_code in (404, 405)
    assert words_of(client.get(url("manage", tokens[0]))) == unknown
    assert client.get("/events/booking/short/").status_code == 404
    assert state() == before


def test_no_token_is_stored_as_it_is():
    booking = make_booking(make_event().sessions.get())
    token = new_token(booking=booking)
    link = ManageLink.objects.get()
    assert token not in str(vars(link)) and len(token) == 22


def test_the_calendar_file_has_the_right_instant_in_summer_and_in_winter(client):
    from datetime import UTC, datetime

    for moment in (datetime(2030, 7, 1, 9, tzinfo=UTC), datetime(2030, 12, 2, 10, tzinfo=UTC)):
        event = make_event(title="Tea; talk, and more", place="Hall")
        session = event.sessions.get()
        EventSession.objects.filter(pk=session.pk).update(starts_at=moment, ends_at=moment + timedelta(hours=2))
        token = new_token(booking=make_booking(session))
        reply = client.get(url("calendar", token))
        assert reply["Content-Type"] == "text/calendar; charset=utf-8"
        (entry,) = Calendar.from_ical(reply.content).walk("VEVENT")
        assert (entry.decoded("dtstart"), entry.decoded("dtend")) == (moment, moment + timedelta(hours=2))
        assert (str(entry["summary"]), str(entry["location"])) == ("Tea; talk, and more", "Hall")
        assert "10 am to 12" in words_of(client.get(url("manage", token))).replace("midday", "12")


def test_it_says_so_when_the_event_does_not_take_place(client):
    session = make_event().sessions.get()
    token = new_token(booking=make_booking(session))
    EventSession.objects.update(called_off=True)
    page = client.get(url("manage", token))
    assert "This event does not take place" in words_of(page)
    assert url("change", token) not in page.content.decode()
    assert ListeningEventPage.objects.get().sessions.get().called_off


def test_who_did_not_come_is_not_called_waiting(client):
    token = new_token(booking=make_booking(make_event().sessions.get(), status="absent"))
    words = words_of(client.get(url("manage", token)))
    assert "We did not see you at this event" in words and "waiting list" not in words


def test_a_large_group_that_an_officer_booked_keeps_its_places_and_rings_for_more(client):
    booking = make_booking(make_event(capacity=40).sessions.get(), adults=15)
    form = open_form(client, url("change", new_token(booking=booking)))
    assert "You can book at most 15 places here." in words_of(press(client, form, adults="16"))
    assert press(client, form, phone="01632 960 123").status_code == 302
