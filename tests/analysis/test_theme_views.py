"""The codebook in the admin."""

import pytest

from consultations.analysis.models import Theme
from tests.builders import make_ambassador, make_lead, make_officer, make_priority, make_theme, make_user

pytestmark = pytest.mark.django_db

LIST = "/admin/themes/"


@pytest.fixture
def officer(client):
    officer = make_officer()
    client.force_login(officer)
    return officer


def fields(**changes):
    return {"name": "Getting around", "definition": "Buses and walking.", "colour": "#1d4f6e", **changes}


def test_an_officer_adds_a_theme_with_its_definition(client, officer):
    priority = make_priority()
    reply = client.post(f"{LIST}new/", fields(use_when="Buses.", not_when="Cars.", priority=priority.pk))
    assert reply.status_code == 302
    theme = Theme.objects.get()
    assert (theme.name, theme.definition, theme.priority) == ("Getting around", "Buses and walking.", priority)
    assert theme.slug


def test_a_theme_without_a_definition_is_refused_and_the_name_stays(client, officer):
    reply = client.post(f"{LIST}new/", fields(definition=""))
    assert reply.status_code == 200
    assert "Getting around" in reply.text
    assert not Theme.objects.exists()


@pytest.mark.parametrize("colour", ["red", "#12345", "#1234567", "url(x)"])
def test_a_colour_that_is_none_is_refused(client, officer, colour):
    client.post(f"{LIST}new/", fields(colour=colour))
    assert not Theme.objects.exists()


def test_an_officer_changes_a_theme_and_merges_it(client, officer):
    theme, other = make_theme(), make_theme()
    reply = client.post(f"{LIST}edit/{theme.pk}/", fields(merged_into=other.pk))
    assert reply.status_code == 302
    theme.refresh_from_db()
    assert (theme.name, theme.merged_into) == ("Getting around", other)


def test_a_theme_cannot_be_merged_into_itself_even_by_a_detour(client, officer):
    first = make_theme("First")
    second = make_theme("Second", merged_into=first)
    for target in (first, second):
        reply = client.post(f"{LIST}edit/{first.pk}/", fields(merged_into=target.pk))
        assert "A theme cannot be merged into itself." in reply.text
    first.refresh_from_db()
    assert first.merged_into is None


@pytest.mark.usefixtures("search_index")
def test_themes_are_searched_and_filtered(client, officer):
    theme = make_theme("Getting around", priority=make_priority())
    make_theme("School")
    assert list(client.get(LIST, {"q": "getting"}).context["object_list"]) == [theme]
    assert list(client.get(LIST, {"priority": theme.priority_id}).context["object_list"]) == [theme]


@pytest.mark.parametrize("make_person", [make_officer, lambda: make_user("admin", is_superuser=True)])
def test_nobody_deletes_a_theme(client, make_person):
    theme = make_theme()
    client.force_login(make_person())
    assert client.post(f"{LIST}delete/{theme.pk}/").status_code == 302
    assert Theme.objects.filter(pk=theme.pk).exists()


@pytest.mark.parametrize("make_person", [make_lead, make_ambassador, None])
def test_people_without_the_permission_neither_see_nor_change_themes(client, make_person):
    theme = make_theme()
    if make_person:
        client.force_login(make_person())
    for path in ("", "new/", f"edit/{theme.pk}/"):
        assert client.get(LIST + path).status_code == 302
    client.post(f"{LIST}edit/{theme.pk}/", fields())
    theme.refresh_from_db()
    assert theme.name != "Getting around"
