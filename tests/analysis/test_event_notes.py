"""What was said at an event, note after note or from a document, is read, coded and counted as every answer is."""

import pytest

from consultations.analysis.note_forms import split_into_notes
from consultations.analysis.note_services import EventToCome, Note, QuestionElsewhere, notes_of, record_note
from consultations.analysis.people import people_who_answered, people_with_theme
from consultations.analysis.services import tag_answers
from consultations.surveys.enums import QuestionKind, Source
from consultations.surveys.models import Answer, Response
from tests.builders import (
    make_consultation,
    make_event,
    make_lead,
    make_officer,
    make_question,
    make_survey,
    make_theme,
    make_user,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(client):
    officer = make_officer()
    client.force_login(officer)
    return officer


@pytest.fixture
def question():
    consultation = make_consultation()
    asked = [
        make_question(kind=QuestionKind.TEXT, text="What is hard?"),
        make_question(kind=QuestionKind.YES_NO, text="I am happy at school."),
    ]
    return make_survey(consultation=consultation, questions=asked).questions.get(text="What is hard?")


@pytest.fixture
def event(question):
    return make_event(title="Talk at the library", days=-1, parent=question.page.consultation)


def test_two_events_with_one_title_keep_their_notes_apart_and_a_new_title_loses_none(officer, event, question):
    other = make_event(title=event.title, days=-1, parent=question.page.consultation)
    mine, theirs = (
        record_note(event=one, note=Note(question=question, words=one.slug), by=officer, key="k" * 32)
        for one in (event, other)
    )
    other.title = "Talk at the hall"
    other.save()
    assert (notes_of(event).get(), notes_of(other).get()) == (mine, theirs)
    Response.objects.filter(pk=mine.pk).update(event_number=None)
    assert notes_of(event).get() == mine


def typed(asked, **values):
    return {"question": asked.pk, "words": "The bus is too noisy.", "people": "", "key": "k" * 32, **values}


def test_a_note_is_an_answer_of_the_consultation_from_the_event(client, officer, event, question):
    page = client.get(f"/admin/event-notes/{event.pk}/")
    assert "What is hard?" in page.text and "I am happy at school." not in page.text and "autofocus" in page.text
    page = client.post(f"/admin/event-notes/{event.pk}/", typed(question, table="Table 3", people="4"), follow=True)
    response = Response.objects.get()
    assert (response.source, response.source_detail) == (Source.EVENT, "Talk at the library · Table 3")
    assert (response.people, response.entered_by, response.sent_at) == (4, officer, event.ends_at)
    # The next note at once: question and table stay, the words are empty.
    assert page.redirect_chain[-1][0].endswith(f"?question={question.pk}&table=Table+3")
    assert f'<option value="{question.pk}" selected>' in page.text and 'value="Table 3"' in page.text
    assert "4 people said it" in page.text and "The bus is too noisy." in page.text
    for address in (f"/admin/responses/{response.pk}/", f"/admin/reading/question/{question.pk}/"):
        assert "The bus is too noisy." in client.get(address).text, address
    text = client.get("/admin/event-notes/").text
    assert "Talk at the library" in text


def test_the_same_form_twice_is_one_note_and_a_new_form_a_second(client, officer, event, question):
    for key in ("a" * 32, "a" * 32, "b" * 32):
        client.post(f"/admin/event-notes/{event.pk}/", typed(question, key=key))
    assert notes_of(event).count() == 2


def test_notes_count_people_only_where_a_number_was_given(officer, event, question):
    consultation, theme = question.page.consultation, make_theme()
    for number, people in enumerate((3, None, None, 1)):
        note = Note(question=question, words=f"Words {number}", people=people)
        response = record_note(event=event, note=note, by=officer, key=str(number))
        tag_answers(answers=response.answers.all(), themes=[theme], coder=officer)
    assert notes_of(event).count() == 4
    assert people_who_answered(consultation) == 4
    assert people_with_theme(consultation, theme) == 4


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"words": " "}, "Write what was said."),
        ({"people": "0"}, "greater than or equal to 1"),
        ({"people": "many"}, "Enter a whole number."),
        ({"question": "999999"}, "Select a valid choice."),
    ],
)
def test_what_does_not_do_is_refused_and_stays(client, officer, event, question, values, words):
    page = client.post(f"/admin/event-notes/{event.pk}/", typed(question, table="Table 7", **values))
    assert page.status_code == 200
    assert words in page.text and 'value="Table 7"' in page.text
    assert not Response.objects.exists()


