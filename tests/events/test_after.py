"""After the event: who came, the number on the page, and a thank-you to those who agreed, once."""

import pytest
from wagtail.models import ModelLogEntry

from consultations.events.enums import BookingStatus
from consultations.events.models import ListeningEventPage
from consultations.events.services.attendance import check_in, let_in
from engage.core.mail.models import OutboxMessage
from tests.builders import (
    make_booking,
    make_consultation,
    make_event,
    make_lead,
    make_officer,
    make_question,
    make_survey,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(client):
    officer = make_officer()
    client.force_login(officer)
    return officer


@pytest.fixture
def session(officer):
    """Yesterday 14 people came: a family of 12, one of 2 at the door; one group stayed away."""
    session = make_event(title="Talk at the library", days=-1, capacity=30).sessions.get()
    family = make_booking(session, name="Amira Khan", email="khan@example.org", adults=12, keep_in_touch=True)
    check_in(booking=family, by=officer)
    let_in(session=session, key="x", name="Cai Evans", adults=2, children=0, by=officer)
    make_booking(session, keep_in_touch=True)
    return session


def after(session, rest="after/"):
    return f"/admin/event-days/{session.pk}/{rest}"


def test_officers_see_exact_numbers_and_readers_rounded_ones(client, session):
    text = client.get(after(session)).text
    assert "<strong>14</strong> people came" in text and "<strong>2</strong> of them without" in text
    assert "<strong>1</strong> group with places did not come" in text
    page = client.post(after(session, "attendance/"), follow=True)
    assert "The page knows now that 14 people came." in page.text
    event = ListeningEventPage.objects.get(pk=session.page_id)
    assert (event.attended, event.latest_revision.as_object().attended, event.has_unpublished_changes) == (
        14,
        14,
        False,
    )
    shown = client.get(event.url).text
    assert "About 15 people came." in shown and "14 people" not in shown


def test_a_small_number_is_not_published(client, officer):
    session = make_event(days=-1).sessions.get()
    check_in(booking=make_booking(session, adults=4), by=officer)
    client.post(after(session, "attendance/"))
    event = ListeningEventPage.objects.get(pk=session.page_id)
    assert event.attended == 4
    assert "people came" not in client.get(event.url).text


def test_a_number_is_not_put_on_a_page_that_somebody_is_changing_or_before_the_end(client, officer, session):
    event = session.page
    event.title = "Another title"
    event.save_revision(user=officer)
    page = client.post(after(session, "attendance/"), follow=True)
    assert "Publish them first." in page.text
    coming = make_event(days=1).sessions.get()
    for action in ("attendance/", "thank/"):
        assert "The event is not over yet." in client.post(after(coming, action), follow=True).text
    assert not ListeningEventPage.objects.exclude(attended=None).exists() and not OutboxMessage.objects.exists()


def test_those_who_came_and_agreed_are_thanked_once_with_the_page_and_the_survey(client, officer, session):
    survey = make_survey(consultation=make_consultation(), title="How was it?", questions=[make_question()])
    session.page.feedback_survey = survey
    session.page.save()
    asked = make_booking(session, email="no@example.org", adults=1)
    check_in(booking=asked, by=officer)
    assert client.get(after(session, "thank/")).status_code == 405
    assert "Thank 1 family" in client.get(after(session)).text
    assert "1 family is thanked." in client.post(after(session, "thank/"), follow=True).text
    page = client.post(after(session, "thank/"), follow=True)
    assert "0 families are thanked." in page.text and "1 family was thanked already." in page.text
    (mail,) = OutboxMessage.objects.all()
    assert mail.recipient == "khan@example.org"
    for words in ("Hello Amira Khan", session.page.full_url, "Please tell us how it was:", survey.full_url):
        assert words in mail.body, words
    entry = ModelLogEntry.objects.get(action="events.session.thank")
    assert (entry.user, entry.data) == (officer, {"bookings": 1})
    # The page leads to the survey as well, as long as it is published.
    shown = client.get(session.page.url).text
    assert "Tell us how it was" in shown and survey.url in shown
    survey.unpublish()
    assert "Tell us how it was" not in client.get(session.page.url).text


def test_others_neither_see_the_numbers_nor_thank_anybody(client, session):
    client.force_login(make_lead())
    for method, action in (("get", "after/"), ("post", "thank/"), ("post", "attendance/")):
        reply = getattr(client, method)(after(session, action))
        assert (reply.status_code, reply.get("Location")) == (302, "/admin/"), action
    assert not OutboxMessage.objects.exists()
    assert session.bookings.filter(status=BookingStatus.CONFIRMED, thanked_at=None).count() == 3
