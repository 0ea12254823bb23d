"""What people need is a task until somebody has settled it; who has no e-mail is rung."""

from datetime import timedelta

import pytest
from django.utils import timezone

from consultations.events.enums import BookingStatus, CallReason, RequirementState
from consultations.events.models import AccessRequirement, BookingRequirement, CallTask
from engage.core.mail.models import OutboxMessage
from tests.builders import make_booking, make_event, make_lead, make_officer

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(client):
    officer = make_officer()
    client.force_login(officer)
    return officer


@pytest.fixture
def session():
    return make_event(title="Talk at the library", days=20).sessions.get()


def make_need(booking, text="I need a hearing loop", **fields):
    requirement, _made = AccessRequirement.objects.get_or_create(text=text)
    return BookingRequirement.objects.create(booking=booking, requirement=requirement, **fields)


def test_needs_of_those_with_places_are_tasks_the_soonest_first(client, officer, session):
    soon = make_event(title="Coffee morning", days=4).sessions.get()
    make_need(make_booking(session, name="Later Family"))
    make_need(make_booking(soon, name="Sooner Family"))
    make_need(make_booking(session, name="Settled Family"), state=RequirementState.ARRANGED, reply="It is fitted.")
    for status in (BookingStatus.WAITING, BookingStatus.CANCELLED):
        make_need(make_booking(session, name=f"{status} Family", status=status))
    make_need(make_booking(make_event(days=-3).sessions.get(), name="Past Family"))
    text = client.get("/admin/event-tasks/").text
    assert 0 < text.index("Sooner Family") < text.index("Later Family")
    assert text.count("Soon</strong>") == 1
    for name in ("Settled Family", "waiting Family", "cancelled Family", "Past Family"):
        assert name not in text, name
    assert "It is fitted." in client.get("/admin/event-tasks/?all=1").text
    text = client.get(f"/admin/event-tasks/?session={soon.pk}").text
    assert "Sooner Family" in text and "Later Family" not in text
    assert client.get("/admin/event-tasks/?session=x").status_code == 200


def test_settling_a_need_tells_the_family(client, officer, session):
    need = make_need(make_booking(session, email="khan@example.org"))
    address = f"/admin/event-tasks/need/{need.pk}/"
    assert "I need a hearing loop" in client.get(address).text
    client.post(address, {"state": "arranged", "reply": "It is in the front rows.", "tell_family": "on"})
    need.refresh_from_db()
    assert (need.state, need.reply, need.changed_by) == (RequirementState.ARRANGED, "It is in the front rows.", officer)
    (mail,) = OutboxMessage.objects.all()
    assert mail.recipient == "khan@example.org"
    assert "I need a hearing loop: It will be there. It is in the front rows." in mail.body


def test_own_words_of_a_family_are_on_the_page_and_in_calls_and_in_no_mail(client, officer, session):
    written = BookingRequirement(booking=make_booking(session, email="khan@example.org"), own_words="Pay at evil.com")
    rung = BookingRequirement(booking=make_booking(session, email="", phone="01632 960 111"), own_words="A fan")
    for need in (written, rung):
        need.save()
        client.post(f"/admin/event-tasks/need/{need.pk}/", {"state": "arranged", "reply": "", "tell_family": "on"})
    body = OutboxMessage.objects.get().body
    assert "What you wrote to us: It will be there." in body and "evil" not in body
    assert CallTask.objects.get().words == "A fan: It will be there."


def test_who_cannot_help_says_what_is_offered_instead(client, officer, session):
    need = make_need(make_booking(session))
    address = f"/admin/event-tasks/need/{need.pk}/"
    page = client.post(address, {"state": "cannot", "reply": "", "tell_family": "on"})
    assert "Say what you offer instead." in page.text
    page = client.post(address, {"state": "perhaps", "reply": "A note taker."})
    assert "Select a valid choice." in page.text and "A note taker." in page.text
    client.post(address, {"state": "cannot", "reply": "A note taker."})
    need.refresh_from_db()
    assert (need.state, OutboxMessage.objects.count()) == (RequirementState.CANNOT, 0)


def test_a_family_without_e_mail_is_rung_and_a_wrong_press_is_taken_back(client, officer, session):
    booking = make_booking(session, name="Ben Lowe", email="", phone="01632 960 114")
    need = make_need(booking)
    client.post(f"/admin/event-tasks/need/{need.pk}/", {"state": "arranged", "reply": "", "tell_family": "on"})
    call = CallTask.objects.get()
    assert (call.reason, OutboxMessage.objects.count()) == (CallReason.NEEDS, 0)
    for address in ("/admin/event-tasks/", f"/admin/bookings/{booking.pk}/"):
        text = client.get(address).text
        assert "tel:01632960114" in text and "It will be there." in text and "I rang them" in text
    assert "family without e-mail is to be rung" in client.get("/admin/").text
    address = f"/admin/event-tasks/call/{call.pk}/"
    assert client.get(address).status_code == 405
    client.post(address)
    call.refresh_from_db()
    assert call.done_by == officer
    assert "I rang them" not in client.get("/admin/event-tasks/").text
    client.post(address, {"go": "reopen"})
    assert CallTask.objects.to_do().get() == call


def test_what_is_not_arranged_5_days_before_stands_on_the_first_page(client, officer, session):
    make_need(make_booking(session))
    assert "not arranged" not in client.get("/admin/").text
    session.starts_at = timezone.now() + timedelta(days=5, minutes=-1)
    session.save()
    assert "thing that somebody needs is not arranged" in client.get("/admin/").text


def test_a_need_of_a_cancelled_booking_is_left_alone(client, officer, session):
    need = make_need(make_booking(session, status=BookingStatus.CANCELLED))
    page = client.post(f"/admin/event-tasks/need/{need.pk}/", {"state": "arranged"}, follow=True)
    assert "Nothing was changed." in page.text
    need.refresh_from_db()
    assert need.state == RequirementState.TO_DO
    for address in ("need/999/", "call/999/"):
        assert client.post(f"/admin/event-tasks/{address}", {"state": "arranged"}).status_code == 404


def test_others_neither_see_nor_settle_tasks(client, session):
    booking = make_booking(session, email="", phone="01632 960 114")
    need, call = make_need(booking), CallTask.objects.create(booking=booking, reason=CallReason.REMINDER)
    client.force_login(make_lead())
    for method, address in (
        ("get", ""),
        ("get", f"need/{need.pk}/"),
        ("post", f"need/{need.pk}/"),
        ("post", f"call/{call.pk}/"),
    ):
        reply = getattr(client, method)(f"/admin/event-tasks/{address}", {"state": "arranged"})
        assert (reply.status_code, reply.get("Location")) == (302, "/admin/"), address
    assert CallTask.objects.to_do().exists() and need.state == RequirementState.TO_DO
