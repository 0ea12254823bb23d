"""Search takes whatever people type."""

import pytest

from engage.core.search import LONGEST_QUERY, safe_words
from home.searching import PAGE_SIZE
from tests.builders import make_consultation, make_home

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("search_index")]

HARD = [
    '"',
    "'",
    '"plan',
    "plan'",
    "\x00",
    "pl\x00an",
    "*",
    "plan*",
    "plan -",
    "(",
    "a AND",
    "NEAR(",
    "%",
    "\\",
    "{x}",
    "é\ud7ff",
    "🙂",
]


@pytest.mark.parametrize("query", HARD)
def test_no_words_break_the_search(client, query):
    make_home()
    assert client.get("/search/", {"q": query}).status_code == 200


def test_bytes_that_are_no_words_do_not_break_the_search(client):
    make_home()
    assert client.get("/search/?q=%ff%fe%00%ed%a0%80&page=%00").status_code == 200


@pytest.mark.parametrize("query", ["buses", '"buses"', "buses*", "our buses", "\x00buses"])
def test_a_page_is_found_by_its_words(client, query):
    page = make_consultation(title="Our buses", summary="Tell us about buses.")
    reply = client.get("/search/", {"q": query})
    assert [found.pk for found in reply.context["results"]] == [page.pk]
    text = reply.content.decode()
    assert "We found 1 page" in text
    assert f'<a href="{page.url}">Our buses</a>' in text
    assert "Tell us about buses." in text


def test_a_draft_and_a_page_with_a_lock_are_not_found(client):
    make_consultation(title="Buses in a draft").unpublish()
    private = make_consultation(title="Buses for a few")
    private.view_restrictions.create(restriction_type="login")
    assert list(client.get("/search/", {"q": "buses"}).context["results"]) == []


def test_nothing_found_is_said_and_the_words_stay(client):
    make_home()
    text = client.get("/search/", {"q": "zebra crossing"}).content.decode()
    assert "We found nothing" in text
    assert 'value="zebra crossing"' in text


def test_an_empty_search_shows_only_the_form(client):
    make_home()
    reply = client.get("/search/")
    assert reply.context["results"] is None
    assert "We found" not in reply.content.decode()


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_other_methods_are_refused(client, method):
    assert getattr(client, method)("/search/").status_code == 405


def test_more_than_one_page_of_results_has_links_that_keep_the_words(client):
    for number in range(PAGE_SIZE + 1):
        make_consultation(title=f"Buses and trams {number}")
    first = client.get("/search/", {"q": "buses trams"})
    assert len(first.context["results"].object_list) == PAGE_SIZE
    assert 'href="?q=buses+trams&amp;page=2"' in first.content.decode()
    second = client.get("/search/", {"q": "buses trams", "page": "2"})
    assert len(second.context["results"].object_list) == 1
    assert client.get("/search/", {"q": "buses", "page": "nonsense"}).status_code == 200


def test_a_search_needs_as_many_queries_for_10_results_as_for_1(client, django_assert_max_num_queries):
    for number in range(PAGE_SIZE):
        make_consultation(title=f"Buses {number}")
    client.get("/search/", {"q": "buses"})
    with django_assert_max_num_queries(12):
        client.get("/search/", {"q": "buses"})


def test_words_are_cut_to_what_a_person_would_type():
    assert len(safe_words("plan " * 500)) <= LONGEST_QUERY
    assert safe_words('  "my\x00plan"  (2026) ') == "my plan 2026"
