"""Booking places on the public page: at once or onto the waiting list, once, kindly."""

import re
from datetime import timedelta

import pytest
from django.core import signing
from django.urls import reverse
from django.utils import timezone

from consultations.events.models import (
    AccessRequirement,
    Booking,
    CallTask,
    EventQuestion,
    EventSession,
    ListeningEventPage,
)
from consultations.events.services.links import find_booking
from engage.core.mail.models import OutboxMessage
from tests.builders import make_booking, make_event
from tests.events.families import booking_form, press

pytestmark = pytest.mark.django_db


def words_of(reply) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", reply.content.decode()))


def test_a_parent_books_3_places_with_what_they_need_and_sees_it_confirmed(client):
    loop = AccessRequirement.objects.create(text="I need a hearing loop")
    AccessRequirement.objects.create(text="I need shade", in_use=False)
    event = make_event(title="Tea and talk", place="Hall", online=True, join_link="https://meet.example.org/x")
    event.booking_questions.add(
        EventQuestion(text="How do you travel?", why="To plan parking.", kind="text"),
        EventQuestion(text="Do you stay for lunch?", why="To order food.", kind="yes_no"),
    )
    event.save_revision().publish()
    travel, lunch = EventQuestion.objects.order_by("pk")
    session = EventSession.objects.get()
    form = booking_form(client, session)
    assert "I need shade" not in form.words and "To plan parking." in form.words
    reply = press(
        client,
        form,
        name="Sam & Ada",
        email="sam@example.org",
        adults="1",
        children="2",
        needs=[loop.pk],
        own_words="A seat near the door",
        keep_in_touch="on",
        **{f"question-{travel.pk}": "By bus", f"question-{lunch.pk}": "yes"},
    )
    booking = Booking.objects.get()
    assert (booking.status, booking.places, booking.keep_in_touch) == ("confirmed", 3, True)
    assert booking.keep_in_touch_words == "You may tell me what comes of this event."
    assert {need.words for need in booking.requirements.all()} == {"I need a hearing loop", "A seat near the door"}
    assert {answer.words for answer in booking.answers.all()} == {"By bus", "Yes"}
    page = client.get(reply.url)
    words = words_of(page)
    for shown in ("You have places", "3 places: 1 adult, 2 children or young people", "I need a hearing loop", "Hall"):
        assert shown in words
    assert "https://meet.example.org/x" in page.content.decode()
    assert (page["Referrer-Policy"], page["Cache-Control"]) == ("strict-origin", "private, no-store")
    (mail,) = OutboxMessage.objects.all()
    assert (mail.recipient, mail.secret) == ("sam@example.org", True)
    assert "Hello Sam & Ada" in mail.body and "https://meet.example.org/x" in mail.body
    assert "I need a hearing loop; what you wrote to us" in mail.body and "near the door" not in mail.body
    token = re.search(r"/events/booking/([\w-]{22})/", mail.body)[1]
    assert find_booking(token) == booking
    assert mail.attachments[0][0] == "event.ics"


def test_the_same_form_sent_twice_is_one_booking_and_one_mail(client):
    form = booking_form(client, make_event().sessions.get())
    first, again = (press(client, form, name="Sam", email="sam@example.org") for _time in range(2))
    assert first.status_code == again.status_code == 302
    assert Booking.objects.count() == OutboxMessage.objects.count() == 1
    assert words_of(client.get(again.url)).count("You have places") >= 1


def test_when_it_is_full_people_join_the_waiting_list_and_read_their_place(client):
    session = make_event(capacity=3, online=True, join_link="https://meet.example.org/x").sessions.get()
    make_booking(session, adults=2)
    make_booking(session, status="waiting", adults=2)
    form = booking_form(client, session)
    assert "This event is full now" in form.words
    # 1 place is free, and it is kept for the group that waits.
    reply = press(client, form, name="Sam", email="sam@example.org")
    page = client.get(reply.url)
    assert "You are number 2 on the list." in words_of(page)
    assert "meet.example.org" not in page.content.decode()
    mail = OutboxMessage.objects.get()
    assert "You are number 2 on the waiting list" in mail.body and "meet.example.org" not in mail.body


def test_where_the_event_says_so_a_small_group_passes_a_larger_one(client):
    session = make_event(capacity=3, smaller_pass=True).sessions.get()
    make_booking(session, adults=2)
    make_booking(session, status="waiting", adults=2)
    press(client, booking_form(client, session), name="Sam", email="sam@example.org")
    assert Booking.objects.latest("pk").is_confirmed


