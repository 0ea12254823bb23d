"""Reminders: each person each once, however often and however late the job runs. And bookings go when it is time."""

from datetime import timedelta

import pytest
from django.utils import timezone

from consultations.events.models import Booking, BookingRequirement, CallTask, EventSession, ManageLink, Reminder
from consultations.events.services.each import SomeFailed
from consultations.events.services.links import new_token
from consultations.events.services.reminders import queue_reminders
from consultations.events.services.retention import purge_bookings
from consultations.events.services.waiting import let_lapse
from engage.core.mail.models import OutboxMessage
from tests.builders import make_booking, make_event

pytestmark = pytest.mark.django_db

LONG_AGO = timezone.now() - timedelta(days=100)


def before(session: EventSession, **period):
    return session.starts_at - timedelta(**period)


def booked_long_ago(session, **fields) -> Booking:
    booking = make_booking(session, **fields)
    Booking.objects.filter(pk=booking.pk).update(made_at=LONG_AGO)
    return booking


def test_people_with_places_are_reminded_7_days_and_1_day_before_once_each():
    session = make_event(days=30).sessions.get()
    booked_long_ago(session, email="sam@example.org")
    booked_long_ago(session, email="", phone="01632 960 123")
    for status in ("waiting", "cancelled"):
        booked_long_ago(session, status=status)
    booked_long_ago(session, status="offered", offered_until=timezone.now() + timedelta(days=3))
    assert queue_reminders(at=before(session, days=7, minutes=1)) == 0
    assert queue_reminders(at=before(session, days=7)) == 2
    assert queue_reminders(at=before(session, days=6)) == 0
    assert queue_reminders(at=before(session, days=1)) == 2
    assert queue_reminders(at=before(session, minutes=1)) == 0
    assert queue_reminders(at=session.starts_at) == 0
    assert OutboxMessage.objects.count() == 2
    assert CallTask.objects.filter(reason="reminder").count() == 2
    assert OutboxMessage.objects.first().subject.startswith("Soon: ")


def test_a_job_that_did_not_run_for_3_days_reminds_late_and_once():
    session = make_event(days=30).sessions.get()
    booked_long_ago(session)
    assert [queue_reminders(at=before(session, days=4)) for _time in range(3)] == [1, 0, 0]
    assert queue_reminders(at=before(session, hours=20)) == 1


def test_when_both_are_due_people_get_one_and_after_the_start_none():
    session = make_event(days=30).sessions.get()
    booked_long_ago(session)
    assert [queue_reminders(at=before(session, hours=2)) for _time in range(2)] == [1, 0]
    assert Reminder.objects.count() == 2
    booked_long_ago(session)
    assert queue_reminders(at=session.starts_at + timedelta(minutes=1)) == 0


def test_whoever_got_places_after_the_moment_has_just_been_told():
    session = make_event(days=5).sessions.get()
    make_booking(session)
    moved_up = booked_long_ago(session)
    Booking.objects.filter(pk=moved_up.pk).update(confirmed_at=timezone.now())
    assert queue_reminders() == 0
    assert queue_reminders(at=before(session, days=1)) == 2


def test_each_event_sets_its_own_days_and_nobody_is_reminded_of_one_that_is_called_off():
    session = make_event(days=30, reminder_days="14, 2").sessions.get()
    never = make_event(days=30, reminder_days="0").sessions.get()
    called_off = make_event(days=30).sessions.get()
    EventSession.objects.filter(pk=called_off.pk).update(called_off=True)
    for one in (session, never, called_off):
        booked_long_ago(one)
    assert queue_reminders(at=before(session, days=14)) == 1
    assert queue_reminders(at=before(session, days=7)) == 0
    assert queue_reminders(at=before(session, days=1)) == 1


def test_an_event_that_moves_to_another_day_reminds_again():
    session = make_event(days=30).sessions.get()
    booked_long_ago(session)
    assert queue_reminders(at=before(session, days=7)) == 1
    later = timedelta(days=10)
    EventSession.objects.update(starts_at=session.starts_at + later, ends_at=session.ends_at + later)
    session.refresh_from_db()
    assert queue_reminders(at=before(session, days=7)) == 1


def test_one_family_that_cannot_be_told_leaves_out_nobody_else_and_is_tried_again(caplog):
    first, second = (make_event(days=30, hold_hours=24).sessions.get() for _number in range(2))
    broken = booked_long_ago(first, email="sam@example.org, x")
    for session in (first, second):
        booked_long_ago(session)
    with pytest.raises(SomeFailed):
        queue_reminders(at=before(first, hours=2))
    assert OutboxMessage.objects.count() == 2 and not broken.reminders.exists()
    assert "AddressRefused" in caplog.text and "example.org" not in caplog.text
    Booking.objects.update(status="offered", offered_until=LONG_AGO)
    with pytest.raises(SomeFailed):
        let_lapse()
    assert list(Booking.objects.offered()) == [broken]
    Booking.objects.filter(pk=broken.pk).update(email="sam@example.org")
    assert let_lapse() == 1


def test_bookings_go_3_months_after_their_session_with_all_that_hangs_on_them_and_no_others():
    session = make_event(days=-1).sessions.get()
    booking = make_booking(session)
    new_token(booking=booking)
    booking.requirements.create(own_words="A fan")
    booking.calls.create(reason="booked")
    kept = make_booking(make_event(days=30).sessions.get())
    without_end = make_event(days=30).sessions.get()
    EventSession.objects.filter(pk=without_end.pk).update(starts_at=None, ends_at=None)
    stale, fresh = make_booking(without_end), make_booking(without_end)
    Booking.objects.filter(pk=stale.pk).update(changed_at=session.ends_at)
    Booking.objects.filter(pk=fresh.pk).update(changed_at=session.ends_at + timedelta(days=30))
    later = session.ends_at + timedelta(days=92)
    assert purge_bookings(at=later - timedelta(minutes=1)) == 0
    assert purge_bookings(at=later + timedelta(minutes=1), dry_run=True) == 2
    assert Booking.objects.count() == 4
    assert purge_bookings(at=later + timedelta(minutes=1)) == 2
    assert list(Booking.objects.order_by("pk")) == [kept, fresh]
    assert not any(model.objects.exists() for model in (ManageLink, BookingRequirement, CallTask))
