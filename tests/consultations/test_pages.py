"""The consultation's pages as the public and an officer see them, and where pages may stand."""

import pytest
from django.apps import apps
from django.urls import reverse
from wagtail.models import Page, Site
from wagtail.test.utils.form_data import rich_text

from ambassadors.models import AmbassadorIndexPage, AmbassadorPage
from consultations.enums import Stage
from consultations.events.models import EventIndexPage, ListeningEventPage
from consultations.models import ConsultationIndexPage, ConsultationPage
from consultations.outcomes.models import OutcomeIndexPage, YouSaidWeDidPage
from consultations.surveys.models import SurveyPage
from engage.core.publishing import NotReadyToPublish
from home.models import ContentPage, HomePage
from tests.builders import make_consultation, make_event, make_image, make_outcome_page, make_survey
from tests.editing import Editor, consultation_editor, officer_client

pytestmark = pytest.mark.django_db


def full_consultation() -> ConsultationPage:
    """Closed, with a survey, an event, an answer and both versions of the words."""
    page = make_consultation(
        days_left=-1,
        summary="Tell us what helps.",
        picture=make_image(),
        audience=["parents"],
        standard="<p>The longer version.</p>",
        passages=[("picture_text", {"picture": make_image(), "text": "We have a plan."})],
    )
    make_survey(consultation=page)
    make_event(parent=page)
    make_outcome_page(consultation=page)
    return ConsultationPage.objects.get(pk=page.pk)


# The index


def test_the_index_shows_what_is_open_what_is_coming_and_what_ended_in_order(client):
    later = make_consultation(days_open=-20, days_left=30, title="Later")
    sooner = make_consultation(days_open=-2, days_left=30, title="Sooner")
    now = make_consultation(title="Now")
    old = make_consultation(days_open=40, days_left=-30, title="Old")
    recent = make_consultation(days_open=30, days_left=-2, title="Recent")
    answered = make_consultation(days_open=30, days_left=-10, title="Answered")
    make_outcome_page(consultation=answered)
    draft = make_consultation(title="Draft")
    draft.unpublish()
    context = client.get(ConsultationIndexPage.objects.get().url).context
    assert context["open_now"] == [now]
    assert context["coming"] == [sooner, later]
    assert context["ended"] == [recent, answered, old]


# The page


def test_a_consultation_page_needs_at_most_10_queries(client, django_assert_max_num_queries):
    page = full_consultation()
    client.get(page.url)
    with django_assert_max_num_queries(10):
        reply = client.get(page.url)
    assert reply.status_code == 200
    assert reply.context["stage"] == Stage.ANSWERED
    assert [type(child) for child in reply.context["surveys"]] == [SurveyPage]
    assert [type(child) for child in reply.context["events"]] == [ListeningEventPage]
    assert [type(child) for child in reply.context["outcomes"]] == [YouSaidWeDidPage]


def test_drafts_below_a_consultation_are_not_shown(client):
    page = make_consultation()
    make_survey(consultation=page).unpublish()
    assert client.get(page.url).context["surveys"] == []


# Previews


@pytest.mark.parametrize("version", ["easy", "long"])
@pytest.mark.parametrize("stage", list(Stage))
def test_an_officer_previews_each_stage_in_both_versions(stage, version):
    page = full_consultation()
    client = officer_client()
    form = Editor(client, page, streams=["passages"])
    form.fields["standard"] = rich_text("<p>The longer version.</p>")
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    assert client.post(url, form.fields).json()["is_valid"]
    reply = client.get(url, {"mode": f"{stage.value}-{version}"})
    assert reply.status_code == 200
    assert ("The longer version." in reply.content.decode()) == (version == "long")
    assert str(stage.label) in reply.content.decode()


def test_the_8_previews_are_the_ones_that_are_offered():
    assert len(ConsultationPage().preview_modes) == 8
    assert ConsultationPage().default_preview_mode in dict(ConsultationPage().preview_modes)


