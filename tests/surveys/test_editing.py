"""An officer makes a survey in the page editor: drafts may be incomplete, what is published may not."""

import pytest
from django.urls import reverse

from consultations.surveys.enums import QuestionKind
from consultations.surveys.models import Question, SurveyPage
from tests.builders import make_consultation, make_lead, make_question, make_survey
from tests.editing import Editor, officer_client, publish_anyway

pytestmark = pytest.mark.django_db
NEW_PAGE = {
    "title": "Your say",
    "slug": "your-say",
    "minutes": "5",
    "intro-count": "0",
    "thanks_next-count": "0",
    "comments-TOTAL_FORMS": "0",
    "comments-INITIAL_FORMS": "0",
}


@pytest.fixture
def client():
    return officer_client()


def editor(client, survey) -> Editor:
    return Editor(client, survey, streams=("intro", "thanks_next"))


def add_question(form: Editor, *choices: str, **values) -> str:
    row = form.add_row("questions", **{"kind": QuestionKind.TEXT, "scale": "5", "text": "", **values})
    form.fields |= {f"{row}-choices-TOTAL_FORMS": "0", f"{row}-choices-INITIAL_FORMS": "0"}
    for words in choices:
        form.add_row(f"{row}-choices", text=words)
    return row


def row_errors(reply, number: int) -> dict:
    assert reply.status_code == 200
    return reply.context["form"].formsets["questions"].forms[number].errors


def add_url(consultation) -> str:
    return reverse("wagtailadmin_pages:add", args=["surveys", "surveypage", consultation.pk])


def question_fields(*questions: dict) -> dict:
    fields = {"questions-TOTAL_FORMS": str(len(questions)), "questions-INITIAL_FORMS": "0"}
    for number, question in enumerate(questions):
        prefix, choices = f"questions-{number}", question.get("choices", ())
        values = {"kind": question["kind"], "scale": "5", "text": question.get("text", ""), "ORDER": str(number + 1)}
        fields |= {f"{prefix}-{name}": value for name, value in values.items()}
        fields |= {f"{prefix}-choices-TOTAL_FORMS": str(len(choices)), f"{prefix}-choices-INITIAL_FORMS": "0"}
        fields |= {f"{prefix}-choices-{order}-text": words for order, words in enumerate(choices)}
        fields |= {f"{prefix}-choices-{order}-ORDER": str(order + 1) for order in range(len(choices))}
    return fields


def test_an_officer_makes_and_publishes_a_survey_with_questions_and_choices_in_one_go(client):
    consultation = make_consultation()
    fields = NEW_PAGE | question_fields(
        {"kind": "statement", "text": "People listen to me."},
        {"kind": "one_choice", "text": "How do you travel?", "choices": ["Bus", "Taxi"]},
        {"kind": "text", "text": "What helps you?"},
    )
    reply = publish_anyway(client, client.post(add_url(consultation), {**fields, "action-publish": "1"}))
    assert reply.status_code == 302
    survey = SurveyPage.objects.get()
    assert survey.live
    assert [(one.key, one.text) for one in survey.questions.all()] == [
        ("q1", "People listen to me."),
        ("q2", "How do you travel?"),
        ("q3", "What helps you?"),
    ]
    choices = survey.questions.get(key="q2").choices.all()
    assert [(one.key, one.text) for one in choices] == [("c1", "Bus"), ("c2", "Taxi")]
    assert client.get(survey.url).status_code == 200


def test_somebody_without_permission_makes_no_survey(client):
    consultation = make_consultation()
    client.force_login(make_lead())
    fields = NEW_PAGE | question_fields({"kind": "text", "text": "What helps you?"})
    assert client.post(add_url(consultation), {**fields, "action-publish": "1"}).status_code == 302
    assert not SurveyPage.objects.exists()


# Drafts


EMPTY = {"kind": QuestionKind.STATEMENT, "text": ""}
HALF = {"kind": QuestionKind.ONE_CHOICE, "text": ""}


def test_an_empty_new_survey_is_saved_as_a_draft_opened_and_previewed(client):
    consultation = make_consultation()
    fields = NEW_PAGE | question_fields({"kind": "statement"}, {"kind": "one_choice", "choices": [""]})
    assert client.post(add_url(consultation), fields).status_code == 302
    survey = SurveyPage.objects.get()
    assert not survey.live
    assert [str(question) for question in survey.questions.all()] == ["Question without words"] * 2
    assert client.get(reverse("wagtailadmin_pages:edit", args=[survey.pk])).status_code == 200
    assert client.get(reverse("wagtailadmin_explore", args=[consultation.pk])).status_code == 200


@pytest.mark.parametrize("way", ["save", "autosave"])
@pytest.mark.parametrize("live", [True, False])
def test_a_draft_with_unfinished_questions_is_saved_and_every_preview_renders(client, way, live):
    survey = make_survey(questions=[make_question(text="What helps you?")])
    if not live:
        survey.unpublish()
    form = editor(client, survey)
    add_question(form, **EMPTY)
    add_question(form, "", **HALF)
    reply = getattr(form, way)()
    assert reply.status_code == (302 if way == "save" else 200)
    assert way == "save" or reply.json()["success"]
    draft = SurveyPage.objects.get(pk=survey.pk).get_latest_revision_as_object()
    assert draft.questions.count() == 3
    assert SurveyPage.objects.get(pk=survey.pk).live is live
    for mode, _label in draft.preview_modes:
        url = reverse("wagtailadmin_pages:view_draft", args=[survey.pk])
        assert client.get(url, {"mode": mode}).status_code == 200
    assert client.get(form.url).status_code == 200


