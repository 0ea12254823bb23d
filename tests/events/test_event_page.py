"""The public page of an event: what it says before booking, while people book, when it is full, and afterwards."""

from datetime import UTC, datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from consultations.events.enums import BookingState
from consultations.events.models import EventIndexPage, EventSession, ListeningEventPage
from engage.core.suppression import figure
from tests.builders import make_booking, make_event, make_home, make_outcome_page, publish
from tests.editing import Editor, officer_client

pytestmark = pytest.mark.django_db

JOIN = "https://meet.example.org/secret-room"


def make_list() -> EventIndexPage:
    index = EventIndexPage(title="Events", slug="events")
    make_home().add_child(instance=index)
    return publish(index)


def opened(client, event) -> BeautifulSoup:
    reply = client.get(event.url)
    assert reply.status_code == 200
    return BeautifulSoup(reply.content, "html.parser")


def words(part) -> str:
    return " ".join(part.get_text(" ").split())


def buttons(page) -> list[str]:
    return [words(link) for link in page.select("a.button--main")]


def test_the_page_says_when_where_for_whom_and_of_what_it_is_a_part(client):
    event = make_event(
        title="Tea and talk",
        place="Mill Hall",
        address="Mill Lane 1 & 2, Northdale",
        how_to_get_there="Bus 4 stops here.\nThere is a car park.",
        access_facts="There is a lift.",
        audience=["parents", "young_people"],
        online=True,
        join_link=JOIN,
        how_to_join="The password is 1234.",
    )
    page = opened(client, event)
    text = words(page.main)
    for part in ("Mill Hall", "Bus 4 stops here.", "There is a lift.", "Children and young people Parents and carers"):
        assert part in text
    assert "You can book. 20 places are free." in text
    assert buttons(page) == ["Book places"]
    assert page.select_one(f'main a[href="{event.get_parent().url}"]')
    # Nobody else hears of the visit before somebody presses, and the link to join is for those with a place.
    shown_map = page.find("a", string="See it on a map")
    assert shown_map["href"] == "https://www.openstreetmap.org/search?query=Mill+Lane+1+%26+2%2C+Northdale"
    assert shown_map["rel"] == ["noreferrer"]
    assert not [tag for tag in page.select("[src]") if tag["src"].startswith("http")]
    assert JOIN not in str(page) and "1234" not in str(page)
    assert "We send you a link when you have places." in text


def test_facts_for_search_engines_stand_in_the_markup_and_are_those_that_people_read(client):
    event = make_event(title="Tea and talk", summary="Come along.", place="Mill Hall", address="Mill Lane 1")
    item = opened(client, event).select_one('[itemtype="https://schema.org/Event"]')
    facts = {tag["itemprop"]: tag.get("content") or tag.get("href") or words(tag) for tag in item.select("[itemprop]")}
    assert datetime.fromisoformat(facts["startDate"]) == event.starts_at
    assert datetime.fromisoformat(facts["endDate"]) == event.ends_at
    assert facts["eventStatus"] == "https://schema.org/EventScheduled"
    assert facts["eventAttendanceMode"] == "https://schema.org/OfflineEventAttendanceMode"
    assert facts["address"] == "Mill Lane 1"
    # The place has a name too: the first one is the event's.
    assert words(item.select_one('h1[itemprop="name"]')) == "Tea and talk"
    EventSession.objects.update(called_off=True)
    page = opened(client, event)
    assert page.select_one('[itemprop="eventStatus"]')["href"] == "https://schema.org/EventCancelled"
    assert "It does not take place." in words(page.main) and not buttons(page)


def test_it_says_where_booking_stands(client):
    now = timezone.now()
    event = make_event(capacity=2)
    session = EventSession.objects.get()

    def state(**changes) -> tuple[str, list[str]]:
        ListeningEventPage.objects.update(**changes)
        page = opened(client, event)
        return words(page.select_one(".session")), buttons(page)

    text, pressed = state(booking_opens_at=now + timedelta(days=1))
    assert "Booking is not open yet. You can book from " in text and pressed == []
    text, pressed = state(booking_opens_at=None, booking_closes_at=now + timedelta(days=2))
    assert "2 places are free. Book before " in text and pressed == ["Book places"]
    make_booking(session)
    assert "1 place is free." in state()[0]
    make_booking(session)
    text, pressed = state()
    assert "Full. You can join the waiting list." in text and pressed == ["Join the waiting list"]
    text, pressed = state(booking_closes_at=now - timedelta(hours=1))
    assert "Booking has ended. All places are taken." in text and pressed == []
    text, pressed = state(takes_bookings=False)
    assert "You do not need to book." in text and pressed == []


