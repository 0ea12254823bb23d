"""What devices without the internet send later: stored once, as it was asked, or refused with a reason."""

import json
import random
import threading
from datetime import timedelta

import pytest
from django.db import connections
from django.test import Client
from django.utils import timezone

from consultations.surveys.enums import AnswerState, QuestionKind
from consultations.surveys.models import Answer, GroupSession, Need, Response, SurveyPage
from consultations.surveys.services.sessions import end_session
from tests.builders import make_question, make_session, make_survey, publish
from tests.surveys.conditions import travel_survey
from tests.surveys.devices import answered, earlier, milliseconds, name, send
from tests.surveys.test_fuzzed_forms import odd_values

pytestmark = pytest.mark.django_db
WORDS = "The bus is too loud."
HOUR = 3_600_000


@pytest.fixture
def session() -> GroupSession:
    return make_session(group="young_person")


def question_of(session, kind=QuestionKind.TEXT):
    return session.survey.questions.get(kind=kind)


def person(session, words=WORDS, **values):
    return answered(session, (name(question_of(session)), words), **values)


def test_answers_are_stored_as_the_sessions_with_what_the_device_knew(session):
    sent = person(session, started=earlier(300), finished=earlier(60))
    sent["display"] = {"version": "long", "pictures": "off", "listen": "on", "signed": "off"}
    sent["fields"].append(["answered_by", "help_to_read"])
    reply = send(session, sent)
    response = Response.objects.get()
    assert reply.json() == {"key": sent["key"], "receipt": sent["receipt"]}
    assert (response.source, response.source_detail, response.session) == ("group_session", "Park School", session)
    assert (response.group, response.answered_by, response.is_sent) == ("young_person", "help_to_read", True)
    assert response.receipt_code == sent["receipt"]
    assert (response.presentation, response.pictures) == ("long", "off")
    assert response.sent_at - response.started_at == timedelta(milliseconds=sent["finished"] - sent["started"])
    assert abs(response.sent_at.timestamp() * 1000 - sent["finished"]) < 30_000
    assert response.answers.get().text == WORDS
    assert response.answers.get().asked_revision_id == session.survey.live_revision_id


def test_the_same_key_is_stored_once_and_has_the_same_receipt(session):
    sent = person(session)
    replies = [send(session, {**sent, "receipt": receipt}) for receipt in (sent["receipt"], "7KD3-9QTX-2M8B")]
    assert [reply.json()["receipt"] for reply in replies] == [sent["receipt"]] * 2
    assert Response.objects.count() == 1


def test_each_kind_of_question_is_read_by_its_own_form():
    questions = [make_question(kind) for kind in QuestionKind]
    session = make_session(survey=make_survey(questions=questions))
    asked = {question.kind: question for question in session.survey.questions.all()}
    top = [str(choice.pk) for choice in asked["top_three"].choices.order_by("-sort_order")]
    first = asked["several_choices"].choices.first()
    fields = [
        (name(asked["statement"]), "4"),
        (name(asked["yes_no"]), "1"),
        (name(asked["how_much"]), "0"),
        (name(asked["several_choices"]), str(first.pk)),
        *((name(asked["top_three"]), pk) for pk in top),
        (name(asked["text"], "instead"), "do_not_know"),
        ("age_band", "11_15"),
    ]
    assert send(session, answered(session, *fields)).status_code == 200
    stored = {answer.question.kind: answer for answer in Answer.objects.all()}
    assert (stored["statement"].score, stored["yes_no"].score, stored["how_much"].score) == (4, 1, 0)
    assert stored["several_choices"].words == first.text
    assert [str(pick.choice_id) for pick in stored["top_three"].picks.all()] == top
    assert (stored["text"].state, stored["one_choice"].state) == (AnswerState.DO_NOT_KNOW, AnswerState.LEFT_OUT)
    assert Response.objects.get().age_band == "11_15"


def test_answers_that_another_answer_hides_are_not_stored():
    session = make_session(survey=travel_survey())
    alone, helps, wrong, last = session.survey.asked_questions
    bus = str(helps.choices.get(text="Bus").pk)
    fields = [(name(alone), "3"), (name(helps), bus), (name(wrong), "Old words"), (name(last), WORDS)]
    assert send(session, answered(session, *fields)).status_code == 200
    assert [answer.question for answer in Answer.objects.order_by("question__sort_order")] == [alone, last]


def test_what_officers_changed_since_the_copy_is_stored_as_it_was_asked():
    several = make_question(QuestionKind.SEVERAL_CHOICES, text="What helps?", choices=("Bus", "Train", "Walk"))
    need = Need.objects.create(text="I am autistic")
    session = make_session(survey=make_survey(questions=[several, make_question()], ask_needs=True))
    asked, words = session.survey.asked_questions
    ticks = [(name(asked), str(choice.pk)) for choice in asked.choices.all()]
    sent = answered(session, *ticks, (name(words), WORDS), ("needs", str(need.pk)))
    revision = session.survey.live_revision_id

    survey = SurveyPage.objects.get(pk=session.survey_id)
    first, second = survey.questions.get_object_list()
    first.at_most = 1
    first.choices.remove(first.choices.get_object_list()[0])
    survey.questions.remove(second)
    survey.ask_needs = False
    publish(survey)
    now = SurveyPage.objects.get(pk=survey.pk)
    assert [(one.at_most, len(one.asked_choices)) for one in now.asked_questions] == [(1, 2)]
    assert send(session, sent).status_code == 200
    several = Answer.objects.get(question=asked)
    assert several.picks.count() == 3
    assert Answer.objects.get(question=words).text == WORDS
    assert {answer.asked_revision_id for answer in Answer.objects.all()} == {revision}


