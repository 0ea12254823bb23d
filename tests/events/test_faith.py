"""Sessions with bookings are never deleted: not by the editor, an older revision, or with their page."""

import importlib
from datetime import timedelta

import pytest
from django.apps import apps
from django.urls import reverse
from django.utils import timezone

from consultations.events.models import (
    AccessRequirement,
    Booking,
    BookingAnswer,
    EventQuestion,
    EventSession,
    ListeningEventPage,
)
from engage.core.mail.models import OutboxMessage
from tests.builders import make_booking, make_event, make_user
from tests.editing import Editor, officer_client
from tests.surveys.answered import bulk

pytestmark = pytest.mark.django_db


def second_session(event) -> EventSession:
    """A second session a day after the first, published."""
    first = event.sessions.get()
    day = timedelta(days=1)
    event.sessions.add(EventSession(starts_at=first.starts_at + day, ends_at=first.ends_at + day, capacity=5))
    event.save_revision().publish()
    return EventSession.objects.filter(page=event).latest("starts_at")


def test_a_booked_session_that_the_editor_removes_comes_back_retired_and_another_one_goes():
    event = make_event(title="Tea")
    booked = event.sessions.get()
    other = second_session(event)
    make_booking(booked, status="cancelled")
    form = Editor(officer_client(), event, streams=("passages", "heard"))
    for row in (booked, other):
        form.remove(form.row("sessions", id=row.pk))
    form.add_row("sessions", starts_at="2030-06-01 10:00", ends_at="2030-06-01 12:00", capacity=8, name="")
    assert form.publish().status_code == 302
    kept, new = event.sessions.model.objects.filter(page=event).order_by("starts_at")
    assert (kept, kept.retired, new.retired, new.capacity) == (booked, True, False, 8)
    event = ListeningEventPage.objects.get()
    assert (event.starts_at, event.ends_at) == (kept.starts_at, new.ends_at)


def test_an_older_revision_keeps_booked_sessions_their_numbers_and_what_people_were_told():
    event = make_event()
    first = event.sessions.get()
    old = event.latest_revision
    added = second_session(event)
    make_booking(first)
    make_booking(added)
    EventSession.objects.update(told={"place": "Hall"})
    old.publish()
    rows = {row.pk: row for row in EventSession.objects.all()}
    assert set(rows) == {first.pk, added.pk}
    assert (rows[first.pk].retired, rows[added.pk].retired) == (False, True)
    # What people were told is the stored session's: so they hear that the place has changed.
    assert OutboxMessage.objects.filter(subject__startswith="This has changed").count() == 2


def test_a_session_that_was_booked_while_the_officer_typed_does_not_get_smaller_than_what_is_taken():
    event = make_event(capacity=10)
    session = event.sessions.get()
    form = Editor(officer_client(), event, streams=("passages", "heard"))
    form.change("sessions-0", capacity=2)
    make_booking(session, adults=1, children=3)
    make_booking(session, status="waiting", adults=9)
    reply = form.publish()
    assert "4 places are taken" in str(reply.context["form"].formsets["sessions"].forms[0].errors["capacity"])
    draft = event.save_revision().as_object()
    draft.sessions.get_object_list()[0].capacity = 1
    draft.save()
    assert EventSession.objects.get().capacity == 4


def test_an_answered_question_comes_back_and_keeps_its_kind():
    event = make_event()
    question = EventQuestion(text="Do you come by bus?", why="To plan.", kind="yes_no")
    event.booking_questions.add(question)
    event.save_revision().publish()
    question = EventQuestion.objects.get()
    booking = make_booking(event.sessions.get())
    BookingAnswer.objects.create(booking=booking, question=question, yes=True)
    event = ListeningEventPage.objects.get()
    event.booking_questions.get_object_list()[0].kind = "text"
    event.save()
    assert EventQuestion.objects.get().kind == "yes_no"
    event.booking_questions.set([])
    event.save()
    assert EventQuestion.objects.get().retired


def test_an_event_that_people_booked_is_not_deleted_alone_with_its_consultation_or_in_bulk():
    event = make_event(title="Tea and talk")
    make_booking(event.sessions.get(), status="cancelled")
    client = officer_client(make_user("admin", is_superuser=True))
    for page in (event, event.get_parent()):
        for way in ("page", "bulk"):
            if way == "page":
                client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]), {"confirm": "Engage"})
            else:
                bulk(client, "delete", page, confirm="Engage")
            told = client.get(reverse("wagtailadmin_home")).content.decode()
            assert "People have booked “Tea and talk”" in told
    assert Booking.objects.count() == 1


def test_an_event_to_come_that_people_booked_is_not_unpublished_until_it_is_called_off_and_they_are_told():
    event = make_event(title="Tea and talk")
    make_booking(event.sessions.get())
    client = officer_client(make_user("admin", is_superuser=True))
    unpublish = reverse("wagtailadmin_pages:unpublish", args=[event.pk])
    client.post(unpublish)
    assert "Nothing was unpublished." in client.get(reverse("wagtailadmin_home")).content.decode()
    bulk(client, "unpublish", event, confirm="Engage")
    event.refresh_from_db()
    assert event.live
    EventSession.objects.update(called_off=True)
    client.post(unpublish)
    event.refresh_from_db()
    assert not event.live


def test_a_copied_event_has_sessions_of_its_own_without_anybody():
    event = make_event()
    make_booking(event.sessions.get())
    EventSession.objects.update(told={"place": "Hall"})
    event = ListeningEventPage.objects.get()
    copy = event.copy(update_attrs={"slug": "copy", "title": "Copy"}, recursive=False)
    own = EventSession.objects.get(page=copy)
    assert own.pk != event.sessions.get().pk
    assert (own.told["place"], own.bookings.count()) == ("", 0)


def test_events_from_before_sessions_get_one_with_their_time_also_in_their_revisions():
    event = make_event()
    starts_at, ends_at = event.starts_at, event.ends_at
    revision = event.latest_revision
    for name in ("sessions", "booking_questions"):
        del revision.content[name]
    revision.content |= {"starts_at": starts_at.isoformat(), "ends_at": ends_at.isoformat()}
    revision.save()
    EventSession.objects.all().delete()
    migration = importlib.import_module("consultations.events.migrations.0004_one_session_for_each_event")
    migration.give_sessions(apps, None)
    session = EventSession.objects.get()
    assert (session.page_id, session.starts_at, session.ends_at) == (event.pk, starts_at, ends_at)
    revision.refresh_from_db()
    revision.publish()
    event = ListeningEventPage.objects.get()
    assert EventSession.objects.get() == session
    assert (event.takes_bookings, event.starts_at) == (False, starts_at)


def test_a_requirement_that_somebody_needs_is_not_deleted():
    requirement = AccessRequirement.objects.create(text="I need a hearing loop")
    make_booking(make_event().sessions.get()).requirements.create(requirement=requirement)
    client = officer_client()
    add = reverse(AccessRequirement.snippet_viewset.get_url_name("add"))
    assert client.post(add, {"text": "I need shade", "order": 3, "in_use": "on"}).status_code == 302
    delete = reverse(AccessRequirement.snippet_viewset.get_url_name("delete"), args=[requirement.pk])
    client.post(delete)
    assert set(AccessRequirement.objects.values_list("text", flat=True)) == {"I need a hearing loop", "I need shade"}
    assert timezone.now() < EventSession.objects.get().starts_at
