"""Recording one's voice beside the box for own words, as the server meets it."""

import re

import pytest
from django.core.files.storage import storages
from django.urls import reverse

from consultations.surveys.enums import AnswerState, QuestionKind
from consultations.surveys.models import Answer, Voice
from consultations.surveys.services.given import AnswerDoesNotFit, Given
from consultations.surveys.services.journey import save_answer, start_response
from consultations.surveys.services.voices import write_down
from engage.core.kept import forget_kept
from tests.builders import make_officer, make_question, make_response, make_session, make_survey
from tests.editing import officer_client
from tests.recording import FILMS, SOUNDS, empty_store, files, names, recorded, sound, upload
from tests.surveys.answered import editor
from tests.surveys.journeys import Person

pytestmark = pytest.mark.django_db

CANNOT_PLAY = "We cannot play this recording. Please record it again."
TOO_LONG = "Your recording is too long."
REFUSED = {
    "nothing": b"",
    "a page named .webm": b"<!DOCTYPE html><script>alert(1)</script>",
    "a drawing": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
    "a film": sound(FILMS[0]),
    "a film from Safari": sound(FILMS[1]),
    "two things in one": sound() + b"<script>alert(1)</script>",
    "half a recording": sound("whole.m4a")[:2000],
}


@pytest.fixture(autouse=True)
def own_store():
    """No file of another test."""
    empty_store()


def asking(**fields) -> Person:
    """A person who has started a survey whose first question takes recordings, and whose second does not."""
    question = make_question(QuestionKind.TEXT, **{"takes_voice": True, **fields})
    person = Person(make_survey(questions=[question, make_question(QuestionKind.TEXT)]))
    person.start()
    return person


def page(person: Person, number: int = 1) -> str:
    return person.client.get(person.question_url(number)).text


def stored() -> Answer:
    return Answer.objects.select_related("voice").get(voice__isnull=False)


@pytest.mark.parametrize("name", SOUNDS)
def test_a_recording_is_kept_with_its_answer(name):
    person = asking()
    person.answer(1, "A bus.", voice=upload(sound(name), name="evil.html", content_type="text/html"))
    assert person.url == person.question_url(2)
    voice = stored().voice
    assert (stored().text, voice.seconds, voice.is_written_down) == ("A bus.", 1, False)
    assert re.fullmatch(r"[0-9a-f]{32}\.(webm|m4a|ogg)", voice.file.name)
    assert voice.media_type in {"audio/webm", "audio/mp4", "audio/ogg"}
    assert files() == names()
    assert voice.file.read() == sound(name)


def test_a_recording_alone_is_an_answer_that_waits_for_its_words():
    person = asking()
    person.answer(1, voice=upload())
    assert (stored().state, stored().text, stored().own_words) == (AnswerState.GIVEN, "", "")
    assert "You recorded 0:01." in page(person)
    person.send()
    assert not Answer.objects.usable().in_words().exists()
    assert list(Voice.objects.to_write_down()) == [stored().voice]


@pytest.mark.parametrize("content", REFUSED.values(), ids=REFUSED)
def test_what_is_no_recording_is_refused_kindly_and_the_words_stay(content):
    person = asking()
    person.answer(1, "A bus.", voice=upload(content, name="voice.webm", content_type="audio/webm"))
    assert CANNOT_PLAY in person.words
    assert ">\nA bus.</textarea>" in person.words
    assert "<title>Error:" in person.words.replace("\n", "")
    assert 'href="#voice"' in person.words
    assert not Answer.objects.exists() and files() == []


def test_a_file_that_is_too_large_is_refused_kindly():
    person = asking()
    person.answer(1, "A bus.", voice=upload(sound() + bytes(10_000_000)))
    assert TOO_LONG in person.words and "A bus.</textarea>" in person.words
    assert files() == []


def test_a_recording_that_is_too_long_is_refused_kindly(settings):
    settings.ENGAGE_VOICE_SECONDS = -5
    person = asking()
    person.answer(1, voice=upload())
    assert TOO_LONG in person.words and files() == []


