"""The list of everything that changed."""

import pytest

from consultations.outcomes.models import OutcomeIndexPage
from tests.builders import make_home, make_image, make_outcome, make_outcome_page, make_priority, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def index():
    page = OutcomeIndexPage(title="What changed", slug="what-changed")
    make_home().add_child(instance=page)
    return publish(page)


@pytest.fixture
def heard():
    return make_priority("Being heard")


@pytest.fixture
def safe():
    return make_priority("Being safe")


@pytest.fixture
def entries(heard, safe):
    make_outcome_page(
        entries=[
            make_outcome(you_said="One.", priority=heard),
            make_outcome(you_said="Two.", priority=safe),
            make_outcome(you_said="Three.", priority=heard, state="cannot", we_did="", why_not="No money."),
        ]
    )
    make_outcome_page(entries=[make_outcome(you_said="A draft.", priority=make_priority("Unused"))], live=False)


def shown(reply) -> list[str]:
    assert reply.status_code == 200
    return [entry.you_said for entry in reply.context["entries"]]


def test_all_entries_of_live_pages_are_shown_in_their_order(client, index, entries):
    assert shown(client.get(index.url)) == ["One.", "Two.", "Three."]


def test_the_filters_choose_by_priority_and_state(client, index, entries, heard):
    reply = client.get(index.url, {"priority": heard.pk})
    assert shown(reply) == ["One.", "Three."]
    assert reply.context["chosen_priority"] == heard
    reply = client.get(index.url, {"state": "cannot"})
    assert shown(reply) == ["Three."]
    assert reply.context["chosen_state"] == "cannot"
    assert shown(client.get(index.url, {"priority": heard.pk, "state": "done"})) == ["One."]
    assert shown(client.get(index.url, {"priority": heard.pk, "state": "doing"})) == []


@pytest.mark.parametrize(
    "query",
    [
        {"priority": "999999999999999999999"},
        {"priority": "x\x00'"},
        {"priority": ""},
        {"state": "unknown"},
        {"page": "0"},
        {"page": "-1"},
        {"page": "abc"},
        {"page": "9" * 30},
    ],
)
def test_what_the_page_does_not_know_is_as_if_nobody_had_chosen(client, index, entries, query):
    reply = client.get(index.url, query)
    assert shown(reply) == ["One.", "Two.", "Three."]
    assert not reply.context["chosen_state"]
    assert reply.context["chosen_priority"] is None


def test_only_priorities_with_something_to_show_are_offered(client, index, entries, heard, safe):
    assert client.get(index.url).context["priorities"] == [heard, safe]


def test_20_entries_stand_on_a_page(client, index, heard):
    make_outcome_page(entries=[make_outcome(priority=heard) for _number in range(23)])
    assert len(shown(client.get(index.url))) == 20
    reply = client.get(index.url, {"page": "2"})
    assert len(shown(reply)) == 3
    assert reply.context["entries"].paginator.num_pages == 2


def test_the_list_needs_as_many_queries_for_20_entries_as_for_1(
    client, index, heard, django_assert_num_queries, django_assert_max_num_queries
):
    make_outcome_page(entries=[make_outcome(priority=heard)])
    client.get(index.url)
    with django_assert_max_num_queries(10) as few:
        client.get(index.url)
    for _number in range(4):
        make_outcome_page(entries=[make_outcome(priority=heard) for _number in range(5)])
    with django_assert_num_queries(len(few)):
        client.get(index.url)


def test_a_page_that_answers_needs_at_most_10_queries_however_many_entries_it_has(
    client, safe, django_assert_max_num_queries
):
    priorities = [make_priority(f"Priority {number}", picture=make_image()) for number in range(3)]
    entries = [make_outcome(priority=priority, picture=make_image()) for priority in [safe, *priorities]]
    page = make_outcome_page(entries=entries)
    client.get(page.url)
    with django_assert_max_num_queries(10):
        reply = client.get(page.url)
    assert len(reply.context["entries"]) == 4
