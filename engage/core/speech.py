"""Words that the server speaks when a page is published: off, until a setting names an engine.

A recorded human voice comes first and the device's own voice second; this is for districts that have
neither. ``SPEECH_ENGINE`` is the dotted name of a class like ``EspeakEngine``. A recording is
kept under a name made of its words and its language: the same words are spoken once, and changed words
never play an old recording.
"""

import hashlib
import logging
import shutil
import subprocess
import unicodedata
from typing import Protocol

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.module_loading import import_string
from django_tasks import task

logger = logging.getLogger(__name__)

FOLDER = "speech"
LONGEST_TEXT = 2_000
SECONDS_TO_SPEAK = 30
# Slower than espeak-ng's 175: people follow with their eyes.
WORDS_A_MINUTE = 140


class SpeechFailed(Exception):
    """The engine could not speak these words."""


class SpeechEngine(Protocol):
    """What an engine must be able to do. ``name`` is part of a recording's name: a new voice speaks anew."""

    name: str

    def speaks(self, language: str) -> bool:
        """Whether it is installed and has a voice for a language, such as ``en-gb``."""
        ...

    def speak(self, text: str, language: str) -> bytes:
        """The words as a WAV file. Raises ``SpeechFailed``."""
        ...


class EspeakEngine:
    """espeak-ng, where it is installed: a plain voice, in the languages that families asked for."""

    name = f"espeak-ng-{WORDS_A_MINUTE}"
    voices = ("en-gb", "ur", "pl", "bn", "pa", "so", "ar", "ro")

    def voice(self, language: str) -> str:
        """The voice for a language: of its region where there is one, else of the language; "" for none."""
        known = language.lower()
        plain = "en-gb" if known.split("-")[0] == "en" else known.split("-")[0]
        return known if known in self.voices else plain if plain in self.voices else ""

    def speaks(self, language: str) -> bool:
        return bool(self.voice(language)) and shutil.which("espeak-ng") is not None

    def speak(self, text: str, language: str) -> bytes:
        # The words come in by the pipe: they are never read as an option or a file's name.
        command = ["espeak-ng", "-v", self.voice(language), "-s", str(WORDS_A_MINUTE), "--stdin", "--stdout"]
        try:
            done = subprocess.run(  # noqa: S603 (a fixed program, no shell; the voice is one of ours)
                command, input=text.encode(), capture_output=True, timeout=SECONDS_TO_SPEAK, check=True
            )
        except (OSError, subprocess.SubprocessError) as error:
            raise SpeechFailed(type(error).__name__) from error
        if not done.stdout.startswith(b"RIFF"):
            raise SpeechFailed("no sound")
        return done.stdout


def engine_for(language: str) -> SpeechEngine | None:
    """The engine of the settings, if it speaks this language here."""
    if not settings.SPEECH_ENGINE:
        return None
    engine: SpeechEngine = import_string(settings.SPEECH_ENGINE)()
    return engine if engine.speaks(language) else None


def to_say(*parts: str) -> str:
    """Parts as one text to speak: a pause after each, no signs that cannot be said."""
    said = []
    for part in parts:
        words = " ".join("".join(" " if unicodedata.category(sign)[0] == "C" else sign for sign in part).split())
        if words:
            said.append(words if words[-1] in ".?!" else f"{words}.")
    return " ".join(said)[:LONGEST_TEXT]


def recording_name(text: str, language: str, engine: SpeechEngine) -> str:
    """The name in the storage of the recording of these words."""
    known_by = "\n".join((engine.name, language.lower(), text))
    return f"{FOLDER}/{hashlib.sha256(known_by.encode('utf-8', 'replace')).hexdigest()[:40]}.wav"


def recording_url(text: str, language: str) -> str:
    """The address of the recording of these words; "" while there is none."""
    engine = engine_for(language) if text else None
    if engine is None:
        return ""
    name = recording_name(text, language, engine)
    return default_storage.url(name) if default_storage.exists(name) else ""


def make_recordings(*, texts: list[str], language: str) -> int:
    """Speak each text that has no recording yet. Returns how many were made; what fails is logged and left out."""
    engine = engine_for(language)
    if engine is None:
        return 0
    return sum(_make_one(text, language, engine) for text in texts if text)


def _make_one(text: str, language: str, engine: SpeechEngine) -> bool:
    name = recording_name(text, language, engine)
    if default_storage.exists(name):
        return False
    try:
        sound = engine.speak(text, language)
    except SpeechFailed as error:
        # Never the words: somebody may be named in a draft.
        logger.warning("A text of %s letters could not be spoken: %s", len(text), error)
        return False
    kept_as = default_storage.save(name, ContentFile(sound))
    if kept_as != name:
        # Another worker was quicker with the same words.
        default_storage.delete(kept_as)
        return False
    return True


@task()
def speak_texts(texts: list[str], language: str) -> int:
    """``make_recordings`` as a task, for after a publication."""
    return make_recordings(texts=texts, language=language)
