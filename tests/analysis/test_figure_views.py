"""The analysis page, its downloads, the dashboard panel and the menu."""

import csv
import io

import pytest
from wagtail.models import PageLogEntry

from consultations.analysis.services import tag_answers
from consultations.surveys.enums import QuestionKind
from consultations.surveys.models import Response
from consultations.surveys.services.given import Given
from tests.builders import (
    make_ambassador,
    make_answer,
    make_concern,
    make_consultation,
    make_lead,
    make_officer,
    make_priority,
    make_question,
    make_response,
    make_survey,
    make_theme,
    make_user,
)

pytestmark = pytest.mark.django_db

WORDS = "Marker words of a young person"


@pytest.fixture
def officer(client):
    officer = make_officer()
    client.force_login(officer)
    return officer


@pytest.fixture
def consultation():
    return make_consultation(title="Our new plan")


@pytest.fixture
def survey(consultation):
    return make_survey(
        consultation=consultation,
        slug="me",
        questions=[
            make_question(QuestionKind.STATEMENT, text="I have a say."),
            make_question(QuestionKind.SEVERAL_CHOICES, text="How do you travel?", choices=("Bus", "Walk")),
            make_question(text="What would you change?"),
        ],
    )


def answered(survey, words=WORDS, **fields):
    scored, chosen, worded = survey.questions.all()
    given = {
        scored: Given(question=scored, score=4),
        chosen: Given(question=chosen, choices=tuple(chosen.choices.all())),
        worded: Given(question=worded, text=words),
    }
    return make_response(survey, answers=given, **fields)