def test_without_an_e_mail_address_an_officer_is_told_to_ring(client):
    session = make_event().sessions.get()
    reply = press(client, booking_form(client, session), name="Sam", phone="01632 960 123")
    call = CallTask.objects.get()
    assert (call.booking, call.reason) == (Booking.objects.get(), "booked")
    assert not OutboxMessage.objects.exists()
    assert "We ring you." in words_of(client.get(reply.url))


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"name": ""}, "Please write your name."),
        ({"email": "", "phone": ""}, "Please give us an e-mail address or a telephone number."),
        ({"email": "sam@"}, "This does not look like an e-mail address."),
        ({"email": "", "phone": "12"}, "This does not look like a telephone number."),
        ({"adults": "0", "children": "0"}, "Please say how many people come."),
        ({"adults": "two"}, "Please write a number, such as 2."),
        ({"adults": "-3"}, "Please write a number, such as 2."),
        ({"adults": "21"}, "You can book at most 10 places here."),
        ({"adults": "99999"}, "That is too many."),
        ({"needs": ["999"]}, "Please choose again what you need."),
        ({"leave_empty": "http://spam.example"}, "Please leave this box empty."),
        ({"opened": "made up"}, "That was very quick."),
        ({"name": "Look at www.spam.example"}, "Please write only your name."),
        ({"name": "Sam\r\nPay here"}, "Please write only your name."),
        ({"name": "Pay\u202ehere"}, "Please write only your name."),
        ({"name": "evil.com/pay"}, "Please write only your name. Write a space after a dot."),
        ({"name": "evil\uff0eco\u200dm"}, "Please write only your name. Write a space after a dot."),
        ({"email": '"a\x01b"@example.org'}, "This does not look like an e-mail address."),
        ({"email": f"sam@{'long.' * 55}example.org"}, "This does not look like an e-mail address."),
        ({"name": "Sam\x00"}, "Null characters are not allowed."),
    ],
)
def test_what_cannot_be_is_said_at_the_top_and_what_was_typed_stays(client, typed, message):
    form = booking_form(client, make_event().sessions.get())
    known = {"name": "Sam", "email": "sam@example.org", "own_words": "A kept word"}
    reply = press(client, form, **{**known, **typed})
    page = reply.content.decode()
    assert reply.status_code == 200
    assert "<title>Error:" in page and message in words_of(reply) and "A kept word" in page
    assert not Booking.objects.exists()


def test_names_with_initials_and_joined_letters_are_taken(client):
    session = make_event().sessions.get()
    for name in ("J.R. Smith", "Dr. O’Neill-Khan", "\u0646\u0627\u0645\u200c\u0647\u0627"):
        assert press(client, booking_form(client, session), name=name, phone="01632 960 123").status_code == 302
    assert Booking.objects.count() == 3


def test_a_quick_press_is_taken_the_second_time(client):
    session = make_event().sessions.get()
    form = booking_form(client, session, waited=False)
    fields = {"name": "Sam", "email": "sam@example.org"}
    assert "That was very quick" in words_of(press(client, form, **fields))
    form.fields["opened"] = signing.TimestampSigner(salt="engage.core.unhurried").sign("another")
    assert press(client, form, **fields).status_code == 200
    form.wait()
    assert press(client, form, **fields).status_code == 302


def test_a_session_that_takes_no_bookings_says_why(client):
    soon = timezone.now() + timedelta(days=2)
    for fields, words in (
        ({"takes_bookings": False}, "You do not need to book"),
        ({"booking_opens_at": soon}, "Booking is not open yet"),
        ({"booking_closes_at": timezone.now() - timedelta(days=1)}, "Booking has ended"),
    ):
        event = make_event(**fields)
        url = reverse("events:book", args=[event.sessions.get().pk])
        shown = client.get(url)
        assert shown.status_code == 410 and words in words_of(shown)
    open_event = make_event()
    session = open_event.sessions.get()
    form = booking_form(client, session)
    for change, words in (({"called_off": True}, "It does not take place"), ({"retired": True}, "Booking has ended")):
        EventSession.objects.filter(pk=session.pk).update(**{"called_off": False, "retired": False, **change})
        reply = press(client, form, name="Sam", email="sam@example.org")
        assert reply.status_code == 410 and words in words_of(reply)
    EventSession.objects.filter(pk=session.pk).update(
        retired=False, starts_at=timezone.now() - timedelta(hours=3), ends_at=timezone.now() - timedelta(hours=1)
    )
    assert "It is over" in words_of(client.get(form.url))
    open_event.unpublish()
    assert client.get(form.url).status_code == 404
    assert client.get(reverse("events:book", args=[10**17])).status_code == 404
    assert client.delete(form.url).status_code == 405
    assert not Booking.objects.exists()


def test_who_may_not_see_the_page_is_asked_there_before_they_book(client):
    event = make_event()
    event.view_restrictions.create(restriction_type="login")
    reply = client.get(reverse("events:book", args=[event.sessions.get().pk]))
    assert reply.status_code == 302 and reply.url == event.url


def test_one_address_may_book_100_times_in_a_row_and_then_waits_a_moment(client, monkeypatch):
    monkeypatch.setattr("consultations.events.views.booking.BOOKINGS", tight_allowance())
    session = make_event().sessions.get()
    press(client, booking_form(client, session), name="Sam", email="sam@example.org")
    reply = press(client, booking_form(client, session), name="Sam", email="sam@example.org")
    assert reply.status_code == 429 and "Please take a short break." in words_of(reply)
    other = press(client, booking_form(client, session), name="Ali", email="a@example.org", REMOTE_ADDR="10.0.0.9")
    assert other.status_code == 302


def tight_allowance():
    from engage.core.throttle import Allowance

    return Allowance(tries=1, every=timedelta(hours=1))


def test_an_event_stands_below_a_list_of_events_without_a_consultation(client):
    from consultations.events.models import EventIndexPage
    from tests.builders import make_home, publish

    index = EventIndexPage(title="Events", slug="events")
    make_home().add_child(instance=index)
    publish(index)
    event = make_event(parent=index, title="Tea and talk")
    assert event.url == f"/events/{event.slug}/"
    assert "Tea and talk" in words_of(client.get(index.url))
    assert reverse("events:book", args=[event.sessions.get().pk]) in client.get(event.url).content.decode()
    assert ListeningEventPage.objects.coming().count() == 1
