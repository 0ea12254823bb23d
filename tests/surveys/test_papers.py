"""Typing papers in: an officer, one page a paper, and every answer kept whatever is wrong."""

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from consultations.surveys.enums import AnswerState, QuestionKind, Scale, Source
from consultations.surveys.models import Response
from consultations.surveys.services.papers import NotTheirPaper, PapersClosed, enter_paper, undo_paper
from tests.builders import (
    make_ambassador,
    make_concern,
    make_consultation,
    make_lead,
    make_officer,
    make_question,
    make_response,
    make_survey,
    make_user,
)

pytestmark = pytest.mark.django_db

KEY = "k" * 32
PLACE = "Youth club in March"


@pytest.fixture
def officer(client):
    officer = make_officer()
    client.force_login(officer)
    return officer


@pytest.fixture
def survey():
    return make_survey()


def address(survey):
    return f"/admin/papers/{survey.pk}/"


def of_kind(survey, kind):
    return survey.questions.get(kind=kind)


def name(survey, kind, field="answer"):
    return f"{of_kind(survey, kind).key}-{field}"


def choices(survey, kind):
    return [str(choice.pk) for choice in of_kind(survey, kind).choices.order_by("sort_order")]


def filled_in(survey, **more):
    """What the browser sends of a paper on which every question is answered; lists without a choice are blank."""
    kinds = QuestionKind
    several = choices(survey, kinds.SEVERAL_CHOICES)
    top = choices(survey, kinds.TOP_THREE)
    return {
        "key": KEY,
        name(survey, kinds.STATEMENT): "4",
        name(survey, kinds.ONE_CHOICE): choices(survey, kinds.ONE_CHOICE)[1],
        name(survey, kinds.SEVERAL_CHOICES): [several[0], several[2]],
        name(survey, kinds.SEVERAL_CHOICES, "instead"): "",
        name(survey, kinds.YES_NO): "2",
        name(survey, kinds.TOP_THREE): [top[2], top[0], ""],
        name(survey, kinds.TOP_THREE, "instead"): "",
        name(survey, kinds.HOW_MUCH): "0",
        name(survey, kinds.TEXT): "The bus is late.",
        name(survey, kinds.TEXT, "instead"): "",
        "answered_by": "help_to_read",
        "group": "young_person",
        "age_band": "11_15",
        "place": PLACE,
        "written_on": "",
        **more,
    }


def test_a_paper_with_every_kind_of_question_is_stored_with_who_typed_it_in(client, officer, survey):
    page = client.post(address(survey), filled_in(survey), follow=True)
    response = Response.objects.get()
    assert (response.source, response.source_detail, response.entered_by) == (Source.PAPER, PLACE, officer)
    assert (response.is_sent, response.people) == (True, 1)
    assert (response.answered_by, response.group, response.age_band) == ("help_to_read", "young_person", "11_15")
    words = {answer.question.kind: answer.words for answer in response.answers.for_showing()}
    assert words == {
        QuestionKind.STATEMENT: "Most of the time",
        QuestionKind.ONE_CHOICE: "Train",
        QuestionKind.SEVERAL_CHOICES: "Bus, Walk",
        QuestionKind.YES_NO: "Not sure",
        QuestionKind.TOP_THREE: "1. Walk, 2. Bus",
        QuestionKind.HOW_MUCH: "0 out of 10",
        QuestionKind.TEXT: "The bus is late.",
    }
    assert "The paper is saved" in page.text


def test_the_next_paper_is_empty_and_keeps_the_place(client, officer, survey):
    page = client.post(address(survey), filled_in(survey), follow=True).text
    assert f'value="{PLACE}"' in page
    assert "The bus is late." not in page
    assert re.findall(r'(?:option|checkbox").* (?:selected|checked)>', page) == []
    assert KEY not in page


def test_a_double_press_stores_one_paper(client, officer, survey):
    first = client.post(address(survey), filled_in(survey))
    again = client.post(address(survey), filled_in(survey))
    assert first.status_code == again.status_code == 302
    assert Response.objects.count() == 1