def download(client, consultation, file):
    reply = client.post(f"/admin/analysis/{consultation.pk}/download/{file}/")
    assert reply.status_code == 200
    text = b"".join(reply.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_analysis_page_shows_figures_and_no_words_of_anybody(client, officer, consultation, survey):
    theme = make_theme("Getting around", priority=make_priority("Good services"))
    for _number in range(12):
        answered(survey, group="parent")
    tag_answers(
        answers=[response.answers.get(question__kind="text") for response in Response.objects.all()],
        themes=[theme],
        coder=officer,
    )
    assert "Our new plan" in client.get("/admin/analysis/").text
    text = client.get(f"/admin/analysis/{consultation.pk}/").text
    for words in ("I have a say.", "Getting around", "Good services", "A parent or carer", "scale3-3.svg"):
        assert words in text, words
    assert WORDS not in text


def test_small_numbers_are_hidden_on_the_page(client, officer, consultation, survey):
    for _number in range(3):
        answered(survey)
    reply = client.get(f"/admin/analysis/{consultation.pk}/")
    assert reply.context["responses"].is_hidden
    assert reply.context["scores"][0].scores[0].answered.is_hidden


def test_an_empty_consultation_has_a_page(client, officer, consultation):
    text = client.get(f"/admin/analysis/{consultation.pk}/").text
    assert "No I statement was asked." in text
    assert client.get("/admin/analysis/999999/").status_code == 404


def test_responses_are_downloaded_one_a_row_with_a_column_for_each_question(client, officer, consultation, survey):
    response = answered(survey, group="parent", people=3)
    answered(make_survey(consultation=make_consultation(), questions=survey_questions()))
    (row,) = download(client, consultation, "responses")
    keys = [f"me.{question.key}" for question in survey.questions.all()]
    assert (row["response"], row["group"], row["people"]) == (str(response.pk), "A parent or carer", "3")
    assert [row[key] for key in keys] == ["Most of the time", "Bus, Walk", WORDS]
    assert row[f"{keys[0]}.score"] == "4"
    assert response.receipt_code not in row.values()


def survey_questions():
    return [make_question(QuestionKind.STATEMENT), make_question(QuestionKind.SEVERAL_CHOICES), make_question()]


def test_answers_are_downloaded_with_their_themes_and_priorities(client, officer, consultation, survey):
    response = answered(survey)
    theme = make_theme("Getting around", priority=make_priority("Good services"))
    answer = response.answers.get(question__kind="text")
    tag_answers(answers=[answer], themes=[theme, make_theme("Buses")], coder=officer)
    (row,) = download(client, consultation, "answers")
    assert (row["words"], row["themes"], row["priorities"]) == (WORDS, "Buses; Getting around", "Good services")
    assert row["question"] == f"me.{answer.question.key}"


@pytest.mark.parametrize("file", ["responses", "answers"])
def test_a_withheld_or_unsent_answer_is_in_no_download(client, officer, consultation, survey, file):
    make_concern(answered(survey, "Withheld marker").answers.get(question__kind="text"))
    begun = answered(survey, "Unsent marker")
    Response.objects.filter(pk=begun.pk).update(status="started", sent_at=None)
    answered(survey, "Readable marker")
    text = str(download(client, consultation, file))
    assert "Readable marker" in text
    assert "Withheld" not in text
    assert "Unsent" not in text


@pytest.mark.parametrize("file", ["responses", "answers"])
def test_words_that_look_like_a_formula_are_neutralised(client, officer, consultation, survey, file):
    formula = '=HYPERLINK("https://evil.example","x")'
    answered(survey, formula, source_detail="@evil")
    values = [value for row in download(client, consultation, file) for value in row.values()]
    assert f"'{formula}" in values
    assert "'@evil" in values
    assert not any(value.startswith(("=", "+", "-", "@")) for value in values)


def test_a_download_is_written_into_the_log_without_anybodys_words(client, officer, consultation, survey):
    answered(survey)
    download(client, consultation, "responses")
    entry = PageLogEntry.objects.get(action="surveys.export")
    assert (entry.page_id, entry.user, entry.data) == (consultation.pk, officer, {"file": "responses", "responses": 1})


def test_a_download_is_only_sent_by_a_press_of_its_button(client, officer, consultation):
    assert client.get(f"/admin/analysis/{consultation.pk}/download/responses/").status_code == 405
    assert client.post(f"/admin/analysis/{consultation.pk}/download/everything/").status_code == 404
    assert client.post("/admin/analysis/999999/download/responses/").status_code == 404
    assert not PageLogEntry.objects.filter(action="surveys.export").exists()


def test_a_download_streams_with_few_queries(client, officer, consultation, survey, django_assert_max_num_queries):
    for _number in range(12):
        answered(survey)
    reply = client.post(f"/admin/analysis/{consultation.pk}/download/responses/")
    with django_assert_max_num_queries(8):
        assert b"".join(reply.streaming_content).count(b"\r\n") == 13


@pytest.mark.parametrize("make_person", [make_lead, make_ambassador, None])
def test_people_without_the_permission_see_and_take_no_figures(client, consultation, make_person):
    if make_person:
        client.force_login(make_person())
    for address in ("/admin/analysis/", f"/admin/analysis/{consultation.pk}/"):
        assert client.get(address).status_code == 302
    assert client.post(f"/admin/analysis/{consultation.pk}/download/responses/").status_code == 302
    assert not PageLogEntry.objects.filter(action="surveys.export").exists()


def test_the_panel_tells_an_officer_what_is_open_what_came_in_and_what_waits(client, officer, consultation, survey):
    answered(survey)
    make_concern(answered(survey).answers.get(question__kind="text"))
    text = client.get("/admin/").text
    for words in ("Our new plan", "<strong>2</strong> responses came in", "<strong>1</strong> answer is not yet coded"):
        assert words in text, words
    assert "concern waits" not in text
    add = f"/admin/pages/add/surveys/surveypage/{consultation.pk}/"
    assert f'href="{add}"' in text
    assert client.get(add).status_code == 200


def test_the_panel_offers_a_survey_for_consultations_that_are_drafts_or_come_later(client, officer):
    coming = make_consultation(title="Coming soon", days_open=-3, days_left=20)
    draft = make_consultation(title="A draft of a plan", days_open=None, days_left=None)
    draft.unpublish()
    ended = make_consultation(title="Long over", days_open=20, days_left=-2)
    taken_back = make_consultation(title="Taken back", days_open=20, days_left=-2)
    taken_back.unpublish()
    text = client.get("/admin/").text
    assert "Coming soon" in text and "opens on" in text
    assert "is a draft." in text
    for page, is_offered in ((coming, True), (draft, True), (ended, False), (taken_back, False)):
        assert (f"/admin/pages/add/surveys/surveypage/{page.pk}/" in text) == is_offered, page.title
    assert client.get(f"/admin/pages/add/surveys/surveypage/{draft.pk}/").status_code == 200
    client.force_login(make_lead())
    assert "A draft of a plan" not in client.get("/admin/").text


def test_the_panel_tells_the_lead_about_open_and_overdue_concerns(client):
    from django.utils import timezone

    make_concern()
    overdue = make_concern()
    type(overdue).objects.filter(pk=overdue.pk).update(due_at=timezone.now())
    client.force_login(make_lead())
    text = client.get("/admin/").text
    assert "<strong>2</strong> concerns wait for you" in text
    assert "1 is overdue" in text
    # The lead reads what came in but makes no pages.
    assert "Add a survey" not in text


def test_an_ambassador_has_no_panel(client):
    make_answer()
    client.force_login(make_ambassador())
    text = client.get("/admin/").text
    assert "came in" not in text
    assert "not yet coded" not in text


@pytest.mark.parametrize(
    ("make_person", "shown", "not_shown"),
    [
        (make_officer, ["responses", "reading", "themes", "analysis"], ["concerns"]),
        (make_lead, ["responses", "concerns"], ["reading", "themes", "analysis"]),
        (make_ambassador, [], ["responses", "reading", "themes", "analysis", "concerns"]),
        (
            lambda: make_user("admin", is_superuser=True),
            ["responses", "reading", "themes", "analysis", "concerns"],
            [],
        ),
    ],
)
def test_the_menu_shows_only_what_a_person_may_see(client, make_person, shown, not_shown):
    client.force_login(make_person())
    text = client.get("/admin/").text
    for name in shown:
        assert f'"/admin/{name}/"' in text, name
    for name in not_shown:
        assert f'"/admin/{name}/"' not in text, name
