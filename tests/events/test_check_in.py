"""The day of the event: one press a group, each can be taken back, people at the door, and those who stay away."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from consultations.events.enums import BookingStatus
from consultations.events.models import AccessRequirement, Booking, BookingRequirement, EventSession
from consultations.events.services.attendance import NotTheDay, check_in, let_in, mark_absent, undo_check_in
from consultations.events.services.booking import cancel_booking, change_booking
from consultations.events.services.links import new_token
from consultations.events.services.places import AlreadyHere, Wanted
from tests.builders import make_booking, make_event, make_officer
from tests.events.families import open_form
from tests.events.families import press as press_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(client):
    officer = make_officer()
    client.force_login(officer)
    return officer


@pytest.fixture
def session():
    """A session with 6 places that has just begun."""
    session = make_event(title="Talk at the library", capacity=6).sessions.get()
    now = timezone.now()
    # Begun a moment ago, so that it is today at any hour.
    EventSession.objects.filter(pk=session.pk).update(starts_at=now, ends_at=now + timedelta(hours=2))
    session.refresh_from_db()
    return session


ONE = Wanted(name="Sam", phone="01632 960 123")


def change(token: str) -> str:
    return reverse("events:change", args=[token])


def door(session):
    return f"/admin/event-days/{session.pk}/check-in/"


def press(client, session, **pressed):
    return client.post(door(session), pressed, follow=True)


def test_one_press_checks_a_group_in_and_another_takes_it_back(client, officer, session):
    khan = make_booking(session, name="Amira Khan", adults=1, children=2)
    need = AccessRequirement.objects.create(text="I use a wheelchair")
    BookingRequirement.objects.create(booking=khan, requirement=need)
    make_booking(session, name="Ben Lowe")
    make_booking(session, name="Waiting Family", status=BookingStatus.WAITING)
    make_booking(session, name="Gone Family", status=BookingStatus.CANCELLED)
    page = client.get(door(session))
    assert "no-store" in page["Cache-Control"]
    assert "I use a wheelchair" in page.text and "4 still to come" in page.text
    assert "Waiting Family" not in page.text and "Gone Family" not in page.text
    page = press(client, session, **{"in": khan.pk})
    assert "Amira Khan is here: 3 people." in page.text
    khan.refresh_from_db()
    assert (khan.came, khan.arrived_by) == (3, officer)
    # Somebody else has pressed meanwhile: the number stays.
    press(client, session, **{"in": khan.pk})
    assert Booking.objects.here().people_here() == 3
    press(client, session, undo=khan.pk)
    khan.refresh_from_db()
    assert (khan.came, khan.arrived_at, khan.status) == (None, None, BookingStatus.CONFIRMED)


def test_a_name_is_found_without_a_script(client, officer, session):
    make_booking(session, name="Amira Khan")
    make_booking(session, name="Ben Lowe")
    text = client.get(door(session), {"q": "khan"}).text
    assert "Amira Khan" in text and "Ben Lowe" not in text
    assert "Nobody with this name is still to come." in client.get(door(session), {"q": "nobody\x00"}).text


def test_200_groups_take_as_few_questions_to_the_database_as_2(client, officer, session, django_assert_max_num_queries):
    session.capacity = 500
    session.save()
    need = AccessRequirement.objects.create(text="I use a wheelchair")
    bookings = [make_booking(session, name=f"Family {number}") for number in range(200)]
    BookingRequirement.objects.bulk_create(BookingRequirement(booking=one, requirement=need) for one in bookings)
    client.get(door(session))
    with django_assert_max_num_queries(16):
        text = client.get(door(session)).text
    assert text.count('name="in"') == 200


def test_fewer_or_more_may_come_than_booked_while_places_are_free(client, officer, session):
    khan = make_booking(session, name="Amira Khan", adults=3)
    lowe = make_booking(session, name="Ben Lowe", adults=2)
    press(client, session, **{"count": khan.pk, f"came-{khan.pk}": "2"})
    khan.refresh_from_db()
    assert (khan.came, khan.places) == (2, 3)
    page = press(client, session, **{"count": lowe.pk, f"came-{lowe.pk}": "4"})
    assert "At most 3 people of this group can come in." in page.text
    press(client, session, **{"count": lowe.pk, f"came-{lowe.pk}": "3"})
    lowe.refresh_from_db()
    assert (lowe.came, lowe.places) == (3, 3)
    for typed in ("", "0", "-1", "many", "9999", "²"):
        page = press(client, session, **{"count": khan.pk, f"came-{khan.pk}": typed})
        assert "Please write a number, such as 2." in page.text, typed
    khan.refresh_from_db()
    assert khan.came == 2


def test_places_of_those_who_stay_away_go_to_people_at_the_door(client, officer, session):
    khan = make_booking(session, name="Amira Khan", adults=4)
    make_booking(session, adults=2)
    address = f"/admin/event-days/{session.pk}/walk-in/"
    visitor = {"key": "w" * 22, "name": "Cai Evans", "adults": "2", "children": "1"}
    page = client.post(address, visitor)
    assert "All places are taken." in page.text and 'value="Cai Evans"' in page.text
    page = press(client, session, absent=khan.pk)
    assert "Amira Khan is not coming." in page.text
    for _pressed_twice in range(2):
        page = client.post(address, visitor, follow=True)
        assert "Cai Evans is here: 3 people." in page.text
    walk_in = Booking.objects.get(name="Cai Evans")
    assert (walk_in.walk_in, walk_in.came, walk_in.made_by) == (True, 3, officer)
    assert ModelLogEntry.objects.filter(object_id=walk_in.pk, action="events.booking.walk_in").exists()
    # The family comes after all: too few places are left for it.
    assert "Only 1 place is free for them." in press(client, session, **{"in": khan.pk}).text
    assert "Only 1 place is free for them." in press(client, session, undo=khan.pk).text
    assert Booking.objects.filter(session=session).holding().places() == 5
    press(client, session, undo=walk_in.pk)
    cancel_booking(booking=walk_in, by=officer)
    press(client, session, **{"in": khan.pk})
    khan.refresh_from_db()
    assert (khan.status, khan.came) == (BookingStatus.CONFIRMED, 4)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"adults": "0", "children": ""}, "Please say how many people come."),
        ({"adults": "many"}, "Enter a whole number."),
        ({"adults": "7"}, "Only 6 places are free for them."),
    ],
)
def test_what_does_not_do_at_the_door_is_refused_and_stays(client, officer, session, values, words):
    visitor = {"name": "Cai Evans", "adults": "1", "children": "0", **values}
    page = client.post(f"/admin/event-days/{session.pk}/walk-in/", visitor)
    assert words in page.text and 'value="Cai Evans"' in page.text
    assert not Booking.objects.exists()


def test_nobody_is_checked_in_before_the_day_and_everybody_after_it(client, officer):
    later = make_event(days=3).sessions.get()
    booking = make_booking(later)
    assert "on the day of the event" in press(client, later, **{"in": booking.pk}).text
    page = client.post(f"/admin/event-days/{later.pk}/walk-in/", {"adults": "1"})
    assert "on the day of the event" in page.text
    with pytest.raises(NotTheDay):
        mark_absent(booking=booking)
    after = later.ends_at + timedelta(days=1)
    assert check_in(booking=booking, by=officer, at=after).came == 1
    assert let_in(session=later, key="x", name="Cai", adults=1, children=0, by=officer, at=after).is_here


def test_only_those_with_places_are_checked_in_and_only_at_their_session(client, officer, session):
    for status in (BookingStatus.WAITING, BookingStatus.CANCELLED):
        booking = make_booking(session, status=status)
        assert "Nothing was changed." in press(client, session, **{"in": booking.pk}).text
    elsewhere = make_booking(make_event().sessions.get())
    for pressed in ({"in": elsewhere.pk}, {"in": "x"}, {}, {"count": "9" * 30}):
        assert client.post(door(session), pressed).status_code == 404
    here = make_booking(session)
    press(client, session, **{"in": here.pk})
    assert "is here already" in press(client, session, absent=here.pk).text
    assert not Booking.objects.here().exclude(pk=here.pk).exists()


def test_nobody_gives_the_places_of_people_away_who_are_in_the_room(client, officer, session):
    booking = make_booking(session, adults=3)
    token = new_token(booking=booking)
    check_in(booking=booking, by=officer)
    family = Client()
    family.post(reverse("events:cancel", args=[token]))
    assert "You are here already." in press_form(family, open_form(family, change(token)), adults="1").content.decode()
    for pressed in (lambda: cancel_booking(booking=booking), lambda: change_booking(booking=booking, wanted=ONE)):
        with pytest.raises(AlreadyHere):
            pressed()
    booking.refresh_from_db()
    assert (booking.places, booking.is_here) == (3, True)
    undo_check_in(booking=booking)
    assert cancel_booking(booking=booking).is_cancelled


def test_a_wrong_number_at_the_door_takes_no_places_for_good(client, officer, session):
    lowe = make_booking(session, adults=1, children=1)
    for number, places in (("6", 6), ("3", 3), ("1", 2)):
        press(client, session, **{"count": lowe.pk, f"came-{lowe.pk}": number})
        lowe.refresh_from_db()
        assert (lowe.came, lowe.places, lowe.children) == (int(number), places, 1)
    check_in(booking=lowe, by=officer, came=5)
    press(client, session, undo=lowe.pk)
    lowe.refresh_from_db()
    assert (lowe.adults, lowe.children, lowe.is_here) == (1, 1, False)


def test_the_sheet_to_sign_has_names_and_numbers_and_no_needs(client, officer, session):
    booking = make_booking(session, name="Amira Khan", adults=2)
    BookingRequirement.objects.create(booking=booking, own_words="A bed to lie on")
    make_booking(session, name="Waiting Family", status=BookingStatus.WAITING)
    text = client.get(f"/admin/event-days/{session.pk}/sign-in-sheet/").text
    assert "Amira Khan" in text and "<td>2</td>" in text
    assert "A bed" not in text and "Waiting Family" not in text and booking.email not in text
