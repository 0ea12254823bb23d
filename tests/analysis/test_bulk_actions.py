"""Tagging many answers at once."""

import pytest

from consultations.analysis import bulk_actions
from consultations.analysis.models import Coding, PriorityTag
from consultations.analysis.services import AnswerNotUsable, tag_answers
from tests.builders import (
    make_ambassador,
    make_answer,
    make_concern,
    make_lead,
    make_officer,
    make_priority,
    make_question,
    make_survey,
    make_theme,
)

pytestmark = pytest.mark.django_db

WORDS = "Marker words of a young person"


def address(action, answers, **extra):
    keys = [getattr(answer, "pk", answer) for answer in answers]
    query = "&".join(f"id={key}" for key in keys)
    return f"/admin/bulk/surveys/answer/{action}/?{query}&next=/admin/reading/"


@pytest.fixture
def officer(client):
    officer = make_officer()
    client.force_login(officer)
    return officer


@pytest.fixture
def answers():
    question = make_survey(questions=[make_question()]).questions.get()
    return [make_answer(f"{WORDS} {number}", question=question) for number in range(3)]


def test_many_answers_get_themes_at_once(client, officer, answers):
    theme = make_theme("Getting around")
    page = client.get(address("add_themes", answers)).text
    assert all(answer.text in page for answer in answers)
    assert theme.definition in page
    reply = client.post(address("add_themes", answers), {"themes": [theme.pk]}, follow=True)
    assert reply.redirect_chain[-1][0] == "/admin/reading/"
    assert "Themes put on 3 answers." in reply.text
    assert {coding.answer for coding in Coding.objects.all()} == set(answers)
    assert Coding.objects.values("batch").distinct().count() == 1


def test_many_answers_get_a_priority_at_once(client, officer, answers):
    priority = make_priority()
    reply = client.post(address("add_priority", answers), {"priority": priority.pk}, follow=True)
    assert "The priority is on 3 answers." in reply.text
    assert {tag.answer for tag in PriorityTag.objects.all()} == set(answers)


def test_ones_own_themes_are_removed_at_once(client, officer, answers):
    theme = make_theme()
    tag_answers(answers=answers, themes=[theme], coder=officer)
    tag_answers(answers=answers, themes=[theme], coder=make_officer("bea"))
    reply = client.post(address("remove_themes", answers), {"themes": [theme.pk]}, follow=True)
    assert "3 tags removed." in reply.text
    assert {str(coding.coder) for coding in Coding.objects.all()} == {"bea"}
    reply = client.post(address("remove_themes", answers), {"themes": [theme.pk]}, follow=True)
    assert "None of your tags" in reply.text


@pytest.mark.parametrize(
    ("action", "words"),
    [
        ("add_themes", "Choose at least one theme."),
        ("remove_themes", "Choose at least one theme."),
        ("add_priority", "Choose a priority."),
    ],
)
def test_nothing_chosen_is_refused_and_the_answers_stay(client, officer, answers, action, words):
    make_theme()
    make_priority()
    reply = client.post(address(action, answers), {})
    assert words in reply.text
    assert answers[0].text in reply.text
    assert not Coding.objects.exists()
    assert not PriorityTag.objects.exists()


def test_a_withheld_answer_is_left_out_without_a_word(client, officer, answers):
    make_concern(answers[0])
    assert answers[0].text not in client.get(address("add_themes", answers)).text
    client.post(address("add_themes", answers), {"themes": [make_theme().pk]})
    assert {coding.answer for coding in Coding.objects.all()} == set(answers[1:])


def test_an_answer_that_is_withheld_in_the_same_moment_tags_nothing(client, officer, answers, monkeypatch):
    def refuse(**kwargs):
        raise AnswerNotUsable

    monkeypatch.setattr(bulk_actions, "tag_answers", refuse)
    reply = client.post(address("add_themes", answers), {"themes": [make_theme().pk]}, follow=True)
    assert "The safeguarding lead has one of these answers now." in reply.text


@pytest.mark.parametrize("keys", [["all"], ["x"], ["-1"], ["999999"], ["9" * 30], ["²"], []])
def test_keys_that_name_no_answer_are_not_found(client, officer, answers, keys):
    assert client.get(address("add_themes", keys)).status_code == 404
    assert client.post(address("add_themes", keys), {"themes": [make_theme().pk]}).status_code == 404
    assert not Coding.objects.exists()


@pytest.mark.parametrize("make_person", [make_lead, make_ambassador, None])
@pytest.mark.parametrize("action", ["add_themes", "add_priority", "remove_themes"])
def test_people_without_the_permission_tag_nothing(client, answers, make_person, action):
    if make_person:
        client.force_login(make_person())
    theme, priority = make_theme(), make_priority()
    reply = client.get(address(action, answers))
    assert reply.status_code == 302
    reply = client.post(address(action, answers), {"themes": [theme.pk], "priority": priority.pk})
    assert reply.status_code == 302
    assert not Coding.objects.exists()
    assert not PriorityTag.objects.exists()


def test_the_list_offers_the_three_actions_to_officers(client, officer, answers):
    text = client.get(f"/admin/reading/question/{answers[0].question_id}/").text
    for action in ("add_themes", "add_priority", "remove_themes"):
        assert f"/admin/bulk/surveys/answer/{action}/" in text
