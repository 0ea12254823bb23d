"""Answered questions are retired, never lost: older revisions, and revisions with wrong numbers."""

import pytest
from django.urls import reverse

from consultations.surveys.enums import QuestionKind, Scale
from consultations.surveys.models import Question
from consultations.surveys.services.given import Given
from tests.builders import make_response, make_statement, make_survey
from tests.editing import officer_client
from tests.surveys.answered import answer_all, asked, bulk, by_text, editor, kept, live, make_three_questions

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


# Older revisions


def test_publishing_an_older_revision_retires_what_was_added_and_answered_since(client, survey):
    older = survey.latest_revision
    form = editor(client, survey)
    row = form.add_row("questions", kind=QuestionKind.ONE_CHOICE, text="How do you travel?", scale=Scale.FIVE)
    form.fields |= {f"{row}-choices-TOTAL_FORMS": "0", f"{row}-choices-INITIAL_FORMS": "0"}
    for words in ("Bus", "Taxi"):
        form.add_row(f"{row}-choices", text=words)
    assert form.publish().status_code == 302
    added = by_text(survey, "How do you travel?")
    make_response(survey, answers={added: Given(question=added, choices=[added.choices.get(text="Bus")])})
    before = kept()
    reply = editor(client, survey, revision=older).publish()
    assert reply.status_code == 302
    assert asked(survey) == ["People listen to me.", "Where do you live?", "What helps you?"]
    added.refresh_from_db()
    assert added.retired
    assert [choice.text for choice in added.choices.all()] == ["Bus", "Taxi"]
    assert kept() == before


def test_an_older_revision_brings_a_removed_question_back_with_its_choices(client, survey):
    older = survey.latest_revision
    form = editor(client, survey)
    form.remove(form.row("questions", text="Where do you live?"))
    form.publish()
    editor(client, survey, revision=older).publish()
    assert [choice.text for choice in by_text(survey, "Where do you live?").choices.all()] == [
        "Town",
        "Village",
        "Farm",
    ]


def test_an_older_revision_asks_a_retired_question_again_as_the_same_question(client, survey, answers):
    older = survey.latest_revision
    form = editor(client, survey)
    form.remove(form.row("questions", text="Where do you live?"))
    form.publish()
    editor(client, survey, revision=older).publish()
    assert asked(survey) == ["People listen to me.", "Where do you live?", "What helps you?"]
    assert kept() == answers


def test_the_revision_of_a_deleted_i_statement_still_opens_and_says_what_is_missing(client):
    statement = make_statement("I am heard.")
    survey = make_survey(questions=[Question(kind=QuestionKind.STATEMENT, statement=statement)])
    older = survey.latest_revision
    form = editor(client, survey)
    form.change("questions-0", statement="", text="People hear me.")
    form.publish()
    statement.delete()
    reply = editor(client, survey, revision=older).publish()
    assert reply.status_code == 200
    assert "Choose an I statement" in str(reply.context["form"].formsets["questions"].forms[0].errors)


# The numbers in revisions cannot be trusted


@pytest.fixture
def grown(client, survey):
    """The survey with a question that was new in the draft that went live, and answered then."""
    form = editor(client, survey)
    row = form.add_row("questions", kind=QuestionKind.ONE_CHOICE, text="How do you travel?", scale=Scale.FIVE)
    form.fields |= {f"{row}-choices-TOTAL_FORMS": "0", f"{row}-choices-INITIAL_FORMS": "0"}
    for words in ("Bus", "Taxi"):
        form.add_row(f"{row}-choices", text=words)
    form.autosave()
    form.publish()
    question = by_text(survey, "How do you travel?")
    make_response(survey, answers={question: Given(question=question, choices=[question.choices.get(text="Bus")])})
    return live(survey)


def test_publishing_the_same_revision_again_asks_the_same_questions(client, grown):
    before, texts = kept(), asked(grown)
    assert bulk(client, "publish", grown).status_code == 302
    assert asked(grown) == texts
    assert Question.objects.count() == 4
    assert kept() == before


def test_unpublishing_and_publishing_again_asks_the_same_questions(client, grown):
    before, texts = kept(), asked(grown)
    client.post(reverse("wagtailadmin_pages:unpublish", args=[grown.pk]))
    assert not live(grown).live
    assert kept() == before
    assert editor(client, grown).publish().status_code == 302
    assert live(grown).live
    assert asked(grown) == texts
    assert Question.objects.count() == 4
    assert kept() == before


def test_a_draft_from_before_a_question_had_a_number_knows_it_by_its_words(client, grown):
    before = kept()
    autosaved = grown.revisions.order_by("created_at")[1]
    assert autosaved != grown.live_revision
    assert [row["pk"] for row in autosaved.content["questions"]][-1] is None
    editor(client, grown, revision=autosaved).publish()
    assert Question.objects.count() == 4
    assert kept() == before
