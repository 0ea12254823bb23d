"""A device of a group session that had no internet: what its page sends, without a browser."""

import time
import uuid

from django.test import Client
from django.utils import timezone

from consultations.surveys.models import GroupSession, Question
from consultations.surveys.models.responses import new_receipt_code
from consultations.surveys.models.sessions import start_of
from consultations.surveys.offline import OfflineCopy, questions_of


def milliseconds() -> int:
    return int(time.time() * 1000)


def earlier(seconds: int) -> int:
    """So long ago, but today: a session takes nothing of the day before, and tests also run after midnight."""
    midnight = int(start_of(timezone.localdate()).timestamp() * 1000)
    return max(milliseconds() - seconds * 1000, midnight)


def answered(session: GroupSession, *fields: tuple[str, str], **values) -> dict:
    """One person's answers as the device queues them; ``values`` take the place of what stands there."""
    now = milliseconds()
    copy = OfflineCopy.of(session, list(questions_of(session).asked()))
    return {
        "key": str(uuid.uuid4()),
        "token": copy.as_token(),
        "receipt": new_receipt_code(),
        "fields": [list(pair) for pair in fields],
        "started": earlier(60),
        "finished": now,
        "now": now,
        "display": {"version": "easy", "pictures": "on", "listen": "on", "signed": "off"},
        **values,
    }


def send(session: GroupSession, person: object, *, client: Client | None = None, code: str = "", **headers):
    """Post it as the script does."""
    path = f"/join/{code or session.code}/receive/"
    return (client or Client()).post(path, person, content_type="application/json", headers=headers or None)


def name(question: Question, field: str = "answer") -> str:
    """The name of a question's field on the device's page."""
    return f"{question.key}-{field}"
