"""Nobody fills the disk with recordings: each address has an allowance, and some of the disk stays free."""

import shutil
from datetime import timedelta

import pytest
from django.test import Client

from consultations.surveys.enums import QuestionKind
from consultations.surveys.models import Answer, Voice
from consultations.surveys.views import recording
from engage.core.throttle import Allowance
from tests.builders import make_question, make_survey
from tests.recording import SOUNDS, empty_store, files, names, sound, upload
from tests.surveys.journeys import Person

pytestmark = pytest.mark.django_db

MANY = "Too many recordings came from where you are."
FULL = "We cannot take recordings now. Please write your words."
SCHOOL, HOME = "192.0.2.1", "192.0.2.2"


@pytest.fixture(autouse=True)
def own_store():
    empty_store()


@pytest.fixture
def survey():
    return make_survey(questions=[make_question(QuestionKind.TEXT, takes_voice=True)])


def record(survey, *, address: str = SCHOOL, words: str = "", name: str = "chromium.webm") -> Person:
    """A new person at an address, who records an answer."""
    person = Person(survey, client=Client(REMOTE_ADDR=address))
    person.start()
    person.answer(1, words, voice=upload(sound(name)))
    return person


def test_an_address_that_sent_very_many_recordings_waits_and_the_typed_words_stay(survey, settings, monkeypatch):
    monkeypatch.setattr(recording, "OF_ONE", Allowance(tries=2, every=timedelta(minutes=1)))
    # Each counts as half of the largest: 3 fit before less than the room of a whole one is left.
    settings.ENGAGE_VOICE_BYTES = 2 * len(sound())
    for _person in range(3):
        assert MANY not in record(survey).words
    late = record(survey, words="A bus.")
    assert MANY in late.words
    assert "You can record again at" in late.words
    assert ">\nA bus.</textarea>" in late.words and 'href="#voice"' in late.words
    assert (Voice.objects.count(), len(files())) == (3, 3)
    # Words are taken, and whoever is elsewhere records as before.
    late.answer(1, "A bus.")
    assert Answer.objects.filter(text="A bus.").exists()
    assert MANY not in record(survey, address=HOME).words
    assert files() == names() and len(files()) == 4


def test_some_of_the_disk_stays_free_for_words(survey, settings, caplog):
    free = shutil.disk_usage("/").free
    settings.ENGAGE_VOICE_FREE_BYTES = free * 10
    person = record(survey, words="A bus.")
    assert FULL in person.words and ">\nA bus.</textarea>" in person.words
    assert "A recording was refused" in caplog.text
    assert files() == []
    person.answer(1, "A bus.")
    assert Answer.objects.get().text == "A bus."


def test_one_person_holds_one_recording_a_question_however_often_they_record(
    survey, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        person = record(survey)
        for name in SOUNDS:
            person.answer(1, voice=upload(sound(name)))
    assert len(files()) == 1 and files() == names()
