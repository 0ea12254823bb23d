"""What a process keeps of the journey's pages: changes show at once, nobody meets anything of another person."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry, PageLogEntry

from consultations.surveys.enums import AnswerState, QuestionKind
from consultations.surveys.models import AnswerChoice, Question, SurveyPage
from engage.core import kept
from tests.builders import make_priority, make_question, make_statement, make_survey, publish
from tests.editing import form_fields, officer_client
from tests.surveys.journeys import Person

pytestmark = pytest.mark.django_db

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


def asked_in_its_own_words(statement) -> Question:
    question = make_question(QuestionKind.STATEMENT, statement=statement)
    question.text = ""
    return question


@pytest.fixture
def survey():
    return make_survey(
        questions=[
            asked_in_its_own_words(make_statement("I have a say.", priorities=[make_priority()])),
            make_question(QuestionKind.ONE_CHOICE, text="How do you travel?", choices=("Bus", "Train")),
            make_question(QuestionKind.TEXT, text="What would you change?"),
        ]
    )


def begun(survey) -> Person:
    person = Person(survey)
    person.start()
    return person


def seen(person, number) -> str:
    return person.client.get(person.question_url(number)).content.decode()


def test_a_page_that_was_kept_asks_for_the_stamp_the_response_and_the_answer(survey, django_assert_num_queries):
    seen(begun(survey), 1)
    other = begun(survey)
    url = other.question_url(1)
    with django_assert_num_queries(3):
        other.client.get(url)


def test_choices_that_stay_are_not_written_again(survey):
    person, question = begun(survey), survey.asked_questions[1]
    bus, train = question.choices.all()
    rows = []
    for choice in (bus, bus, train):
        person.answer(2, str(choice.pk))
        rows.append(list(AnswerChoice.objects.values_list("pk", "choice_id")))
    assert rows[0] == rows[1]
    assert [[choice for _pk, choice in row] for row in rows] == [[bus.pk], [bus.pk], [train.pk]]


def test_new_words_of_a_question_show_when_they_are_published(survey):
    person = begun(survey)
    assert "How do you travel?" in seen(person, 2)
    draft = SurveyPage.objects.get(pk=survey.pk)
    question = draft.questions.all()[1]
    question.text = "How do you go to school?"
    draft.questions.add(question)
    revision = draft.save_revision()
    assert "How do you travel?" in seen(person, 2)
    revision.publish()
    assert "How do you go to school?" in seen(person, 2)


def test_a_question_that_is_no_longer_asked_is_gone_at_once(survey):
    person = begun(survey)
    url = person.question_url(2)
    assert person.client.get(url).status_code == 200
    page = SurveyPage.objects.get(pk=survey.pk)
    question = page.questions.all()[1]
    question.retired = True
    page.questions.add(question)
    publish(page)
    assert person.client.get(url).status_code == 404
    assert "Question 1 of 2" in seen(person, 1)


def test_an_unpublished_survey_is_gone_at_once_and_back_at_once(survey):
    person = begun(survey)
    url = person.question_url(1)
    assert person.client.get(url).status_code == 200
    SurveyPage.objects.get(pk=survey.pk).unpublish()
    assert person.client.get(url).status_code == 404
    publish(SurveyPage.objects.get(pk=survey.pk))
    assert person.client.get(url).status_code == 200


def test_new_words_of_an_i_statement_show_when_they_are_saved(survey):
    person = begun(survey)
    statement = survey.questions.all()[0].statement
    assert "I have a say." in seen(person, 1)
    officer = officer_client()
    url = reverse(statement.snippet_viewset.get_url_name("edit"), args=[statement.pk])
    fields = form_fields(officer.get(url).content.decode(), "w-editor-form")
    assert officer.post(url, {**fields, "text": "I am listened to."}).status_code == 302
    page = seen(person, 1)
    assert "I am listened to." in page
    assert "I have a say." not in page


def test_what_no_log_knows_shows_after_a_minute(survey, monkeypatch):
    person = begun(survey)
    assert "How do you travel?" in seen(person, 2)
    Question.objects.filter(text="How do you travel?").update(text="How do you go?")
    assert "How do you travel?" in seen(person, 2)
    later = kept.time.monotonic() + kept.OLDEST
    monkeypatch.setattr(kept.time, "monotonic", lambda: later)
    assert "How do you go?" in seen(person, 2)


def test_each_person_gets_a_token_of_their_own_that_is_taken(survey):
    tokens = []
    for _person in range(2):
        client = Client(enforce_csrf_checks=True)
        start = client.get(survey.url).content.decode()
        key = re.search(r'name="key" value="([^"]+)"', start)[1]
        form = {"csrfmiddlewaretoken": TOKEN.search(start)[1], "key": key}
        assert client.post(survey.url, form).status_code == 302
        url = Person(survey).question_url(1)
        page = client.get(url).content.decode()
        assert kept.PLACE not in start + page
        token = TOKEN.search(page)[1]
        assert client.post(url, {"csrfmiddlewaretoken": token, "answer": "5", "go": "next"}).status_code == 302
        tokens += [token, key]
    assert len(set(tokens)) == 4


def test_nobody_sees_what_another_person_pressed_or_wrote(survey):
    one, other = begun(survey), begun(survey)
    one.answer(1, "5")
    one.answer(3, "My marker words.")
    assert " checked" in seen(one, 1)
    assert "My marker words." in seen(one, 3)
    assert " checked" not in seen(other, 1)
    assert "My marker words." not in seen(other, 3)
    assert not [page for _stamp, _at, page in kept._pages._kept.values() if b"marker" in page]


def test_pressed_answers_come_back_as_they_were_pressed(survey):
    people = {value: begun(survey) for value in ("1", "5", AnswerState.DO_NOT_KNOW.value)}
    for value, person in people.items():
        person.answer(1, value)
    for _again in range(2):
        for value, person in people.items():
            assert re.findall(r'value="([^"]+)"[^>]* checked', seen(person, 1)) == [value]


def test_a_page_is_kept_for_each_choice_of_colours(survey):
    person = begun(survey)
    assert 'data-theme="cream"' in seen(person, 1)
    person.client.cookies["engage_display"] = "theme.navy"
    assert 'data-theme="navy"' in seen(person, 1)


@pytest.mark.parametrize("model", [PageLogEntry, ModelLogEntry])
def test_a_line_of_the_log_that_commits_late_is_seen(model, survey):
    def write(number):
        fields = {"page": survey} if model is PageLogEntry else {"object_id": "1"}
        model.objects.create(
            pk=number,
            action="wagtail.edit",
            timestamp=survey.first_published_at,
            label="x",
            content_type=survey.content_type,
            **fields,
        )

    last = 10_000
    write(last)
    write(last + 2)
    before = kept.content_stamp()
    write(last + 1)
    assert kept.content_stamp() != before


def test_the_least_used_are_dropped():
    store = kept.Store(most=2)
    for key in ("a", "b", "a", "c"):
        store.get(key, (1,), lambda key=key: key.upper())
    assert list(store._kept) == ["a", "c"]
    assert store.get("b", (1,), lambda: "new") == "new"