def test_a_question_keeps_its_kind_while_devices_may_hold_answers_to_it(session):
    def change_kind():
        survey = SurveyPage.objects.get(pk=session.survey_id)
        (question,) = survey.questions.get_object_list()
        question.kind = QuestionKind.YES_NO
        publish(survey)
        return SurveyPage.objects.get(pk=survey.pk).questions.get().kind

    assert change_kind() == QuestionKind.TEXT
    GroupSession.objects.update(ends_at=timezone.now() - timedelta(days=8))
    assert change_kind() == QuestionKind.YES_NO


@pytest.mark.parametrize("clock", [-400 * 24 * HOUR, 0, 3 * HOUR])
def test_a_device_with_a_wrong_clock_is_in_the_session_all_the_same(session, clock):
    now = milliseconds() + clock
    sent = person(session, started=now - 60_000, finished=now - 30_000, now=now)
    assert send(session, sent).status_code == 200
    assert abs((timezone.now() - Response.objects.get().sent_at).total_seconds() - 30) < 20


def test_who_answered_in_time_is_taken_after_the_session_and_after_the_end_of_the_survey(session):
    sent = person(session)
    end_session(session=session)
    assert send(session, sent).status_code == 200
    late = person(session)
    past = timezone.now() - timedelta(days=2)
    GroupSession.objects.update(day=timezone.localdate(past), ends_at=past + timedelta(hours=1), closed_at=None)
    consultation = session.survey.consultation
    consultation.closes_at = past + timedelta(hours=2)
    publish(consultation)
    session.survey.unpublish()
    long_ago = milliseconds() - 48 * HOUR
    assert send(session, {**late, "started": long_ago, "finished": long_ago + 60_000}).status_code == 200
    assert Response.objects.filter(session=session).sent().count() == 2


def test_who_did_not_begin_in_the_session_is_refused_with_the_reason(session):
    GroupSession.objects.update(closed_at=timezone.now() - timedelta(hours=3))
    reply = send(session, person(session))
    assert (reply.status_code, reply.json()["reason"]) == (409, "The session was not open when this person began.")
    before = milliseconds() - 25 * HOUR
    assert send(session, person(session, started=before)).status_code == 409
    assert not Response.objects.exists()


def test_after_the_days_of_grace_nothing_is_taken_but_what_is_here_is_said_again(session):
    sent = person(session)
    send(session, sent)
    GroupSession.objects.update(ends_at=timezone.now() - timedelta(days=7, minutes=1))
    assert send(session, sent).json()["receipt"] == sent["receipt"]
    reply = send(session, person(session))
    assert reply.status_code == 410
    assert reply.json()["reason"] == "The time to send answers of this session is over."


