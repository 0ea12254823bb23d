"""The respondent's journey, as a browser without scripts meets it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from consultations.surveys.enums import AgeBand, AnsweredBy, AnswerState, QuestionKind, RespondentGroup, Scale
from consultations.surveys.models import Answer, Response
from tests import builders
from tests.surveys.journeys import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def survey():
    return builders.make_survey(
        questions=[
            builders.make_question(QuestionKind.STATEMENT, text="I help to make my plan."),
            builders.make_question(
                QuestionKind.ONE_CHOICE, text="How do you travel?", choices=("Bus", "Train", "Walk")
            ),
            builders.make_question(
                QuestionKind.SEVERAL_CHOICES, text="What do you like?", choices=("Music", "Food", "Parks")
            ),
            builders.make_question(QuestionKind.TEXT, text="What would you change?"),
        ]
    )


@pytest.fixture
def person(survey):
    return Person(survey)


def move_end(consultation, **delta):
    """Let the consultation end that long from now (negative: before now)."""
    consultation.closes_at = timezone.now() + timedelta(**delta)
    builders.publish(consultation)


def choice_pk(survey, number, text):
    return str(survey.asked_questions[number - 1].choices.get(text=text).pk)


def test_a_person_answers_every_kind_of_question_checks_and_sends(person, survey):
    person.start()
    assert person.url.endswith("/who/")
    person.press(person.step_url("who"), answered_by=AnsweredBy.HELP_TO_READ, go="next")
    person.answer(1, "4")
    person.answer(2, choice_pk(survey, 2, "Train"))
    person.answer(3, [choice_pk(survey, 3, "Music"), choice_pk(survey, 3, "Parks")])
    person.answer(4, "More clubs <b>please</b>")
    person.press(person.step_url("about-you"), group=RespondentGroup.YOUNG_PERSON, age_band=AgeBand.AGE_16_18)
    assert "Most of the time" in person.words
    assert "Train" in person.words
    assert "Music, Parks" in person.words
    assert "More clubs &lt;b&gt;please&lt;/b&gt;" in person.words
    person.send()

    response = person.stored
    assert person.url.endswith("/thank-you/")
    assert response.receipt_code in person.words
    assert response.is_sent
    assert (response.answered_by, response.group, response.age_band) == ("help_to_read", "young_person", "16_18")
    answers = {answer.question.text: answer for answer in response.answers.all()}
    assert answers["I help to make my plan."].score == 4
    assert [choice.text for choice in answers["How do you travel?"].choices.all()] == ["Train"]
    assert answers["What would you change?"].text == "More clubs <b>please</b>"


def test_the_revision_that_was_asked_is_stored_with_each_answer_and_the_response(person, survey):
    person.start()
    person.answer(1, "5")
    first_revision = survey.live_revision_id
    question = survey.questions.get(text="What would you change?")
    question.text = "What would you change first?"
    survey.questions.add(question)
    survey = builders.publish(survey)
    person.answer(4, "The bus")
    person.send()
    revisions = dict(person.stored.answers.values_list("question__kind", "asked_revision_id"))
    assert revisions[QuestionKind.STATEMENT] == first_revision
    assert revisions[QuestionKind.TEXT] == survey.live_revision_id != first_revision
    assert person.stored.survey_revision_id == survey.live_revision_id


@pytest.mark.parametrize("number", [1, 2, 3, 4])
@pytest.mark.parametrize("state", ["do_not_know", "do_not_understand", "do_not_want_to_say"])
def test_every_question_takes_the_three_other_answers(person, number, state):
    person.start()
    name = "answer" if number in (1, 2) else "instead"
    person.answer(number, **{name: state}) if name == "instead" else person.answer(number, state)
    answer = person.stored.answers.get()
    assert (answer.state, answer.score, answer.text, answer.choices.count()) == (state, None, "", 0)


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_every_question_may_be_left_out(person, number):
    person.start()
    person.answer(number)
    assert person.stored.answers.get().state == AnswerState.LEFT_OUT


def test_nothing_is_chosen_beforehand(person):
    person.start()
    for number in (1, 2, 3, 4):
        page = person.client.get(person.question_url(number)).content.decode()
        assert " checked" not in page


def test_back_saves_and_shows_what_was_answered(person):
    person.start()
    person.answer(1, "2")
    person.answer(2, "do_not_know", go="back")
    assert person.url == person.question_url(1)
    assert person.stored.answers.count() == 2
    page = person.client.get(person.question_url(1)).content.decode()
    assert page.count(" checked") == 1


def test_going_back_from_an_untouched_question_stores_nothing(person):
    person.start()
    person.answer(2, go="back")
    assert person.stored.answers.count() == 0


def test_help_saves_the_words_and_leads_back_to_the_question(person):
    person.start()
    person.answer(4, "Half a thought", go="help")
    assert "/help/" in person.url
    assert person.question_url(4) in person.words
    assert person.stored.answers.get().text == "Half a thought"


def test_stop_saves_and_the_same_device_carries_on_at_the_first_open_question(person):
    person.start()
    person.answer(1, "3")
    person.answer(2, "do_not_know", go="stop")
    assert person.url.endswith("/stopped/")
    again = person.open_start().content.decode()
    assert person.question_url(3) in again


def test_a_changed_answer_leads_back_to_the_check(person):
    person.start()
    person.answer(1, "1")
    person.press(person.question_url(1) + "?from=check", answer="5", go="next", **{"from": "check"})
    assert person.url.endswith("/check/")
    assert person.stored.answers.get().score == 5


def test_sending_twice_gives_the_same_receipt(person):
    person.start()
    person.answer(1, "5")
    person.send()
    code = person.stored.receipt_code
    person.send()
    assert code in person.words
    assert Response.objects.sent().count() == 1


def test_a_double_press_on_start_begins_one_response(person, survey):
    page = person.open_start().content.decode()
    key = page.split('name="key" value="')[1].split('"')[0]
    person.press(survey.url, key=key)
    person.press(survey.url, key=key)
    assert Response.objects.count() == 1


def test_somebody_else_who_finds_the_same_start_page_later_gets_a_response_of_their_own(person, survey):
    page = person.open_start().content.decode()
    key = page.split('name="key" value="')[1].split('"')[0]
    person.press(survey.url, key=key)
    person.answer(4, "My secret")
    Response.objects.update(started_at=timezone.now() - timedelta(minutes=5))
    second = Person(survey)
    second.press(survey.url, key=key)
    second.page = second.client.get(second.question_url(4))
    assert "My secret" not in second.page.content.decode()
    assert Response.objects.count() == 2


def test_answers_cannot_change_after_sending(person):
    person.start()
    person.answer(1, "5")
    person.send()
    person.answer(1, "1")
    assert person.url.endswith("/thank-you/")
    assert Answer.objects.get(question__kind="statement").score == 5


def test_two_answers_at_once_are_refused_kindly_and_what_was_typed_stays(person):
    person.start()
    person.answer(4, "My own words", instead="do_not_know")
    assert "<title>Error:" in person.words.replace("\n", "").replace("  ", "")
    assert "My own words" in person.words
    assert "Keep only one" in person.words
    assert person.stored.answers.count() == 0


def test_words_that_are_too_long_are_refused_kindly_and_stay(person):
    person.start()
    person.answer(4, "a" * 5003)
    assert "too long by 3 letters" in person.words
    assert "a" * 5003 in person.words


def test_characters_that_a_database_refuses_are_taken_out(person):
    person.start()
    person.answer(4, "Hello\x00 wörld \x07 اردو")
    assert person.stored.answers.get().text == "Hello wörld  اردو"


@pytest.mark.parametrize("value", ["9", "0", "x", "-1", "given", "left_out"])
def test_an_answer_that_the_question_does_not_offer_is_not_stored(person, value):
    person.start()
    person.answer(1, value)
    assert person.stored.answers.count() == 0
    assert person.page.status_code == 200


def test_a_choice_of_another_question_is_not_stored(person, survey):
    person.start()
    person.answer(2, choice_pk(survey, 3, "Music"))
    assert person.stored.answers.count() == 0


def test_the_words_about_safety_stand_before_own_words_only(person):
    person.start()
    own_words = person.client.get(person.question_url(4)).content.decode()
    faces = person.client.get(person.question_url(1)).content.decode()
    assert "0800 1111" in own_words
    assert "999" in own_words
    assert own_words.index("0800 1111") < own_words.index("<textarea")
    assert "0800 1111" not in faces


def test_nobody_can_start_before_the_opening_or_after_the_end():
    for opens, closes in ((-2, 7), (7, -1)):
        survey = builders.make_survey(consultation=builders.make_consultation(days_open=opens, days_left=closes))
        person = Person(survey)
        assert 'name="key"' not in person.open_start().content.decode()
        assert person.press(survey.url, key="a" * 32).status_code == 410
    assert Response.objects.count() == 0


def test_who_started_in_time_may_send_until_the_hours_to_finish_are_over(person, survey):
    person.start()
    move_end(survey.consultation, hours=-23)
    person.answer(1, "5")
    assert person.stored.answers.count() == 1
    person.send()
    assert person.stored.is_sent


def test_who_comes_after_the_hours_to_finish_gets_a_kind_page(person, survey):
    person.start()
    person.answer(1, "5")
    move_end(survey.consultation, hours=-25)
    person.send()
    assert person.page.status_code == 410
    assert "over" in person.words
    assert not person.stored.is_sent


def test_a_device_without_a_response_is_led_to_the_start(person, survey):
    for url in [person.question_url(1), person.step_url("who"), person.step_url("check"), person.step_url("thank-you")]:
        person.page = person.client.get(url, follow=True)
        assert person.url == survey.url


def test_a_response_of_another_survey_does_not_open_this_one(person):
    person.start()
    other = Person(builders.make_survey(title="Another survey"), client=person.client)
    held = person.client.cookies[f"engage_answer_{person.survey.pk}"].value
    other.client.cookies[f"engage_answer_{other.survey.pk}"] = held
    other.page = other.client.get(other.question_url(1), follow=True)
    assert other.url == other.survey.url


def test_clearing_the_device_forgets_the_person(person, survey):
    person.start()
    person.answer(4, "My secret")
    person.press(person.step_url("clear"))
    assert person.url == survey.url
    person.page = person.client.get(person.question_url(4), follow=True)
    assert "My secret" not in person.words


def test_every_step_forbids_keeping_the_page(person):
    person.start()
    for url in [person.survey.url, person.step_url("who"), person.question_url(1), person.step_url("check")]:
        header = person.client.get(url).headers["Cache-Control"]
        assert "no-store" in header
        assert "private" in header


def test_steps_refuse_other_methods(person, survey):
    person.start()
    assert person.client.put(person.question_url(1)).status_code == 405
    assert person.client.delete(survey.url).status_code == 405
    assert person.client.get(person.step_url("clear")).status_code == 405


def test_the_journey_refuses_a_form_from_elsewhere(survey):
    client = Client(enforce_csrf_checks=True)
    assert client.post(survey.url, {"key": "a" * 32}).status_code == 403
    assert Response.objects.count() == 0


def test_no_address_of_a_person_is_stored(person):
    person.start()
    person.answer(4, "Words")
    person.send()
    assert not any("ip" in field.name.split("_") or "name" in field.name for field in Response._meta.fields)


def test_three_faces_offer_three_answers():
    survey = builders.make_survey(questions=[builders.make_question(QuestionKind.STATEMENT, scale=Scale.THREE)])
    person = Person(survey)
    person.start()
    page = person.client.get(person.question_url(1)).content.decode()
    assert page.count('name="answer"') == 6
    person.answer(1, "4")
    assert person.stored.answers.count() == 0


def test_a_question_page_needs_at_most_ten_queries(person, django_assert_max_num_queries):
    person.start()
    for number in (1, 2, 3, 4):
        person.client.get(person.question_url(number))
        with django_assert_max_num_queries(10):
            person.client.get(person.question_url(number))
