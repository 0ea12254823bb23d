"""Pictures in templates."""

from types import SimpleNamespace

import pytest
from django.core.files.base import ContentFile

from engage.core.templatetags.pictures import face, ideas, pictogram, picture
from engage.images.models import Rendition
from tests.builders import make_image

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="96" height="96"><circle r="9"/></svg>'


def make_pictogram():
    return make_image("A dot", file=ContentFile(SVG, name="dot.svg"))


@pytest.mark.django_db
def test_a_pictogram_is_shown_as_it_is_without_a_query(django_assert_num_queries):
    image = make_pictogram()
    with django_assert_num_queries(0):
        shown = picture(image, 240)
    assert f'src="{image.file.url}" width="96" height="96" alt=""' in shown
    assert Rendition.objects.count() == 0


@pytest.mark.django_db
def test_a_photograph_is_made_small_and_keeps_its_place_on_the_page():
    shown = picture(make_image(), 120, alt="A person who waves")
    rendition = Rendition.objects.get()
    assert rendition.file.name.endswith(".webp")
    assert f'width="{rendition.width}" height="{rendition.height}" alt="A person who waves"' in shown
    assert max(rendition.width, rendition.height) <= 120


@pytest.mark.django_db
def test_a_lost_file_leaves_the_words_alone():
    image = make_image()
    image.file.storage.delete(image.file.name)
    assert picture(image, 77) == ""


def test_no_picture_is_no_picture():
    assert picture(None) == ""
    assert pictogram("") == ""


@pytest.mark.django_db
def test_words_of_a_picture_cannot_break_out_of_it():
    assert "&quot;&gt;&lt;script&gt;" in picture(make_pictogram(), 96, alt='"><script>')


def test_a_pictogram_of_the_project_is_a_static_file():
    assert 'src="/static/engage/pictograms/tick.svg" width="96" height="96" alt=""' in pictogram("tick")


@pytest.mark.parametrize(
    "score, best, slug", [(5, 5, "scale5-5"), (4.4, 5, "scale5-4"), (0.2, 5, "scale5-1"), (2.5, 3, "scale3-3")]
)
def test_a_score_has_the_nearest_face(score, best, slug):
    assert f"{slug}.svg" in face(score, best)


def test_a_hidden_score_has_no_face():
    assert face(None, 5) == ""


def test_sentences_in_a_row_with_one_picture_stand_together():
    bus, dog = object(), object()
    blocks = [
        SimpleNamespace(block_type="picture_text", value={"picture": image, "text": text})
        for image, text in [(bus, "One."), (bus, "Two."), (dog, "Three."), (bus, "Four.")]
    ]
    heading = SimpleNamespace(block_type="heading", value="More")
    found = ideas([*blocks[:2], heading, *blocks[2:]])
    assert found == [
        {"picture": bus, "texts": ["One.", "Two."]},
        {"block": heading},
        {"picture": dog, "texts": ["Three."]},
        {"picture": bus, "texts": ["Four."]},
    ]
