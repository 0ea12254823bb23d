"""A "You said, we did" page is complete before the public sees it, whatever way it is published."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, PageLogEntry, Workflow, WorkflowPage, WorkflowTask
from wagtail.test.utils.form_data import streamfield

from consultations.outcomes.models import YouSaidWeDidPage
from engage.core.publishing import REFUSED_ACTION, NotReadyToPublish
from tests.builders import (
    make_consultation,
    make_home,
    make_image,
    make_lead,
    make_officer,
    make_outcome,
    make_outcome_page,
    publish,
)
from tests.editing import Editor, officer_client

pytestmark = pytest.mark.django_db

# What an entry may lack, the field at which an officer is told, and words of the message.
LACKS = [
    ({"you_said": ""}, "you_said", "required"),
    ({"priority": ""}, "priority", "required"),
    ({"we_did": ""}, "we_did", "Write what you did"),
    ({"we_did": "  "}, "we_did", "Write what you did"),
    ({"state": "doing", "we_did": ""}, "we_did", "Write what you did"),
    ({"state": "cannot", "why_not": ""}, "why_not", "Write why you cannot do it"),
]


@pytest.fixture
def client():
    return officer_client()


def editor(client, page, *, easy_read=True, **options) -> Editor:
    form = Editor(client, page, **options)
    blocks = [("picture_text", {"picture": make_image().pk, "text": "Thank you."})] if easy_read else []
    form.fields |= {f"passages-{name}": str(value) for name, value in streamfield_fields(blocks).items()}
    return form


def streamfield_fields(blocks) -> dict:
    data = streamfield(blocks)
    flat = {"count": data["count"]}
    for number in range(len(blocks)):
        block = data[str(number)]
        flat |= {f"{number}-{name}": block[name] for name in ("type", "deleted", "order")} | {f"{number}-id": ""}
        flat |= {f"{number}-value-{name}": value for name, value in block["value"].items()}
    return flat


def is_live(page) -> bool:
    return YouSaidWeDidPage.objects.get(pk=page.pk).live


# In the editor


@pytest.mark.parametrize(("lack", "field", "message"), LACKS)
def test_the_editor_says_at_the_field_what_an_entry_lacks_and_keeps_what_was_typed(client, lack, field, message):
    page = make_outcome_page(live=False)
    form = editor(client, page)
    form.change("entries-0", quote="Typed words stay.", **lack)
    reply = form.publish()
    assert reply.status_code == 200
    assert message in str(reply.context["form"].formsets["entries"].forms[0].errors[field])
    assert "Typed words stay." in reply.content.decode()
    assert not is_live(page)


def test_the_editor_asks_for_easy_read(client):
    page = make_outcome_page(live=False)
    reply = editor(client, page, easy_read=False).publish()
    assert "at least one picture with one Easy Read sentence" in str(reply.context["form"].errors["passages"])
    assert not is_live(page)


def test_the_editor_asks_for_an_entry(client):
    page = make_outcome_page(live=False)
    form = editor(client, page)
    form.remove("entries-0")
    reply = form.publish()
    assert "Add at least 1" in str(reply.context["form"].formsets["entries"].non_form_errors())
    assert not is_live(page)


@pytest.mark.parametrize("way", ["save", "autosave"])
def test_a_draft_may_be_incomplete_and_opens_and_previews(client, way):
    page = make_outcome_page(live=False)
    form = editor(client, page, easy_read=False)
    form.change("entries-0", you_said="", we_did="")
    assert getattr(form, way)().status_code in (200, 302)
    entry = YouSaidWeDidPage.objects.get(pk=page.pk).get_latest_revision_as_object().entries.get()
    assert (entry.you_said, entry.row_label) == ("", "")
    assert client.get(form.url).status_code == 200
    assert client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk])).status_code == 200
    assert client.get(reverse("wagtailadmin_explore", args=[page.get_parent().pk])).status_code == 200


def test_the_preview_shows_what_is_typed_and_not_saved(client):
    page = make_outcome_page(live=False)
    form = editor(client, page)
    form.add_row("entries", you_said="You said something new.", state="doing")
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    assert client.post(url, form.fields).json() == {"is_valid": True, "is_available": True}
    assert "You said something new." in client.get(url).content.decode()
    assert YouSaidWeDidPage.objects.get(pk=page.pk).entries.count() == 1


def test_a_new_page_is_previewed_before_it_is_ever_saved(client):
    consultation = make_consultation()
    url = reverse("wagtailadmin_pages:preview_on_add", args=["outcomes", "yousaidwedidpage", consultation.pk])
    add = client.get(reverse("wagtailadmin_pages:add", args=["outcomes", "yousaidwedidpage", consultation.pk]))
    assert add.status_code == 200
    fields = {"title": "New", "slug": "new", "passages-count": "0", "standard": "null"}
    fields |= {"entries-TOTAL_FORMS": "1", "entries-INITIAL_FORMS": "0", "entries-0-you_said": "You said so."}
    fields |= {"entries-0-state": "done", "entries-0-ORDER": "1"}
    fields |= {"comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}
    assert client.post(url, fields).json()["is_valid"]
    assert "You said so." in client.get(url).content.decode()


def test_a_complete_page_is_published_by_the_editor(client):
    page = make_outcome_page(live=False)
    assert editor(client, page).publish().status_code == 302
    assert is_live(page)


# By every other way


def incomplete(**fields) -> YouSaidWeDidPage:
    return make_outcome_page(entries=[make_outcome(we_did="", **fields)], live=False)


def bulk_publish(client, *pages, **data):
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    return client.post(f"{url}?{'&'.join(f'id={page.pk}' for page in pages)}", data, follow=True)


def test_a_bulk_action_publishes_none_of_the_pages_and_leads_to_the_incomplete_one(client):
    complete, lacking = make_outcome_page(live=False), incomplete()
    reply = bulk_publish(client, complete, lacking)
    assert reply.redirect_chain[-1] == (reverse("wagtailadmin_pages:edit", args=[lacking.pk]), 302)
    assert "Entry 1: Write what you did" in reply.content.decode()
    assert not is_live(complete)
    assert not is_live(lacking)


def test_a_bulk_action_on_the_pages_above_is_refused_as_well(client):
    lacking = incomplete()
    bulk_publish(client, lacking.get_parent(), include_descendants="on")
    assert not is_live(lacking)


def test_an_incomplete_draft_of_a_live_page_leaves_the_live_page_as_it_was(client):
    page = make_outcome_page()
    form = editor(client, page)
    form.change("entries-0", we_did="")
    form.save()
    reply = bulk_publish(client, page)
    assert "is not published" in reply.content.decode()
    assert YouSaidWeDidPage.objects.get(pk=page.pk).entries.get().we_did == "We did it."


def test_an_older_incomplete_revision_is_refused_at_the_field(client):
    page = incomplete()
    older = page.latest_revision
    form = editor(client, page)
    form.change("entries-0", we_did="We did it now.")
    assert form.publish().status_code == 302
    reply = editor(client, page, revision=older).publish()
    assert reply.status_code == 200
    assert "we_did" in reply.context["form"].formsets["entries"].forms[0].errors
    assert YouSaidWeDidPage.objects.get(pk=page.pk).entries.get().we_did == "We did it now."


def test_the_schedule_leaves_an_incomplete_page_alone_says_so_and_publishes_the_others():
    lacking, complete = incomplete(), make_outcome_page(live=False)
    for page in (lacking, complete):
        page.latest_revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
        page.latest_revision.save()
    call_command("publish_scheduled")
    assert not is_live(lacking)
    assert is_live(complete)
    lacking.latest_revision.refresh_from_db()
    assert lacking.latest_revision.approved_go_live_at is None
    entry = PageLogEntry.objects.get(action=REFUSED_ACTION)
    assert entry.page == lacking.page_ptr
    assert "Write what you did" in str(entry.data)
    history = officer_client().get(reverse("wagtailadmin_pages:history", args=[lacking.pk]))
    assert "it was not complete" in history.content.decode()


def test_a_date_cannot_be_set_for_an_incomplete_page(client):
    page = incomplete()
    form = editor(client, page)
    form.fields["go_live_at"] = (timezone.localtime() + timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    reply = form.publish()
    assert "we_did" in reply.context["form"].formsets["entries"].forms[0].errors
    assert not page.revisions.filter(approved_go_live_at__isnull=False).exists()


@pytest.fixture
def approval(client):
    """A workflow whose only step an officer approves."""
    task = GroupApprovalTask.objects.create(name="Approve")
    task.groups.add(Group.objects.get(name="Engagement officers"))
    workflow = Workflow.objects.create(name="Approval")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.update_or_create(page=make_home(), defaults={"workflow": workflow})
    return workflow


@pytest.mark.parametrize("headers", [{}, {"x-requested-with": "XMLHttpRequest"}])
def test_approving_an_incomplete_page_is_taken_back_and_explained(client, approval, headers):
    page = incomplete()
    state = approval.start(page, make_lead())
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.current_task_state.pk])
    reply = client.post(url, {"comment": ""}, headers=headers)
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert (reply.json()["redirect"] if headers else reply.url) == edit
    assert "Entry 1: Write what you did" in client.get(edit).content.decode()
    state.refresh_from_db()
    assert state.status == state.STATUS_IN_PROGRESS
    assert not is_live(page)


def test_approving_a_complete_page_publishes_it(client, approval):
    page = make_outcome_page(live=False)
    state = approval.start(page, make_lead())
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.current_task_state.pk])
    client.post(url, {"comment": ""})
    assert is_live(page)


def test_code_that_saves_an_incomplete_live_page_is_stopped():
    page = make_outcome_page()
    page.entries.add(make_outcome(state="cannot"))
    with pytest.raises(NotReadyToPublish) as refusal:
        page.save()
    assert refusal.value.problems == ["Entry 2: Write why you cannot do it."]
    assert page.entries.model.objects.count() == 1


def test_nobody_without_permission_publishes():
    page = make_outcome_page(live=False)
    client = officer_client(make_officer("somebody"))
    client.force_login(make_lead())
    bulk_publish(client, page)
    client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {"action-publish": "1"})
    assert not is_live(page)


def test_a_complete_entry_that_cannot_be_done_says_why_and_needs_no_we_did():
    page = make_outcome_page(entries=[make_outcome(state="cannot", we_did="", why_not="It costs too much.")])
    assert is_live(publish(page))
