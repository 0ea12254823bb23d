"""Recordings: keeping, replacing and dropping them with their answer, hearing them, writing down their words.

A file is written before its row is stored and deleted after its row is gone for good, so that a row never
points at nothing; what a server that stopped half way leaves behind goes with the next purge.
Why so: docs/decisions/0030-voice-answers.md.
"""

import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from consultations.surveys.models import Answer, Question, Response, Voice
from consultations.surveys.models.voices import voice_storage
from engage.core.audio import Audio
from engage.users.models import User

from .tags import drop_tags

LISTEN_ACTION = "surveys.voice.listen"
WRITE_ACTION = "surveys.voice.transcribe"


class VoiceGone(Exception):
    """The person has deleted the recording, or put another in its place."""


class VoiceWithheld(Exception):
    """A concern keeps the answer from everybody but the safeguarding lead, or it was not sent."""


class NothingWritten(ValueError):
    """There is no word to keep."""


@dataclass(frozen=True)
class Recorded:
    """A recording that somebody sent now, read and found to be sound."""

    content: bytes
    audio: Audio

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def held_voice(response: Response, question: Question) -> Voice | None:
    """The recording that a response holds for a question."""
    return Voice.objects.filter(answer__response=response, answer__question=question).first()


def has_room() -> bool:
    """Whether the disk of the recordings has more free than the rest of the site needs (``ENGAGE_VOICE_FREE_BYTES``).

    A store that is no folder of this machine always has.
    """
    place = getattr(voice_storage(), "location", None)
    if not place:
        return True
    path = Path(place)
    there = next(one for one in (path, *path.parents) if one.exists())
    return shutil.disk_usage(there).free >= settings.ENGAGE_VOICE_FREE_BYTES


def put_voice(*, answer: Answer, held: Voice | None, recorded: Recorded | None) -> None:
    """Make ``recorded`` the recording of an answer that holds ``held``; None: it shall have none.

    The same recording again changes nothing. The words of the one that goes, go with it. In the caller's transaction.
    """
    if held and recorded and held.digest == recorded.digest:
        return
    if held:
        _drop(held, answer)
    if recorded:
        _store(answer, recorded)


def _store(answer: Answer, recorded: Recorded) -> None:
    voice = Voice(
        answer=answer,
        media_type=recorded.audio.media_type,
        seconds=recorded.audio.seconds,
        digest=recorded.digest,
        recorded_at=timezone.now(),
    )
    voice.file.save(f"voice.{recorded.audio.extension}", ContentFile(recorded.content), save=False)
    try:
        voice.save()
    except BaseException:
        voice_storage().delete(str(voice.file.name))
        raise


def _drop(voice: Voice, answer: Answer) -> None:
    """Delete a recording; one that worried somebody goes to the safeguarding lead with its concern."""
    worried = answer.concerns.withholding().filter(raised_at__gte=voice.recorded_at, voice_before__isnull=True)
    concern = worried.first()
    if concern:
        voice.answer, voice.concern = None, concern
        voice.save(update_fields=["answer", "concern"])
    else:
        voice.delete()
    answer.transcript = ""
    answer.save(update_fields=["transcript"])


def heard(*, voice: Voice, by: AbstractBaseUser | AnonymousUser) -> None:
    """Write into the log that somebody listens. The log keeps no word and no address of the file."""
    log(instance=voice, action=LISTEN_ACTION, user=by)


@transaction.atomic
def write_down(*, voice: Voice, by: User, words: str) -> Answer:
    """Keep the words of a recording, with who wrote them and when. Other words take the place of older ones.

    From then on the answer is read, coded, searched and exported with them; tags on the words from before go.
    Raises ``NothingWritten``, ``VoiceGone`` or ``VoiceWithheld``.
    """
    words = words.strip()
    if not words:
        raise NothingWritten
    answer = Answer.objects.filter(voice=voice.pk).first()
    if answer is None:
        raise VoiceGone
    # One after the other: no change, no concern and no purge comes in between.
    Response.objects.select_for_update(of=("self",)).filter(pk=answer.response_id).first()
    held = Voice.objects.filter(pk=voice.pk, answer=answer).select_related("answer").first()
    if held is None or held.answer is None:
        raise VoiceGone
    answer = held.answer
    if not Answer.objects.usable().filter(pk=answer.pk).exists():
        raise VoiceWithheld
    if answer.transcript == words:
        return answer
    if answer.own_words:
        drop_tags(answer)
    answer.transcript = words
    answer.save(update_fields=["transcript"])
    held.written_by, held.written_at = by, timezone.now()
    held.save(update_fields=["written_by", "written_at"])
    log(instance=held, action=WRITE_ACTION, user=by)
    return answer