def test_two_papers_with_the_same_answers_are_two(client, officer, survey):
    for key in ("a" * 32, "b" * 32):
        client.post(address(survey), filled_in(survey, key=key))
    assert Response.objects.count() == 2


def test_no_device_opens_a_paper_with_the_key_of_its_form(client, officer, survey):
    client.post(address(survey), filled_in(survey))
    stranger = Client()
    stranger.cookies[f"engage_answer_{survey.pk}"] = KEY
    assert stranger.get(f"/answer/{survey.pk}/sent/").status_code in {302, 404}


def test_what_nobody_answered_is_left_out_and_the_others_are_kept(client, officer, survey):
    data = {
        "key": KEY,
        name(survey, QuestionKind.STATEMENT): AnswerState.DO_NOT_KNOW,
        name(survey, QuestionKind.TEXT, "instead"): AnswerState.DO_NOT_WANT_TO_SAY,
    }
    client.post(address(survey), data)
    states = {answer.question.kind: answer.state for answer in Response.objects.get().answers.all()}
    assert states.pop(QuestionKind.STATEMENT) == AnswerState.DO_NOT_KNOW
    assert states.pop(QuestionKind.TEXT) == AnswerState.DO_NOT_WANT_TO_SAY
    assert set(states.values()) == {AnswerState.LEFT_OUT}


def test_words_beside_something_else_are_kept(client, officer):
    question = make_question(QuestionKind.ONE_CHOICE)
    own = question.choices.get_object_list()[2]
    own.own_words = True
    survey = make_survey(questions=[question])
    client.post(address(survey), {"key": KEY, name(survey, QuestionKind.ONE_CHOICE, "words"): "By boat"})
    answer = Response.objects.get().answers.get()
    assert (answer.text, answer.words) == ("By boat", "Walk: By boat")


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"written_on": "31.12.19"}, "Write the date like this"),
        ({"written_on": "2999-01-01"}, "This day has not come yet."),
        ({"written_on": "1999-01-01"}, "The survey was not open yet on this day."),
        ({"place": "x" * 161}, "at most 160"),
    ],
)
def test_what_is_wrong_about_the_paper_keeps_everything_that_was_typed(client, officer, survey, wrong, message):
    page = client.post(address(survey), filled_in(survey, **wrong))
    assert page.status_code == 200
    assert message in page.text
    assert_all_kept(page.text, survey)
    assert not Response.objects.exists()


def test_an_answer_and_i_do_not_know_at_once_keeps_everything_that_was_typed(client, officer, survey):
    both = {name(survey, QuestionKind.TEXT, "instead"): AnswerState.DO_NOT_KNOW}
    page = client.post(address(survey), filled_in(survey, **both))
    assert "Keep only one of them." in page.text
    assert_all_kept(page.text, survey)
    assert not Response.objects.exists()


def assert_all_kept(page, survey):
    """Every list, tick and word of ``filled_in`` is on the page again, and its key."""
    top = choices(survey, QuestionKind.TOP_THREE)
    selected = re.findall(r'<option value="([^"]+)" selected', page)
    one = choices(survey, QuestionKind.ONE_CHOICE)[1]
    for value in ("4", one, "2", top[2], top[0], "0", "help_to_read", "young_person", "11_15"):
        assert value in selected, value
    assert page.count(" checked") == 2
    assert "\nThe bus is late.</textarea>" in page
    assert f'value="{KEY}"' in page


@pytest.mark.parametrize("nonsense", ["", "99", "<b>", "\x00", "é" * 50])
def test_an_answer_that_is_not_offered_is_not_stored(client, officer, survey, nonsense):
    page = client.post(address(survey), {"key": KEY, name(survey, QuestionKind.STATEMENT): nonsense})
    assert page.status_code == 200
    assert not Response.objects.exists()


