"""Pages with Easy Read warnings: the question before publishing, and what the history says."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, PageLogEntry, Workflow, WorkflowPage, WorkflowTask

from consultations.models import ConsultationPage
from engage.core.easy_read import LOOKED_ACTION, UNSEEN_ACTION
from home.models import ContentPage
from tests.builders import (
    make_consultation,
    make_home,
    make_lead,
    make_officer,
    publish,
)
from tests.core.easy_read_pages import HARD, ask_url, client_with_words, editor, history, is_live, make_content_page
from tests.editing import Editor

pytestmark = pytest.mark.django_db


@pytest.fixture
def client():
    return client_with_words()


def test_publishing_with_warnings_asks_first_and_keeps_what_was_typed(client):
    page = make_content_page("We are here.")
    form = editor(client, page)
    form.fields["summary"] = "My provision."
    reply = form.press_publish()
    assert (reply.status_code, reply.url) == (302, ask_url(page))
    assert not is_live(page)
    html = client.get(reply.url).content.decode()
    assert "Publish with Easy Read warnings?" in html
    assert "Publish anyway" in html
    assert "Go back and mend" in html
    assert "provision</q>" in html
    assert 'value="My provision."' in client.get(form.url).content.decode()


def test_publishing_anyway_publishes_and_says_so_in_the_history(client):
    page = make_content_page("We are here.")
    editor(client, page).press_publish()
    page.refresh_from_db()
    reply = client.post(ask_url(page), {"revision": page.latest_revision_id})
    assert reply.status_code == 302
    assert is_live(page)
    entry = history(page, LOOKED_ACTION).get()
    assert (entry.user.username, entry.data) == ("officer", {"warnings": 1, "rules": {"jargon": 1}})
    assert not history(page, UNSEEN_ACTION).exists()
    html = client.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()
    assert "Looked at 1 Easy Read warning and published anyway" in html


def test_a_new_page_is_asked_about_as_well(client):
    parent = make_home()
    url = reverse("wagtailadmin_pages:add", args=["home", "contentpage", parent.pk])
    fields = {"title": "New", "slug": "new", "summary": HARD, "passages-count": "0", "body": "null"}
    fields |= {"comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0", "action-publish": "1"}
    reply = client.post(url, fields)
    page = ContentPage.objects.get(slug="new")
    assert reply.url == ask_url(page)
    assert (page.live, page.status_string) == (False, "draft")
    assert client.post(reply.url, {"revision": page.latest_revision_id}).status_code == 302
    assert is_live(page)


def test_a_page_without_warnings_is_published_without_a_question(client):
    page = make_content_page()
    assert editor(client, page, "The plan was written.").press_publish().url != ask_url(page)
    assert is_live(page)
    assert not PageLogEntry.objects.filter(page=page.pk, action__startswith="engage").exists()


def test_a_draft_is_never_asked_about(client):
    page = make_content_page()
    form = editor(client, page)
    assert form.autosave().json()["success"]
    assert editor(client, page).save().url == form.url
    assert not PageLogEntry.objects.filter(page=page.pk, action__startswith="engage").exists()


def test_a_page_that_lacks_something_is_refused_at_the_field_before_anything_else(client):
    page = make_consultation(title="Provision")
    form = Editor(client, page, streams=["passages"])
    reply = form.press_publish()
    assert reply.status_code == 200
    assert "passages" in reply.context["form"].errors


def test_what_somebody_else_changed_meanwhile_is_shown_before_it_is_published(client):
    page = make_content_page()
    seen = page.latest_revision_id
    editor(client, page, "Another provision.").save()
    reply = client.post(ask_url(page), {"revision": seen})
    assert "Somebody changed the page since" in reply.content.decode()
    assert not is_live(page)


@pytest.mark.parametrize("data", [{}, {"revision": ""}, {"revision": "x"}, {"revision": "0"}])
def test_publishing_anyway_needs_the_revision_that_was_looked_at(client, data):
    page = make_content_page()
    assert client.post(ask_url(page), data).status_code == 200
    assert not is_live(page)


def test_a_page_that_somebody_locked_is_not_published(client):
    page = make_content_page()
    page.locked, page.locked_by = True, make_officer("another")
    page.save()
    reply = client.post(ask_url(page), {"revision": page.latest_revision_id})
    assert reply.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert not is_live(page)


def test_who_may_edit_but_not_publish_cannot_publish_anyway(client):
    page = make_content_page()
    Group.objects.get(name="Engagement officers").page_permissions.filter(permission__codename="publish_page").delete()
    assert client.get(reverse("easy_read:findings", args=[page.pk])).status_code == 200
    client.post(ask_url(page), {"revision": page.latest_revision_id})
    assert not is_live(page)


def test_a_date_is_asked_about_once_and_kept(client):
    page = make_content_page()
    form = editor(client, page)
    form.fields["go_live_at"] = (timezone.localtime() + timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    assert form.press_publish().url == ask_url(page)
    page.refresh_from_db()
    client.post(ask_url(page), {"revision": page.latest_revision_id})
    revision = page.revisions.get(approved_go_live_at__isnull=False)
    revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    revision.content["go_live_at"] = None
    revision.save()
    call_command("publish_scheduled")
    assert is_live(page)
    assert history(page, LOOKED_ACTION).count() == 1
    assert not history(page, UNSEEN_ACTION).exists()


def test_many_pages_at_once_are_published_and_the_history_says_that_nobody_was_shown_the_warnings(client):
    hard, easy = make_content_page(), make_content_page("We are here.")
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client.post(f"{url}?id={hard.pk}&id={easy.pk}")
    assert is_live(hard)
    assert is_live(easy)
    assert history(hard, UNSEEN_ACTION).get().user.username == "officer"
    assert not history(easy, UNSEEN_ACTION).exists()
    html = client.get(reverse("wagtailadmin_pages:history", args=[hard.pk])).content.decode()
    assert "1 Easy Read warning that were not shown first" in html


def test_an_approved_page_is_published_and_logged(client):
    task = GroupApprovalTask.objects.create(name="Approve")
    task.groups.add(Group.objects.get(name="Engagement officers"))
    workflow = Workflow.objects.create(name="Approval")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.update_or_create(page=make_home(), defaults={"workflow": workflow})
    page = make_content_page()
    state = workflow.start(page, make_lead())
    client.post(
        reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.current_task_state.pk]),
        {"comment": ""},
    )
    assert is_live(page)
    assert history(page, UNSEEN_ACTION).exists()


def test_the_consultations_own_guard_still_stands(client):
    page = publish(make_consultation(title="Provision"))
    ConsultationPage.objects.filter(pk=page.pk).update(live=False)
    page.refresh_from_db()
    reply = client.post(ask_url(page), {"revision": page.latest_revision_id})
    assert reply.status_code == 302
    assert is_live(page)
