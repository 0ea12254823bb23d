"""The list of events: what is coming, what is over, and what people look for."""

import pytest
import vobject
from bs4 import BeautifulSoup
from django.utils import translation
from wagtail.models import PageViewRestriction

from consultations.events.enums import BookingState
from consultations.models import Area
from home.demo.translating import translate
from home.groups import ensure_groups
from tests.builders import make_booking, make_event, make_home
from tests.events.test_event_page import make_list, words
from tests.surveys.languages import urdu

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


def test_in_urdu_the_list_and_the_page_have_their_words_and_the_places_of_the_first_language(client):
    index = make_list()
    area = Area.objects.create(name="The coast")
    event = make_event(title="Sea day", parent=index, area=area, capacity=1, place="Hall", how_to_get_there="By bus.")
    translate(make_home(), urdu(), {})
    ensure_groups()
    translate(area, urdu(), {"The coast": "ساحل"})
    translate(index, urdu(), {"Events": "تقریبات"})
    translated = translate(event, urdu(), {"Sea day": "سمندر کا دن"})
    assert (translated.area, translated.starts_at) == (area, event.starts_at)
    make_booking(event.sessions.get())
    page = BeautifulSoup(client.get(f"/ur{index.url}", {"area": area.pk}).content, "html.parser")
    assert page.html["dir"] == "rtl"
    assert [words(link) for link in page.select(".card h3 a")] == ["سمندر کا دن"]
    assert [words(option) for option in page.select("select[name=area] option")][1:] == ["ساحل"]
    assert words(page.select_one(".badge--full")) == in_urdu(BookingState.FULL)
    shown = BeautifulSoup(client.get(f"/ur{event.url}").content, "html.parser")
    assert shown.select_one("a.button--main")["href"] == f"/ur/events/book/{event.sessions.get().pk}/"
    file = vobject.readOne(client.get(f"/ur/events/{translated.pk}/event.ics").content.decode())
    assert (file.vevent.summary.value, file.vevent.dtstart.value) == ("سمندر کا دن", event.starts_at)


def test_the_calendar_of_a_translation_is_as_closed_as_its_event_in_whatever_language_it_is_asked(client):
    event = make_event(title="Only for a few", parent=make_list())
    for page in (make_home(), event.get_parent().specific):
        translate(page, urdu(), {})
    ensure_groups()
    translated = translate(event, urdu(), {"Only for a few": "کچھ کے لیے"})
    addresses = [f"{language}/events/{translated.pk}/event.ics" for language in ("", "/ur")]
    assert [client.get(address).status_code for address in addresses] == [200, 200]
    event.view_restrictions.create(restriction_type=PageViewRestriction.LOGIN)
    assert [client.get(address).status_code for address in addresses] == [302, 302]
    event.view_restrictions.all().delete()
    event.unpublish()
    translated.refresh_from_db()
    assert translated.live
    assert [client.get(address).status_code for address in addresses] == [404, 404]


def in_urdu(state: BookingState) -> str:
    with translation.override("ur"):
        return str(state.label)
