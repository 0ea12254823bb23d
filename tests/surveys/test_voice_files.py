"""A recording goes with its answer, whatever way the answer goes; and a file never goes before its row."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from consultations.surveys.enums import QuestionKind, Source
from consultations.surveys.models import Answer, Question, Response, Voice
from consultations.surveys.models.voices import voice_storage
from consultations.surveys.services.changing import change_answer
from consultations.surveys.services.concerns import decide_concern
from consultations.surveys.services.given import Given
from consultations.surveys.services.papers import undo_paper
from consultations.surveys.services.retention import erase_response, purge_responses, withdraw_response
from consultations.surveys.services.voices import Recorded, put_voice, write_down
from tests.builders import make_concern, make_lead, make_officer, make_question, make_response, make_survey, make_theme
from tests.recording import empty_store, files, names, recorded, upload
from tests.surveys.journeys import Person

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_store():
    """No file of another test."""
    empty_store()


def make_spoken(**fields) -> Answer:
    """A sent answer that is a recording alone."""
    survey = make_survey(questions=[make_question(takes_voice=True)])
    question = survey.asked_questions[0]
    response = make_response(survey, answers={question: Given(question=question, voice=recorded())}, **fields)
    return response.answers.get()


def change(answer: Answer, **given) -> Answer:
    """The person puts another answer in its place."""
    new = Given.or_left_out(question=answer.question, **given)
    return change_answer(response=answer.response, survey=answer.question.page, given=new)


def begin() -> Person:
    """A person who has recorded and not sent."""
    person = Person(make_survey(questions=[make_question(takes_voice=True)]))
    person.start()
    person.answer(1, voice=upload())
    return person


def test_withdrawing_with_the_receipt_deletes_the_file(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        withdraw_response(response=make_spoken().response)
    assert files() == names() == []


def test_erasing_because_somebody_asked_deletes_the_file(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        erase_response(response=make_spoken().response, by=make_officer())
    assert files() == names() == []


def test_undoing_a_paper_deletes_the_file(django_capture_on_commit_callbacks):
    officer = make_officer()
    answer = make_spoken(source=Source.PAPER, entered_by=officer)
    with django_capture_on_commit_callbacks(execute=True):
        undo_paper(response=answer.response, by=officer)
    assert files() == names() == []


def test_the_purge_deletes_the_files_of_unfinished_answers(django_capture_on_commit_callbacks):
    begin()
    with django_capture_on_commit_callbacks(execute=True):
        purge_responses(at=timezone.now() + timedelta(days=31))
    assert Response.objects.count() == 0
    assert files() == names() == []


def test_the_purge_deletes_the_files_of_consultations_that_closed_long_ago(django_capture_on_commit_callbacks):
    make_spoken()
    with django_capture_on_commit_callbacks(execute=True):
        purge_responses(at=timezone.now() + timedelta(days=800))
    assert files() == names() == []


def test_a_dry_run_keeps_every_file(django_capture_on_commit_callbacks):
    make_spoken()
    voice_storage().save("stray.webm", upload())
    before = files()
    with django_capture_on_commit_callbacks(execute=True):
        purge_responses(at=timezone.now() + timedelta(days=800), dry_run=True)
    assert files() == before


def test_a_hidden_question_takes_its_recording_with_it(django_capture_on_commit_callbacks):
    first = make_question(QuestionKind.YES_NO)
    second = make_question(takes_voice=True, condition_uid=first.uid, condition_values=["3"])
    person = Person(make_survey(questions=[first, second]))
    person.start()
    person.answer(1, "3")
    person.answer(2, voice=upload())
    person.answer(1, "1")
    with django_capture_on_commit_callbacks(execute=True):
        person.send()
    assert Answer.objects.count() == 1
    assert files() == names() == []


def test_changing_a_sent_answer_to_words_deletes_the_file_and_the_transcript(django_capture_on_commit_callbacks):
    answer = make_spoken()
    write_down(voice=answer.voice, by=make_officer(), words="I like my bus.")
    with django_capture_on_commit_callbacks(execute=True):
        changed = change(answer, text="A train.")
    changed.refresh_from_db()
    assert (changed.own_words, files()) == ("A train.", [])


def test_a_new_recording_after_sending_waits_for_its_words_again(django_capture_on_commit_callbacks):
    answer = make_spoken()
    write_down(voice=answer.voice, by=make_officer(), words="I like my bus.")
    theme = make_theme()
    answer.codings.create(tag=theme, coded_at=timezone.now(), batch="0" * 32)
    with django_capture_on_commit_callbacks(execute=True):
        change(answer, voice=recorded("opus.ogg"))
    assert Voice.objects.to_write_down().count() == 1
    assert not answer.codings.exists() and files() == names()


def test_the_same_recording_again_after_sending_keeps_its_words():
    answer = make_spoken()
    write_down(voice=answer.voice, by=make_officer(), words="I like my bus.")
    change(answer, voice=recorded())
    answer.refresh_from_db()
    assert answer.transcript == "I like my bus." and answer.changed_at is None


def test_deleting_answers_by_any_query_deletes_the_files(django_capture_on_commit_callbacks):
    make_spoken()
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        Response.objects.all().delete()
    assert files() == names() == []


@pytest.mark.django_db(transaction=True)
def test_a_rollback_keeps_the_file_of_every_row():
    answer = make_spoken()
    for undone in (
        lambda: Response.objects.all().delete(),
        lambda: answer.voice.delete(),
        lambda: change(answer, voice=recorded("opus.ogg")),
    ):
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            undone()
            raise ZeroDivisionError
        assert set(names()) <= set(files()) and len(names()) == 1


def test_a_row_that_cannot_be_stored_leaves_no_file():
    answer = make_spoken()
    before = files()
    broken = Recorded(recorded().content, recorded("opus.ogg").audio)
    with pytest.raises(IntegrityError), transaction.atomic():
        put_voice(answer=answer, held=None, recorded=broken)
    assert files() == before


def test_the_purge_sweeps_files_without_a_row_after_a_day(django_capture_on_commit_callbacks, monkeypatch):
    make_spoken()
    stray = voice_storage().save("stray.webm", upload())
    with django_capture_on_commit_callbacks(execute=True):
        assert purge_responses().stray_recordings == 0
    assert stray in files()
    old = timezone.now() - timedelta(days=2)
    monkeypatch.setattr(type(voice_storage()), "get_modified_time", lambda _self, _name: old)
    with django_capture_on_commit_callbacks(execute=True):
        assert purge_responses().stray_recordings == 1
    assert files() == names() and len(files()) == 1


def test_what_worried_somebody_stays_with_the_lead_when_the_person_changes_or_deletes(
    django_capture_on_commit_callbacks,
):
    answer = make_spoken()
    concern = make_concern(answer)
    before = names()
    with django_capture_on_commit_callbacks(execute=True):
        change(answer, voice=recorded("opus.ogg"))
        withdraw_response(response=answer.response)
    concern.refresh_from_db()
    assert concern.voice_before.file.name == before[0]
    assert set(before) < set(files()) and files() == names()

    decide_concern(concern=concern, decided_by=make_lead(), keep_out=False, words="We called them.")
    with django_capture_on_commit_callbacks(execute=True):
        purge_responses()
    assert files() == names() == []


def test_a_question_with_a_recording_is_never_lost():
    answer = make_spoken()
    assert Question.objects.answered().get() == answer.question
