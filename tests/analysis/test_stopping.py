"""Where people stop: counts of unfinished responses, never their words."""

from datetime import timedelta

import pytest
from django.utils import timezone

from consultations.analysis.stopping import where_people_stop
from consultations.surveys.models import Response
from consultations.surveys.services.given import Given
from consultations.surveys.services.journey import save_answer, start_response
from tests.builders import make_officer, make_question, make_response, make_survey

pytestmark = pytest.mark.django_db

SECRET = "Nobody may read this."


@pytest.fixture
def survey():
    return make_survey(questions=[make_question(text=f"Question {letter}?") for letter in "ABC"])


def stop(survey, answers, *, people=1, hours=2):
    for number in range(people):
        response = start_response(survey=survey, key=f"{answers}-{number}".zfill(32))
        for question in survey.asked_questions[:answers]:
            save_answer(response=response, survey=survey, given=Given(question=question, text=SECRET))
        Response.objects.filter(pk=response.pk).update(changed_at=timezone.now() - timedelta(hours=hours))


def shown(survey):
    return [str(row.figure) for stops in where_people_stop(survey.consultation) for row in stops.rows]


def test_people_stop_at_the_question_after_their_last_answer(survey):
    stop(survey, 1, people=12)
    stop(survey, 3, people=20)
    assert shown(survey) == ["0", "10", "0", "20"]


def test_small_numbers_are_hidden_and_cannot_be_worked_out_from_the_total(survey):
    stop(survey, 0, people=3)
    stop(survey, 1, people=12)
    stop(survey, 2, people=20)
    assert shown(survey) == ["c", "c", "20", "0"]


def test_those_who_are_in_the_middle_of_it_and_those_who_sent_are_not_counted(survey):
    stop(survey, 1, people=12, hours=0)
    for _number in range(12):
        make_response(survey, answers={survey.asked_questions[0]: "Sent."})
    assert where_people_stop(survey.consultation) == []


def test_the_analysis_page_shows_where_people_stop_and_no_word_of_theirs(survey, client):
    stop(survey, 1, people=12)
    client.force_login(make_officer())
    page = client.get(f"/admin/analysis/{survey.consultation.pk}/").content.decode()
    assert "Where people stop" in page
    assert "Question 2: Question B?" in page
    assert SECRET not in page


def test_nobody_stopped(survey, client):
    client.force_login(make_officer())
    page = client.get(f"/admin/analysis/{survey.consultation.pk}/").content.decode()
    assert "Nobody has begun without sending." in page
