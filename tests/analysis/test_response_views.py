"""Responses in the admin: the list with its filters, and one in full."""

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone

from consultations.analysis.services import tag_answers
from consultations.surveys.enums import QuestionKind
from consultations.surveys.models import Response
from consultations.surveys.services.given import Given
from tests.builders import (
    make_ambassador,
    make_answer,
    make_concern,
    make_consultation,
    make_lead,
    make_officer,
    make_priority,
    make_question,
    make_response,
    make_survey,
    make_theme,
    make_user,
    publish,
)

pytestmark = pytest.mark.django_db

LIST = "/admin/responses/"
WORDS = "Marker words of a young person"


def listed(client, **filters):
    """The responses that the list shows with these filters."""
    return set(client.get(LIST, filters).context["object_list"])


@pytest.fixture
def officer(client):
    officer = make_officer()
    client.force_login(officer)
    return officer


def test_each_response_leads_to_itself_and_its_number_stays_on_one_line(client, officer):
    response = make_answer().response
    cell = re.search(r'<td class="engage-one-line title">.*?</td>', client.get(LIST).text, re.DOTALL)[0]
    assert f'href="{LIST}{response.pk}/"' in cell
    assert f"Response {response.pk}" in cell


def test_only_sent_responses_are_listed(client, officer):
    sent, begun = make_answer().response, make_answer().response
    Response.objects.filter(pk=begun.pk).update(status="started", sent_at=None)
    assert listed(client) == {sent}


def test_the_list_is_filtered_by_consultation_survey_group_and_source(client, officer):
    first = make_answer(group="parent", source="paper").response
    second = make_answer(group="young_person", source="online").response
    assert listed(client, survey=first.survey_id) == {first}
    assert listed(client, consultation=second.survey.consultation.pk) == {second}
    assert listed(client, group="parent") == {first}
    assert listed(client, source="online") == {second}
    assert listed(client, group="parent", source="online") == set()


def test_the_list_is_filtered_by_day(client, officer):
    now = timezone.now()
    old = make_answer(sent_at=now - timedelta(days=10)).response
    new = make_answer(sent_at=now).response
    today = date.today()
    assert listed(client, sent_at_from=(today - timedelta(days=2)).isoformat()) == {new}
    assert listed(client, sent_at_to=(today - timedelta(days=2)).isoformat()) == {old}


def test_the_list_is_filtered_by_theme_priority_and_what_is_not_yet_coded(client, officer):
    priority = make_priority()
    theme = make_theme(priority=priority)
    coded, waiting = make_answer(), make_answer()
    tag_answers(answers=[coded], themes=[theme], coder=officer)
    assert listed(client, theme=theme.pk) == {coded.response}
    assert listed(client, priority=priority.pk) == {coded.response}
    assert listed(client, coding="not_coded") == {waiting.response}


def test_a_withheld_answer_matches_no_filter(client, officer):
    theme = make_theme(priority=make_priority())
    answer, waiting = make_answer(), make_answer()
    tag_answers(answers=[answer], themes=[theme], coder=officer)
    make_concern(answer)
    make_concern(waiting)
    assert listed(client, theme=theme.pk) == set()
    assert listed(client, priority=theme.priority_id) == set()
    assert listed(client, coding="not_coded") == set()
    assert listed(client) == {answer.response, waiting.response}


@pytest.mark.parametrize("filters", [{"survey": "x"}, {"theme": "999999"}, {"sent_at_from": "soon"}, {"group": "\x00"}])
def test_a_filter_that_makes_no_sense_is_no_error(client, officer, filters):
    make_answer()
    assert client.get(LIST, filters).status_code == 200


def test_the_list_needs_as_many_queries_for_100_as_for_10(client, officer, django_assert_max_num_queries):
    question = make_survey(questions=[make_question()]).questions.get()
    for _number in range(10):
        make_answer(question=question)
    client.get(LIST)
    with django_assert_max_num_queries(60) as few:
        assert len(client.get(LIST).context["object_list"]) == 10
    for _number in range(90):
        make_answer(question=question)
    with django_assert_max_num_queries(60) as many:
        assert client.get(LIST).context["paginator"].count == 100
    assert len(many) == len(few)
    print(f"queries {len(few)}")


def test_one_response_shows_every_question_and_answer(client, officer):
    survey = make_survey(
        questions=[
            make_question(QuestionKind.STATEMENT, text="I have a say."),
            make_question(QuestionKind.ONE_CHOICE, text="How do you travel?", choices=("Bus", "Walk")),
            make_question(text="What would you change?"),
            make_question(text="What else?"),
        ]
    )
    scored, chosen, worded, left = survey.questions.all()
    response = make_response(
        survey,
        answers={
            scored: Given(question=scored, score=4),
            chosen: Given(question=chosen, choices=(chosen.choices.first(),)),
            worded: WORDS,
            left: Given(question=left, state="do_not_understand"),
        },
        group="parent",
        answered_by="help_to_read",
        source="event",
        source_detail="Town hall",
        people=7,
    )
    text = client.get(f"{LIST}{response.pk}/").text
    for words in (
        "I have a say.",
        "Most of the time",
        "How do you travel?",
        "Bus",
        "What would you change?",
        WORDS,
        "I do not understand",
        "A parent or carer",
        "Somebody helps me to read",
        "Town hall",
    ):
        assert words in text, words


