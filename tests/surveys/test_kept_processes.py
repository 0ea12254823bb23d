"""What one process keeps while another one changes the survey: nothing old is asked, nothing old is stored."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection

from consultations.surveys.enums import QuestionKind
from consultations.surveys.models import Answer, Choice, Question, Response, SurveyPage
from tests.builders import make_question, make_survey, publish
from tests.surveys.journeys import Person

pytestmark = pytest.mark.django_db(transaction=True)


def elsewhere(work: Callable[[], object]) -> None:
    """Do it through a connection of its own. What is kept here hears of it by the database only."""

    def run() -> None:
        try:
            work()
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()


def retire_the_first(survey: SurveyPage) -> None:
    page = SurveyPage.objects.get(pk=survey.pk)
    first = page.questions.all()[0]
    first.retired = True
    page.questions.add(first)
    publish(page)


@pytest.fixture
def person():
    """Somebody who has the first question open: its page and its survey are kept."""
    travel = make_question(QuestionKind.ONE_CHOICE, text="How do you travel?", choices=("Bus", "Train", "Walk"))
    person = Person(make_survey(questions=[travel, make_question(text="Anything else?")]))
    person.start()
    person.first = person.question_url(1)
    person.bus = str(Choice.objects.get(question__page=person.survey, text="Bus").pk)
    assert person.client.get(person.first).status_code == 200
    return person


def test_a_question_that_another_process_stopped_asking_is_not_asked_or_stored(person):
    elsewhere(lambda: retire_the_first(person.survey))
    answered = person.client.post(person.first, {"answer": person.bus, "go": "next"})
    assert answered.status_code == 404
    assert person.client.get(person.first).status_code == 404
    assert not Answer.objects.exists()


def test_an_answer_names_the_words_that_another_process_published(person):
    def reword() -> None:
        page = SurveyPage.objects.get(pk=person.survey.pk)
        first = page.questions.all()[0]
        first.text = "How do you get there?"
        page.questions.add(first)
        publish(page)

    elsewhere(reword)
    assert "How do you get there?" in person.client.get(person.first).content.decode()
    person.client.post(person.first, {"answer": person.bus, "go": "next"})
    stored = Answer.objects.get()
    assert stored.asked_revision_id == SurveyPage.objects.get(pk=person.survey.pk).live_revision_id
    assert [pick.choice_id for pick in stored.picks.all()] == [int(person.bus)]


@pytest.mark.parametrize("rows", [Choice, Question])
def test_what_vanished_past_the_logs_is_asked_anew_and_not_stored(person, rows):
    def vanish() -> None:
        Choice.objects.filter(pk=person.bus).delete()
        if rows is Question:
            Choice.objects.filter(question__key="q1").delete()
            Question.objects.filter(key="q1").delete()

    elsewhere(vanish)
    answered = person.client.post(person.first, {"answer": person.bus, "go": "next"})
    if rows is Question:
        assert answered.status_code == 404
    else:
        assert "Error:" in answered.content.decode()
    assert not Answer.objects.exists()
    assert Response.objects.get().status == "started"
