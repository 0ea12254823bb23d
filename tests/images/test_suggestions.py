"""Pictures suggested in the editor for the sentence that an officer writes."""

import pytest
from wagtail.models import Collection

from home.pictograms import load_pictograms
from tests.builders import make_ambassador, make_consultation, make_image, make_lead, make_officer

pytestmark = pytest.mark.django_db
URL = "/admin/pictures/suggestions/"


@pytest.fixture
def officer(client):
    client.force_login(make_officer())
    return client


def titles(reply) -> list[str]:
    assert reply.status_code == 200
    return [picture["title"] for picture in reply.json()["pictures"]]


def test_an_officer_gets_at_most_6_pictures_with_the_best_first(officer):
    load_pictograms()
    found = titles(officer.post(URL, {"sentence": "The buses to my college were late."}))
    assert found[0] == "Bus"
    assert "College" in found
    assert len(found) <= 6


def test_what_is_pressed_is_what_the_chooser_shows(officer):
    image = make_image("Coach")
    picture = officer.post(URL, {"sentence": "We go by coach."}).json()["pictures"][0]
    assert officer.get(picture["thumbnail"]).status_code == 200
    chosen = officer.get(picture["chosen"]).json()
    assert chosen["step"] == "chosen"
    assert chosen["result"]["id"] == str(image.pk)
    assert {"title", "edit_url", "preview", "default_alt_text"} <= set(chosen["result"])


@pytest.mark.parametrize("data", [{}, {"sentence": ""}, {"sentence": "\x00 \" ' % 🙂"}, {"sentence": "of the " * 9999}])
def test_a_sentence_that_says_nothing_gets_nothing(officer, data):
    make_image("Coach")
    assert titles(officer.post(URL, data)) == []


def test_only_pictures_that_the_person_may_choose_are_suggested(client):
    make_image("Coach")
    hidden = Collection.get_first_root_node().add_child(name="Hidden")
    officer = make_officer()
    group = officer.groups.get()
    group.collection_permissions.update(collection=hidden)
    make_image("Hidden coach", collection=hidden)
    client.force_login(officer)
    assert titles(client.post(URL, {"sentence": "A coach."})) == ["Hidden coach"]


@pytest.mark.parametrize("person", [make_lead, make_ambassador])
def test_whoever_may_choose_no_picture_is_refused(client, person):
    client.force_login(person())
    reply = client.post(URL, {"sentence": "A bus."}, headers={"x-requested-with": "XMLHttpRequest"})
    assert reply.status_code == 403


def test_nobody_asks_without_signing_in_or_by_another_method(client):
    assert client.post(URL, {"sentence": "A bus."}).status_code == 302
    client.force_login(make_officer())
    assert client.get(URL).status_code == 405


def test_it_asks_the_database_as_often_for_many_pictures_as_for_one(officer, django_assert_max_num_queries):
    load_pictograms()
    officer.post(URL, {"sentence": "The bus to school and college."})
    with django_assert_max_num_queries(14):
        officer.post(URL, {"sentence": "The bus to school and college."})


def test_the_editor_brings_the_script_with_its_address(client):
    page = make_consultation()
    client.force_login(make_officer())
    html = client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert f'data-suggest-url="{URL}"' in html
    assert "suggest-pictures.js" in html