def test_an_empty_paper_is_not_stored(client, officer, survey):
    page = client.post(address(survey), {"key": KEY, "place": PLACE})
    assert "Nothing is typed in yet." in page.text
    assert not Response.objects.exists()


def test_the_day_on_the_paper_is_the_day_of_the_answer(client, officer, survey):
    day = timezone.localdate() - timedelta(days=3)
    client.post(address(survey), filled_in(survey, written_on=day.isoformat()))
    assert timezone.localdate(Response.objects.get().sent_at) == day


def test_each_answer_begins_with_what_chooses_it(client, officer):
    questions = [make_question(QuestionKind.STATEMENT, scale=Scale.THREE), make_question(QuestionKind.HOW_MUCH)]
    page = client.get(address(make_survey(questions=questions))).text
    for label in (">1 Yes<", ">2 Sometimes<", ">3 No<", ">10<", ">K: I do not know<", ">W: I do not want to say<"):
        assert label in page, label


@pytest.mark.parametrize(("days_left", "status"), [(3, 200), (-1, 200), (-settings.ENGAGE_PAPER_DAYS - 1, 302)])
def test_papers_that_come_late_are_taken_for_some_days(client, officer, days_left, status):
    survey = make_survey(consultation=make_consultation(days_open=60, days_left=days_left))
    assert client.get(address(survey)).status_code == status
    client.post(address(survey), filled_in(survey))
    assert Response.objects.exists() == (status == 200)
    assert (address(survey) in client.get("/admin/papers/").text) == (status == 200)


def test_before_the_survey_opens_no_paper_is_taken(client, officer):
    survey = make_survey(consultation=make_consultation(days_open=-2))
    assert client.get(address(survey)).status_code == 302
    with pytest.raises(PapersClosed):
        enter_paper(survey=survey, by=officer, key=KEY, answers=[])


@pytest.mark.parametrize("make_person", [make_ambassador, make_lead])
def test_who_is_no_officer_types_nothing_in(client, survey, make_person):
    client.force_login(make_person())
    assert client.get("/admin/papers/").status_code == 302
    assert client.get(address(survey)).status_code == 302
    assert client.post(address(survey), filled_in(survey)).status_code == 302
    assert not Response.objects.exists()


def test_an_officer_deletes_their_last_paper_of_today_and_the_log_says_so(client, officer, survey):
    page = client.post(address(survey), filled_in(survey), follow=True).text
    response = Response.objects.get()
    undo = f"/admin/papers/undo/{response.pk}/"
    assert undo in page
    assert client.get(undo).status_code == 405
    assert "is deleted" in client.post(undo, follow=True).text
    assert not Response.objects.exists()
    entry = ModelLogEntry.objects.get(action="surveys.response.undo_paper")
    assert (entry.user, entry.object_id) == (officer, str(response.pk))
    assert client.post(undo).status_code == 404


def test_nobody_deletes_another_persons_paper_nor_an_answer_from_online(client, officer, survey):
    other = make_user("other")
    theirs = make_response(survey, source=Source.PAPER, entered_by=other)
    online = make_response(survey, source=Source.ONLINE, entered_by=officer)
    for response in (theirs, online):
        assert client.post(f"/admin/papers/undo/{response.pk}/").status_code == 302
    assert Response.objects.count() == 2


def test_a_paper_of_yesterday_stays(officer, survey):
    paper = make_response(survey, source=Source.PAPER, entered_by=officer)
    Response.objects.filter(pk=paper.pk).update(changed_at=timezone.now() - timedelta(days=1))
    with pytest.raises(NotTheirPaper):
        undo_paper(response=paper, by=officer)


def test_a_paper_with_a_concern_stays(client, officer):
    survey = make_survey(questions=[make_question()])
    paper = make_response(survey, answers={survey.questions.get(): "Help me."}, source=Source.PAPER, entered_by=officer)
    make_concern(paper.answers.get(), raised_by=officer)
    assert "It stays." in client.post(f"/admin/papers/undo/{paper.pk}/", follow=True).text
    assert Response.objects.exists()