def test_only_posts_of_our_own_page_are_read(session):
    client = Client(enforce_csrf_checks=True)
    assert client.get(f"/join/{session.code}/receive/").status_code == 405
    assert send(session, person(session), client=client, Origin="https://evil.example").status_code == 403
    assert send(session, person(session), client=client, **{"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert not Response.objects.exists()
    assert send(session, person(session), client=client, Origin="http://testserver").status_code == 200


def test_the_token_belongs_to_its_session_and_cannot_be_made(session):
    other = make_session(survey=session.survey)
    for token in (person(other)["token"], "x", person(session)["token"][:-2], ""):
        reply = send(session, person(session, token=token))
        assert (reply.status_code, reply.json()["reason"]) == (400, "We cannot read these answers.")
    assert send(session, person(session), code="ZZZZZZ").status_code == 404
    assert not Response.objects.exists()


@pytest.mark.parametrize(
    "field",
    [("q9-answer", "1"), ("q1-answer", "x" * 5001), ("q1-instead", "given"), ("group", "x"), ("answered_by", "x")],
)
def test_what_was_never_offered_is_refused_or_left_out(session, field):
    sent = person(session)
    sent["fields"] = [list(field)]
    reply = send(session, sent)
    if field[0] == "group":
        assert Response.objects.get().group == "young_person"
    else:
        assert reply.status_code == 400
        assert "does not fit" in reply.json()["reason"]
        assert not Response.objects.exists()


def test_a_choice_that_stood_in_no_copy_is_refused():
    question = make_question(QuestionKind.ONE_CHOICE)
    session = make_session(survey=make_survey(questions=[question]))
    asked = session.survey.asked_questions[0]
    other = make_survey(questions=[make_question(QuestionKind.ONE_CHOICE)]).asked_questions[0]
    gone = asked.choices.first()
    type(gone).objects.filter(pk=gone.pk).update(retired=True)
    for choice in (gone, other.choices.first()):
        assert send(session, answered(session, (name(asked), str(choice.pk)))).status_code == 400
    assert not Response.objects.exists()


def test_a_receipt_code_that_somebody_has_already_becomes_a_new_one(session):
    first = send(session, person(session)).json()["receipt"]
    other = person(session, receipt=first, started=milliseconds() - 90_000)
    second = send(session, other).json()["receipt"]
    assert first != second
    assert Response.objects.filter(receipt_code__in=[first, second]).count() == 2


def test_whoever_sends_rubbish_is_slowed_down_and_a_class_is_not(session, monkeypatch):
    for _person in range(70):
        assert send(session, person(session)).status_code == 200
    statuses = [send(session, "rubbish", client=Client(REMOTE_ADDR="192.0.2.9")).status_code for _try in range(61)]
    assert statuses == [400] * 60 + [429]
    assert "try again" in send(session, person(session), client=Client(REMOTE_ADDR="192.0.2.9")).json()["reason"]


def test_whoever_guesses_codes_of_sessions_is_slowed_down_as_at_the_page_that_asks_for_one(session):
    sent, guesser = person(session), Client(REMOTE_ADDR="192.0.2.10")
    statuses = [send(session, sent, client=guesser, code=f"ZZZZ{number:02}").status_code for number in range(9)]
    statuses.append(guesser.get("/join/ZZZZ99/").status_code)
    assert statuses == [404] * 10
    # Neither of the two ways tells any more which code is right.
    assert send(session, sent, client=guesser, code="ZZZZ98").status_code == 429
    assert send(session, sent, client=guesser).status_code == 429
    assert guesser.get(f"/join/{session.code}/").status_code == 429
    assert send(session, sent, client=Client(REMOTE_ADDR="192.0.2.11")).status_code == 200


def test_answers_that_the_person_looked_at_meanwhile_are_not_stored_again(session):
    sent = person(session)
    # The answer to this sending is lost; the person opens the answers elsewhere with the code of the device.
    assert send(session, sent).status_code == 200
    assert Client().post("/answer/sent/", {"code": sent["receipt"]}).status_code == 302
    again = send(session, {**sent, "now": sent["now"] + 30_000})
    assert again.json() == {"key": sent["key"], "receipt": sent["receipt"]}
    assert Response.objects.count() == 1


def test_a_response_from_a_device_is_changed_by_its_receipt_code_like_any_other(session):
    receipt = send(session, person(session)).json()["receipt"]
    page = Client().post("/answer/sent/", {"code": receipt}, follow=True)
    assert WORDS in page.text


def odd_json(chance, session):
    """What the page sends, with some parts changed for what breaks programs."""
    sent = person(session)
    odd = [None, True, -1, 10**400, 1.5, [], {}, [[]], {"a": {"b": []}}, "\ud800", "\x00", "9" * 5000, float("inf")]
    for part in chance.sample(list(sent), chance.randint(1, 3)):
        sent[part] = chance.choice([*odd, odd_values(chance)])
    if chance.random() < 0.5:
        names = ["q1-answer", "q1-instead", "q1-starter", "group", "needs", "area", "answered_by", "x\x00", "\ud800"]
        values = ["\ud800", "\x00", "5", "do_not_know", "﷽" * 2000, "not_said", "999999999999999999999999"]
        sent = person(session, fields=[[chance.choice(names), chance.choice(values)] for _pair in range(3)])
    return json.dumps(sent, default=repr)


@pytest.mark.faults
def test_fuzzed_sendings_are_answered_and_store_only_what_is_offered():
    session = make_session()
    chance = random.Random(2031)
    client = Client(raise_request_exception=False)
    statuses = {}
    for number in range(300):
        body = odd_json(chance, session)
        if number % 10 == 0:
            body = chance.choice(["", "null", "[" * 5000, "{", "\x00", '{"key": 1}', "1" * 5000, body[:-5]])
        client.defaults["REMOTE_ADDR"] = f"198.51.100.{number % 200}"
        reply = client.post(f"/join/{session.code}/receive/", body, content_type="application/json")
        statuses[reply.status_code] = statuses.get(reply.status_code, 0) + 1
    print(f"\nfuzzed sendings: {statuses}")
    assert not [status for status in statuses if status >= 500]
    assert set(Answer.objects.values_list("state", flat=True)) <= {"given", "left_out", "do_not_know"}
    assert Response.objects.filter(session=session).count() == statuses.get(200, 0)


@pytest.mark.django_db(transaction=True)
def test_one_person_sent_eight_times_at_once_is_stored_once():
    session = make_session()
    sent = person(session)
    receipts, errors = [], []

    def post():
        try:
            receipts.append(send(session, sent).json()["receipt"])
        except Exception as error:
            errors.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=post) for _tab in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (receipts, errors) == ([sent["receipt"]] * 8, [])
    assert Response.objects.count() == 1
