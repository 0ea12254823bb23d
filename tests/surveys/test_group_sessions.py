"""Answering together: join with a code, answer, hand the device to the next person."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from consultations.surveys.models import Response
from consultations.surveys.services.sessions import counts_of, end_session, find_session, reopen_session
from consultations.surveys.views.device import SESSION_COOKIE, cookie_name
from engage.core.throttle import OF_ONE
from tests.builders import make_consultation, make_question, make_session, make_survey
from tests.surveys.journeys import Person

pytestmark = pytest.mark.django_db

WORDS = "Marker words of the first person"


@pytest.fixture
def session():
    return make_session(group="young_person")


class Device(Person):
    """A device that several people use, one after the other."""

    def __init__(self, session, client=None):
        super().__init__(session.survey, client)
        self.session = session
        self.join_url = f"/join/{session.code}/"

    def join(self):
        self.page = self.client.get(self.join_url)
        return self.page

    def start(self):
        return self.press(self.join_url)

    def whole_turn(self, words=WORDS):
        self.start()
        self.answer(1, words)
        return self.send()

    @property
    def key(self):
        held = self.client.cookies.get(cookie_name(self.survey.pk))
        return held.value if held else ""


def test_a_person_joins_by_typing_the_code_in_any_way(session):
    person = Client()
    code = session.code.lower()
    reply = person.post("/join/", {"code": f" {code[:3]} {code[3:]} "}, follow=True)
    assert reply.redirect_chain == [(f"/join/{session.code}/", 302)]
    assert "You are in the session at Park School" in reply.text


def test_answers_of_a_session_have_its_source_place_and_group(session):
    device = Device(session)
    device.join()
    assert not Response.objects.exists()
    device.whole_turn()
    response = Response.objects.get()
    assert (response.source, response.source_detail) == ("group_session", "Park School")
    assert (response.session, response.group, response.is_sent) == (session, "young_person", True)


def test_after_sending_the_device_forgets_the_person_and_waits_for_the_next(session):
    device = Device(session)
    page = device.whole_turn()
    receipt = Response.objects.get().receipt_code
    assert "Next person" in page.text
    assert receipt in page.text
    assert device.key == ""
    for step in ("thank-you", "check", "stopped", "who", "about-you"):
        back = device.client.get(device.step_url(step), follow=True)
        assert back.redirect_chain[-1][0] == device.join_url, step
        assert receipt not in back.text and WORDS not in back.text
    back = device.client.get(device.question_url(1), follow=True)
    assert WORDS not in back.text


def test_pages_of_a_session_are_kept_by_no_browser(session):
    device = Device(session)
    page = device.whole_turn()
    assert "no-store" in page["Cache-Control"]
    assert "no-store" in device.join()["Cache-Control"]


def test_the_next_person_gets_a_response_of_their_own(session):
    device = Device(session)
    for number in range(3):
        device.whole_turn(f"Words {number}")
    assert Response.objects.filter(session=session).sent().count() == 3
    assert Response.objects.values("receipt_code").distinct().count() == 3


def test_the_survey_itself_leads_a_joined_device_back_to_the_session(session):
    device = Device(session)
    device.whole_turn()
    device.press(device.step_url("clear"))
    assert device.url == device.join_url
    device.press(session.survey.url)
    assert device.url == device.join_url
    assert Response.objects.count() == 1


def test_somebody_in_the_middle_can_carry_on_or_say_that_they_are_the_next(session):
    device = Device(session)
    device.start()
    device.answer(1, WORDS)
    page = device.join()
    assert "Yes, carry on" in page.text and "No, I am the next person" in page.text
    assert WORDS not in page.text
    device.start()
    device.answer(1, "Other words")
    device.send()
    assert Response.objects.sent().get().answers.get().text == "Other words"
    assert Response.objects.unfinished().get().answers.get().text == WORDS


def test_a_second_press_of_start_starts_once(session):
    device = Device(session)
    key = "a" * 32
    for _press in range(2):
        device.press(device.join_url, key=key)
    assert Response.objects.count() == 1


def test_who_says_this_device_is_mine_answers_on_their_own(session):
    device = Device(session)
    device.start()
    device.answer(1, WORDS)
    device.send()
    page = device.press(f"{device.join_url}leave/")
    assert device.url == session.survey.url
    assert not device.client.cookies[SESSION_COOKIE].value
    assert "Start" in page.text
    Person(session.survey, device.client).start()
    assert Response.objects.latest("pk").source == "online"


def test_who_leaves_in_the_middle_keeps_their_answers_and_sees_the_usual_thanks(session):
    device = Device(session)
    device.start()
    device.answer(1, WORDS)
    device.press(f"{device.join_url}leave/")
    assert "Carry on" in device.words
    page = device.send()
    assert "Next person" not in page.text
    assert Response.objects.get().session == session


def test_nobody_begins_after_the_session_and_who_began_may_finish(session):
    late, begun = Device(session), Device(session)
    late.join()
    begun.start()
    end_session(session=session)
    assert "This session is over" in late.start().text
    assert Response.objects.count() == 1
    begun.answer(1, WORDS)
    assert "Next person" in begun.send().text
    assert "This session is over" in begun.join().text
    assert "Start" not in begun.words


def test_an_end_by_mistake_is_taken_back_but_not_after_the_time(session):
    end_session(session=session)
    reopen_session(session=session)
    assert find_session(session.code).is_open()
    type(session).objects.update(ends_at=timezone.now())
    reopen_session(session=session)
    assert not find_session(session.code).is_open()


def test_before_its_day_a_session_says_when_it_is():
    session = make_session(day=timezone.localdate() + timedelta(days=2))
    device = Device(session)
    assert "This session has not begun" in device.join().text
    device.start()
    assert not Response.objects.exists()


def test_a_session_of_a_closed_consultation_takes_nobody():
    consultation = make_consultation(days_left=-1)
    session = make_session(survey=make_survey(consultation=consultation, questions=[make_question()]))
    device = Device(session)
    assert "This session is over" in device.join().text
    assert device.start().status_code == 410
    assert not Response.objects.exists()


def test_a_session_belongs_to_its_survey_alone(session):
    device = Device(session)
    device.start()
    other = Person(make_survey(questions=[make_question()]), device.client)
    other.start()
    assert Response.objects.latest("pk").session is None


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Type the code."),
        ("ZZZZZZ", "We do not know this code."),
        ("x" * 41, "too long"),
        ("<b>&\x00é", "We do not know"),
    ],
)
def test_a_wrong_code_is_said_kindly_and_stays_in_the_box(session, typed, words):
    page = Client().post("/join/", {"code": typed})
    assert page.status_code == 200
    assert words in page.text
    assert "Error:" in page.text
    if typed.isalnum():
        assert f'value="{typed}"' in page.text


@pytest.mark.parametrize("code", ["ZZZZZZ", "<script>", "%00", "x" * 400])
def test_an_unknown_address_asks_for_the_code(session, code):
    reply = Client().get(f"/join/{code}/")
    assert reply.status_code == 404
    assert "Type the code of your group" in reply.text
    assert Client().post(f"/join/{code}/").status_code == 404


def test_guessing_is_slowed_down_and_a_right_code_is_not(session):
    school = Client(REMOTE_ADDR="192.0.2.7")
    for _device in range(OF_ONE.tries * 2):
        assert school.get(f"/join/{session.code}/").status_code == 200
    guesser = Client(REMOTE_ADDR="192.0.2.8")
    for number in range(OF_ONE.tries):
        assert guesser.get(f"/join/ZZZ{number:03}/").status_code == 404
    for reply in (guesser.get(f"/join/{session.code}/"), guesser.post("/join/", {"code": session.code})):
        assert reply.status_code == 429
        assert "You can try again at" in reply.text
    assert guesser.post(f"/join/{session.code}/").status_code == 429
    assert not Response.objects.exists()
    assert school.get(f"/join/{session.code}/").status_code == 200


def test_the_session_of_a_survey_that_is_not_published_is_unknown(session):
    session.survey.unpublish()
    assert Client().get(f"/join/{session.code}/").status_code == 404


def test_a_device_with_a_cookie_of_somebody_elses_making_is_an_ordinary_one(session):
    device = Client()
    for value in ("ZZZZZZ", "' OR 1=1", "x" * 3000):
        device.cookies[SESSION_COOKIE] = value
        assert device.get(session.survey.url).status_code == 200


def test_leaving_needs_a_press_and_every_form_a_token(session):
    client = Client(enforce_csrf_checks=True)
    assert client.get(f"/join/{session.code}/leave/").status_code == 405
    for path in ("/join/", f"/join/{session.code}/", f"/join/{session.code}/leave/"):
        assert client.post(path, {"code": session.code}).status_code == 403
    assert Client().put(f"/join/{session.code}/").status_code == 405
    assert not Response.objects.exists()


def test_the_count_is_of_this_session_and_of_people_who_sent(session):
    for _number in range(2):
        Device(session).whole_turn()
    Device(session).start()
    Device(make_session(survey=session.survey)).whole_turn()
    counts = counts_of(session)
    assert (counts.answering, counts.sent) == (1, 2)


def test_pages_of_a_session_need_few_queries(session, django_assert_max_num_queries):
    device = Device(session)
    device.join()
    with django_assert_max_num_queries(20):
        device.join()


def test_who_has_a_code_finds_the_way_to_join():
    make_survey()
    assert 'href="/join/"' in Client().get("/answer/code/").text
