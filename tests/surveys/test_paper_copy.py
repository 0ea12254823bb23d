"""A survey on paper: the same questions, for people who answer with a pen."""

import pytest
from django.test import Client

from consultations.surveys.enums import QuestionKind
from home.models import SiteSettings
from tests.builders import make_ambassador, make_consultation, make_home, make_officer, make_question, make_survey

pytestmark = pytest.mark.django_db


def address(survey):
    return f"/answer/{survey.pk}/paper/"


def paper_of(survey, client=None, size="normal"):
    reply = (client or Client()).get(address(survey), {"print": size})
    assert reply.status_code == 200
    return reply.text


def test_the_start_page_leads_to_the_paper_copy():
    survey = make_survey()
    assert f'href="{address(survey)}"' in Client().get(survey.url).text


@pytest.mark.parametrize("kind", QuestionKind)
def test_each_kind_of_question_is_printed_with_its_answers_and_its_key(kind):
    survey = make_survey(questions=[make_question(kind, text="What helps you?")])
    paper = paper_of(survey)
    question = survey.questions.get()
    words = [
        "What helps you?",
        f'paper-key">{question.key}<',
        *(str(state.label) for state, _p in question.other_answers),
    ]
    if kind == QuestionKind.HOW_MUCH:
        words += ["<span>0</span>", "<span>10</span>", "Not at all", "Very much"]
    else:
        words += [str(label) for _score, label, _face in question.steps]
    words += [choice.text for choice in question.choices.all()]
    for one in words:
        assert one in paper, one
    assert ("paper-line" in paper) == (kind == QuestionKind.TEXT)


def test_a_top_three_says_what_to_write():
    paper = paper_of(make_survey(questions=[make_question(QuestionKind.TOP_THREE)]))
    assert "Write 1 in the box of your first choice." in paper


def test_who_writes_in_own_words_reads_first_whom_to_call():
    assert "0800 1111" in paper_of(make_survey(questions=[make_question()]))
    assert "0800 1111" not in paper_of(make_survey(questions=[make_question(QuestionKind.YES_NO)]))


def test_a_question_that_is_no_longer_asked_is_not_printed():
    survey = make_survey(questions=[make_question(text="Old?", retired=True), make_question(text="New?")])
    paper = paper_of(survey)
    assert "New?" in paper
    assert "Old?" not in paper


def test_about_you_stands_at_the_end_where_the_survey_asks():
    assert "How old are you?" in paper_of(make_survey())
    without = paper_of(make_survey(ask_age=False, ask_group=False))
    assert "How old are you?" not in without
    assert "Who is answering?" in without


def test_the_paper_says_where_to_send_it():
    home = make_home()
    settings = SiteSettings.for_site(home.get_site())
    settings.address, settings.email = "Town Hall\nNorthdale", "say@example.org"
    settings.save()
    paper = paper_of(make_survey())
    assert "Town Hall<br>Northdale" in paper
    assert "say@example.org" in paper


def test_large_print_is_a_choice():
    survey = make_survey()
    assert 'data-print="large"' in paper_of(survey, size="large")
    assert 'data-print="normal"' in paper_of(survey, size="<script>")


@pytest.mark.parametrize("days", [{"days_open": None, "days_left": None}, {"days_open": 9, "days_left": -2}])
def test_outside_its_time_only_officers_print_it(client, days):
    survey = make_survey(consultation=make_consultation(**days))
    assert Client().get(address(survey)).headers["Location"] == survey.url
    client.force_login(make_ambassador())
    assert client.get(address(survey)).status_code == 302
    client.force_login(make_officer())
    assert "Print it on A4 paper." in paper_of(survey, client)


def test_a_survey_that_is_not_published_has_no_paper_copy(client):
    survey = make_survey()
    survey.unpublish()
    client.force_login(make_officer())
    assert client.get(address(survey)).status_code == 404


def test_a_paper_copy_is_read_and_nothing_else():
    assert Client().post(address(make_survey())).status_code == 405


def test_a_long_paper_takes_no_more_queries(django_assert_max_num_queries):
    survey = make_survey(questions=[make_question(kind) for kind in QuestionKind for _time in range(3)])
    with django_assert_max_num_queries(14):
        paper_of(survey)