def test_an_empty_new_consultation_is_previewed_and_saved_as_a_draft():
    index = make_consultation().get_parent()
    client = officer_client()
    where = ["consultations", "consultationpage", index.pk]
    add, preview = (reverse(f"wagtailadmin_pages:{name}", args=where) for name in ("add", "preview_on_add"))
    fields = {"title": "New", "slug": "new", "grace_hours": "24", "passages-count": "0"}
    fields |= {"standard": "null", "what_happens_next": "null"}
    fields |= {"comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}
    assert client.post(preview, fields).json()["is_valid"]
    assert client.get(preview).status_code == 200
    assert client.post(add, fields).status_code == 302
    assert ConsultationPage.objects.get(slug="new").stage() == Stage.PLANNED


# Publishing


@pytest.mark.parametrize(
    ("given", "field", "message"),
    [
        ({"passages-count": "0"}, "passages", "at least one picture with one Easy Read sentence"),
        ({"opens_at": "", "closes_at": "2030-01-31 17:00"}, "opens_at", "Say when it opens"),
    ],
)
def test_the_editor_says_at_the_field_what_a_consultation_lacks(given, field, message):
    page = make_consultation(summary="It stays.")
    page.unpublish()
    form = consultation_editor(page)
    form.fields |= {"summary": "Typed words stay.", **given}
    reply = form.publish()
    assert message in str(reply.context["form"].errors[field])
    assert "Typed words stay." in reply.content.decode()
    assert not ConsultationPage.objects.get(pk=page.pk).live
    assert form.save().status_code == 302
    assert ConsultationPage.objects.get(pk=page.pk).get_latest_revision_as_object().summary == "Typed words stay."


def test_a_consultation_without_dates_is_published_by_the_editor_as_planned():
    page = make_consultation()
    page.unpublish()
    form = consultation_editor(page)
    form.fields |= {"opens_at": "", "closes_at": ""}
    assert form.publish().status_code == 302
    page = ConsultationPage.objects.get(pk=page.pk)
    assert (page.live, page.stage()) == (True, Stage.PLANNED)


@pytest.mark.parametrize(("lack", "field"), [({"passages": []}, "passages"), ({"opens_at": None}, "opens_at")])
def test_no_other_way_publishes_a_consultation_that_is_not_complete(lack, field):
    page = make_consultation()
    page.unpublish()
    for name, value in lack.items():
        setattr(page, name, value)
    assert list(page.publishing_errors()) == [field]
    with pytest.raises(NotReadyToPublish):
        page.save_revision().publish()
    assert not ConsultationPage.objects.get(pk=page.pk).live


# Where pages may stand

TREE = {
    HomePage: {ConsultationIndexPage, OutcomeIndexPage, AmbassadorIndexPage, EventIndexPage, ContentPage},
    ConsultationIndexPage: {ConsultationPage},
    ConsultationPage: {SurveyPage, ListeningEventPage, YouSaidWeDidPage},
    AmbassadorIndexPage: {AmbassadorPage},
    EventIndexPage: {ListeningEventPage},
    SurveyPage: set(),
    ListeningEventPage: set(),
    YouSaidWeDidPage: set(),
    OutcomeIndexPage: set(),
    AmbassadorPage: set(),
    ContentPage: set(),
}


def test_every_page_type_stands_where_it_belongs_and_nowhere_else():
    page_models = {model for model in apps.get_models() if issubclass(model, Page) and model is not Page}
    assert page_models == set(TREE)
    for parent, children in TREE.items():
        assert set(parent.allowed_subpage_models()) == children
    for child in page_models - {HomePage}:
        assert set(child.allowed_parent_page_models()) == {parent for parent in TREE if child in TREE[parent]}


def test_there_is_one_of_each_list():
    make_consultation()
    home = Site.objects.get(is_default_site=True).root_page.specific
    offered = [model for model in type(home).creatable_subpage_models() if model.can_create_at(home)]
    assert ConsultationIndexPage not in offered
    assert OutcomeIndexPage in offered