def test_several_times_are_offered_each_with_its_own_places(client):
    event = make_event(title="Two times")
    first = event.sessions.get()
    first.name = "Morning group"
    later = first.starts_at + timedelta(hours=4)
    event.sessions.add(first, EventSession(starts_at=later, ends_at=later + timedelta(hours=1), capacity=1))
    publish(event)
    make_booking(EventSession.objects.order_by("starts_at").last())
    page = opened(client, event)
    assert "You can choose one of these times." in words(page.main)
    assert buttons(page) == ["Book places", "Join the waiting list"]
    names = page.select('[itemprop="subEvent"] > * > [itemprop="name"]')
    assert [name["content"] for name in names] == ["Two times: Morning group", "Two times"]


@pytest.mark.parametrize(
    ("starts_at", "said", "machine"),
    [
        (datetime(2030, 3, 31, 9, tzinfo=UTC), "10 am to midday", "2030-03-31T10:00:00+01:00"),
        (datetime(2030, 3, 30, 10, tzinfo=UTC), "10 am to midday", "2030-03-30T10:00:00+00:00"),
        (datetime(2030, 10, 26, 9, tzinfo=UTC), "10 am to midday", "2030-10-26T10:00:00+01:00"),
        # Twice this night it is half past one: the hour of the event is one and a half long, and both are right.
        (datetime(2030, 10, 27, 0, 30, tzinfo=UTC), "1.30 am to 2.30 am", "2030-10-27T01:30:00+01:00"),
    ],
)
def test_times_are_those_of_the_clock_on_the_wall_on_both_sides_of_a_change(client, starts_at, said, machine):
    event = make_event()
    ends_at = starts_at + timedelta(hours=2)
    EventSession.objects.update(starts_at=starts_at, ends_at=ends_at)
    page = opened(client, event)
    assert said in words(page.select_one(".session"))
    assert page.select_one("time")["datetime"] == machine


def test_a_past_event_shows_what_was_said_and_what_came_of_it_and_no_small_number(client):
    heard = [{"type": "picture_text", "value": {"text": "You said buses are late."}}]
    event = make_event(days=-3, attended=33, heard=heard)
    page = opened(client, event)
    text = words(page.main)
    assert "About 35 people came." in text and "You said buses are late." in text
    assert "We will tell you here what we did." in text
    assert not buttons(page) and "Find my booking" not in text
    answer = make_outcome_page(consultation=event.get_parent().specific)
    page = opened(client, event)
    assert page.select_one(f'main .card a[href="{answer.url}"]')
    assert "We are working on it." not in words(page.main)
    ListeningEventPage.objects.update(attended=9)
    assert figure(9).is_hidden
    assert "Thank you to everybody who came." in words(opened(client, event).main)


def test_an_event_that_belongs_to_no_consultation_has_its_page(client):
    page = opened(client, make_event(parent=make_list(), title="By itself"))
    assert "By itself" in words(page.h1) and "This event is part of" not in words(page)


def test_each_preview_shows_its_state_whatever_the_clock_says():
    event = make_event(days=3)
    form = Editor(officer_client(), event, streams=("passages", "heard"))
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[event.pk])
    form.fields["sessions-0-capacity"] = "7"
    assert form.client.post(url, form.fields).json()["is_valid"]
    modes = {name for name, _label in event.preview_modes}
    assert modes == {"before", "open", "full", "past"}
    pages = {mode: form.client.get(url, {"mode": mode}).content for mode in modes}
    shown = {mode: words(BeautifulSoup(page, "html.parser").main) for mode, page in pages.items()}
    assert "Booking is not open yet." in shown["before"]
    assert "7 places are free." in shown["open"]
    assert "Full. You can join the waiting list." in shown["full"]
    assert "This event is over" in shown["past"] and "This event is over" not in shown["open"]


def test_the_page_needs_at_most_10_queries(client, django_assert_max_num_queries):
    event = make_event()
    make_booking(event.sessions.get())
    client.get(event.url)
    with django_assert_max_num_queries(10):
        assert client.get(event.url).context["standing"].state == BookingState.OPEN
