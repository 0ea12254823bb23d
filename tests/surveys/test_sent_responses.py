"""What somebody sent stays theirs: they see it, change it and delete it with their receipt code."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.html import escape
from wagtail.models import ModelLogEntry

from consultations.analysis.models import Coding, PriorityTag
from consultations.analysis.services import tag_answers, tag_priority
from consultations.surveys.enums import AgeBand, ConcernState, QuestionKind, ResponseStatus
from consultations.surveys.models import Answer, Concern, Response
from consultations.surveys.services.concerns import decide_concern
from consultations.surveys.services.retention import purge_responses
from engage.core.models import TryCounter
from tests import builders
from tests.surveys.journeys import Person

pytestmark = pytest.mark.django_db

FIND = "/answer/sent/"
WORDS = "The bus is too noisy."


@pytest.fixture
def survey():
    return builders.make_survey(
        questions=[
            builders.make_question(QuestionKind.STATEMENT, text="I help to make my plan."),
            builders.make_question(QuestionKind.SEVERAL_CHOICES, text="What do you like?", choices=("Music", "Food")),
            builders.make_question(QuestionKind.TEXT, text="What would you change?"),
        ],
        ask_age=True,
    )


@pytest.fixture
def sender(survey):
    """Somebody who sent all answers and cleared the device."""
    person = Person(survey)
    person.start()
    person.answer(1, "4")
    person.answer(2, [str(choice.pk) for choice in survey.asked_questions[1].choices.all()])
    person.answer(3, WORDS)
    person.press(person.step_url("about-you"), age_band=AgeBand.AGE_16_18)
    person.send()
    person.code = person.stored.receipt_code
    person.press(person.step_url("clear"))
    return person


@pytest.fixture
def back(sender, survey):
    """The same person, with the code, on another device."""
    person = Person(survey)
    person.code = sender.code
    person.press(FIND, code=person.code)
    return person


def own_words() -> Answer:
    return Answer.objects.get(question__kind=QuestionKind.TEXT)


def change(person, number, value):
    return person.press(person.question_url(number), answer=value, go="next", **{"from": "sent"})


def end(survey, **delta):
    survey.consultation.closes_at = timezone.now() + timedelta(**delta)
    builders.publish(survey.consultation)


def test_the_receipt_code_shows_every_answer_with_a_way_to_change_it(back):
    assert back.url == back.step_url("sent")
    for said in ("Most of the time", "Music, Food", WORDS, "16 to 18"):
        assert said in back.words
    for number in (1, 2, 3):
        assert f"{back.question_url(number)}?from=sent" in back.words


@pytest.mark.parametrize("spoil", [str.lower, lambda code: code.replace("-", " "), lambda code: f" {code} "])
def test_the_code_is_found_whatever_the_capitals_dashes_and_spaces(sender, survey, spoil):
    person = Person(survey)
    person.press(FIND, code=spoil(sender.code))
    assert WORDS in person.words


def test_letters_that_no_code_has_are_read_as_the_figures_they_look_like(survey):
    response = builders.make_response(survey, answers={survey.asked_questions[2]: WORDS})
    Response.objects.filter(pk=response.pk).update(receipt_code="1010-ABCD-2345")
    person = Person(survey)
    person.press(FIND, code="IoLO ABCD 2345")
    assert WORDS in person.words


@pytest.mark.parametrize("typed", ["", "7KD3", "7KD3-9QTX-2M8B-1", "a" * 70, "x' OR 1=1 --"])
def test_what_cannot_be_a_code_is_kept_and_costs_no_try(client, typed):
    reply = client.post(FIND, {"code": typed})
    page = reply.content.decode()
    assert "12 letters and numbers" in page
    assert "<title>Error:" in page
    assert f'value="{escape(typed)}"' in page or not typed
    assert not TryCounter.objects.exists()


def test_a_code_that_is_not_there_opens_nothing_and_is_slowed_down_after_ten(sender, survey):
    person = Person(survey)
    for _number in range(10):
        assert person.press(FIND, code="0000-0000-0000").status_code == 200
        assert "does not open any answers" in person.words
    for code in ("0000-0000-0000", sender.code):
        assert person.press(FIND, code=code).status_code == 429
        assert re.search(r"You can try again at \d\d:\d\d\.", person.words)
        assert WORDS not in person.words


def test_a_code_of_a_picture_is_not_a_receipt_and_an_unsent_response_has_none(survey):
    person = Person(survey)
    person.start()
    person.answer(3, WORDS, go="stop")
    assert person.stored.receipt_code is None
    assert person.client.get(person.step_url("sent"), follow=True).request["PATH_INFO"] == FIND


def test_a_change_counts_at_once_and_nothing_else_changes(back):
    before = Response.objects.values("status", "sent_at", "receipt_code").get()
    change(back, 1, "1")
    assert back.url == back.step_url("sent")
    assert "No, never" in back.words
    assert Answer.objects.get(question__kind=QuestionKind.STATEMENT).score == 1
    assert own_words().text == WORDS
    assert Response.objects.values("status", "sent_at", "receipt_code").get() == before


def test_who_they_are_changes_too(back):
    back.press(back.step_url("about-you"), age_band=AgeBand.AGE_19_25, **{"from": "sent"})
    assert "19 to 25" in back.words
    assert back.stored.age_band == AgeBand.AGE_19_25


def test_an_old_question_page_changes_nothing_after_sending(back):
    back.answer(1, "1")
    assert back.url == back.step_url("thank-you")
    assert Answer.objects.get(question__kind=QuestionKind.STATEMENT).score == 4


def test_a_bad_change_is_refused_kindly_and_stays_on_the_page(back):
    change(back, 3, "a" * 5003)
    assert "too long by 3 letters" in back.words
    assert 'name="from" value="sent"' in back.words
    assert own_words().text == WORDS


def test_help_leads_back_to_the_change(back):
    back.press(back.question_url(3), answer=WORDS, go="help", **{"from": "sent"})
    assert f"{back.question_url(3)}?from=sent" in back.words


@pytest.mark.parametrize("hours, status", [(-23, 200), (-25, 410)])
def test_changes_end_with_the_hours_to_finish_but_seeing_and_deleting_do_not(back, survey, hours, status):
    end(survey, hours=hours)
    assert change(back, 3, "Other words").status_code == status
    page = back.client.get(back.step_url("sent")).content.decode()
    assert ("?from=sent" in page) == (status == 200)
    assert own_words().text in page
    back.press(back.step_url("delete"))
    assert not Response.objects.exists()


def test_changed_words_lose_their_tags_and_wait_to_be_read_again(back, client):
    officer = builders.make_officer()
    answer = own_words()
    tag_answers(answers=[answer], themes=[builders.make_theme("Noise")], coder=officer)
    tag_priority(answers=[answer], priority=builders.make_priority(), coder=officer)
    change(back, 3, WORDS)
    assert Coding.objects.count() == 1
    change(back, 3, "The bus is quiet now.")
    assert own_words().pk == answer.pk
    assert not Coding.objects.exists()
    assert not PriorityTag.objects.exists()
    client.force_login(officer)
    for path in (
        f"/admin/reading/question/{answer.question_id}/",
        f"/admin/reading/answer/{answer.pk}/",
        f"/admin/responses/{answer.response_id}/",
    ):
        page = client.get(path).content.decode()
        assert "The bus is quiet now." in page
        assert "The person changed this on" in page


def test_changing_a_face_keeps_the_tags_on_the_words(back):
    tag_answers(answers=[own_words()], themes=[builders.make_theme()], coder=builders.make_officer())
    change(back, 1, "2")
    assert Coding.objects.count() == 1


def test_an_officer_who_tags_words_that_changed_in_the_meantime_reads_them_again(back, client):
    client.force_login(builders.make_officer())
    theme, answer = builders.make_theme(), own_words()
    url = f"/admin/reading/answer/{answer.pk}/"
    seen = re.search(r'name="seen" value="([^"]*)"', client.get(url).content.decode()).group(1)
    change(back, 3, "Other words.")
    reply = client.post(url, {"themes": [theme.pk], "seen": seen}, follow=True)
    assert "These words have changed." in reply.content.decode()
    assert not Coding.objects.exists()
    seen = re.search(r'name="seen" value="([^"]*)"', reply.content.decode()).group(1)
    client.post(url, {"themes": [theme.pk], "seen": seen})
    assert Coding.objects.count() == 1


def test_the_log_says_that_it_changed_and_was_deleted_and_holds_no_word(back):
    change(back, 3, "Other words.")
    back.press(back.step_url("delete"))
    entries = list(ModelLogEntry.objects.order_by("pk"))
    assert [entry.action for entry in entries] == ["surveys.response.change", "surveys.response.withdraw"]
    assert all(entry.user_id is None and not entry.data for entry in entries)
    assert not any("words" in entry.label.lower() or back.code in entry.label for entry in entries)


def test_deleting_asks_first_then_deletes_everything_and_ends_the_code(back, survey):
    back.page = back.client.get(back.step_url("delete"))
    assert "You cannot get them back." in back.words
    assert Response.objects.sent().exists()
    back.press(back.step_url("delete"))
    assert back.url == "/answer/deleted/"
    assert not Response.objects.exists()
    assert not Answer.objects.exists()
    again = Person(survey)
    again.press(FIND, code=back.code)
    assert "does not open any answers" in again.words
    back.press(back.step_url("delete"))
    assert back.page.status_code == 200


def test_a_worrying_answer_that_changes_stays_with_the_lead_with_the_words_of_then(back, client):
    lead = builders.make_lead()
    concern = builders.make_concern(own_words())
    change(back, 3, "All is fine.")
    assert "All is fine." in back.words
    assert "concern" not in back.words.lower()
    change(back, 3, "All is very fine.")
    concern.refresh_from_db()
    assert concern.words_before == WORDS
    assert not Answer.objects.usable().in_words().exists()
    client.force_login(lead)
    page = client.get(f"/admin/concerns/{concern.pk}/").content.decode()
    assert WORDS in page
    assert "All is very fine." in page


def test_deleting_leaves_a_worrying_answer_with_the_lead_alone_until_they_decide(back, client):
    lead = builders.make_lead()
    concern = builders.make_concern(own_words())
    back.press(back.step_url("delete"))
    assert "concern" not in back.words.lower()
    response = Response.objects.get()
    assert (response.status, response.receipt_code, response.token_hash) == (ResponseStatus.WITHDRAWN, None, None)
    assert [answer.text for answer in response.answers.all()] == [WORDS]
    assert not Response.objects.sent().exists()
    assert not Answer.objects.usable().exists()
    client.force_login(lead)
    page = client.get(f"/admin/concerns/{concern.pk}/").content.decode()
    assert WORDS in page
    assert "The person deleted their answers." in page
    assert purge_responses().held_by_concern == 1
    decide_concern(concern=concern, decided_by=lead, keep_out=False, words="Fine.")
    assert not Answer.objects.usable().exists()
    assert purge_responses().withdrawn == 1
    assert not Response.objects.exists()
    assert not Concern.objects.exists()


def test_a_cleared_concern_goes_with_the_response(back):
    concern = builders.make_concern(own_words())
    decide_concern(concern=concern, decided_by=builders.make_lead(), keep_out=False, words="Fine.")
    back.press(back.step_url("delete"))
    assert not Response.objects.exists()


def test_an_answer_kept_out_is_kept_from_deleting_too(back):
    concern = builders.make_concern(own_words())
    decide_concern(concern=concern, decided_by=builders.make_lead(), keep_out=True, words="Passed on.")
    back.press(back.step_url("delete"))
    assert purge_responses().held_by_concern == 1
    assert Concern.objects.get().state == ConcernState.KEPT_OUT


def test_an_answer_to_a_question_that_is_asked_no_longer_is_shown_without_a_change(back, survey):
    question = survey.questions.get(kind=QuestionKind.TEXT)
    question.retired = True
    survey.questions.add(question)
    builders.publish(survey)
    page = back.client.get(back.step_url("sent")).content.decode()
    assert WORDS in page
    assert back.question_url(1) in page
    assert f"/question/{question.key}/" not in page


def test_a_survey_that_is_unpublished_still_gives_the_answers_back(back, survey):
    survey.unpublish()
    page = back.client.get(back.step_url("sent")).content.decode()
    assert WORDS in page
    assert "?from=sent" not in page
    back.press(back.step_url("delete"))
    assert not Response.objects.exists()


def test_the_thank_you_page_says_what_the_code_is_for(survey):
    person = Person(survey)
    person.start()
    person.send()
    assert "With this code you can see, change or delete your answers." in person.words
    assert person.step_url("sent") in person.words


def test_the_pages_are_never_kept_and_refuse_other_methods_and_forms_from_elsewhere(back):
    strict = Client(enforce_csrf_checks=True)
    for path in (FIND, back.step_url("sent"), back.step_url("delete")):
        assert "no-store" in back.client.get(path).headers["Cache-Control"]
        assert back.client.put(path).status_code == 405
    for path in (FIND, back.step_url("delete")):
        assert strict.post(path, {"code": back.code}).status_code == 403
    assert back.client.post(back.step_url("sent")).status_code == 405


def test_the_page_of_codes_leads_to_both_kinds(client):
    page = client.get("/answer/code/").content.decode()
    assert 'href="/answer/come-back/"' in page
    assert f'href="{FIND}"' in page


def test_what_was_sent_needs_at_most_ten_queries(back, django_assert_max_num_queries):
    back.client.get(back.step_url("sent"))
    with django_assert_max_num_queries(10):
        back.client.get(back.step_url("sent"))
