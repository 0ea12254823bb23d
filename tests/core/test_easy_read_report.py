"""The Easy Read report over all pages, and the list of hard words."""

import csv
import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from engage.core.easy_read import check_easy_read
from engage.core.glossary import Term, load_first_terms
from home.models import ContentPage
from tests.builders import (
    make_consultation,
    make_lead,
    make_outcome_page,
    make_question,
    make_statement,
    make_survey,
)
from tests.core.easy_read_pages import (
    client_with_words,
    make_content_page,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def client():
    return client_with_words()


# The report


def report(client, **filters):
    return client.get(reverse("easy_read:report"), filters)


def test_the_report_lists_the_worst_page_first_with_a_link_to_its_editor(client):
    easy, hard = make_content_page("We are here.", live=True), make_content_page("The provision of EHCPs.", live=True)
    rows = report(client).context["object_list"]
    titles = [row.title for row in rows]
    assert titles[0] == hard.title
    assert titles.index(hard.title) < titles.index(easy.title)
    assert rows[0].what == "hard word (2)"
    assert reverse("wagtailadmin_pages:edit", args=[hard.pk]) in report(client).content.decode()


def test_the_report_is_filtered_by_type_and_status(client):
    draft, consultation = make_content_page(), make_consultation()
    drafts = report(client, live="False").context["object_list"]
    assert [row.page.pk for row in drafts] == [draft.pk]
    types = report(client, content_type=consultation.content_type_id).context["object_list"]
    assert [row.page.pk for row in types] == [consultation.pk]


def test_the_report_takes_the_same_number_of_queries_for_many_pages(client, django_assert_max_num_queries):
    def fill():
        make_content_page()
        make_survey(questions=[make_question("statement", statement=make_statement(), choices=()), make_question()])
        make_outcome_page()

    fill()
    report(client)
    with django_assert_max_num_queries(60) as few:
        report(client)
    for _again in range(3):
        fill()
    with django_assert_max_num_queries(len(few.captured_queries)):
        assert len(report(client).context["object_list"]) > 12


def test_the_report_is_exported_with_words_that_no_spreadsheet_runs(client):
    page = make_content_page(live=True)
    ContentPage.objects.filter(pk=page.pk).update(title="=1+1", draft_title="=1+1")
    url = reverse("easy_read:report")
    text = b"".join(client.get(url, {"export": "csv"}).streaming_content).decode()
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["Warnings"] for row in rows if row["Page"] == "'=1+1"] == ["1"]
    workbook = load_workbook(io.BytesIO(b"".join(client.get(url, {"export": "xlsx"}).streaming_content)))
    assert "'=1+1" in [row[0].value for row in workbook.active]


def test_the_report_stands_in_the_menu_of_those_who_may_edit_pages(client):
    assert reverse("easy_read:report") in client.get(reverse("wagtailadmin_home")).content.decode().replace("\\/", "/")
    client.force_login(make_lead())
    assert reverse("easy_read:report") not in client.get(reverse("wagtailadmin_home")).content.decode()
    assert report(client).status_code == 302


# The list of words


def test_a_new_installation_has_a_list_and_one_that_was_begun_stays():
    load_first_terms()
    terms = Term.objects.all()
    assert terms.count() >= 60
    assert [term.word for term in terms if not term.swap and not term.explanation] == []
    Term.objects.exclude(word="provision").delete()
    load_first_terms()
    assert Term.objects.count() == 1


def test_what_the_list_says_is_easy_read_itself():
    load_first_terms()
    vocabulary = Term.objects.filter(word="none").vocabulary()
    hard = {
        term.word: [one.rule for one in check_easy_read(term, vocabulary).warnings]
        for term in Term.objects.all()
        if check_easy_read(term, vocabulary).warnings
    }
    assert hard == {}


def test_an_officer_adds_changes_and_deletes_words_and_the_checker_follows(client):
    page = make_content_page("We flumox you.")
    assert check_easy_read(page).findings == ()
    url = Term.snippet_viewset.get_url_name
    fields = {"word": "flumox", "forms": "flumoxed", "swap": "confuse", "explanation": ""}
    assert client.post(reverse(url("add")), fields).status_code == 302
    (finding,) = check_easy_read(page).findings
    assert finding.swap == "confuse"
    term = Term.objects.get(word="flumox")
    client.post(reverse(url("edit"), args=[term.pk]), {**fields, "known": "on"})
    assert check_easy_read(page).findings == ()
    client.post(reverse(url("delete"), args=[term.pk]))
    assert not Term.objects.filter(word="flumox").exists()


def test_a_word_is_listed_once_and_what_was_typed_stays(client):
    add = reverse(Term.snippet_viewset.get_url_name("add"))
    reply = client.post(add, {"word": "provision", "forms": "", "swap": "my own words", "explanation": ""})
    assert reply.status_code == 200
    assert "my own words" in reply.content.decode()


def test_only_officers_change_the_list(client):
    client.force_login(make_lead())
    assert client.get(reverse(Term.snippet_viewset.get_url_name("list"))).status_code == 302
