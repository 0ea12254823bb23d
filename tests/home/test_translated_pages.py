"""Pages in a second language: for a few where the first is, found again after a move, and with their own outcomes."""

import pytest
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from home.demo.translating import translate
from home.models import ContentPage
from tests.builders import (
    make_consultation,
    make_home,
    make_image,
    make_outcome,
    make_outcome_page,
    make_priority,
    make_question,
    make_survey,
    publish,
)
from tests.surveys.journeys import Person
from tests.surveys.languages import WORDS, in_urdu, urdu

pytestmark = pytest.mark.django_db


def restrict(page: Page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="login")


@pytest.mark.parametrize("restricted", ["page", "above"])
def test_the_translation_of_a_page_for_a_few_is_for_a_few(restricted):
    consultation = make_consultation(title="Our plan")
    in_urdu(make_survey(consultation=consultation, questions=[make_question()]))
    client = Client()
    assert client.get(f"/ur{consultation.url}").status_code == 200
    assert WORDS["Our plan"] in client.get("/ur/search/", {"q": WORDS["Our plan"]}).text
    restrict(consultation if restricted == "page" else consultation.get_parent())
    reply = client.get(f"/ur{consultation.url}")
    assert (reply.status_code, "login" in reply.url) == (302, True)
    assert f"/ur{consultation.url}" not in client.get("/ur/search/", {"q": WORDS["Our plan"]}).text


def test_a_restriction_on_the_translation_alone_leaves_the_first_language_open():
    consultation = make_consultation(title="Our plan")
    in_urdu(make_survey(consultation=consultation, questions=[make_question()]))
    restrict(consultation.get_translation(urdu()))
    client = Client()
    assert client.get(f"/ur{consultation.url}").status_code == 302
    assert client.get(consultation.url).status_code == 200


def test_a_content_page_for_a_few_is_neither_open_nor_at_the_foot_in_another_language():
    home = make_home()
    page = ContentPage(title="Home words", slug="words", in_footer=True, body=[("text", "<p>Bus</p>")])
    home.add_child(instance=page)
    publish(page)
    for one in (home, page):
        translate(one, urdu(), WORDS)
    client = Client()
    assert WORDS["Home words"] in client.get("/ur/").text
    restrict(page)
    assert client.get("/ur/words/").status_code == 302
    assert WORDS["Home words"] not in client.get("/ur/").text


def test_a_translated_page_that_is_moved_keeps_what_it_translates_and_who_may_see_it():
    first, second = make_consultation(title="Our plan"), make_consultation()
    survey = make_survey(consultation=first, title="My plan and me", questions=[make_question(text="What helps you?")])
    translated = in_urdu(survey)
    elsewhere = translate(second, urdu(), WORDS)
    translated.move(elsewhere, pos="last-child")
    address = type(translated).objects.get(pk=translated.pk).url
    assert address.startswith(elsewhere.url)
    client = Client()
    page = client.get(address)
    assert page.status_code == 200
    assert WORDS["My plan and me"] in page.text
    person = Person(survey, client=client)
    person.press(address, key="k" * 32)
    assert person.url == f"/ur/answer/{survey.pk}/who/"
    restrict(first)
    assert client.get(address).status_code == 302


def test_a_translated_page_of_outcomes_has_its_own_words_and_the_first_languages_figures():
    words = {
        **WORDS,
        "You said the bus is loud.": "آپ نے کہا بس میں شور ہے۔",
        "We bought new buses.": "ہم نے نئی بسیں خریدیں۔",
    }
    entry = make_outcome(
        you_said="You said the bus is loud.",
        we_did="We bought new buses.",
        priority=make_priority("Travel", picture=make_image()),
    )
    page = make_outcome_page(consultation=make_consultation(title="Our plan"), entries=[entry], title="What changed")
    for one in (make_home(), page.get_parent().get_parent().specific, page.get_parent().specific):
        translate(one, urdu(), words)
    translate(entry.priority, urdu(), {"Travel": "سفر"})
    translate(page, urdu(), words)
    shown = Client().get(f"/ur{page.url}")
    assert shown.status_code == 200
    for said in ("آپ نے کہا بس میں شور ہے۔", "ہم نے نئی بسیں خریدیں۔", "سفر", '<html lang="ur" dir="rtl"'):
        assert said in shown.text
    assert "We bought new buses." not in shown.text
