"""The home page, content pages, what stands around every page, and the pages for when something is wrong."""

import re

import pytest
from django.test import Client
from wagtail.models import Locale, Site

from ambassadors.models import AmbassadorIndexPage, AmbassadorPage
from consultations.events.models import ListeningEventPage
from home.models import ContentPage, SiteSettings
from tests.builders import (
    make_consultation,
    make_home,
    make_image,
    make_officer,
    make_outcome,
    make_outcome_page,
    make_question,
    make_survey,
    publish,
)
from tests.builders import make_event as build_event

pytestmark = pytest.mark.django_db


def make_content_page(title: str = "About us", **fields) -> ContentPage:
    page = ContentPage(title=title, **fields)
    make_home().add_child(instance=page)
    return publish(page)


def make_event(consultation, *, days_ahead: int = 3, **fields) -> ListeningEventPage:
    return build_event(parent=consultation, days=days_ahead, **{"title": "Tea and talk", **fields})


def text_of(reply) -> str:
    return reply.content.decode()


# The home page


def test_a_full_home_page_needs_at_most_10_queries(client, django_assert_max_num_queries):
    home = make_home()
    home.picture = make_image()
    publish(home)
    consultation = make_consultation()
    make_survey(consultation=consultation)
    make_event(consultation, picture=make_image())
    make_outcome_page(consultation=consultation, entries=[make_outcome(picture=make_image())])
    index = AmbassadorIndexPage(title="Ambassadors")
    home.add_child(instance=index)
    publish(index)
    person = AmbassadorPage(title="Sam", picture=make_image())
    index.add_child(instance=person)
    publish(person)
    client.get("/")
    with django_assert_max_num_queries(10):
        page = text_of(client.get("/"))
    for words in ["What you can do now", "What is coming", "What changed because of you", "Who we are"]:
        assert words in page


def test_the_home_page_has_one_main_action_to_the_survey_that_closes_first(client):
    later = make_consultation(days_left=20)
    sooner = make_consultation(days_left=2)
    make_survey(consultation=later)
    survey = make_survey(consultation=sooner, questions=[make_question(), make_question()])
    page = text_of(client.get("/"))
    assert page.count("button--main") == 1
    assert re.search(rf'<a class="button button--main" href="{survey.url}"><span>Answer 2 questions</span>', page)


def test_a_question_that_is_no_longer_asked_is_not_promised(client):
    make_survey(questions=[make_question(), make_question(retired=True)])
    assert "Answer 1 question<" in text_of(client.get("/"))


def test_a_survey_of_a_closed_or_coming_consultation_is_not_offered(client):
    make_survey(consultation=make_consultation(days_left=-1), title="Over")
    make_survey(consultation=make_consultation(days_open=-1), title="Not yet")
    reply = client.get("/")
    assert reply.context["open_surveys"] == []
    assert "What you can do now" not in text_of(reply)


def test_without_a_survey_the_main_action_is_the_next_event(client):
    consultation = make_consultation()
    make_event(consultation, days_ahead=9, title="Later")
    soon = make_event(consultation, days_ahead=2, title="Soon")
    make_event(consultation, days_ahead=-2, title="Over")
    page = text_of(client.get("/"))
    assert f'<a class="button button--main" href="{soon.url}"><span>Come and talk to us</span>' in page
    assert "Over" not in page


def test_without_survey_or_event_the_main_action_is_what_changed(client):
    answer = make_outcome_page(consultation=make_consultation(days_left=-1))
    page = text_of(client.get("/"))
    assert f'<a class="button button--main" href="{answer.url}"><span>See what changed</span>' in page


def test_the_home_page_says_what_changed_and_who_we_are(client):
    make_outcome_page(entries=[make_outcome(you_said="Buses are late.", we_did="We paid for 3 buses. They run now.")])
    index = AmbassadorIndexPage(title="Ambassadors")
    make_home().add_child(instance=index)
    publish(index)
    noor = AmbassadorPage(title="Noor")
    index.add_child(instance=noor)
    publish(noor)
    page = text_of(client.get("/"))
    assert "Buses are late." in page
    assert '<p class="lead">We paid for 3 buses.</p><p>They run now.</p>' in page
    assert f'href="{noor.url}"' in page
    assert f'<a class="button" href="{index.url}"><span>Meet the Ambassadors</span>' in page


def test_a_new_site_without_anything_has_a_home_page(client):
    make_home()
    assert client.get("/").status_code == 200


