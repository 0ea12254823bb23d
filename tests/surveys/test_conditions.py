"""Questions that are shown only after a given answer: on the way, at the check, at sending, in the editor."""

from datetime import timedelta

import pytest
from django.utils import timezone

from consultations.analysis.stopping import where_people_stop
from consultations.surveys.enums import QuestionKind
from consultations.surveys.models import Answer
from tests.builders import make_concern, make_question, make_survey
from tests.editing import Editor, officer_client
from tests.surveys.conditions import heading, travel_survey, when
from tests.surveys.journeys import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def survey():
    return travel_survey()


@pytest.fixture
def person(survey):
    person = Person(survey)
    person.start()
    return person


def choice_pk(survey, words):
    return str(survey.questions.get(text="What do you take?").choices.get(text=words).pk)


# On the way


def test_the_answer_leads_to_the_question_or_past_it(person, survey):
    person.answer(1, "3")
    assert heading(person) == "Question 2 of 2: Anything else?"
    person.answer(1, "1")
    assert heading(person) == "Question 2 of 4: What do you take?"
    person.answer(2, choice_pk(survey, "Bus"))
    assert heading(person) == "Question 3 of 4: What is wrong with it?"
    person.answer(2, choice_pk(survey, "Train"))
    assert heading(person) == "Question 3 of 3: Anything else?"


def test_before_it_is_decided_a_question_counts_as_one_to_come(person):
    person.page = person.client.get(person.question_url(1))
    assert heading(person) == "Question 1 of 4: Do you travel alone?"
    assert "There are at most 4 questions." in person.open_start().text


@pytest.mark.parametrize("answer", ["", "do_not_want_to_say"])
def test_who_does_not_say_is_not_asked_more(person, answer):
    person.answer(1, answer)
    assert heading(person) == "Question 2 of 2: Anything else?"


def test_back_passes_by_what_was_not_asked(person):
    person.answer(1, "3")
    person.answer(4, go="back")
    assert person.url == person.question_url(1)


def test_a_hidden_question_leads_to_where_the_person_is_and_takes_no_answer(person, survey):
    person.answer(1, "3")
    person.page = person.client.get(person.question_url(2), follow=True)
    assert person.url == person.question_url(4)
    person.answer(2, choice_pk(survey, "Bus"))
    assert person.url == person.question_url(4)
    assert Answer.objects.count() == 1
    assert person.client.get(f"/answer/{survey.pk}/question/none/").status_code == 404


def test_a_question_page_with_conditions_needs_at_most_ten_queries(person, survey, django_assert_max_num_queries):
    person.answer(1, "1")
    person.answer(2, choice_pk(survey, "Bus"))
    address = person.question_url(3)
    with django_assert_max_num_queries(10):
        assert person.client.get(address).status_code == 200


# Changed answers, check, sending


def answer_all(person, survey):
    person.answer(1, "1")
    person.answer(2, choice_pk(survey, "Bus"))
    person.answer(3, "It is late.")
    person.answer(4, "No.")


def change(person, number, value):
    person.press(person.question_url(number) + "?from=check", answer=value, go="next", **{"from": "check"})


def test_a_changed_answer_hides_a_question_and_all_below_it_and_keeps_their_answers_aside(person, survey):
    answer_all(person, survey)
    change(person, 1, "3")
    assert person.url.endswith("/check/")
    assert "What do you take?" not in person.words
    assert "It is late." not in person.words
    assert Answer.objects.count() == 4
    change(person, 1, "2")
    assert person.url.endswith("/check/")
    assert "It is late." in person.words


def test_what_is_hidden_at_the_end_is_not_sent(person, survey):
    answer_all(person, survey)
    change(person, 1, "3")
    person.send()
    assert person.stored.is_sent
    assert sorted(person.stored.answers.values_list("question__text", flat=True)) == [
        "Anything else?",
        "Do you travel alone?",
    ]


def test_what_is_shown_at_the_end_is_sent(person, survey):
    answer_all(person, survey)
    person.send()
    assert person.stored.answers.count() == 4


