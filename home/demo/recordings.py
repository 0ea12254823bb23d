"""The demo's recordings, film and Easy Read paper, as Wagtail documents.

The voice is a computer's (espeak-ng), and the titles say so: a real installation records people.
"""

from pathlib import Path

from django.core.files.base import ContentFile
from wagtail.documents import get_document_model

FOLDER = Path(__file__).parent / "assets"
STATEMENT_PREFIX = "statement-"

# Nobody signs in it: a real installation films somebody whose language it is.
SIGNED = "signed"
SIGNED_TITLE = "drawn by a computer, in place of somebody who signs"

OPEN_VOICE = (
    "We have a new plan for young people with special educational needs and disabilities in Northdale. "
    "We changed the plan because of what you told us. Now we want to know if we got it right."
)
FILM_WORDS = (
    "We ask you what you think. We listen to what you say. We look for what many people say. "
    "Then we tell you what we did."
)


def load_recordings() -> dict:
    """Documents by the name of their file without its ending."""
    model = get_document_model()
    loaded = {SIGNED: _document(model, FOLDER / "how-it-works.mp4", SIGNED_TITLE)}
    for path in sorted(FOLDER.iterdir()):
        kind = "" if path.suffix == ".pdf" else " (computer voice)"
        loaded[path.stem] = _document(model, path, path.stem.replace("-", " ").capitalize() + kind)
    return loaded


def _document(model, path: Path, title: str):
    document = model(title=title)
    document.file = ContentFile(path.read_bytes(), name=path.name)
    document.save()
    return document


def opening_passages(recordings: dict) -> list[tuple]:
    """What can be heard and seen at the top of the open consultation."""
    return [
        (
            "voice",
            {
                "title": "Listen to what this is about",
                "recording": recordings["open-consultation"],
                "transcript": OPEN_VOICE,
            },
        ),
        (
            "video",
            {
                "title": "How we use what you say",
                "film": recordings["how-it-works"],
                "link": "",
                "transcript": FILM_WORDS,
            },
        ),
    ]


def closing_passages(recordings: dict) -> list[tuple]:
    """What can be taken away from the closed consultation."""
    paper = recordings["our-first-send-plan-easy-read"]
    return [("download", {"document": paper, "label": "This page on paper, in Easy Read"})]
