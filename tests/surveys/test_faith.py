"""Answered questions are retired, never lost: every way that an officer could lose one."""

import uuid
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.db.models import ProtectedError
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission, Page

from consultations.models import ConsultationPage
from consultations.surveys.enums import QuestionKind, Scale
from consultations.surveys.models import Answer, Choice, Question, Response, SurveyPage
from consultations.surveys.services.given import Given
from tests.builders import make_consultation, make_question, make_response, make_statement, make_survey, publish
from tests.editing import Editor, officer_client

pytestmark = pytest.mark.django_db
STREAMS = ("intro", "thanks_next")


@pytest.fixture
def client():
    return officer_client()


@pytest.fixture
def survey():
    """A live survey with an I statement, a choice question and a text question."""
    return make_survey(
        questions=[
            make_question(QuestionKind.STATEMENT, text="People listen to me."),
            make_question(QuestionKind.ONE_CHOICE, text="Where do you live?", choices=("Town", "Village", "Farm")),
            make_question(QuestionKind.TEXT, text="What helps you?"),
        ]
    )


@pytest.fixture
def answers(survey):
    """What 2 people answered to all 3 questions, as ``kept`` reads it."""
    statement, place, words = survey.questions.all()
    for score, choice, text in ((5, "Town", "My aunt."), (2, "Village", "A bus.")):
        make_response(
            survey,
            answers={
                statement: Given(question=statement, score=score),
                place: Given(question=place, choices=[place.choices.get(text=choice)]),
                words: text,
            },
        )
    return kept()


def kept() -> list[tuple]:
    """Every answer with all that gives it its meaning, down to the rows that it points at."""
    return [
        (
            answer.pk,
            answer.question_id,
            answer.question.page_id,
            answer.question.kind,
            answer.question.scale,
            answer.question.key,
            answer.score,
            answer.text,
            [(choice.pk, choice.question_id, choice.key, choice.text) for choice in answer.choices.order_by("pk")],
        )
        for answer in Answer.objects.select_related("question").order_by("pk")
    ]


def editor(client, survey, **options) -> Editor:
    return Editor(client, survey, streams=STREAMS, **options)


def live(survey) -> SurveyPage:
    return SurveyPage.objects.get(pk=survey.pk)


def asked(survey) -> list[str]:
    return [question.text for question in live(survey).asked_questions]


def by_text(survey, text) -> Question:
    return Question.objects.get(page=survey, text=text)


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


def bulk(client, action, *pages, **data):
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    ids = "&".join(f"id={page.pk}" for page in pages)
    return client.post(f"{url}?{ids}", data)


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


# Deleting


def delete(client, page, **data):
    return client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]), {"confirm": "Engage", **data})


@pytest.mark.parametrize("ancestor", ["survey", "consultation", "index", "home"])
@pytest.mark.parametrize("way", ["page", "bulk"])
def test_no_page_with_answers_below_it_can_be_deleted(client, survey, answers, ancestor, way):
    pages = {"survey": survey, "consultation": survey.get_parent()}
    pages["index"] = pages["consultation"].get_parent()
    pages["home"] = pages["index"].get_parent()
    allow_deleting_trees()
    page = pages[ancestor]
    reply = delete(client, page) if way == "page" else bulk(client, "delete", page, confirm="Engage")
    assert reply.status_code == 302
    told = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "People have answered" in told
    assert SurveyPage.objects.filter(pk=survey.pk).exists()
    assert kept() == answers


def test_the_question_whether_to_delete_is_not_even_asked(client, survey, answers):
    reply = client.get(reverse("wagtailadmin_pages:delete", args=[survey.pk]), follow=True)
    assert reply.redirect_chain
    assert "People have answered" in reply.content.decode()


def test_one_answered_survey_among_many_pages_keeps_them_all(client, survey, answers):
    other = make_survey()
    bulk(client, "delete", other, survey)
    assert SurveyPage.objects.count() == 2
    assert kept() == answers


def test_a_survey_that_somebody_has_only_begun_is_kept_as_well(client, survey):
    Response.objects.create(survey=survey, started_at=timezone.now(), token_hash=uuid.uuid4().hex)
    assert delete(client, survey).status_code == 302
    assert SurveyPage.objects.filter(pk=survey.pk).exists()


