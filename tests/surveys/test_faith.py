"""Answered questions are retired, never lost: removing, changing and reordering them in the editor."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from consultations.surveys.enums import QuestionKind, Scale
from consultations.surveys.models import Choice, Question, Response
from consultations.surveys.services.given import Given
from tests.builders import make_response, make_statement, make_survey
from tests.editing import officer_client
from tests.surveys.answered import answer_all, asked, by_text, editor, kept, live, make_three_questions

pytestmark = pytest.mark.django_db


@pytest.fixture
def client():
    return officer_client()


@pytest.fixture
def survey():
    return make_three_questions()


@pytest.fixture
def answers(survey):
    return answer_all(survey)


# Removing and publishing


def test_a_question_that_an_officer_removes_and_publishes_comes_back_as_retired(client, survey, answers):
    form = editor(client, survey)
    form.remove(form.row("questions", text="Where do you live?"))
    reply = form.publish()
    assert reply.status_code == 302
    assert asked(survey) == ["People listen to me.", "What helps you?"]
    retired = by_text(survey, "Where do you live?")
    assert retired.retired
    assert retired.retired_at is not None
    assert [choice.text for choice in retired.choices.all()] == ["Town", "Village", "Farm"]
    assert kept() == answers


def test_a_question_that_nobody_answered_is_really_removed(client, survey):
    form = editor(client, survey)
    form.remove(form.row("questions", text="Where do you live?"))
    form.publish()
    assert not Question.objects.filter(text="Where do you live?").exists()
    assert not Choice.objects.exists()


def test_removing_in_a_draft_changes_nothing_until_it_is_published(client, survey, answers):
    form = editor(client, survey)
    form.remove(form.row("questions", text="What helps you?"))
    assert form.save().status_code == 302
    assert asked(survey) == ["People listen to me.", "Where do you live?", "What helps you?"]
    assert kept() == answers


def test_removing_from_a_page_that_is_not_live_retires_as_the_draft_is_saved(client, survey, answers):
    live(survey).unpublish()
    form = editor(client, survey)
    form.remove(form.row("questions", text="What helps you?"))
    assert form.autosave().json()["success"]
    assert by_text(survey, "What helps you?").retired
    assert kept() == answers


def test_a_chosen_choice_that_is_removed_comes_back_as_retired_and_the_others_go(client, survey, answers):
    form = editor(client, survey)
    question = form.row("questions", text="Where do you live?")
    form.remove(form.row(f"{question}-choices", text="Town"))
    form.remove(form.row(f"{question}-choices", text="Farm"))
    form.add_row(f"{question}-choices", text="City")
    assert form.publish().status_code == 302
    choices = by_text(survey, "Where do you live?").choices.all()
    assert {(choice.text, choice.retired) for choice in choices} == {
        ("Town", True),
        ("Village", False),
        ("City", False),
    }
    assert kept() == answers


def test_the_wording_of_an_answered_question_may_be_corrected(client, survey, answers):
    form = editor(client, survey)
    question = form.row("questions", text="Where do you live?")
    form.change(question, text="Where is your home?")
    form.change(form.row(f"{question}-choices", text="Village"), text="A village")
    assert form.publish().status_code == 302
    assert asked(survey) == ["People listen to me.", "Where is your home?", "What helps you?"]
    assert [row[:8] for row in kept()] == [row[:8] for row in answers]


def test_a_new_order_keeps_every_answer_at_its_question(client, survey, answers):
    form = editor(client, survey)
    for order, text in enumerate(("What helps you?", "Where do you live?", "People listen to me."), start=1):
        form.change(form.row("questions", text=text), ORDER=order)
    form.publish()
    assert asked(survey) == ["What helps you?", "Where do you live?", "People listen to me."]
    assert kept() == answers


def test_a_retired_question_can_be_asked_again(client, survey, answers):
    form = editor(client, survey)
    row = form.row("questions", text="What helps you?")
    form.change(row, retired="on")
    form.publish()
    assert by_text(survey, "What helps you?").retired_at is not None
    form = editor(client, survey)
    del form.fields[f"{form.row('questions', text='What helps you?')}-retired"]
    form.publish()
    question = by_text(survey, "What helps you?")
    assert not question.retired
    assert question.retired_at is None
    assert kept() == answers


# What gives answers their meaning is locked


@pytest.mark.parametrize("how", ["save", "publish"])
@pytest.mark.parametrize(("name", "value"), [("kind", QuestionKind.TEXT), ("scale", Scale.THREE)])
def test_kind_and_scale_of_an_answered_question_are_refused_at_the_field(client, survey, answers, how, name, value):
    form = editor(client, survey)
    row = form.row("questions", text="People listen to me.")
    form.change(row, **{name: value}, text="Typed words stay.")
    reply = getattr(form, how)()
    assert reply.status_code == 200
    rows = reply.context["form"].formsets["questions"].forms
    errors = rows[0].errors
    assert "People have answered this question" in str(errors[name])
    assert "Typed words stay." in reply.content.decode()
    assert kept() == answers


def test_another_i_statement_is_refused_at_the_field(client):
    heard, safe = make_statement("I am heard."), make_statement("I am safe.")
    survey = make_survey(questions=[Question(kind=QuestionKind.STATEMENT, statement=heard)])
    question = survey.questions.get()
    make_response(survey, answers={question: Given(question=question, score=4)})
    form = editor(client, survey)
    form.change(form.row("questions", statement=heard.pk), statement=safe.pk)
    reply = form.publish()
    assert "People have answered" in str(reply.context["form"].formsets["questions"].forms[0].errors["statement"])
    assert Question.objects.get().statement == heard


def test_a_kind_that_was_changed_in_a_draft_before_the_first_answer_is_held_when_the_schedule_publishes_it(
    client, survey
):
    form = editor(client, survey)
    form.change(form.row("questions", text="People listen to me."), scale=Scale.THREE)
    form.fields["go_live_at"] = (timezone.localtime() + timedelta(hours=1)).strftime("%Y-%m-%d %H:%M")
    assert form.publish().status_code == 302
    question = by_text(survey, "People listen to me.")
    make_response(survey, answers={question: Given(question=question, score=5)})
    before = kept()
    survey.revisions.filter(approved_go_live_at__isnull=False).update(approved_go_live_at=timezone.now())
    revision = survey.revisions.get(approved_go_live_at__isnull=False)
    revision.content["go_live_at"] = None
    revision.save()
    call_command("publish_scheduled")
    assert live(survey).live_revision == revision
    assert kept() == before


# Keys


def test_keys_are_made_once_and_follow_neither_order_nor_words(client, survey):
    keys = {question.text: question.key for question in survey.questions.all()}
    form = editor(client, survey)
    for order, text in enumerate(("What helps you?", "Where do you live?", "People listen to me."), start=2):
        form.change(form.row("questions", text=text), ORDER=order)
    row = form.add_row("questions", kind=QuestionKind.TEXT, text="Anything else?", scale=Scale.FIVE, ORDER=1)
    form.fields |= {f"{row}-choices-TOTAL_FORMS": "0", f"{row}-choices-INITIAL_FORMS": "0"}
    form.publish()
    assert {question.text: question.key for question in live(survey).questions.all()} == {
        **keys,
        "Anything else?": "q4",
    }


def test_the_revision_that_was_asked_keeps_its_wording(client, survey, answers):
    revision = Response.objects.first().survey_revision
    form = editor(client, survey)
    form.change(form.row("questions", text="What helps you?"), text="What would help?")
    form.publish()
    revision.refresh_from_db()
    assert [row["text"] for row in revision.content["questions"]][-1] == "What helps you?"
