"""How a person wants pages to look: the cookie, and the form that sets it."""

import pytest

from engage.core.preferences import CHOICES, COOKIE_NAME, DisplayPreferences, Theme
from tests.builders import make_home

pytestmark = pytest.mark.django_db


def test_a_cookie_is_read_back_as_it_was_written():
    chosen = DisplayPreferences(size="largest", theme="navy", letters="dyslexic", spacing="wide", pictures="off")
    assert DisplayPreferences.from_cookie(chosen.as_cookie()) == chosen


@pytest.mark.parametrize(
    "cookie",
    ["", "nonsense", "theme.pink", "size.", ".large", "theme.<script>", "size.large" * 1000, "é.ü-\x00", "version.."],
)
def test_a_broken_or_hostile_cookie_is_the_default(cookie):
    assert DisplayPreferences.from_cookie(cookie) == DisplayPreferences()


def test_one_unknown_choice_does_not_cost_the_others():
    assert DisplayPreferences.from_cookie("theme.pink-size.large") == DisplayPreferences(size="large")


def test_the_form_offers_every_choice_and_marks_what_is_chosen_now(client):
    client.cookies[COOKIE_NAME] = "theme.yellow"
    page = client.get("/display/").content.decode()
    for name, choices in CHOICES.items():
        for value in choices.values:
            assert f'id="{name}-{value}"' in page
    assert 'value="yellow" id="theme-yellow" checked' in page
    assert 'value="cream" id="theme-cream" checked' not in page


def test_saving_goes_back_to_the_page_and_the_page_shows_it(client):
    make_home()
    reply = client.post("/display/", {"theme": "navy", "size": "large", "next": "/?from=here"})
    assert (reply.status_code, reply["Location"]) == (302, "/?from=here")
    page = client.get("/").content.decode()
    assert 'data-theme="navy" data-size="large"' in page
    assert 'data-spacing="normal"' in page


def test_the_cookie_is_not_for_scripts_or_other_sites_and_lasts_a_year(client):
    cookie = client.post("/display/", {"theme": "navy"}).cookies[COOKIE_NAME]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["max-age"] == 365 * 24 * 3600


def test_changing_one_choice_keeps_the_others(client):
    client.cookies[COOKIE_NAME] = DisplayPreferences(theme="navy", size="largest").as_cookie()
    client.post("/display/", {"version": "long"})
    kept = DisplayPreferences.from_cookie(client.cookies[COOKIE_NAME].value)
    assert kept == DisplayPreferences(theme="navy", size="largest", version="long")


def test_reset_brings_the_defaults_back(client):
    client.cookies[COOKIE_NAME] = DisplayPreferences(theme="navy", size="largest").as_cookie()
    client.post("/display/", {"theme": "navy", "reset": "1"})
    assert DisplayPreferences.from_cookie(client.cookies[COOKIE_NAME].value) == DisplayPreferences()


def test_a_choice_that_is_not_offered_is_refused_and_the_rest_of_the_form_stays(client):
    reply = client.post("/display/", {"theme": "pink", "size": "large"})
    assert reply.status_code == 200
    assert COOKIE_NAME not in reply.cookies
    assert 'value="large" id="size-large" checked' in reply.content.decode()


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "", "evil"])
def test_nobody_is_sent_to_another_site(client, target):
    assert client.post("/display/", {"theme": "navy", "next": target})["Location"] == "/"


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_other_methods_are_refused(client, method):
    assert getattr(client, method)("/display/").status_code == 405


@pytest.mark.parametrize("letters, fonts", [("clear", 2), ("dyslexic", 1), ("plain", 0)])
def test_only_the_letters_that_are_chosen_are_fetched_early(client, letters, fonts):
    client.cookies[COOKIE_NAME] = f"letters.{letters}"
    page = client.get("/display/").content.decode()
    assert page.count('rel="preload" as="font"') == fonts
    assert ("opendyslexic" in page.split("</head>")[0]) == (letters == "dyslexic")


def test_no_listen_script_where_nobody_wants_listen_buttons(client):
    assert "listen.js" in client.get("/display/").content.decode()
    client.cookies[COOKIE_NAME] = "listen.off"
    assert "listen.js" not in client.get("/display/").content.decode()


def test_every_theme_shows_itself_on_the_form(client):
    page = client.get("/display/").content.decode()
    for theme in Theme.values:
        assert f'class="sample sample--theme sample--{theme}" data-theme="{theme}"' in page
