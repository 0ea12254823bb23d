"""Calendar files for everybody, read by a library other than the one that writes them."""

from datetime import UTC, datetime, timedelta

import pytest
import vobject

from consultations.events.models import EventSession
from tests.builders import make_event, publish

pytestmark = pytest.mark.django_db

JOIN = "https://meet.example.org/secret-room"


def entries(client, address: str) -> list:
    reply = client.get(address)
    assert reply.status_code == 200
    assert reply["Content-Type"] == "text/calendar; charset=utf-8"
    return vobject.readOne(reply.content.decode()).contents.get("vevent", [])


@pytest.mark.parametrize(
    "starts_at",
    [
        datetime(2030, 3, 31, 0, 30, tzinfo=UTC),
        datetime(2030, 3, 31, 1, 0, tzinfo=UTC),
        datetime(2030, 7, 1, 9, 0, tzinfo=UTC),
        datetime(2030, 10, 27, 0, 30, tzinfo=UTC),
        datetime(2030, 10, 27, 1, 30, tzinfo=UTC),
        datetime(2028, 2, 29, 10, 0, tzinfo=UTC),
    ],
)
def test_the_file_of_an_event_holds_the_right_instant_around_each_change_of_the_clocks(client, starts_at):
    event = make_event(
        title="Tea; talk, and\\more", place="Hall", address="Lane 1, Town", online=True, join_link=JOIN, summary="چائے"
    )
    EventSession.objects.update(starts_at=starts_at, ends_at=starts_at + timedelta(hours=2))
    (entry,) = entries(client, f"/events/{event.pk}/event.ics")
    assert (entry.dtstart.value, entry.dtend.value) == (starts_at, starts_at + timedelta(hours=2))
    assert entry.dtstart.value.utcoffset() == timedelta()
    assert (entry.summary.value, entry.location.value) == ("Tea; talk, and\\more", "Hall, Lane 1, Town")
    assert "چائے" in entry.description.value and JOIN not in str(entry.serialize())
    assert entry.url.value == event.full_url


def test_each_session_stands_in_the_file_and_one_that_is_called_off_says_so(client):
    event = make_event(title="Two times")
    first = event.sessions.get()
    later = first.starts_at + timedelta(days=1)
    event.sessions.add(first, EventSession(starts_at=later, ends_at=later + timedelta(hours=1), called_off=True))
    publish(event)
    one, other = entries(client, f"/events/{event.pk}/event.ics")
    assert [entry.status.value for entry in (one, other)] == ["CONFIRMED", "CANCELLED"]
    assert one.uid.value != other.uid.value
    event.unpublish()
    assert client.get(f"/events/{event.pk}/event.ics").status_code == 404
    assert client.post(f"/events/{event.pk}/event.ics").status_code == 405


def test_the_calendar_of_all_events_has_those_that_are_coming_and_that_somebody_looks_for(client):
    far, near = make_event(title="Far", days=30), make_event(title="Near", days=1, online=True)
    make_event(title="Lately", days=-9)
    make_event(title="Long ago", days=-90)
    make_event(title="Draft").unpublish()
    found = entries(client, "/events/calendar.ics")
    assert [entry.summary.value for entry in found] == ["Lately", "Near", "Far"]
    assert found[2].dtstart.value == far.starts_at
    assert [entry.summary.value for entry in entries(client, "/events/calendar.ics?way=online")] == [near.title]
    assert entries(client, "/events/calendar.ics?way=online&audience=parents&area=999") != []
