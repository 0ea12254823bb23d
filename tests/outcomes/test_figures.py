"""The figures of "You said, we did": counted once, rounded, hidden when small, and then left alone."""

import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from consultations.analysis.counting import people_of
from consultations.analysis.models import Coding, Theme
from consultations.analysis.people import people_who_answered, people_with_theme
from consultations.outcomes.models import FrozenFigure, Outcome, YouSaidWeDidPage
from consultations.surveys.enums import QuestionKind
from tests.builders import (
    make_concern,
    make_consultation,
    make_outcome,
    make_outcome_page,
    make_question,
    make_response,
    make_survey,
    make_theme,
    publish,
)
from tests.editing import Editor, officer_client

pytestmark = pytest.mark.django_db


@pytest.fixture
def survey():
    questions = [make_question(QuestionKind.TEXT), make_question(QuestionKind.TEXT)]
    return make_survey(consultation=make_consultation(days_left=-1), questions=questions)


@pytest.fixture
def consultation(survey):
    return survey.get_parent().specific


def say(survey, theme: Theme, **fields) -> list:
    """A response with the theme on the answers to both questions."""
    first, second = survey.questions.all()
    response = make_response(survey, answers={first: "Too loud.", second: "Much too loud."}, **fields)
    for answer in response.answers.all():
        put(theme, answer)
    return list(response.answers.all())


def put(theme, answer) -> None:
    Coding.objects.create(tag=theme, content_object=answer, coded_at=timezone.now(), batch=uuid.uuid4())


def page_with(consultation, *themes) -> YouSaidWeDidPage:
    return make_outcome_page(consultation=consultation, entries=[make_outcome(theme=theme) for theme in themes])


def words(page) -> list[str]:
    return [entry.figure_words for entry in YouSaidWeDidPage.objects.get(pk=page.pk).entries.all()]


# Counting


def test_people_are_counted_once_a_response_and_groups_by_their_size(survey, consultation):
    noise = make_theme("Noise")
    say(survey, noise, people=7)
    say(survey, noise)
    assert people_with_theme(consultation, noise) == 8
    assert people_who_answered(consultation) == 8


def test_a_response_where_nobody_counted_counts_no_people_here_as_on_the_analysis_page(survey, consultation):
    noise = make_theme("Noise")
    for people in (None, None, None, 20):
        say(survey, noise, people=people)
    assert people_with_theme(consultation, noise) == 20
    assert people_who_answered(consultation) == 20
    assert people_of(consultation).value == 20


def test_a_theme_that_only_responses_nobody_counted_have_counts_no_people(survey, consultation):
    noise = make_theme("Noise")
    say(survey, noise, people=None)
    assert people_with_theme(consultation, noise) == 0


def test_answers_with_a_concern_and_unsent_ones_do_not_count(survey, consultation):
    noise = make_theme("Noise")
    for answer in say(survey, noise):
        make_concern(answer)
    unsent = say(survey, noise)[0].response
    unsent.status, unsent.sent_at = "started", None
    unsent.save()
    assert people_with_theme(consultation, noise) == 0
    assert people_who_answered(consultation) == 0


def test_a_merged_theme_counts_for_the_one_it_went_into_and_the_other_way_round(survey, consultation):
    noise, loud = make_theme("Noise"), make_theme("Loud places")
    say(survey, noise)
    say(survey, loud)
    loud.merged_into = noise
    loud.save()
    assert people_with_theme(consultation, noise) == 2
    assert people_with_theme(consultation, loud) == 2


def test_other_consultations_do_not_count(survey, consultation):
    noise = make_theme("Noise")
    say(survey, noise)
    other = make_survey(questions=[make_question(), make_question()])
    say(other, noise, people=50)
    assert people_with_theme(consultation, noise) == 1


# In words


def test_a_figure_is_rounded_and_a_small_one_is_hidden(survey, consultation):
    noise, buses, food = make_theme("Noise"), make_theme("Buses"), make_theme("Food")
    say(survey, noise, people=43)
    say(survey, buses, people=9)
    page = page_with(consultation, noise, buses, food, None)
    assert words(page) == ["About 45 people said this.", "A few people said this.", "", ""]
    assert Outcome.objects.get(theme=buses).figure is None


