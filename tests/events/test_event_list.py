"""The list of events: what is coming, what is over, and what people look for."""

import pytest
from bs4 import BeautifulSoup
from wagtail.models import PageViewRestriction

from consultations.models import Area
from tests.builders import make_booking, make_event
from tests.events.test_event_page import make_list, words

pytestmark = pytest.mark.django_db


def listed(client, index, **chosen) -> dict[str, list[str]]:
    reply = client.get(index.url, chosen)
    assert reply.status_code == 200
    page = BeautifulSoup(reply.content, "html.parser")
    return {
        part: [words(link) for link in page.select(f'section[aria-labelledby="{part}"] .card h3 a')]
        for part in ("coming", "past")
    }


def test_coming_events_stand_by_date_with_where_booking_stands_and_past_ones_apart(
    client, django_assert_max_num_queries
):
    index = make_list()
    make_event(title="Later", days=9, online=True)
    full = make_event(title="Sooner", days=2, capacity=1, parent=index)
    make_booking(full.sessions.get())
    make_event(title="Over", days=-2)
    assert listed(client, index) == {"coming": ["Sooner", "Later"], "past": ["Over"]}
    with django_assert_max_num_queries(12):
        page = BeautifulSoup(client.get(index.url).content, "html.parser")
    assert [words(badge) for badge in page.select(".badge--state")] == [
        "Full. You can join the waiting list",
        "20 places are free",
    ]
    assert page.select_one('a[href="/events/calendar.ics"]')


def test_people_find_events_near_home_online_and_for_them_and_keep_what_they_chose(client):
    index = make_list()
    coast = Area.objects.create(name="The coast")
    Area.objects.create(name="Old mine", in_use=False)
    make_event(title="Coast", days=1, place="Pier", area=coast, audience=["parents"])
    make_event(title="Home", days=2, online=True, audience=["professionals"])
    make_event(title="All", days=3, place="Hall", audience=["everyone", "professionals"])
    make_event(title="Unsaid", days=4, place="Hall")
    for chosen, titles in (
        ({"area": coast.pk}, ["Coast"]),
        ({"way": "online"}, ["Home"]),
        ({"way": "place"}, ["Coast", "All", "Unsaid"]),
        ({"audience": "parents"}, ["Coast", "All", "Unsaid"]),
        ({"audience": "parents", "way": "online"}, []),
        ({"area": "x", "way": "by air", "audience": "x' OR 1"}, ["Coast", "Home", "All", "Unsaid"]),
    ):
        assert listed(client, index, **chosen)["coming"] == titles, chosen
    page = BeautifulSoup(client.get(index.url, {"area": coast.pk, "way": "place"}).content, "html.parser")
    assert [words(option) for option in page.select("option[selected]")] == ["The coast", "Go to a place", "All events"]
    assert "Old mine" not in words(page.form)
    assert page.select_one(f'a[href="/events/calendar.ics?area={coast.pk}&way=place"]')
    nothing = BeautifulSoup(client.get(index.url, {"audience": "parents", "way": "online"}).content, "html.parser")
    assert "We found no event for you" in words(nothing.main)
    assert [words(link) for link in nothing.select(f'main a.button[href="{index.url}"]')] == ["Show all events"]


def test_a_list_without_events_says_so_kindly(client):
    page = BeautifulSoup(client.get(make_list().url).content, "html.parser")
    assert "No event is planned now Please come back later." in words(page.main)


def test_an_event_for_a_few_is_neither_in_the_list_nor_in_the_calendar(client):
    index = make_list()
    secret = make_event(title="Only for a few")
    PageViewRestriction.objects.create(
        page=secret, restriction_type=PageViewRestriction.PASSWORD, password="open sesame"
    )
    assert listed(client, index)["coming"] == []
    assert b"Only for a few" not in client.get("/events/calendar.ics").content
    assert client.get(f"/events/{secret.pk}/event.ics").status_code == 302
