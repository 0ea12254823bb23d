"""Words that the server speaks: only with an engine, once for the same words, and never against a publication."""

import shutil
import wave
from io import BytesIO

import pytest
from django.core.files.storage import default_storage

from engage.core import speech
from engage.core.speech import EspeakEngine, SpeechFailed, make_recordings, recording_url, speak_texts, to_say
from tests.speaking import TONE, ToneEngine


def test_nothing_is_spoken_until_a_setting_names_an_engine(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    assert settings.SPEECH_ENGINE == ""
    assert make_recordings(texts=["Hello."], language="en-gb") == 0
    assert recording_url("Hello.", "en-gb") == ""
    assert list(tmp_path.iterdir()) == []


def test_the_same_words_are_spoken_once_for_each_language(tone):
    assert make_recordings(texts=["Hello.", "", "Hello.", "Bye."], language="en-gb") == 2
    assert make_recordings(texts=["Hello."], language="en-gb") == 0
    assert make_recordings(texts=["Hello."], language="ur") == 1
    assert tone.spoken == [("Hello.", "en-gb"), ("Bye.", "en-gb"), ("Hello.", "ur")]
    assert recording_url("Hello.", "en-gb") != recording_url("Hello.", "ur")


def test_changed_words_have_no_recording_until_they_are_spoken(tone):
    make_recordings(texts=["Hello."], language="en-gb")
    assert recording_url("Hello you.", "en-gb") == ""


def test_a_language_without_a_voice_is_left_out(tone):
    assert make_recordings(texts=["Bonjour."], language="fr") == 0
    assert recording_url("Bonjour.", "fr") == ""


def test_what_fails_is_left_out_and_logged_without_its_words(tone, caplog):
    tone.broken = True
    assert make_recordings(texts=["Sam is sad."], language="en-gb") == 0
    assert recording_url("Sam is sad.", "en-gb") == ""
    assert "could not be spoken" in caplog.text
    assert "Sam" not in caplog.text


def test_a_worker_that_was_slower_leaves_one_recording(tone, monkeypatch):
    def speak_after_another(self, text, language):
        monkeypatch.undo()
        assert make_recordings(texts=[text], language=language) == 1
        return TONE

    monkeypatch.setattr(ToneEngine, "speak", speak_after_another)
    assert make_recordings(texts=["Hello."], language="en-gb") == 0
    assert len(default_storage.listdir("speech")[1]) == 1


def test_the_task_speaks(tone):
    assert speak_texts.enqueue(["Hello."], "en-gb").return_value == 1


@pytest.mark.parametrize(
    "parts, said",
    [
        (("I feel safe", "At home.", ""), "I feel safe. At home."),
        (("Really?", " two\n lines\t"), "Really? two lines."),
        (("nul\0 and\x1b[31m escape",), "nul and [31m escape."),
        ((), ""),
        ((" \u200b ",), ""),
    ],
)
def test_parts_become_sentences_without_signs_that_cannot_be_said(parts, said):
    assert to_say(*parts) == said


def test_very_long_words_are_cut():
    assert len(to_say("word " * 10_000)) == speech.LONGEST_TEXT


@pytest.mark.parametrize(
    "language, voice",
    [("en", "en-gb"), ("en-GB", "en-gb"), ("en-us", "en-gb"), ("ur", "ur"), ("pl-pl", "pl"), ("xx", "")],
)
def test_each_language_has_the_nearest_voice(language, voice):
    assert EspeakEngine().voice(language) == voice


def test_a_machine_without_the_program_speaks_nothing(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert not EspeakEngine().speaks("en-gb")


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is an optional engine and is not installed")
@pytest.mark.parametrize("language, words", [("en-gb", "--help is not an option."), ("ur", "آپ کیسے ہیں؟")])
def test_espeak_speaks_words_and_never_takes_them_for_options(language, words):
    with wave.open(BytesIO(EspeakEngine().speak(words, language))) as sound:
        assert sound.readframes(sound.getframerate())[:1000] != b""


def test_espeak_that_breaks_says_so(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SpeechFailed):
        EspeakEngine().speak("Hello.", "en-gb")


@pytest.mark.django_db
def test_a_recording_is_given_out_in_parts(client, tone, settings):
    make_recordings(texts=["Hello."], language="en-gb")
    reply = client.get(recording_url("Hello.", "en-gb"), headers={"Range": "bytes=0-3"})
    assert (reply.status_code, b"".join(reply.streaming_content)) == (206, b"RIFF")