def test_a_document_becomes_notes_that_are_checked_before_they_are_stored(client, officer, event, question):
    address = f"/admin/event-notes/{event.pk}/paste/"
    where = {
        "question": question.pk,
        "table": "Table 1",
        "document": "Table 1\n\nThe bus\nis noisy.\n\n- Nobody asks.\n- =1+1",
    }
    page = client.post(address, where)
    for words in ("Table 1", "The bus is noisy.", "Nobody asks.", "=1+1"):
        assert f">\n{words}</textarea>" in page.text, words
    assert not Response.objects.exists()
    rows = {"form-TOTAL_FORMS": "4", "form-INITIAL_FORMS": "4", "go": "store", "key": "p" * 32, **where}
    rows |= {"form-0-words": "Table 1", "form-1-keep": "on", "form-1-words": "The bus is noisy.", "form-1-people": "6"}
    rows |= {"form-2-keep": "on", "form-2-words": "", "form-3-keep": "on", "form-3-words": "=1+1"}
    page = client.post(address, rows)
    assert "Write what was said, or do not store it." in page.text and "The bus is noisy." in page.text
    assert not Response.objects.exists()
    rows["form-2-words"] = "Nobody asks us."
    for _pressed_twice in range(2):
        page = client.post(address, rows, follow=True)
        assert "3 notes are stored." in page.text
    notes = notes_of(event).order_by("pk")
    assert [(note.answers.get().text, note.people) for note in notes] == [
        ("The bus is noisy.", 6),
        ("Nobody asks us.", None),
        ("=1+1", None),
    ]
    assert "Paste the text first." in client.post(address, {**where, "document": " \n "}).text
    assert "Paste at most 200 at once." in client.post(address, {**where, "document": "word\n" * 201}).text


@pytest.mark.parametrize(
    ("document", "notes"),
    [
        ("One thing\nAnother", ["One thing", "Another"]),
        ("One thing\r\nin two lines.\r\n\r\nAnother", ["One thing in two lines.", "Another"]),
        ("1. First\n2) Second\n   goes on\n(c) Third", ["First", "Second goes on", "Third"]),
        ("Heading\n• a bus\n• a train", ["Heading", "a bus", "a train"]),
        ("o one\no two", ["one", "two"]),
        ("On the bus\nor not", ["On the bus", "or not"]),
        ("\n\n  \n", []),
    ],
)
def test_paragraphs_and_items_of_lists_become_notes(document, notes):
    assert split_into_notes(document) == notes


def test_a_note_is_taken_back_on_its_day_by_who_wrote_it(client, officer, event, question):
    theirs = record_note(event=event, note=Note(question, "Theirs"), by=make_user("another"), key="x")
    mine = record_note(event=event, note=Note(question, "Mine"), by=officer, key="x")
    assert client.get(f"/admin/event-notes/undo/{mine.pk}/").status_code == 405
    assert client.post(f"/admin/event-notes/undo/{theirs.pk}/", {"event": event.pk}).status_code in (302, 403)
    for nonsense in ({}, {"event": "abc"}, {"event": "9" * 30}):
        assert client.post(f"/admin/event-notes/undo/{mine.pk}/", nonsense).status_code == 404
    client.post(f"/admin/event-notes/undo/{mine.pk}/", {"event": event.pk})
    assert list(Response.objects.all()) == [theirs]
    assert client.post(f"/admin/event-notes/undo/{mine.pk}/", {"event": event.pk}).status_code == 404


def test_nothing_was_said_at_an_event_that_is_to_come_or_about_another_consultation(client, officer, event, question):
    coming = make_event(title="Not yet", parent=question.page.consultation)
    assert client.get(f"/admin/event-notes/{coming.pk}/").status_code == 404
    assert "Not yet" not in client.get("/admin/event-notes/").text
    with pytest.raises(EventToCome):
        record_note(event=coming, note=Note(question, "Words"), by=officer, key="x")
    elsewhere = make_survey(questions=[make_question(kind=QuestionKind.TEXT)]).questions.get()
    with pytest.raises(QuestionElsewhere):
        record_note(event=event, note=Note(elsewhere, "Words"), by=officer, key="x")
    assert not Answer.objects.exists()


def test_only_those_who_type_in_what_others_said_write_notes(client, event, question):
    note = record_note(event=event, note=Note(question, "Words"), by=make_user("another"), key="x")
    client.force_login(make_lead())
    day = f"/admin/event-notes/{event.pk}/"
    asked = [
        ("get", "/admin/event-notes/"),
        ("get", day),
        ("post", day),
        ("get", f"{day}paste/"),
        ("post", f"{day}paste/"),
    ]
    for method, address in [*asked, ("post", f"/admin/event-notes/undo/{note.pk}/")]:
        reply = getattr(client, method)(address, typed(question))
        assert (reply.status_code, reply.get("Location")) == (302, "/admin/"), address
    assert Response.objects.count() == 1
