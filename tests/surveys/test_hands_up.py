"""Hands up: a screen for the wall, counts that a facilitator types, and what becomes of them."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from consultations.surveys.enums import QuestionKind
from consultations.surveys.models import Question, SurveyPage, Tally
from consultations.surveys.services.given import Given
from consultations.surveys.services.hands import HandsClosed, HandsDoNotFit, count_hands, options_of
from consultations.surveys.services.sessions import end_session
from tests.builders import (
    make_ambassador,
    make_lead,
    make_officer,
    make_question,
    make_response,
    make_session,
    make_survey,
    make_user,
    publish,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def survey():
    return make_survey(
        questions=[
            make_question(QuestionKind.STATEMENT, text="I have a say."),
            make_question(QuestionKind.ONE_CHOICE, text="How do you travel?", choices=("Bus", "Walk")),
            make_question(QuestionKind.SEVERAL_CHOICES, text="What helps?", choices=("Pictures", "Time", "Quiet")),
            make_question(text="What would you change?"),
        ]
    )


@pytest.fixture
def session(survey):
    return make_session(survey=survey)


@pytest.fixture
def officer(client, survey):
    officer = make_officer()
    client.force_login(officer)
    return officer


def question_of(session, kind) -> Question:
    return session.survey.questions.get(kind=kind)


def address(session, kind="", page="hands"):
    return f"/admin/sessions/{session.pk}/{page}/" + (f"{question_of(session, kind).pk}/" if kind else "")


def keys(question):
    return [option.key for option in options_of(question)]


def count(session, kind, hands, people=None):
    return count_hands(session=session, question=question_of(session, kind), hands=hands, people=people, by=None)


def stored(session):
    return sorted(
        (tally.question.kind, tally.choice.text if tally.choice else str(tally.score or tally.state), tally.count)
        for tally in session.tallies.all()
    )


def test_a_facilitator_types_the_hands_of_a_question_and_goes_on(client, officer, session):
    data = {"score-5": "4", "score-3": " 7 ", "score-1": "", "state-do_not_know": "2", "save_next": "1"}
    page = client.post(address(session, "statement"), data, follow=True)
    assert page.redirect_chain[-1][0] == address(session, "one_choice")
    assert "Saved: 13 people." in page.text
    assert stored(session) == [("statement", "3", 7), ("statement", "5", 4), ("statement", "do_not_know", 2)]
    assert set(Tally.objects.values_list("counted_by", flat=True)) == {officer.pk}
    assert "13 people" in client.get(address(session)).text


def test_counts_are_corrected_and_taken_back_while_the_session_is_open(client, officer, session):
    client.post(address(session, "statement"), {"score-5": "4", "score-1": "2"})
    page = client.get(address(session, "statement"))
    assert page.context["form"]["score-5"].value() == 4
    client.post(address(session, "statement"), {"score-5": "3"})
    assert stored(session) == [("statement", "5", 3)]
    client.post(address(session, "statement"), {"score-5": "0"})
    assert stored(session) == []


def test_several_choices_ask_how_many_people_there_were(client, officer, session):
    question = question_of(session, "several_choices")
    pictures, time, quiet = keys(question)[:3]
    hands = {pictures: "8", time: "5", quiet: "1"}
    for people in ("", "7", "15"):
        page = client.post(address(session, "several_choices"), {**hands, "people": people})
        assert "Type a number from 8 to 14." in page.text
        assert 'value="8"' in page.text
    client.post(address(session, "several_choices"), {**hands, "people": "10"})
    assert ("several_choices", "given", 10) in stored(session)
    assert client.get(address(session, "several_choices")).context["form"]["people"].value() == 10
    assert "10 people" in client.get(address(session)).text


@pytest.mark.parametrize("typed", ["-1", "many", "1.5", "1001", "9" * 40, "\x00"])
def test_a_number_that_cannot_be_is_refused_and_stays(client, officer, session, typed):
    page = client.post(address(session, "statement"), {"score-5": typed, "score-3": "6"})
    assert page.status_code == 200
    assert page.context["form"].errors["score-5"]
    assert 'value="6"' in page.text
    assert stored(session) == []


def test_own_words_are_not_counted_with_hands(client, officer, session):
    assert "people answer in their own words" in client.get(address(session)).text
    assert client.get(address(session, "text")).status_code == 404
    assert client.post(address(session, "text"), {}).status_code == 404
    with pytest.raises(HandsDoNotFit):
        count(session, "text", {})


def test_hands_that_the_question_does_not_offer_are_refused(session):
    other = make_survey(questions=[make_question(QuestionKind.STATEMENT)]).questions.get()
    with pytest.raises(HandsDoNotFit):
        count(session, "statement", {"score-9": 2})
    with pytest.raises(HandsDoNotFit):
        count_hands(session=session, question=other, hands={"score-5": 2}, people=None, by=None)
    with pytest.raises(HandsDoNotFit):
        count(session, "several_choices", {keys(question_of(session, "several_choices"))[0]: 4}, people=9)
    assert not Tally.objects.exists()


def test_after_the_session_the_counts_stand_still(client, officer, session):
    count(session, "statement", {"score-5": 4})
    end_session(session=session)
    assert "cannot be changed" in client.get(address(session, "statement")).text
    page = client.post(address(session, "statement"), {"score-5": "9"})
    assert "The counts were not changed." in page.text
    assert stored(session) == [("statement", "5", 4)]
    with pytest.raises(HandsClosed):
        count(make_session(survey=session.survey, day=timezone.localdate() + timedelta(days=1)), "statement", {})


def test_who_counts_hands_is_told_how_many_answered_on_devices(client, officer, session):
    question = question_of(session, "statement")
    make_response(session.survey, answers={question: Given(question=question, score=5)}, session=session)
    make_response(session.survey, answers={question: Given(question=question, score=5)})
    text = client.get(address(session, "statement")).text
    assert "1 person has answered this question on a device." in text
    assert "For each question choose one way: hands or devices." in client.get(address(session)).text


def test_the_wall_shows_questions_and_nobodys_answers(client, officer, session):
    count(session, "statement", {"score-5": 431})
    start = client.get(address(session, page="wall")).text
    assert session.shown_code in start
    assert address(session, "statement", "wall") in start
    text = client.get(address(session, "statement", "wall")).text
    for words in (
        "I have a say.",
        "Yes, always",
        "scale5-5.svg",
        "I do not know",
        address(session, "one_choice", "wall"),
    ):
        assert words in text, words
    assert "431" not in text
    last = client.get(address(session, "several_choices", "wall")).text
    assert "Pictures" in last and 'rel="next"' not in last
    assert client.get(address(session, "text", "wall")).status_code == 404


def test_a_question_with_hands_is_never_deleted_and_keeps_its_kind(session):
    survey = session.survey
    count(session, "one_choice", {keys(question_of(session, "one_choice"))[0]: 3})
    draft = SurveyPage.objects.get(pk=survey.pk)
    draft.questions.remove(draft.questions.get(kind="one_choice"))
    publish(draft)
    kept = Question.objects.get(page=survey, kind="one_choice")
    assert kept.retired
    kept.kind = QuestionKind.STATEMENT
    with pytest.raises(Exception, match="People have answered"):
        kept.clean()


def test_a_survey_with_hands_is_not_deleted(client, officer, session):
    count(session, "statement", {"score-5": 4})

    client.force_login(make_user("boss", is_superuser=True))
    page = client.post(f"/admin/pages/{session.survey.pk}/delete/", follow=True)
    assert "Nothing was deleted" in page.text
    assert Tally.objects.exists()


def test_the_database_takes_one_count_for_each_thing_and_one_thing_for_each_count(session):
    question = question_of(session, "statement")
    Tally.objects.create(session=session, question=question, score=5, count=1)
    choice = question_of(session, "one_choice").choices.first()
    wrong = [{"score": 5}, {"score": 4, "state": "given"}, {}, {"score": 3, "choice": choice}]
    for fields in wrong:
        with pytest.raises(IntegrityError), transaction.atomic():
            Tally.objects.create(session=session, question=question, count=1, **fields)


@pytest.mark.parametrize("make_person", [make_lead, make_ambassador, None])
def test_people_without_the_permission_see_no_wall_and_count_no_hands(client, session, make_person):
    if make_person:
        client.force_login(make_person())
    places = [address(session), address(session, "statement"), address(session, page="wall")]
    for path in [*places, address(session, "statement", "wall")]:
        assert client.get(path).status_code == 302, path
    assert client.post(address(session, "statement"), {"score-5": "4"}).status_code == 302
    assert not Tally.objects.exists()


def test_the_form_of_hands_needs_a_token_and_a_session_that_is_there(officer, session):
    client = Client(enforce_csrf_checks=True)
    client.force_login(officer)
    assert client.post(address(session, "statement"), {"score-5": "4"}).status_code == 403
    assert client.put(address(session)).status_code == 403
    assert client.get("/admin/sessions/999999/hands/").status_code == 404
    assert not Tally.objects.exists()


@pytest.mark.parametrize(("kind", "number"), [(QuestionKind.YES_NO, 3), (QuestionKind.HOW_MUCH, 11)])
def test_every_scale_is_counted_with_hands_from_its_lowest_score(client, officer, kind, number):
    session = make_session(survey=make_survey(questions=[make_question(kind)]))
    offered = [option for option in options_of(question_of(session, kind)) if option.score is not None]
    assert len(offered) == number
    lowest = min(offered, key=lambda option: option.score)
    client.post(address(session, kind), {lowest.key: "12"})
    assert session.tallies.get().score == lowest.score
    assert client.get(address(session, kind)).context["form"][lowest.key].value() == 12
    assert client.get(address(session, kind, "wall")).status_code == 200


def test_a_top_three_is_not_counted_with_hands(client, officer):
    session = make_session(survey=make_survey(questions=[make_question(QuestionKind.TOP_THREE)]))
    assert "several answers in order" in client.get(address(session)).text
    assert client.get(address(session, "top_three")).status_code == 404
