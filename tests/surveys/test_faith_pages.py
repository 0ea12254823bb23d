"""Answered questions are never lost: deleting, copying and moving pages."""

import uuid

import pytest
from django.contrib.auth.models import Group, Permission
from django.db.models import ProtectedError
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission, Page

from consultations.models import ConsultationPage
from consultations.surveys.models import Answer, Response, SurveyPage
from tests.builders import make_consultation, make_survey, publish
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
