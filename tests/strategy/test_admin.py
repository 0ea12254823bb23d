"""The strategy in the admin: what officers may do, and what is never deleted while it is used."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from consultations.outcomes.models import Outcome
from consultations.strategy.models import Objective, Priority, Statement, WorkStream
from consultations.surveys.enums import QuestionKind
from consultations.surveys.models import Question
from tests.builders import (
    make_home,
    make_image,
    make_lead,
    make_outcome,
    make_outcome_page,
    make_priority,
    make_question,
    make_statement,
    make_survey,
)
from tests.editing import Editor, form_fields, officer_client

pytestmark = pytest.mark.django_db
MODELS = [Priority, Objective, WorkStream, Statement]


@pytest.fixture
def client():
    return officer_client()


@pytest.fixture
def administrator():
    make_home()
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("administrator", "a@example.org", "long enough 1"))
    return client


def url(model, view, *args) -> str:
    return reverse(model.snippet_viewset.get_url_name(view), args=args)


def listed(reply) -> list[str]:
    return [str(row) for row in reply.context["object_list"]]


# What officers see and do


def test_the_menu_has_the_strategy_under_engagement_for_officers_only(client):
    page = client.get(reverse("wagtailadmin_home")).content.decode()
    for model in MODELS:
        assert url(model, "list") in page
    client.force_login(make_lead())
    assert url(Priority, "list") not in client.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize("model", MODELS)
def test_somebody_without_permission_gets_into_no_list_and_no_form(model):
    client = officer_client()
    client.force_login(make_lead())
    for view in ("list", "add"):
        reply = client.get(url(model, view))
        assert reply.status_code == 302
        assert reply.url == reverse("wagtailadmin_home")


def test_an_officer_adds_and_changes_a_priority(client):
    picture = make_image()
    fields = {"name": "Being heard", "formal_name": "", "description": "We listen.", "picture": picture.pk}
    fields |= {"tint": "sky", "order": "1"}
    assert client.post(url(Priority, "add"), fields).status_code == 302
    priority = Priority.objects.get()
    client.post(url(Priority, "edit", priority.pk), {**fields, "name": "Having a say"})
    priority.refresh_from_db()
    assert priority.name == "Having a say"


def test_a_priority_without_a_pictogram_is_refused_and_keeps_what_was_typed(client):
    fields = {"name": "Being heard", "description": "We listen.", "picture": "", "tint": "sky", "order": "1"}
    reply = client.post(url(Priority, "add"), fields)
    assert reply.status_code == 200
    assert "picture" in reply.context["form"].errors
    assert "We listen." in reply.content.decode()
    assert not Priority.objects.exists()


def test_an_officer_adds_a_statement_of_two_priorities_that_replaces_another(client):
    heard, safe = make_priority("Being heard"), make_priority("Being safe")
    old = make_statement("I am heard.", priorities=[heard])
    fields = {"text": "People hear me.", "standard": "", "priorities": [heard.pk, safe.pk], "replaces": old.pk}
    fields |= {"picture": "", "recording": "", "order": "2"}
    assert client.post(url(Statement, "add"), fields).status_code == 302
    statement = Statement.objects.get(text="People hear me.")
    assert list(statement.priorities.all()) == [heard, safe]
    assert statement.replaces == old


def test_statements_that_replace_one_another_in_a_circle_are_refused_at_the_field(client):
    heard = make_priority()
    first = make_statement("I am heard.", priorities=[heard])
    second = make_statement("People hear me.", priorities=[heard], replaces=first)
    reply = client.post(
        url(Statement, "edit", first.pk),
        {"text": "I am heard.", "priorities": [heard.pk], "replaces": second.pk, "order": "0"},
    )
    assert "cannot replace itself" in str(reply.context["form"].errors["replaces"])
    first.refresh_from_db()
    assert first.replaces is None


def test_an_officer_adds_an_objective_that_nobody_carries_out_yet(client):
    priority = make_priority()
    fields = {"text": "We train staff.", "standard": "", "priority": priority.pk, "work_stream": "", "order": "1"}
    assert client.post(url(Objective, "add"), fields).status_code == 302
    assert Objective.objects.get().work_stream is None


def test_objectives_are_found_by_words_priority_and_work_stream(client):
    heard, safe = make_priority("Being heard"), make_priority("Being safe")
    stream = WorkStream.objects.create(name="Schools")
    Objective.objects.create(priority=heard, text="We train staff.", work_stream=stream, order=2)
    Objective.objects.create(priority=safe, text="We mend lifts.", order=1)
    assert listed(client.get(url(Objective, "list"))) == ["We train staff.", "We mend lifts."]
    assert listed(client.get(url(Objective, "list"), {"q": "lifts"})) == ["We mend lifts."]
    assert listed(client.get(url(Objective, "list"), {"priority": heard.pk})) == ["We train staff."]
    assert listed(client.get(url(Objective, "list"), {"work_stream": stream.pk})) == ["We train staff."]


@pytest.mark.usefixtures("search_index")
def test_statements_are_found_by_words_priority_and_whether_they_are_replaced(client):
    heard, safe = make_priority("Being heard"), make_priority("Being safe")
    old = make_statement("I am heard.", priorities=[heard], order=1)
    make_statement("People hear me.", priorities=[heard], replaces=old, order=2)
    make_statement("I feel safe.", priorities=[safe], order=3)
    assert listed(client.get(url(Statement, "list"), {"q": "safe"})) == ["I feel safe."]
    assert listed(client.get(url(Statement, "list"), {"priorities": heard.pk})) == ["I am heard.", "People hear me."]
    assert listed(client.get(url(Statement, "list"), {"is_replaced": "true"})) == ["I am heard."]
    assert listed(client.get(url(Statement, "list"), {"is_replaced": "false"})) == ["People hear me.", "I feel safe."]


def test_lists_count_what_is_used_without_multiplying(client):
    heard = make_priority("Being heard")
    statements = [make_statement(f"I am heard {number}.", priorities=[heard]) for number in range(3)]
    for text in ("We train staff.", "We ask."):
        Objective.objects.create(priority=heard, text=text)
    make_survey(questions=[Question(kind=QuestionKind.STATEMENT, statement=statements[0])])
    row = client.get(url(Priority, "list")).context["object_list"][0]
    assert (row.statement_count, row.objective_count, row.question_count) == (3, 2, 0)
    rows = client.get(url(Statement, "list")).context["object_list"]
    assert [row.question_count for row in rows] == [1, 0, 0]


def test_the_list_of_statements_asks_the_database_as_often_for_many_as_for_few(
    client, django_assert_num_queries, django_assert_max_num_queries
):
    # Its button "Translate" asks for each row by itself which languages are missing.
    Permission.objects.get(codename="submit_translation").group_set.clear()
    heard = make_priority()
    make_statement("I am heard 0.", priorities=[heard])
    client.get(url(Statement, "list"))
    with django_assert_max_num_queries(60) as few:
        client.get(url(Statement, "list"))
    for number in range(1, 20):
        make_statement(f"I am heard {number}.", priorities=[heard])
    with django_assert_num_queries(len(few)):
        client.get(url(Statement, "list"))


@pytest.mark.usefixtures("search_index")
def test_the_chooser_in_the_survey_editor_finds_statements_by_words(client):
    make_statement("I am heard.")
    make_statement("I feel safe.")
    chooser = Statement.snippet_viewset.chooser_viewset
    reply = client.get(reverse(chooser.get_url_name("choose_results")), {"q": "saf"})
    page = reply.content.decode()
    assert "I feel safe." in page
    assert "I am heard." not in page


def test_an_officer_puts_a_statement_into_a_survey(client):
    statement = make_statement("I am heard.")
    survey = make_survey(questions=[make_question(text="What helps you?")])
    form = Editor(client, survey, streams=("intro", "thanks_next"))
    row = form.add_row("questions", kind="statement", scale="5", statement=statement.pk, text="")
    form.fields |= {f"{row}-choices-TOTAL_FORMS": "0", f"{row}-choices-INITIAL_FORMS": "0"}
    assert form.publish().status_code == 302
    assert survey.questions.get(statement=statement).wording == "I am heard."


# Deleting


def test_officers_do_not_delete(client):
    priority = make_priority()
    reply = client.post(url(Priority, "delete", priority.pk))
    assert reply.status_code == 302
    assert Priority.objects.filter(pk=priority.pk).exists()


def in_use() -> dict:
    """One of each, used, with a word of what the administrator is told."""
    heard = make_priority("Being heard")
    only_stated = make_priority("Being safe")
    statement = make_statement("I am heard.", priorities=[only_stated])
    stream = WorkStream.objects.create(name="Schools")
    Objective.objects.create(priority=heard, text="We train staff.", work_stream=stream)
    make_survey(questions=[Question(kind=QuestionKind.STATEMENT, statement=statement)])
    answered = make_priority("Going out")
    make_outcome_page(entries=[make_outcome(priority=answered)])
    return {
        "objectives": heard,
        "I statements": only_stated,
        "questions": statement,
        "streams": stream,
        "outcomes": answered,
    }


@pytest.mark.parametrize("bulk", [False, True])
@pytest.mark.parametrize("what", ["objectives", "I statements", "questions", "streams", "outcomes"])
def test_what_is_used_is_not_deleted_and_says_by_what(administrator, what, bulk):
    row = in_use()[what]
    model = type(row)
    if bulk:
        address = reverse("wagtail_bulk_action", args=[model._meta.app_label, model._meta.model_name, "delete"])
        reply = administrator.post(f"{address}?id={row.pk}", follow=True)
    else:
        reply = administrator.post(url(model, "delete", row.pk), follow=True)
    assert reply.redirect_chain[-1] == (url(model, "list"), 302)
    assert "is used (" in reply.content.decode()
    assert model.objects.filter(pk=row.pk).exists()


def test_an_older_wording_is_kept_while_a_newer_one_replaces_it(administrator):
    old = make_statement("I am heard.")
    make_statement("People hear me.", replaces=old)
    administrator.post(url(Statement, "delete", old.pk))
    assert Statement.objects.filter(pk=old.pk).exists()


def test_what_nobody_uses_is_deleted(administrator):
    statement = make_statement("I am heard.", priorities=[make_priority()])
    assert administrator.get(url(Statement, "delete", statement.pk)).status_code == 200
    administrator.post(url(Statement, "delete", statement.pk))
    assert not Statement.objects.exists()


def test_a_draft_that_names_a_deleted_priority_still_opens(administrator):
    priority = make_priority("Gone soon")
    page = make_outcome_page(live=False)
    form = Editor(administrator, page, streams=["passages"])
    form.change("entries-0", priority=priority.pk)
    form.save()
    Outcome.objects.update(priority=make_priority("Stays"))
    priority.delete()
    assert administrator.get(form.url).status_code == 200
    revision = page.revisions.order_by("-created_at").first()
    assert revision.as_object().entries.get().priority_id is None


def test_the_form_of_a_statement_sends_back_what_it_shows(client):
    heard = make_priority()
    statement = make_statement("I am heard.", priorities=[heard], order=4)
    address = url(Statement, "edit", statement.pk)
    html = client.get(address).content.decode()
    fields = form_fields(html, "w-editor-form")
    assert client.post(address, fields).status_code == 302
    statement.refresh_from_db()
    assert (statement.text, statement.order, list(statement.priorities.all())) == ("I am heard.", 4, [heard])