def test_a_changed_answer_leads_through_the_questions_that_it_brings_up_then_to_the_check(person, survey):
    person.answer(1, "3")
    person.answer(4, "No.")
    change(person, 1, "1")
    assert person.url == person.question_url(2) + "?from=check"
    change(person, 2, choice_pk(survey, "Bus"))
    assert person.url == person.question_url(3) + "?from=check"
    change(person, 3, "")
    assert person.url.endswith("/check/")


def test_who_jumps_to_the_check_sees_only_what_everybody_is_asked(person):
    person.page = person.client.get(person.step_url("check"))
    assert "Do you travel alone?" in person.words
    assert "What do you take?" not in person.words


def test_answers_to_a_question_that_was_retired_meanwhile_are_sent(person, survey):
    answer_all(person, survey)
    form = Editor(officer_client(), survey, streams=("intro", "thanks_next"))
    form.change(form.row("questions", text="Anything else?"), retired="on")
    assert form.publish().status_code == 302
    person.send()
    assert person.stored.answers.count() == 4


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        (QuestionKind.STATEMENT, "5"),
        (QuestionKind.HOW_MUCH, "0"),
        (QuestionKind.ONE_CHOICE, "Walk"),
        (QuestionKind.TOP_THREE, "Walk"),
    ],
)
def test_every_kind_with_answers_to_choose_can_decide(kind, answer):
    first = make_question(kind, text="First?")
    survey = make_survey(questions=[first, when(make_question(text="Second?"), first, answer)])
    person = Person(survey)
    person.start()
    first = survey.questions.get(text="First?")
    texts = {choice.text: str(choice.pk) for choice in first.choices.all()}
    person.answer(1, texts.get(answer, answer))
    assert person.url == person.question_url(2)
    person.answer(1, texts.get("Bus", "1"))
    assert person.url.endswith("/about-you/")


# After sending


def change_sent(person, number, value):
    person.press(person.question_url(number) + "?from=sent", answer=value, go="next", **{"from": "sent"})


def test_a_change_after_sending_takes_away_at_once_what_it_hides(person, survey):
    answer_all(person, survey)
    person.send()
    change_sent(person, 1, "3")
    assert "It is late." not in person.words
    assert person.stored.answers.count() == 2


def test_a_change_after_sending_leads_to_what_it_brings_up(person, survey):
    person.answer(1, "3")
    person.answer(4, "No.")
    person.send()
    change_sent(person, 1, "1")
    assert person.url == person.question_url(2) + "?from=sent"
    change_sent(person, 2, choice_pk(survey, "Train"))
    assert person.url.endswith("/sent/")
    assert person.stored.answers.count() == 3


def test_an_answer_with_a_concern_stays_for_the_lead(person, survey):
    answer_all(person, survey)
    person.send()
    make_concern(person.stored.answers.get(question__text="What is wrong with it?"))
    change_sent(person, 1, "3")
    assert person.page.status_code == 200
    assert "It is late." not in person.words
    assert sorted(person.stored.answers.values_list("question__text", flat=True)) == [
        "Anything else?",
        "Do you travel alone?",
        "What is wrong with it?",
    ]


def test_nobody_stops_at_a_question_that_was_hidden(survey):
    for _person in range(12):
        person = Person(survey)
        person.start()
        person.answer(1, "3")
    later = timezone.now() + timedelta(hours=2)
    (stops,) = where_people_stop(survey.consultation, at=later)
    assert [str(row.figure) for row in stops.rows] == ["0", "0", "0", "10", "0"]


# On paper


def test_the_paper_says_who_answers_a_question(survey):
    paper = paper_of(survey)
    assert "Only answer this if you ticked one of these in question 1:</strong> “No”, “Not sure”" in paper
    assert "Only answer this if you ticked one of these in question 2:</strong> “Bus”" in paper
    assert paper.count("Only answer this") == 2


def paper_of(survey) -> str:
    return Person(survey).client.get(f"/answer/{survey.pk}/paper/").text