# Around every page


def test_main_pages_and_foot_links_are_those_that_are_live(client):
    make_content_page("About us")
    make_content_page("Hidden from the foot", in_footer=False)
    make_content_page("Taken back").unpublish()
    consultation = make_consultation()
    page = text_of(client.get(consultation.url))
    header, footer = page.split("<main", 1)[0], page.split("<footer", 1)[1]
    assert f'href="{consultation.get_parent().url}" aria-current="true"' in header
    assert "About us" in footer
    assert "Hidden from the foot" not in page
    assert "Taken back" not in page


def test_a_page_with_a_lock_is_not_in_the_foot(client):
    make_content_page("For a few").view_restrictions.create(restriction_type="login")
    assert "For a few" not in text_of(client.get("/"))


def test_a_page_says_where_it_is(client):
    consultation = make_consultation(title="Our plan")
    event = make_event(consultation)
    way = re.search(r'<nav class="where.*?</nav>', text_of(client.get(event.url)), re.S).group()
    links = re.findall(r'<a href="([^"]+)">([^<]+)</a>', way)
    index = consultation.get_parent()
    assert links == [("/", "Home"), (index.url, index.title), (consultation.url, "Our plan")]
    assert '<span aria-current="page">Tea and talk</span>' in way


def test_the_home_page_needs_no_way_back_to_itself(client):
    make_home()
    assert 'class="where' not in text_of(client.get("/"))


def test_what_stands_around_a_page_needs_one_query(client, django_assert_max_num_queries):
    page = make_content_page()
    client.get(page.url)
    # Site, home page, this page, restrictions, settings, what stands around.
    with django_assert_max_num_queries(6):
        client.get(page.url)


def test_size_and_colours_bring_people_back_to_where_they_were(client):
    page = make_content_page()
    assert f'href="/display/?next={page.url.replace("/", "%2F")}%3Fa%3D1"' in text_of(client.get(page.url, {"a": "1"}))


def test_names_and_ways_to_reach_us_come_from_the_settings(client):
    make_home()
    SiteSettings.objects.create(
        site=Site.objects.get(), site_name="Northdale", partnership_name="The Partnership", phone="01632 960 123"
    )
    page = text_of(client.get("/"))
    assert "<title>Home | Northdale</title>" in page
    assert "The Partnership" in page
    assert '<a dir="ltr" href="tel:01632960123">01632 960 123</a>' in page


# Content pages


def test_an_officer_adds_a_page_below_the_home_page_of_a_site_with_two_languages(client):
    home = make_home()
    Locale.objects.get_or_create(language_code="ur")
    client.force_login(make_officer())
    assert client.get(f"/admin/pages/add/home/contentpage/{home.pk}/").status_code == 200


def test_a_content_page_shows_passages_and_more_words(client):
    image = make_image()
    page = make_content_page(
        passages=[
            ("heading", "What we do"),
            ("picture_text", {"picture": image, "text": "We listen."}),
            ("picture_text", {"picture": image, "text": "Then we act."}),
            ("key_facts", {"facts": [{"figure": "118", "label": "people came"}]}),
        ],
        body="<p>More <b>words</b>.</p>",
    )
    text = text_of(client.get(page.url))
    assert "<h2>What we do</h2>" in text
    assert text.count('class="tile"') == 1
    assert "<p>We listen.</p><p>Then we act.</p>" in text
    assert "<dt>people came</dt><dd>118</dd>" in text
    assert "<b>words</b>" in text


# When something is wrong


def test_a_page_that_is_not_there_says_so_kindly(client):
    make_home()
    reply = client.get("/nowhere/")
    assert reply.status_code == 404
    assert "We cannot find this page" in text_of(reply)
    assert 'href="/search/"' in text_of(reply)


def test_a_missing_page_without_any_site_is_still_a_page(client):
    Site.objects.all().delete()
    reply = client.get("/nowhere/")
    assert reply.status_code == 404
    assert "We cannot find this page" in text_of(reply)


def test_a_broken_page_says_so_without_the_database(monkeypatch, django_assert_num_queries):
    make_home()

    def break_down(*args, **kwargs):
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr("home.views.find_pages", break_down)
    with django_assert_num_queries(0):
        reply = Client(raise_request_exception=False).get("/search/", {"q": "plan"})
    assert reply.status_code == 500
    assert "This is our mistake, not yours." in text_of(reply)
    assert "broken on purpose" not in text_of(reply)
