"""What the Easy Read checker reads of pages and records, and how an officer sees it beside the editor."""

import pytest
from django.urls import reverse
from django.utils.html import escape
from wagtail.models import Locale, PageLogEntry

from engage.core.readability import Rule
from tests.builders import (
    make_ambassador,
    make_image,
    make_lead,
    make_outcome,
    make_outcome_page,
    make_priority,
    make_question,
    make_statement,
    make_survey,
)
from tests.core.easy_read_pages import HARD, client_with_words, editor, is_live, make_content_page, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def client():
    return client_with_words()


# What is read


def test_questions_help_and_choices_are_read_each_by_itself(client):
    image = make_image()
    easy = make_question(picture=image)
    question = make_question(
        "one_choice", text=HARD, help_text="Ask the ABC.", choices=("Provision", "Bus"), picture=image
    )
    survey = make_survey(questions=[easy, question])
    found = [one for one in words_of(survey) if one[0].startswith("Question")]
    assert ("Question 2", Rule.JARGON) in found
    assert ("Question 2, help", Rule.INITIALS) in found
    assert ("Question 2, choice 1", Rule.JARGON) in found
    assert ("Question 2, choice 2", Rule.NO_PICTURE) in found
    assert not [one for one in found if one[0].startswith("Question 1")]


def test_the_words_at_the_ends_of_a_scale_and_the_starts_of_sentences_are_read(client):
    question = make_question("how_much", text="How much?", low_words="No provision", high_words="Much provision")
    question.starters = "My provision\nI like"
    found = words_of(make_survey(questions=[question]))
    assert [rule for where, rule in found if where.startswith("Question 1, ")] == [Rule.JARGON] * 3


def test_a_question_without_words_of_its_own_is_read_in_the_words_of_its_statement(client):
    statement = make_statement("I like my provision.", picture=make_image())
    survey = make_survey(questions=[make_question("statement", statement=statement)])
    survey.questions.update(text="")
    survey.refresh_from_db()
    assert ("Question 1", Rule.JARGON) in words_of(survey)
    assert ("Question 1", Rule.NO_PICTURE) not in words_of(survey)


def test_an_entry_is_read_and_somebodys_own_words_are_not(client):
    page = make_outcome_page(entries=[make_outcome(you_said=HARD, quote="It is not without provision.")])
    assert [one for one in words_of(page) if one[0].startswith("Entry")] == [("Entry 1, You said", Rule.JARGON)]


def test_the_longer_version_is_not_read(client):
    page = make_content_page("We are here.", body="<p>The provision of EHCPs.</p>")
    assert words_of(page) == []


def test_pages_in_other_languages_are_left_alone(client):
    page = make_content_page()
    assert words_of(page)
    page.locale = Locale.objects.create(language_code="ur")
    assert words_of(page) == []


# Beside the editor


def test_the_editor_shows_what_was_found_with_plainer_words(client):
    reply = client.get(reverse("wagtailadmin_pages:edit", args=[make_content_page().pk]))
    html = reply.content.decode()
    assert "Easy Read, block 1" in html
    assert "provision</q>" in html
    assert "<strong>help</strong>" in html
    assert "data-content-readability-score" not in html


def test_the_findings_are_those_of_the_latest_draft_and_asking_changes_nothing(client):
    page = make_content_page("We are here.", live=True)
    editor(client, page).autosave()
    before = page.revisions.count(), PageLogEntry.objects.count()
    reply = client.get(reverse("easy_read:findings", args=[page.pk]))
    assert "provision</q>" in reply.content.decode()
    assert (page.revisions.count(), PageLogEntry.objects.count()) == before


def test_findings_show_typed_markup_as_words(client):
    page = make_content_page("<img src=x> and the provision.")
    html = client.get(reverse("easy_read:findings", args=[page.pk])).content.decode()
    page = make_content_page(
        "We all know that this <script>alert(1)</script> is one very long sentence with far too many words in it."
    )
    html += client.get(reverse("easy_read:findings", args=[page.pk])).content.decode()
    assert "<script" not in html
    assert escape("<script>") in html


@pytest.mark.parametrize("name", ["findings", "publish"])
def test_nobody_sees_findings_of_a_page_that_they_may_not_edit(client, name):
    page = make_content_page()
    url = reverse(f"easy_read:{name}", args=[page.pk])
    for user in (make_lead(), make_ambassador()):
        client.force_login(user)
        assert client.get(url).status_code == 302
        assert client.post(url, {"revision": page.latest_revision_id}).status_code in (302, 405)
    client.logout()
    assert client.get(url).status_code == 302
    assert not is_live(page)


def test_findings_are_only_read(client):
    assert client.post(reverse("easy_read:findings", args=[make_content_page().pk])).status_code == 405


def test_a_page_that_is_gone_has_no_findings(client):
    assert client.get(reverse("easy_read:findings", args=[999_999])).status_code == 404


@pytest.mark.parametrize("make", [lambda: make_priority(description=HARD), lambda: make_statement(HARD)])
def test_records_show_their_findings_in_their_editor(client, make):
    record = make()
    html = client.get(reverse(record.snippet_viewset.get_url_name("edit"), args=[record.pk])).content.decode()
    assert "provision</q>" in html
    add = client.get(reverse(record.snippet_viewset.get_url_name("add")))
    assert "engage-easy-read" not in add.content.decode()