def test_a_question_is_shown_in_the_words_that_were_asked(client, officer):
    survey = make_survey(questions=[make_question(text="What is hard?")])
    answer = make_answer(question=survey.questions.get())
    survey.questions.update(text="What is difficult?")
    survey.refresh_from_db()
    publish(survey)
    newer = make_answer(question=survey.questions.get())
    assert "What is hard?" in client.get(f"{LIST}{answer.response_id}/").text
    assert "What is difficult?" in client.get(f"{LIST}{newer.response_id}/").text


def test_themes_and_priorities_say_who_put_them_there_and_where_they_come_from(client, officer):
    answer = make_answer()
    theme = make_theme("Getting around", priority=make_priority("Good services"))
    tag_answers(answers=[answer], themes=[theme], coder=officer)
    text = client.get(f"{LIST}{answer.response_id}/").text
    assert "Getting around" in text
    assert "officer," in text
    assert "From a theme: Getting around" in text


@pytest.mark.parametrize("make_person", [make_officer, make_lead, lambda: make_user("admin", is_superuser=True)])
def test_a_withheld_answer_is_with_the_lead_and_not_a_word_of_it_is_shown(client, make_person):
    concern = make_concern(make_answer(WORDS), raised_by=make_user("raiser"))
    client.force_login(make_person())
    text = client.get(f"{LIST}{concern.answer.response_id}/").text
    assert "With the safeguarding lead" in text
    assert WORDS not in text


def test_actions_stand_beside_an_answer_for_those_who_may(client, officer):
    answer = make_answer()
    address = f"{LIST}{answer.response_id}/"
    text = client.get(address).text
    assert f"/admin/reading/answer/{answer.pk}/" in text
    assert f"/admin/concerns/raise/{answer.pk}/" in text
    client.force_login(make_lead())
    text = client.get(address).text
    assert f"/admin/reading/answer/{answer.pk}/" not in text
    assert f"/admin/concerns/raise/{answer.pk}/" in text


def test_one_response_needs_as_many_queries_for_12_answers_as_for_2(client, officer, django_assert_max_num_queries):
    theme = make_theme(priority=make_priority())
    counts = []
    for length in (2, 2, 12):
        survey = make_survey(questions=[make_question(priority=theme.priority) for _number in range(length)])
        response = make_response(survey, answers=dict.fromkeys(survey.questions.all(), "Words"))
        tag_answers(answers=response.answers.all(), themes=[theme], coder=officer)
        with django_assert_max_num_queries(40) as captured:
            client.get(f"{LIST}{response.pk}/")
        counts.append(len(captured))
    assert counts[1] == counts[2]


def test_a_response_that_was_not_sent_is_not_there(client, officer):
    response = make_answer().response
    Response.objects.update(status="started", sent_at=None)
    assert client.get(f"{LIST}{response.pk}/").status_code == 404


@pytest.mark.parametrize("path", ["", "results/", "{pk}/"])
def test_people_without_the_permission_see_no_response(client, path):
    response = make_answer(WORDS).response
    address = LIST + path.format(pk=response.pk)
    assert client.get(address).url.startswith("/admin/login/")
    client.force_login(make_ambassador())
    reply = client.get(address, follow=True)
    assert reply.redirect_chain[0] == ("/admin/", 302)
    assert WORDS not in reply.text


@pytest.mark.parametrize("path", ["new/", "edit/{pk}/", "delete/{pk}/", "copy/{pk}/", "usage/{pk}/"])
def test_nobody_adds_edits_or_deletes_a_response_not_even_an_administrator(client, path):
    response = make_answer().response
    client.force_login(make_user("admin", is_superuser=True))
    address = LIST + path.format(pk=response.pk)
    assert client.get(address).status_code == 404
    assert client.post(address).status_code == 404
    assert Response.objects.count() == 1


def test_wagtails_own_spreadsheet_gives_nothing_away(client, officer):
    make_answer(WORDS, group="parent")
    for kind in ("csv", "xlsx"):
        reply = client.get(LIST, {"export": kind})
        content = b"".join(reply.streaming_content) if reply.streaming else reply.content
        assert b"Marker" not in content
        assert b"parent" not in content


def test_a_consultation_with_the_same_beginning_of_its_path_is_another_one(client, officer):
    answer = make_answer()
    other = make_consultation()
    assert listed(client, consultation=other.pk) == set()
    assert listed(client, consultation=answer.response.survey.consultation.pk) == {answer.response}
