"""Areas and needs in a second language: they lend their words, and what somebody says is the first language's row."""

import pytest
from django.urls import reverse

from consultations.analysis.filters import ResponseFilterSet
from consultations.models import Area
from consultations.strategy.models import Priority, Statement
from consultations.surveys.enums import QuestionKind
from consultations.surveys.models import Need, Question, Response
from home.demo.translating import translate
from tests.builders import make_priority, make_question, make_statement, make_survey
from tests.editing import officer_client
from tests.surveys.journeys import Person
from tests.surveys.languages import in_urdu, urdu

pytestmark = pytest.mark.django_db

WORDS = {"Millside": "مل سائیڈ", "Northdale town": "نارتھ ڈیل شہر", "I am autistic": "مجھے آٹزم ہے"}


@pytest.fixture
def person() -> Person:
    """Somebody who reads Urdu, in a survey that asks for both; one need has no Urdu words."""
    area = Area.objects.create(name="Millside", district="Northdale town")
    need = Need.objects.create(text="I am autistic")
    Need.objects.create(text="I find it hard to talk", order=1)
    survey = make_survey(questions=[make_question()], ask_area=True, ask_needs=True)
    in_urdu(survey)
    for row in (area, need):
        translate(row, urdu(), WORDS)
    person = Person(survey)
    person.start()
    return person


def test_lists_about_people_are_read_in_urdu_and_answered_as_the_first_languages_rows(person):
    about = f"/ur{person.step_url('about-you')}"
    page = person.client.get(about).text
    for words in (*WORDS.values(), "I find it hard to talk"):
        assert words in page, words
    assert "Millside" not in page and "I am autistic" not in page
    area, need = Area.objects.sources().get(), Need.objects.get(text="I am autistic")
    assert page.count(f'name="needs" value="{need.pk}"') == 1
    person.press(about, go="next", area=str(area.pk), needs=[str(need.pk)])
    assert person.url == f"/ur{person.step_url('check')}"
    assert WORDS["Millside"] in person.words and WORDS["I am autistic"] in person.words
    person.send()
    response = Response.objects.get()
    assert (response.area, list(response.needs.all())) == (area, [need])


def test_a_translation_is_nothing_that_can_be_chosen_or_counted_by_itself(person):
    translated = Need.objects.get(locale=urdu())
    reply = person.press(person.step_url("about-you"), go="next", needs=[str(translated.pk)])
    assert "error-summary" in reply.text
    assert not Response.objects.get().needs.exists()
    filters = ResponseFilterSet(queryset=Response.objects.all()).form.fields
    assert [filters["area"].queryset.count(), filters["needs"].queryset.count()] == [1, 2]


def test_officers_see_each_area_and_need_once_and_the_other_language_when_they_ask(person):
    client = officer_client()
    for model, words in ((Area, "Millside"), (Need, "I am autistic")):
        address = reverse(model.snippet_viewset.get_url_name("list"))
        page = client.get(address).text
        assert words in page and WORDS[words] not in page
        page = client.get(address, {"locale": "ur"}).text
        assert WORDS[words] in page and words not in page
        edit = reverse(model.snippet_viewset.get_url_name("edit"), args=[model.objects.get(locale=urdu()).pk])
        assert client.get(edit).status_code == 200


def test_a_statement_that_is_asked_in_two_languages_is_asked_once(person):
    heard = make_priority("Being heard")
    statement = make_statement("I have a say.", priorities=[heard])
    question = make_question(QuestionKind.STATEMENT, statement=statement)
    own = make_question(priority=heard)
    in_urdu(make_survey(questions=[question, own]))
    assert Question.objects.filter(statement=statement).count() == 2
    client = officer_client()
    statements, priorities = (reverse(model.snippet_viewset.get_url_name("list")) for model in (Statement, Priority))
    assert client.get(statements).context["object_list"][0].question_count == 1
    translated = client.get(statements, {"locale": "ur"}).context["object_list"][0]
    assert (translated.text, translated.question_count) == ("میری بات سنی جاتی ہے۔", 1)
    row = client.get(priorities).context["object_list"][0]
    assert (row.statement_count, row.question_count) == (1, 1)
