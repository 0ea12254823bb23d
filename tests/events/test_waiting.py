"""The waiting list: together or not at all, in order, and told at once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from consultations.events.models import Booking, CallTask, EventSession, ListeningEventPage
from consultations.events.services.booking import book_places, cancel_booking, change_booking
from consultations.events.services.places import BookingGone, NoRoom, PartyTooLarge, Wanted
from consultations.events.services.waiting import accept_offer, let_lapse, move_up_by_hand
from engage.core.mail.models import OutboxMessage
from tests.builders import make_booking, make_event, make_officer
from tests.editing import Editor, officer_client

pytestmark = pytest.mark.django_db

STREAMS = ("passages", "heard")


def queue_of(session, *sizes: int) -> list[Booking]:
    return [make_booking(session, status="waiting", adults=size) for size in sizes]


def statuses() -> list[str]:
    return list(Booking.objects.order_by("pk").values_list("status", flat=True))


def told() -> list[str]:
    return [subject.split(":")[0] for subject in OutboxMessage.objects.order_by("pk").values_list("subject", flat=True)]


def wanted(**fields) -> Wanted:
    return Wanted(**{"name": "Sam", "email": "sam@example.org", **fields})


@pytest.mark.parametrize(
    ("smaller_pass", "after"),
    [(False, ["cancelled", "waiting", "waiting", "waiting"]), (True, ["cancelled", "waiting", "confirmed", "waiting"])],
)
def test_a_group_moves_up_together_or_not_at_all_and_smaller_ones_pass_only_where_the_event_says_so(
    smaller_pass, after
):
    session = make_event(capacity=2, smaller_pass=smaller_pass).sessions.get()
    first = make_booking(session, adults=2)
    EventSession.objects.update(capacity=2)
    queue_of(session, 3, 2, 1)
    cancel_booking(booking=first)
    assert statuses() == after


def test_those_who_fit_move_up_in_order_until_one_does_not_fit():
    session = make_event(capacity=6).sessions.get()
    first = make_booking(session, adults=6)
    queue_of(session, 2, 1, 4, 1)
    change_booking(booking=first, wanted=wanted(adults=1))
    assert statuses() == ["confirmed", "confirmed", "confirmed", "waiting", "waiting"]
    assert [row.place_in_queue for row in Booking.objects.waiting()] == [1, 2]
    assert told() == ["You have places now", "You have places now", "Your booking has changed"]


def test_places_that_an_officer_adds_go_to_the_waiting_list_when_the_page_is_published_not_before():
    event = make_event(capacity=2)
    session = event.sessions.get()
    make_booking(session, adults=2)
    queue_of(session, 2, 2)
    client = officer_client()
    form = Editor(client, event, streams=STREAMS)
    form.change("sessions-0", capacity=5)
    assert form.autosave().json()["success"]
    assert statuses() == ["confirmed", "waiting", "waiting"] and told() == []
    assert Editor(client, event, streams=STREAMS).publish().status_code == 302
    assert statuses() == ["confirmed", "confirmed", "waiting"]
    assert told() == ["You have places now"]


def test_where_a_reply_is_asked_for_places_are_held_until_it_comes_or_the_time_is_over():
    session = make_event(capacity=2, hold_hours=48).sessions.get()
    first = make_booking(session, adults=2)
    slow, quick, last = queue_of(session, 2, 1, 1)
    cancel_booking(booking=first)
    slow.refresh_from_db()
    assert slow.is_offered and timedelta(hours=47) < slow.offered_until - timezone.now() <= timedelta(hours=48)
    # Nobody else gets what is held, and the job leaves it alone until the time is over.
    assert not book_places(session=session, key="k" * 22, wanted=wanted()).is_confirmed
    assert let_lapse() == 0
    Booking.objects.filter(pk=slow.pk).update(offered_until=timezone.now() - timedelta(minutes=1))
    assert (let_lapse(), let_lapse()) == (1, 0)
    slow.refresh_from_db()
    assert (slow.status, slow.cancelled_by) == ("cancelled", "no_reply")
    assert statuses()[2:4] == ["offered", "offered"]
    assert accept_offer(booking=quick).is_confirmed
    with pytest.raises(BookingGone):
        accept_offer(booking=slow)
    assert told()[-4:] == [
        "We did not keep the places",
        "There are places for you",
        "There are places for you",
        "You have booked",
    ]
    # Whoever says no gives the places to the next.
    assert cancel_booking(booking=last).is_cancelled
    assert statuses() == ["cancelled", "cancelled", "confirmed", "cancelled", "offered"]


def test_an_offer_ends_when_the_session_starts_and_after_that_nobody_moves_up():
    session = make_event(days=1, capacity=1, hold_hours=72).sessions.get()
    first = make_booking(session)
    queue_of(session, 1)
    cancel_booking(booking=first)
    assert Booking.objects.offered().get().offered_until == session.starts_at
    EventSession.objects.update(starts_at=timezone.now() - timedelta(minutes=5))
    make_booking(session, status="waiting")
    cancel_booking(booking=Booking.objects.offered().get())
    assert statuses() == ["cancelled", "cancelled", "waiting"]


def test_a_family_without_e_mail_is_rung_when_it_moves_up():
    session = make_event(capacity=1).sessions.get()
    first = make_booking(session)
    make_booking(session, status="waiting", email="", phone="01632 960 123")
    cancel_booking(booking=first)
    assert list(CallTask.objects.to_do().values_list("reason", flat=True)) == ["moved_up"]


def test_an_officer_moves_a_group_up_with_a_reason_but_never_over_the_capacity():
    officer = make_officer()
    session = make_event(capacity=3).sessions.get()
    make_booking(session, adults=1)
    large, small = queue_of(session, 3, 2)
    with pytest.raises(NoRoom) as refused:
        move_up_by_hand(booking=large, by=officer, reason="They came first.")
    assert refused.value.most == 2
    assert move_up_by_hand(booking=small, by=officer, reason="A long way to come.").is_confirmed
    assert told() == ["You have places now"]
    with pytest.raises(PartyTooLarge):
        book_places(session=session, key="k" * 22, wanted=wanted(adults=4), by=officer)


def test_an_officer_books_by_telephone_also_before_it_opens_and_cancels_with_a_reason():
    officer = make_officer()
    session = make_event(booking_opens_at=timezone.now() + timedelta(days=1)).sessions.get()
    by_phone = Wanted(name="Sam", phone="01632 960 123")
    booking = book_places(session=session, key="k" * 22, wanted=by_phone, by=officer)
    assert (booking.is_confirmed, booking.made_by) == (True, officer)
    assert not CallTask.objects.exists()
    cancel_booking(booking=booking, by=officer, reason="The family rang.")
    assert [call.reason for call in CallTask.objects.all()] == ["cancelled"]
    assert cancel_booking(booking=booking, by=officer).is_cancelled
    assert CallTask.objects.count() == 1


def test_a_change_is_told_once_to_all_who_hold_or_wait_and_only_when_it_is_published():
    event = make_event(place="Library", capacity=1)
    session = event.sessions.get()
    make_booking(session)
    queue_of(session, 1)
    make_booking(session, status="cancelled")
    make_booking(session, status="waiting", email="", phone="01632 960 123")
    client = officer_client()
    form = Editor(client, event, streams=STREAMS)
    form.fields |= {"place": "Community Hall", "sessions-0-starts_at": "2030-07-01 10:00"}
    form.fields["sessions-0-ends_at"] = "2030-07-01 12:30"
    form.fields["access_facts"] = "No lift today\nA ramp at the back"
    assert form.autosave().json()["success"]
    assert told() == [] and not CallTask.objects.exists()
    Editor(client, event, streams=STREAMS).publish()
    assert told() == ["This has changed"] * 2
    body = OutboxMessage.objects.first().body
    assert "The place. Before: Library. Now: Community Hall." in body
    assert "Now: Monday 1 July 2030, 10 am to Monday 1 July 2030, 12.30 pm." in body
    assert "What helps you to take part: No lift today; A ramp at the back" in body
    assert "Community Hall" in CallTask.objects.get().words
    Editor(client, event, streams=STREAMS).publish()
    assert told() == ["This has changed"] * 2


def test_a_session_that_is_called_off_is_told_to_all_and_moves_nobody_up():
    event = make_event(capacity=1)
    session = event.sessions.get()
    make_booking(session)
    queue_of(session, 1)
    page = ListeningEventPage.objects.get()
    page.sessions.get_object_list()[0].called_off = True
    page.save_revision().publish()
    assert told() == ["It does not take place"] * 2
    assert "STATUS:CANCELLED" in OutboxMessage.objects.first().attachments[0][2]
    assert statuses() == ["confirmed", "waiting"]


def test_nobody_loses_or_gets_places_in_a_session_that_is_called_off():
    session = make_event(capacity=1, hold_hours=1).sessions.get()
    offered = make_booking(session, status="offered", offered_until=timezone.now() - timedelta(hours=1))
    (waiting,) = queue_of(session, 1)
    EventSession.objects.update(called_off=True)
    assert let_lapse() == 0
    for move in (
        lambda: accept_offer(booking=offered),
        lambda: move_up_by_hand(booking=waiting, by=make_officer(), reason="They rang."),
    ):
        with pytest.raises(BookingGone):
            move()
    assert statuses() == ["offered", "waiting"] and told() == []


def test_an_event_that_is_over_is_changed_without_telling_anybody():
    event = make_event(days=-3, place="Library")
    make_booking(event.sessions.get())
    page = ListeningEventPage.objects.get()
    page.place = "Hall"
    page.save_revision().publish()
    assert told() == []
