"""The page that names who made the pictures."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from home.pictograms import load_pictograms
from tests.builders import make_consultation, make_home, make_image

pytestmark = pytest.mark.django_db
URL = "/picture-credits/"


def test_every_set_stands_there_with_licence_maker_and_number_of_pictures(client):
    make_home()
    for title in ("Cat", "Dog"):
        make_image(title, source="Mulberry", licence="CC BY-SA 2.0 UK", credit="Steve Lee")
    make_image("Owl", source="Mulberry", licence="CC BY-SA 4.0", credit="Ann & Bo <b>")
    make_image("Photo", credit="Northdale Council")
    make_image("Nobody is named")
    html = client.get(URL).content.decode()
    assert "2 pictures." in html and "Steve Lee." in html and "CC BY-SA 2.0 UK." in html
    assert "Ann &amp; Bo &lt;b&gt;." in html
    assert html.index("Mulberry") < html.index("Other pictures") < html.index("Northdale Council")
    assert html.count("<li>\n              1 picture.") == 2


def test_the_projects_own_pictograms_are_named(client):
    make_home()
    load_pictograms()
    html = client.get(URL).content.decode()
    assert "Drawn by the Engage project." in html
    assert "BSD-3-Clause." in html


def test_without_pictures_the_page_says_so(client):
    make_home()
    assert "There are no pictures to name yet." in client.get(URL).content.decode()


def test_the_page_is_linked_at_the_foot_of_every_page_and_knows_itself(client):
    page = make_consultation()
    assert f'<a href="{URL}">Picture credits</a>' in client.get(page.url).content.decode()
    assert f'<a href="{URL}" aria-current="page">Picture credits</a>' in client.get(URL).content.decode()


def test_it_asks_the_database_as_often_for_many_sets_as_for_one(client, django_assert_num_queries):
    make_home()
    make_image("First", source="Set 0")
    client.get(URL)
    with CaptureQueriesContext(connection) as one:
        client.get(URL)
    for number in range(1, 12):
        make_image(f"Picture {number}", source=f"Set {number}", licence=f"Licence {number}")
    with django_assert_num_queries(len(one)):
        assert client.get(URL).content.decode().count("<h2") == 12


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_other_methods_are_refused(client, method):
    assert getattr(client, method)(URL).status_code == 405
