"""Conditions in drafts, revisions and copies, and in the editor."""

import uuid

import pytest
from wagtail.models import Page

from consultations.surveys.enums import QuestionKind
from consultations.surveys.models import SurveyPage
from consultations.surveys.services.given import Given
from engage.core.publishing import NotReadyToPublish
from tests.builders import make_question, make_response, make_survey, publish
from tests.editing import Editor, officer_client
from tests.surveys.conditions import heading, travel_survey
from tests.surveys.journeys import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def survey():
    return travel_survey()


# Drafts, revisions, copies


def conditions(survey) -> dict:
    """Each question with a condition: on which words it hangs."""
    rows = {row.uid: row for row in survey.questions.all()}
    return {row.text: rows[row.condition_uid].text for row in rows.values() if row.condition_uid}


AS_BUILT = {"What do you take?": "Do you travel alone?", "What is wrong with it?": "What do you take?"}


def test_conditions_survive_drafts_and_publishing(survey):
    draft = survey.save_revision()
    assert conditions(draft.as_object()) == AS_BUILT
    draft.publish()
    assert conditions(SurveyPage.objects.get(pk=survey.pk)) == AS_BUILT


def test_a_copy_hangs_on_its_own_questions(survey):
    copied = survey.copy(update_attrs={"slug": "a-copy", "title": "A copy"})
    copied = publish(SurveyPage.objects.get(pk=copied.pk))
    assert conditions(copied) == AS_BUILT
    survey.questions.get(text="Do you travel alone?").delete()
    person = Person(copied)
    person.start()
    person.answer(1, "3")
    assert heading(person) == "Question 2 of 2: Anything else?"


def test_a_condition_follows_a_row_that_is_known_again_by_its_words(survey):
    make_response(survey, answers={survey.questions.first(): Given(question=survey.questions.first(), score=1)})
    draft = survey.get_latest_revision_as_object()
    rows = draft.questions.get_object_list()
    fresh = uuid.uuid4()
    for row in rows:
        if row.text == "What do you take?":
            row.condition_uid = fresh
    rows[0].pk, rows[0].uid = None, fresh
    draft.save_revision().publish()
    assert conditions(SurveyPage.objects.get(pk=survey.pk)) == AS_BUILT


# In the editor


def editor(survey, client=None) -> Editor:
    return Editor(client or officer_client(), survey, streams=("intro", "thanks_next"))


def test_an_officer_chooses_the_answers_of_an_earlier_question():
    survey = make_survey(
        questions=[
            make_question(QuestionKind.ONE_CHOICE, text="How do you travel?", choices=("Bus", "Walk")),
            make_question(text="Is the bus late?"),
        ]
    )
    bus = survey.questions.first().choices.get(text="Bus")
    form = editor(survey)
    page = form.client.get(form.url).text
    assert 'name="questions-0-shown_when"' not in page
    assert "There is no earlier question whose answers you can tick." in page
    form.change("questions-1", shown_when=f"{bus.question.uid}|{bus.uid}")
    assert form.publish().status_code == 302
    assert conditions(SurveyPage.objects.get()) == {"Is the bus late?": "How do you travel?"}
    form = editor(survey, form.client)
    assert form.fields["questions-1-shown_when"] == f"{bus.question.uid}|{bus.uid}"
    assert form.publish().status_code == 302
    assert survey.questions.get(text="Is the bus late?").condition_values == [str(bus.uid)]
    form = editor(survey, form.client)
    del form.fields["questions-1-shown_when"]
    form.publish()
    assert conditions(SurveyPage.objects.get()) == {}


def test_answers_of_two_questions_at_once_are_refused_and_stay(survey):
    form = editor(survey)
    first, second = survey.questions.all()[:2]
    form.fields["questions-3-shown_when"] = [f"{first.uid}|1", f"{second.uid}|{second.choices.first().uid}"]
    reply = form.save()
    assert reply.status_code == 200
    errors = reply.context["form"].formsets["questions"].forms[3].errors
    assert "Tick answers to 1 question only." in str(errors["shown_when"])
    assert reply.content.decode().count(f'value="{first.uid}|1" ') >= 1


def test_an_answer_that_nobody_offers_is_refused(survey):
    form = editor(survey)
    form.fields["questions-3-shown_when"] = "nonsense"
    assert form.save().status_code == 200
    assert conditions(SurveyPage.objects.get()) == AS_BUILT


def refused(form) -> str:
    """What publishing tells the officer; nothing went live."""
    reply = form.publish()
    live = SurveyPage.objects.get()
    assert conditions(live) == AS_BUILT
    return form.client.get(reply.url).content.decode()


def test_publishing_refuses_a_condition_on_a_question_that_is_gone(survey):
    form = editor(survey)
    form.remove(form.row("questions", text="Do you travel alone?"))
    assert "Question 1: “Show only when” names a question that is not in this survey any more." in refused(form)


def test_publishing_refuses_a_condition_on_a_question_that_is_no_longer_asked(survey):
    form = editor(survey)
    form.change(form.row("questions", text="Do you travel alone?"), retired="on")
    assert "names a question that is no longer asked: Do you travel alone?" in refused(form)


def test_publishing_refuses_a_condition_on_a_later_question(survey):
    form = editor(survey)
    form.change(form.row("questions", text="Do you travel alone?"), ORDER="9")
    assert "names a question that does not come before it: Do you travel alone?" in refused(form)


@pytest.mark.parametrize("way", ["remove", "retire"])
def test_publishing_refuses_a_condition_on_a_choice_that_is_gone(survey, way):
    form = editor(survey)
    choices = form.row("questions", text="What do you take?") + "-choices"
    form.add_row(choices, text="Taxi")
    bus = form.row(choices, text="Bus")
    form.remove(bus) if way == "remove" else form.change(bus, retired="on")
    assert "names an answer that is no longer offered: What do you take?" in refused(form)


def test_a_tick_on_what_is_gone_is_shown_so_that_it_can_be_taken_away(survey):
    form = editor(survey)
    form.remove(form.row("questions", text="Do you travel alone?"))
    form.save()
    form = editor(survey, form.client)
    assert "An answer that is not offered any more" in form.client.get(form.url).content.decode()


def test_no_other_way_publishes_a_wrong_condition(survey):
    draft = survey.get_latest_revision_as_object()
    draft.questions.get_object_list()[0].retired = True
    with pytest.raises(NotReadyToPublish):
        draft.save_revision().publish()
    assert Page.objects.get(pk=survey.pk).live