def test_a_survey_without_answers_can_be_deleted(client, survey):
    assert delete(client, survey).status_code == 302
    assert not SurveyPage.objects.exists()


def test_code_that_deletes_the_page_is_stopped_by_the_database(survey, answers):
    with pytest.raises(ProtectedError):
        survey.delete()
    assert kept() == answers


def allow_deleting_trees():
    """Officers cannot delete whole trees by themselves; the refusal must not hang on that."""
    permission = Permission.objects.get(content_type__app_label="wagtailcore", codename="bulk_delete_page")
    group = Group.objects.get(name="Engagement officers")
    GroupPagePermission.objects.create(group=group, page=Page.get_first_root_node(), permission=permission)


# Copying and moving


def copy(client, page, to, **data):
    fields = {"new_title": "A copy", "new_slug": "a-copy", "new_parent_page": to.pk, **data}
    reply = client.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), fields)
    assert reply.status_code == 302
    return page.specific_class.objects.get(slug="a-copy")


@pytest.mark.parametrize("publish_copies", ["", "on"])
def test_a_copy_takes_no_choice_away_from_the_answers_of_the_first(client, survey, answers, publish_copies):
    made = copy(client, survey, survey.get_parent(), publish_copies=publish_copies)
    assert editor(client, made).publish().status_code == 302
    assert kept() == answers
    assert asked(made) == asked(survey)
    copied = by_text(made, "Where do you live?")
    assert [choice.text for choice in copied.choices.all()] == ["Town", "Village", "Farm"]
    assert [question.key for question in live(made).questions.all()] == ["q1", "q2", "q3"]


def test_publishing_the_copied_revisions_takes_no_choice_away_either(client, survey, answers):
    form = editor(client, survey)
    form.change("questions-0", help_text="A draft.")
    form.save()
    made = copy(client, survey, survey.get_parent())
    for revision in made.revisions.order_by("created_at"):
        revision.content["slug"] = made.slug
        revision.save()
        revision.publish()
        assert kept() == answers
        assert [choice.text for choice in by_text(made, "Where do you live?").choices.all()] == [
            "Town",
            "Village",
            "Farm",
        ]


def test_a_copy_leaves_behind_what_is_no_longer_asked(client, survey, answers):
    form = editor(client, survey)
    form.remove(form.row("questions", text="What helps you?"))
    question = form.row("questions", text="Where do you live?")
    form.remove(form.row(f"{question}-choices", text="Town"))
    form.publish()
    form = editor(client, survey)
    form.change("questions-0", help_text="A draft.")
    form.save()
    made = copy(client, survey, survey.get_parent())
    editor(client, made).publish()
    assert [question.text for question in live(made).questions.all()] == ["People listen to me.", "Where do you live?"]
    assert [choice.text for choice in by_text(made, "Where do you live?").choices.all()] == ["Village", "Farm"]
    assert kept() == answers


def test_copying_a_consultation_with_its_surveys_keeps_the_answers(client, survey, answers):
    consultation = survey.get_parent().specific
    made = copy(client, consultation, consultation.get_parent(), copy_subpages="on", publish_copies="on")
    copied = SurveyPage.objects.child_of(made).get()
    publish(copied)
    assert kept() == answers
    assert asked(copied) == asked(survey)


@pytest.mark.parametrize("which", ["survey", "consultation"])
def test_no_alias_is_made_of_what_people_answer(client, survey, which):
    page = survey if which == "survey" else survey.get_parent()
    url = reverse("wagtailadmin_pages:copy", args=[page.pk])
    assert "alias" not in client.get(url).context["form"].fields
    made = copy(client, page.specific, page.get_parent(), alias="on")
    assert made.alias_of_id is None


@pytest.mark.parametrize("way", ["page", "bulk"])
def test_a_moved_survey_takes_its_answers_along(client, survey, answers, way):
    other = make_consultation()
    if way == "page":
        client.post(reverse("wagtailadmin_pages:move_confirm", args=[survey.pk, other.pk]))
    else:
        bulk(client, "move", survey, chooser=other.pk)
    assert live(survey).get_parent().specific == other
    assert kept() == answers
    assert Answer.objects.of_consultation(other).count() == len(answers)
    assert ConsultationPage.objects.count() == 2


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
