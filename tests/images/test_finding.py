"""Finding a picture while editing: the chooser, by title, description and keyword, by parts of words."""

import pytest
from wagtail.search import index

from engage.images.models import CustomImage
from home.pictograms import load_pictograms
from tests.builders import make_image, make_officer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("search_index")]


def choose(client, query: str) -> list[str]:
    client.force_login(make_officer())
    return found(client, query)


def found(client, query: str) -> list[str]:
    reply = client.get("/admin/images/chooser/results/", {"q": query})
    assert reply.status_code == 200
    return [image.title for image in reply.context["results"]]


def make_keyworded(title: str, *keywords: str, **fields) -> CustomImage:
    image = make_image(title, **fields)
    image.tags.add(*keywords)
    index.insert_or_update_object(image)
    return image


@pytest.mark.parametrize("query", ["coach", "Coach", "coa", "vehicle", "vehic", "people and a driver", "people driv"])
def test_the_chooser_finds_a_picture_by_title_keyword_and_description_and_by_parts_of_words(client, query):
    make_keyworded("Coach", "vehicle", description="Some people and a driver.")
    make_keyworded("Tree", "garden")
    assert choose(client, query) == ["Coach"]


@pytest.mark.parametrize("query", ['"', '"coach', "coa*", "coach'", "\x00", "(", "NEAR(", "\\", "🙂"])
def test_no_words_break_the_chooser(client, query):
    make_keyworded("Coach")
    assert choose(client, query) in ([], ["Coach"])


def test_the_picture_that_is_named_like_the_word_comes_first(client):
    load_pictograms()
    client.force_login(make_officer())
    named = {"bus": "Bus", "doctor": "Doctor", "home": "Home", "friend": "Friends", "ehcp": "My plan"}
    assert {query: found(client, query)[0] for query in named} == named


def test_the_pictograms_have_several_keywords_a_set_a_licence_and_a_credit():
    pictures = load_pictograms()
    few = [slug for slug, image in pictures.items() if image.tags.count() < 5]
    assert few == []
    assert set(CustomImage.objects.values_list("source", "licence")) == {("Engage", "BSD-3-Clause")}


def test_loading_again_changes_nothing_and_keeps_an_officers_keyword(django_assert_max_num_queries):
    bus = load_pictograms()["bus"]
    bus.tags.add("number 7")
    before = set(CustomImage.tags.through.objects.values_list("object_id", "tag__name"))
    with django_assert_max_num_queries(10):
        load_pictograms()
    assert set(CustomImage.tags.through.objects.values_list("object_id", "tag__name")) == before
    assert (bus.pk, "number 7") in before


def test_a_keyword_that_was_taken_off_comes_back_and_is_found(client):
    bus = load_pictograms()["bus"]
    bus.tags.remove("minibus")
    load_pictograms()
    assert choose(client, "minibus") == ["Bus"]


def test_the_form_of_a_picture_asks_for_keywords_licence_and_credit(client):
    client.force_login(make_officer())
    form = client.get(f"/admin/images/{make_image().pk}/").context["form"]
    assert str(form.fields["tags"].label) == "Keywords"
    assert {"source", "licence", "credit", "description"} <= set(form.fields)
    assert not {"slug", "source_file"} & set(form.fields)