def test_what_was_autosaved_keeps_its_rows_when_it_is_sent_again(client):
    survey = make_survey(questions=[make_question(text="What helps you?")])
    survey.unpublish()
    form = editor(client, survey)
    add_question(form, "Bus", "Taxi", kind=QuestionKind.ONE_CHOICE, text="How do you travel?")
    form.fields |= form.autosave().json()["field_updates"]
    form.autosave()
    assert Question.objects.count() == 2
    assert Question.objects.get(text="How do you travel?").choices.count() == 2


# Publishing


@pytest.mark.parametrize(
    ("choices", "values", "field", "message"),
    [
        ((), {"kind": "statement"}, "statement", "Choose an I statement"),
        ((), {"kind": "text"}, "text", "Write the question"),
        (("Bus", "Taxi"), {"kind": "one_choice"}, "text", "Write the question"),
        (("Bus",), {"kind": "one_choice", "text": "How?"}, "__all__", "at least 2 choices"),
        ((), {"kind": "several_choices", "text": "How?"}, "__all__", "at least 2 choices"),
        (("Bus", ""), {"kind": "one_choice", "text": "How?"}, "__all__", "at least 2 choices"),
        (("Bus",), {"kind": "top_three", "text": "What?"}, "__all__", "at least 2 choices"),
        ((), {"kind": "how_much", "text": "How much?", "low_words": "Not"}, "high_words", "what this end means"),
        ((), {"kind": "text", "text": "What?", "starters": "a\nb\nc\nd\ne"}, "starters", "at most 4"),
        (
            ("Bus", "Taxi"),
            {"kind": "several_choices", "text": "How?", "at_most": "0", "choices-0-own_words": "on"},
            "at_most",
            "greater than or equal to 1",
        ),
        (
            ("Bus", "Taxi"),
            {"kind": "top_three", "text": "How?", "choices-0-own_words": "on"},
            "__all__",
            "none in a top three",
        ),
    ],
)
def test_an_unfinished_question_is_named_at_its_field_when_publishing(client, choices, values, field, message):
    survey = make_survey(questions=[make_question(text="What helps you?")])
    form = editor(client, survey)
    add_question(form, *choices, **{**values, "help_text": "Typed words stay."})
    reply = form.publish()
    assert message in str(row_errors(reply, 1)[field])
    assert "Typed words stay." in reply.content.decode()
    assert survey.questions.count() == 1


def test_an_unfinished_question_that_is_no_longer_asked_is_nobodys_concern(client):
    survey = make_survey(questions=[make_question(text="What helps you?"), make_question(text="Old.")])
    form = editor(client, survey)
    form.change("questions-1", retired="on", text="")
    assert form.publish().status_code == 302
    assert [question.text for question in SurveyPage.objects.get().asked_questions] == ["What helps you?"]


def test_a_survey_without_a_question_is_not_published(client):
    survey = make_survey(questions=[make_question(text="What helps you?")])
    form = editor(client, survey)
    form.remove("questions-0")
    reply = form.publish()
    assert "Add at least 1" in str(reply.context["form"].formsets["questions"].non_form_errors())
    assert survey.questions.count() == 1


def test_a_survey_that_asks_nothing_any_more_is_not_published_and_the_draft_is_kept(client):
    survey = make_survey(questions=[make_question(text="What helps you?")])
    form = editor(client, survey)
    form.change("questions-0", retired="on")
    reply = form.publish()
    assert reply.url == reverse("wagtailadmin_pages:edit", args=[survey.pk])
    assert "Ask at least one question" in client.get(reply.url).content.decode()
    page = SurveyPage.objects.get()
    assert len(page.asked_questions) == 1
    assert not page.get_latest_revision_as_object().asked_questions


def test_a_bulk_action_does_not_publish_an_unfinished_survey(client):
    survey = make_survey(questions=[make_question(text="What helps you?")])
    form = editor(client, survey)
    add_question(form, **EMPTY)
    form.save()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    reply = client.post(f"{url}?id={survey.pk}", follow=True)
    assert "Question 2: Choose an I statement" in reply.content.decode()
    assert survey.questions.count() == 1


# The rows in the editor


def test_filled_rows_are_closed_and_say_their_words_and_new_ones_are_open(client):
    make_question()
    survey = make_survey(questions=[make_question(text="What helps you?")])
    html = client.get(reverse("wagtailadmin_pages:edit", args=[survey.pk])).content.decode()
    assert "What helps you? (Own words)" in html
    start = html.index('id="inline_child_questions-0"')
    assert "collapsed" in html[start : html.index("w-panel__header", start)]
    start = html.index('id="inline_child_questions-__prefix__"')
    assert "collapsed" not in html[start : html.index("w-panel__header", start)]


def test_only_stored_questions_and_choices_can_be_no_longer_asked(client):
    survey = make_survey(questions=[make_question(QuestionKind.ONE_CHOICE)])
    html = client.get(reverse("wagtailadmin_pages:edit", args=[survey.pk])).content.decode()
    for row in ["questions-0", "questions-0-choices-0"]:
        assert f'name="{row}-retired"' in html
    # The rows that the editor's script adds.
    for row in ["questions-__prefix__", "questions-0-choices-__prefix__", "questions-__prefix__-choices-__prefix__"]:
        assert f"{row}-text" in html
        assert f"{row}-retired" not in html