def test_a_page_that_is_not_published_has_no_figures(survey, consultation):
    noise = make_theme("Noise")
    say(survey, noise, people=43)
    page = make_outcome_page(consultation=consultation, entries=[make_outcome(theme=noise)], live=False)
    assert words(page) == [""]
    assert not FrozenFigure.objects.exists()


def test_the_public_page_says_how_many_people_answered_and_said_it(client, survey, consultation):
    noise = make_theme("Noise")
    say(survey, noise, people=43)
    say(survey, make_theme("Food"), people=20)
    page = page_with(consultation, noise)
    reply = client.get(page.url)
    assert reply.status_code == 200
    assert "About 45 people said this." in reply.content.decode()
    assert reply.context["people_words"] == "About 65 people told us what they think."


# Frozen


@pytest.fixture
def frozen(survey, consultation):
    """A published page whose entry says 45 people; 40 more have said it since."""
    noise = make_theme("Noise")
    say(survey, noise, people=43)
    page = page_with(consultation, noise)
    say(survey, noise, people=40)
    return page


NEW = {"you_said": "Something else.", "state": "done", "we_did": "We did it."}
FROZEN = ["About 45 people said this."]


def editor(client, page, **options) -> Editor:
    form = Editor(client, page, streams=["passages"], **options)
    picture = page.passages[0].value["picture"]
    form.fields |= {
        "passages-count": "1",
        "passages-0-deleted": "",
        "passages-0-order": "0",
        "passages-0-type": "picture_text",
        "passages-0-id": "",
        "passages-0-value-picture": str(picture.pk),
        "passages-0-value-text": "Thank you.",
    }
    return form


def test_new_answers_and_publishing_again_change_no_figure(frozen):
    publish(frozen)
    assert words(frozen) == FROZEN
    assert Outcome.objects.get().figure == 45


def test_editing_and_publishing_changes_no_figure(frozen):
    form = editor(officer_client(), frozen)
    form.change("entries-0", you_said="You said it was loud.")
    assert form.publish().status_code == 302
    assert Outcome.objects.get().you_said == "You said it was loud."
    assert words(frozen) == FROZEN


def test_an_entry_that_goes_and_comes_back_with_an_older_revision_keeps_its_figure(frozen):
    client = officer_client()
    older = frozen.latest_revision
    form = editor(client, frozen)
    form.remove("entries-0")
    form.add_row("entries", **NEW, priority=frozen.entries.get().priority_id)
    assert form.publish().status_code == 302
    assert words(frozen) == [""]
    assert editor(client, frozen, revision=older).publish().status_code == 302
    assert words(frozen) == FROZEN


def test_the_same_revision_published_again_by_bulk_action_keeps_the_figure(frozen):
    client = officer_client()
    form = editor(client, frozen)
    entry = frozen.entries.get()
    form.add_row("entries", **NEW, theme=entry.theme_id, priority=entry.priority_id)
    form.publish()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client.post(f"{url}?id={frozen.pk}")
    assert words(frozen) == FROZEN * 2
    assert FrozenFigure.objects.filter(theme__isnull=False).count() == 1


def test_unpublishing_and_publishing_again_keeps_the_figure(frozen):
    frozen.unpublish()
    publish(YouSaidWeDidPage.objects.get(pk=frozen.pk))
    assert words(frozen) == FROZEN


def test_another_theme_is_counted_when_it_is_first_published_and_a_draft_counts_nothing(frozen, survey):
    client = officer_client()
    food = make_theme("Food")
    say(survey, food, people=21)
    form = editor(client, frozen)
    form.change("entries-0", theme=food.pk)
    form.save()
    assert words(frozen) == FROZEN
    assert FrozenFigure.objects.filter(theme=food).count() == 0
    editor(client, frozen).publish()
    assert words(frozen) == ["About 20 people said this."]


def test_a_copy_in_another_consultation_counts_its_own_people(frozen):
    other = make_consultation()
    client = officer_client()
    fields = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": other.pk}
    client.post(reverse("wagtailadmin_pages:copy", args=[frozen.pk]), fields)
    copied = YouSaidWeDidPage.objects.get(slug="copy")
    assert words(copied) == [""]
    publish(copied)
    assert words(copied) == [""]
    assert copied.entries.get().figure == 0