def test_the_stored_recording_stays_when_only_the_words_change():
    person = asking()
    person.answer(1, "A bus.", voice=upload())
    before = names()
    person.answer(1, "Two buses.")
    assert stored().text == "Two buses."
    assert files() == names() == before


def test_another_recording_takes_the_place_of_the_first(django_capture_on_commit_callbacks):
    person = asking()
    person.answer(1, voice=upload())
    before = names()
    with django_capture_on_commit_callbacks(execute=True):
        person.answer(1, voice=upload(sound("opus.ogg")))
    assert files() == names() != before
    assert stored().voice.media_type == "audio/ogg"


def test_the_same_recording_sent_twice_is_kept_once(django_capture_on_commit_callbacks):
    person = asking()
    with django_capture_on_commit_callbacks(execute=True):
        person.answer(1, voice=upload())
        before = names()
        person.answer(1, voice=upload())
    assert files() == names() == before


@pytest.mark.parametrize(("text", "state"), [("A bus.", AnswerState.GIVEN), ("", AnswerState.LEFT_OUT)])
def test_people_delete_their_recording_with_a_plain_form(text, state, django_capture_on_commit_callbacks):
    person = asking()
    person.answer(1, text, voice=upload())
    assert 'name="drop_voice"' in page(person)
    with django_capture_on_commit_callbacks(execute=True):
        person.answer(1, text, drop_voice="1")
    assert (Answer.objects.get().state, Voice.objects.count(), files()) == (state, 0, [])
    assert "You recorded" not in page(person)


def test_a_recording_and_i_do_not_know_are_one_too_many():
    person = asking()
    person.answer(1, instead="do_not_know", voice=upload())
    assert "Keep only one of them." in person.words
    assert "We could not keep your new recording. Please record it again." in person.words
    person.answer(1, voice=upload())
    person.answer(1, instead="do_not_know")
    assert "Keep only one of them." in person.words
    person.answer(1, instead="do_not_know", drop_voice="1")
    assert Answer.objects.get().state == AnswerState.DO_NOT_KNOW
    assert not Voice.objects.exists()


def test_a_recording_that_was_deleted_in_another_tab_leaves_no_empty_answer():
    person = asking()
    person.answer(1, voice=upload())
    response, question = person.stored, person.survey.asked_questions[0]
    Voice.objects.get().delete()
    given = Given.or_left_out(question=question, keeps_voice=True)
    assert given.state == AnswerState.GIVEN
    save_answer(response=response, survey=person.survey, given=given)
    assert Answer.objects.get().state == AnswerState.LEFT_OUT


def test_a_question_without_the_option_takes_no_recording_and_shows_none():
    person = asking()
    person.answer(2, "A bus.", voice=upload())
    assert not Voice.objects.exists() and files() == []
    for words in ("voice.js", 'name="voice"', "multipart"):
        assert words in page(person, 1) and words not in page(person, 2)


def test_when_the_option_is_taken_away_the_recording_can_still_be_deleted():
    person = asking()
    person.answer(1, "A bus.", voice=upload())
    person.survey.questions.update(takes_voice=False)
    forget_kept()
    text = page(person)
    assert "You recorded 0:01." in text and "drop_voice" in text and "voice.js" not in text
    person.answer(1, "A bus.", voice=upload(sound("opus.ogg")))
    assert stored().voice.media_type == "audio/webm"
    person.answer(1, "A bus.", drop_voice="1")
    assert not Voice.objects.exists()


@pytest.mark.parametrize("kind", [QuestionKind.STATEMENT, QuestionKind.TOP_THREE, QuestionKind.HOW_MUCH])
def test_only_own_words_take_a_recording(kind):
    question = make_question(kind, takes_voice=True)
    person = Person(make_survey(questions=[question]))
    person.start()
    assert "voice.js" not in page(person)
    with pytest.raises(AnswerDoesNotFit):
        Given(question=question, voice=recorded()).check()


