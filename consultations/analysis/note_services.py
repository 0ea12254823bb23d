"""What was said at a listening event: each note is a response with the source "event" (docs/decisions/0006).

So it is read, coded, counted, withheld, exported and deleted as every other answer is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from consultations.events.models import ListeningEventPage
from consultations.models import ConsultationPage
from consultations.surveys.enums import QuestionKind, Source
from consultations.surveys.models import Question, Response, SurveyPage
from consultations.surveys.models.responses import hash_token
from consultations.surveys.services.given import Given
from consultations.surveys.services.recording import record_response
from consultations.surveys.services.retention import erase_response
from engage.core.languages import sources
from engage.users.models import User

UNDO_NOTE_ACTION = "analysis.note.undo"
# ``Response.source_detail`` holds the event's name, and after this the table.
BEFORE_TABLE = " · "
LONGEST_NAME = 120
LONGEST_TABLE = 30


class EventToCome(Exception):
    """Nothing has been said at the event yet."""


class QuestionElsewhere(ValueError):
    """The question is not one that the event's notes can answer."""


class NotTheirNote(Exception):
    """Somebody else wrote it, or on another day, or it is no note of an event."""


@dataclass(frozen=True)
class Note:
    """One thing that was said: ``people`` is how many said it, None where nobody counted."""

    question: Question
    words: str
    people: int | None = None
    table: str = ""


def name_of(event: ListeningEventPage, table: str = "") -> str:
    """Where a note came from, as ``Response.source_detail`` holds it."""
    name = event.title[:LONGEST_NAME]
    return f"{name}{BEFORE_TABLE}{table}" if table else name


def questions_for_notes(event: ListeningEventPage) -> QuerySet[Question]:
    """The questions in own words that an event's notes answer: of its consultation, else of every published survey."""
    surveys = sources(SurveyPage.objects.live())
    consultation = ConsultationPage.objects.ancestor_of(event).first()
    if consultation is not None:
        surveys = surveys.descendant_of(consultation)
    keys = list(surveys.values_list("pk", flat=True))
    asked = Question.objects.filter(page__in=keys, kind=QuestionKind.TEXT, retired=False)
    return asked.select_related("page", "statement").order_by("page__path", "sort_order", "pk")


def notes_of(event: ListeningEventPage) -> QuerySet[Response]:
    """The notes of an event, the latest first. One that a concern withholds is there without its words."""
    name = name_of(event)
    # Notes from before the number was kept, and those that were imported, have the name only.
    named = Q(source_detail=name) | Q(source_detail__startswith=f"{name}{BEFORE_TABLE}")
    mine = Q(event_number=event.pk) | Q(named, event_number__isnull=True)
    return Response.objects.sent().filter(mine, source=Source.EVENT).order_by("-pk")


def record_note(*, event: ListeningEventPage, note: Note, by: User, key: str) -> Response:
    """Store one note. The same form (``key``) of the same person stores one, however often it is sent.

    Raises ``EventToCome`` and ``QuestionElsewhere``.
    """
    token_hash = hash_token(f"note {by.pk} {event.pk} {key}")
    try:
        with transaction.atomic():
            return _store(event, note, by, token_hash)
    except IntegrityError:
        held = Response.objects.filter(token_hash=token_hash).first()
        if held is None:
            raise
        return held


@transaction.atomic
def record_notes(*, event: ListeningEventPage, notes: Sequence[Note], by: User, key: str) -> list[Response]:
    """Store the notes of a document together, or none of them. Raises as ``record_note`` does."""
    hashes = [hash_token(f"note {by.pk} {event.pk} {key} {number}") for number in range(len(notes))]
    held = list(Response.objects.filter(token_hash__in=hashes).order_by("pk"))
    if held:
        return held
    return [_store(event, note, by, token_hash) for note, token_hash in zip(notes, hashes, strict=True)]


@transaction.atomic
def undo_note(*, response: Response, by: User) -> None:
    """Delete a note that this person wrote today. The log keeps its number, who and when.

    Raises ``NotTheirNote``, ``ResponseGone``, and ``LeadMustDecide`` while a concern withholds it.
    """
    if not may_undo(response, by):
        raise NotTheirNote
    erase_response(response=response, by=by, action=UNDO_NOTE_ACTION)


def may_undo(response: Response, by: User) -> bool:
    """Whether it is a note that this person wrote today, by the clock of the district."""
    today = timezone.localdate()
    return (
        response.source == Source.EVENT
        and response.entered_by_id == by.pk
        and timezone.localdate(response.changed_at) == today
    )


def _store(event: ListeningEventPage, note: Note, by: User, token_hash: str) -> Response:
    now = timezone.now()
    if event.starts_at is None or event.starts_at > now:
        raise EventToCome
    if not questions_for_notes(event).filter(pk=note.question.pk).exists():
        raise QuestionElsewhere(_("Choose a question of this consultation."))
    return record_response(
        survey=note.question.page,
        answers=[Given(question=note.question, text=note.words)],
        source=Source.EVENT,
        source_detail=name_of(event, note.table),
        event_number=event.pk,
        people=note.people,
        sent_at=_said_at(event, now),
        entered_by=by,
        token_hash=token_hash,
    )


def _said_at(event: ListeningEventPage, now: datetime) -> datetime:
    """The end of the event; now, while it goes on."""
    return min(event.ends_at, now) if event.ends_at else now
