"""Small recordings: from Chromium's false microphone, and as other browsers and programs write them."""

from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile

from consultations.surveys.models import Voice
from consultations.surveys.models.voices import voice_storage
from consultations.surveys.services.voices import Recorded
from engage.core.audio import read_audio

FOLDER = Path(__file__).parent / "recordings"
# About a second each.
SOUNDS = ("chromium.webm", "lengths.webm", "chromium.m4a", "fragments.m4a", "whole.m4a", "opus.ogg")
FILMS = ("film.webm", "film.mp4")


def sound(name: str = "chromium.webm") -> bytes:
    return (FOLDER / name).read_bytes()


def upload(content: bytes | None = None, *, name="voice", content_type="audio/webm") -> SimpleUploadedFile:
    """A recording as a browser sends it."""
    return SimpleUploadedFile(name, sound() if content is None else content, content_type)


def recorded(name: str = "chromium.webm") -> Recorded:
    content = sound(name)
    return Recorded(content, read_audio(content))


def empty_store() -> None:
    """Delete what other tests left, whose rows went with their transaction."""
    for name in files():
        voice_storage().delete(name)


def files() -> list[str]:
    """The names of all files in the store of recordings."""
    try:
        return sorted(voice_storage().listdir("")[1])
    except FileNotFoundError:
        return []


def names() -> list[str]:
    """The files that rows point at."""
    return sorted(Voice.objects.values_list("file", flat=True))