def test_a_group_session_takes_no_recording():
    survey = make_survey(questions=[make_question(takes_voice=True)])
    key = "k" * 32
    start_response(survey=survey, key=key, session=make_session(survey=survey))
    person = Person(survey)
    person.client.cookies[f"engage_answer_{survey.pk}"] = key
    assert "voice.js" not in page(person)
    person.answer(1, "A bus.", voice=upload())
    assert Answer.objects.get().text == "A bus." and not Voice.objects.exists()


def test_the_paper_copy_says_nothing_of_recordings():
    person = asking()
    assert "record" not in person.client.get(person.step_url("paper")).text.lower()


def test_check_your_answers_and_what_i_sent_name_the_recording_with_a_way_to_change_it():
    person = asking()
    person.answer(1, voice=upload())
    check = person.client.get(person.step_url("check")).text
    assert f"{person.question_url(1)}?from=check" in check
    row = check[check.index(person.survey.asked_questions[0].wording) :].split("</div>")[0]
    assert "You recorded 0:01." in row and "You left this out." not in row
    person.send()
    assert "You recorded 0:01." in person.client.get(person.step_url("sent")).text
    write_down(voice=Voice.objects.get(), by=make_officer(), words="I like my bus.")
    sent = person.client.get(person.step_url("sent")).text
    assert "We wrote down:" in sent and "I like my bus." in sent


def test_words_and_recording_stand_in_one_place_on_the_check_page():
    person = asking()
    person.answer(1, "A bus.", voice=upload())
    check = person.client.get(person.step_url("check")).text
    row = check[check.index(person.survey.asked_questions[0].wording) :].split("</div>")[0]
    assert row.count("<dd") == 2 and "A bus." in row and "You recorded 0:01." in row


def test_only_the_page_that_records_may_use_the_microphone():
    person = asking()
    records, other = (person.client.get(person.question_url(number)) for number in (1, 2))
    assert "microphone=(self)" in records.headers["Permissions-Policy"]
    assert "media-src 'self' blob:" in records.headers["Content-Security-Policy"]
    assert "no-store" in records.headers["Cache-Control"]
    for reply in (other, person.client.get("/"), person.client.get("/admin/login/")):
        assert "microphone=()" in reply.headers["Permissions-Policy"]
        assert "blob:" not in reply.headers["Content-Security-Policy"].split("media-src")[1].split(";")[0]


def test_nobody_gets_a_recording_by_an_address_outside_the_admin():
    person = asking()
    person.answer(1, voice=upload())
    name = names()[0]
    assert storages["voices"].exists(name)
    for path in (f"/media/{name}", f"/media/voices/{name}", f"/media/../voices/{name}", f"/documents/1/{name}"):
        assert person.client.get(path).status_code in {400, 404}
    assert name not in page(person) and "<audio controls src" not in page(person)


def test_a_page_that_records_needs_no_further_query(django_assert_max_num_queries):
    person = asking()
    person.answer(1, voice=upload())
    page(person)
    with django_assert_max_num_queries(10):
        page(person)


def test_an_officer_lets_people_record_in_the_editor():
    survey = make_survey(questions=[make_question(QuestionKind.TEXT)])
    form = editor(officer_client(), survey)
    assert form.fields.get("questions-0-takes_voice") is None
    form.fields["questions-0-takes_voice"] = "on"
    form.publish()
    survey.refresh_from_db()
    assert survey.asked_questions[0].offers_voice


def test_the_preview_of_a_question_shows_the_recorder():
    survey = make_survey(questions=[make_question(takes_voice=True)])
    client = officer_client()
    reply = client.get(reverse("wagtailadmin_pages:view_draft", args=[survey.pk]) + "?mode=question-1")
    assert "voice.js" in reply.text


def test_a_response_from_elsewhere_can_hold_a_recording():
    survey = make_survey(questions=[make_question(takes_voice=True)])
    question = survey.asked_questions[0]
    make_response(survey, answers={question: Given(question=question, voice=recorded())})
    assert files() == names() and stored().voice.seconds == 1
