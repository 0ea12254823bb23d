"""Stop on one device and come back on another: with a code of pictures, or with the link of an e-mail."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from consultations.surveys.enums import QuestionKind
from consultations.surveys.models import Response
from consultations.surveys.picture_code import LENGTH, PICTURES
from consultations.surveys.services.retention import purge_responses
from engage.core.mail.sending import send_due
from engage.core.models import OutboxMessage, TryCounter
from tests import builders
from tests.surveys.journeys import Person

pytestmark = pytest.mark.django_db

COME_BACK = "/answer/come-back/"
NO_ANSWERS = "do not open any answers"


@pytest.fixture
def survey():
    return builders.make_survey(
        questions=[
            builders.make_question(QuestionKind.STATEMENT, text="I help to make my plan."),
            builders.make_question(QuestionKind.TEXT, text="What would you change?"),
        ]
    )


@pytest.fixture
def stopped(survey):
    """Somebody who answered question 1, wrote half of question 2 and stopped."""
    person = Person(survey)
    person.start()
    person.answer(1, "4")
    person.answer(2, "Half a thought", go="stop")
    return person


@pytest.fixture
def elsewhere(survey):
    return Person(survey)


def code_on(page) -> list[str]:
    return re.findall(r"picture-code\.svg#(\w+)", page.content.decode())


def type_code(person, code):
    return person.press(COME_BACK, go="words", words=" ".join(code))


def wrong_code(code):
    return [*code[:-1], next(word for word in PICTURES if word not in code)]


def test_stopping_shows_8_pictures_with_their_words_and_until_when(stopped, survey):
    code = code_on(stopped.page)
    assert stopped.url.endswith("/stopped/")
    assert len(code) == len(set(code)) == LENGTH
    assert all(f"<span>{word}</span>" in stopped.words for word in code)
    day = timezone.localtime(stopped.stored.changed_at + timedelta(days=30))
    assert f"We keep your answers until {day:%A} {day.day} {day:%B %Y}." in stopped.words


def test_reloading_and_stopping_again_show_the_same_code(stopped):
    code = code_on(stopped.page)
    assert code_on(stopped.client.get(stopped.step_url("stopped"))) == code
    stopped.answer(1, "3", go="stop")
    assert code_on(stopped.page) == code


@pytest.mark.parametrize("step", ["who", "about-you", "check"])
def test_every_step_stops_with_a_code(survey, step):
    person = Person(survey)
    person.start()
    person.press(person.step_url(step), go="stop")
    assert len(code_on(person.page)) == LENGTH
    assert not person.stored.is_sent


def test_looking_at_the_page_makes_no_code_but_pressing_does(survey):
    person = Person(survey)
    person.start()
    person.page = person.client.get(person.step_url("stopped"))
    assert code_on(person.page) == []
    assert person.stored.return_hash is None
    person.press(person.step_url("stopped"), go="code")
    assert len(code_on(person.page)) == LENGTH


def test_the_database_holds_no_code_and_once_it_was_sent_no_address_and_no_link(stopped, mailoutbox):
    stopped.press(stopped.step_url("stopped"), go="mail", address="someone@example.org")
    assert mailoutbox == []
    send_due()
    rows = (*Response.objects.values_list(), *OutboxMessage.objects.values_list())
    values = " ".join(str(value) for row in rows for value in row)
    assert "example.org" not in values
    assert " ".join(code_on(stopped.page)) not in values
    assert re.search(r"come-back/([\w-]+)/", mailoutbox[0].body).group(1) not in values


def test_the_pictures_are_pressed_one_by_one_and_open_the_answers_on_another_device(stopped, elsewhere, survey):
    code = code_on(stopped.page)
    for word in code:
        assert elsewhere.press(COME_BACK, add=word).status_code == 200
    elsewhere.press(COME_BACK, go="open")
    assert elsewhere.url == f"{survey.url}#carry-on"
    assert elsewhere.question_url(2) not in elsewhere.words
    assert elsewhere.step_url("check") in elsewhere.words
    page = elsewhere.client.get(elsewhere.question_url(2)).content.decode()
    assert "Half a thought" in page
    elsewhere.send()
    assert elsewhere.stored.is_sent


def test_a_double_press_adds_a_picture_once_and_mistakes_are_taken_back(elsewhere):
    elsewhere.press(COME_BACK, add="bus")
    elsewhere.press(COME_BACK, add="bus")
    elsewhere.press(COME_BACK, add="cat")
    assert "Picture 3 of 8" in elsewhere.words
    elsewhere.press(COME_BACK, go="undo")
    assert "Picture 2 of 8" in elsewhere.words
    elsewhere.press(COME_BACK, add="giraffe")
    assert "Picture 2 of 8" in elsewhere.words
    elsewhere.press(COME_BACK, go="over")
    assert "Picture 1 of 8" in elsewhere.words
    elsewhere.press(COME_BACK, go="undo")
    assert "Picture 1 of 8" in elsewhere.words


def test_opening_too_few_pictures_opens_nothing(elsewhere):
    elsewhere.press(COME_BACK, add="bus")
    elsewhere.press(COME_BACK, go="open")
    assert "Picture 2 of 8" in elsewhere.words
    assert not TryCounter.objects.exists()


def test_typed_words_open_the_answers_in_capitals_and_with_a_slip(stopped, elsewhere, survey):
    code = code_on(stopped.page)
    elsewhere.press(COME_BACK, go="words", words=f" {', '.join(code).upper()}x ")
    assert elsewhere.url == f"{survey.url}#carry-on"


@pytest.mark.parametrize(
    "typed, message",
    [
        ("giraffe bus", "We do not know the word “giraffe”"),
        ("bus cat", "A code has 8 words. You typed 2."),
        ("", "A code has 8 words. You typed 0."),
        ("bus " * 60, "This is too long"),
    ],
)
def test_words_that_cannot_be_a_code_are_kept_and_cost_no_try(elsewhere, typed, message):
    elsewhere.press(COME_BACK, go="words", words=typed)
    assert message in elsewhere.words
    assert typed.strip() in elsewhere.words
    assert "<title>Error:" in elsewhere.words
    assert not TryCounter.objects.exists()


def test_the_order_matters(stopped, elsewhere):
    type_code(elsewhere, reversed(code_on(stopped.page)))
    assert NO_ANSWERS in elsewhere.words


def test_the_newest_device_goes_on_and_the_one_before_is_forgotten(stopped, elsewhere, survey):
    type_code(elsewhere, code_on(stopped.page))
    stopped.page = stopped.client.get(stopped.question_url(2), follow=True)
    assert stopped.url == survey.url
    assert "Half a thought" not in stopped.words


def test_the_same_code_works_again_after_stopping_elsewhere(stopped, elsewhere, survey):
    code = code_on(stopped.page)
    type_code(elsewhere, code)
    elsewhere.answer(2, "A whole thought", go="stop")
    assert "The code that you have still works." in elsewhere.words
    assert code_on(elsewhere.page) == []
    third = Person(survey)
    type_code(third, code)
    assert "A whole thought" in third.client.get(third.question_url(2)).content.decode()


def test_a_new_code_ends_the_old_one(stopped, elsewhere, survey):
    old = code_on(stopped.page)
    stopped.press(stopped.step_url("stopped"), go="new")
    new = code_on(stopped.page)
    assert new != old
    type_code(elsewhere, old)
    assert NO_ANSWERS in elsewhere.words
    type_code(elsewhere, new)
    assert elsewhere.url == f"{survey.url}#carry-on"


def test_codes_that_never_were_that_were_sent_and_that_ran_out_get_the_same_words(stopped, survey):
    code = code_on(stopped.page)
    replies = {}
    never = Person(survey)
    replies["never"] = type_code(never, wrong_code(code))
    Response.objects.update(changed_at=timezone.now() - timedelta(days=31))
    late = Person(survey)
    replies["ran out"] = type_code(late, code)
    Response.objects.update(changed_at=timezone.now())
    stopped.send()
    sent = Person(survey)
    replies["sent"] = type_code(sent, code)
    assert {reply.status_code for reply in replies.values()} == {200}
    assert all(NO_ANSWERS in reply.content.decode() for reply in replies.values())
    assert {name for person in (never, late, sent) for name in person.client.cookies if "answer" in name} == set()


def test_after_ten_wrong_codes_a_right_one_waits_too_and_the_words_say_until_when(stopped, elsewhere, survey):
    code = code_on(stopped.page)
    wrong = wrong_code(code)
    for _number in range(10):
        type_code(elsewhere, wrong)
        assert NO_ANSWERS in elsewhere.words
    for tried in (wrong, code):
        reply = type_code(elsewhere, tried)
        assert reply.status_code == 429
        assert re.search(r"You can try again at \d\d:\d\d\.", elsewhere.words)
        assert " ".join(tried) in elsewhere.words
    TryCounter.objects.update(at=timezone.now() - timedelta(minutes=1))
    type_code(elsewhere, code)
    assert elsewhere.url == f"{survey.url}#carry-on"


def test_the_tries_of_yesterday_are_forgotten_by_the_purge(elsewhere):
    type_code(elsewhere, PICTURES[:8])
    TryCounter.objects.update(at=timezone.now() - timedelta(days=2))
    purge_responses(dry_run=True)
    assert TryCounter.objects.exists()
    purge_responses()
    assert not TryCounter.objects.exists()


@pytest.fixture
def mailed(stopped, mailoutbox):
    """The path of the link that the person asked for."""
    stopped.press(stopped.step_url("stopped"), go="mail", address="someone@example.org")
    send_due()
    assert mailoutbox[0].to == ["someone@example.org"]
    return re.search(r"http://[^/]+(/answer/come-back/[\w-]+/)", mailoutbox[0].body).group(1)


def test_the_link_of_an_email_opens_the_answers_when_somebody_presses_the_button(mailed, stopped, elsewhere, survey):
    assert "We sent you an e-mail." in stopped.words
    elsewhere.press(mailed)
    assert elsewhere.url == f"{survey.url}#carry-on"
    assert "Half a thought" in elsewhere.client.get(elsewhere.question_url(2)).content.decode()


def test_programs_that_open_the_link_change_and_see_nothing(mailed, stopped):
    before = Response.objects.values().get()
    scanner = Client()
    for _number in range(3):
        reply = scanner.get(mailed)
        assert reply.status_code == 200
        assert "Half a thought" not in reply.content.decode()
    assert scanner.head(mailed).status_code == 200
    assert set(scanner.cookies) <= {"csrftoken"}
    assert Response.objects.values().get() == before
    assert "Half a thought" in stopped.client.get(stopped.question_url(2)).content.decode()


def test_the_links_page_tells_its_address_to_nobody_and_is_not_kept(mailed):
    headers = Client().get(mailed).headers
    assert headers["Referrer-Policy"] == "strict-origin"
    assert "no-store" in headers["Cache-Control"]


def test_a_link_ends_with_a_newer_one_with_sending_and_with_the_time(mailed, stopped, survey):
    Response.objects.update(changed_at=timezone.now() - timedelta(days=31))
    assert Client().get(mailed).status_code == 404
    Response.objects.update(changed_at=timezone.now())
    assert Client().get(mailed).status_code == 200
    stopped.press(stopped.step_url("stopped"), go="mail", address="someone@example.org")
    assert Client().post(mailed).status_code == 404
    stopped.send()
    assert stopped.stored.link_hash is None


def test_an_address_that_is_none_is_refused_kindly_and_stays(stopped):
    stopped.press(stopped.step_url("stopped"), go="mail", address="someone at home")
    assert "This does not look like an e-mail address." in stopped.words
    assert 'value="someone at home"' in stopped.words
    assert not OutboxMessage.objects.exists()
    assert stopped.stored.link_hash is None


def test_nobody_can_make_us_send_many_emails(stopped):
    for _number in range(5):
        stopped.press(stopped.step_url("stopped"), go="mail", address="someone@example.org")
    assert OutboxMessage.objects.count() == 3
    assert "Please wait until" in stopped.words


def test_the_pages_refuse_other_methods_and_forms_from_elsewhere(stopped, mailed):
    strict = Client(enforce_csrf_checks=True)
    for path in (COME_BACK, mailed, stopped.step_url("stopped")):
        assert stopped.client.put(path).status_code == 405
        assert strict.post(path).status_code == 403


def test_the_pages_are_never_kept(stopped):
    for path in (COME_BACK, stopped.step_url("stopped")):
        assert "no-store" in stopped.client.get(path).headers["Cache-Control"]


def test_clearing_the_device_forgets_every_survey_and_half_chosen_pictures(stopped):
    other = Person(builders.make_survey(title="Another survey"), client=stopped.client)
    other.start()
    stopped.press(COME_BACK, add="bus")
    reply = stopped.client.post(stopped.step_url("clear"))
    assert reply.headers["Clear-Site-Data"] == '"cache"'
    left = {name: cookie.value for name, cookie in stopped.client.cookies.items() if "csrf" not in name}
    assert set(left.values()) == {""}
    assert set(left) >= {f"engage_answer_{stopped.survey.pk}", f"engage_answer_{other.survey.pk}", "engage_pictures"}


def test_the_way_to_the_codes_stands_on_the_start_page_and_at_the_foot_of_every_page(survey, client):
    for path in (survey.url, "/display/"):
        assert 'href="/answer/code/"' in client.get(path).content.decode()
