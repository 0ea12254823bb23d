"""Group sessions: opening, ending, joining and counting who has sent."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils import timezone

from consultations.surveys.models import GroupSession
from consultations.surveys.short_codes import as_code
from engage.users.models import User

ATTEMPTS = 5


@dataclass(frozen=True)
class SessionCounts:
    """How many have begun and not sent, and how many have sent, in one session."""

    answering: int
    sent: int


def open_session(*, session: GroupSession, by: User | None) -> GroupSession:
    """Store a new session with a code of its own."""
    session.opened_by = by
    for _attempt in range(ATTEMPTS):
        session.code = GroupSession.new_code()
        try:
            with transaction.atomic():
                session.save(force_insert=True)
                return session
        except IntegrityError:
            # Another session has this very code: one in 480 million for each session.
            continue
    raise RuntimeError("No code is free.")


@transaction.atomic
def correct_session(*, session: GroupSession) -> GroupSession:
    """Store a session that an officer corrected; its responses follow when the place has another name."""
    session.save()
    session.responses.exclude(source_detail=session.place).update(source_detail=session.place)
    return session


@transaction.atomic
def end_session(*, session: GroupSession) -> None:
    """Nobody begins any more. Those who began may finish, as they may when a consultation closes."""
    locked = GroupSession.objects.select_for_update().get(pk=session.pk)
    if locked.closed_at is None:
        locked.closed_at = timezone.now()
        locked.save(update_fields=["closed_at"])


@transaction.atomic
def reopen_session(*, session: GroupSession) -> None:
    """Take back an end by mistake. A session whose time is over stays over."""
    GroupSession.objects.filter(pk=session.pk).update(closed_at=None)


def find_session(typed: str) -> GroupSession | None:
    """The session with that code, over or not, if its survey can be seen."""
    sessions = GroupSession.objects.select_related("survey__picture")
    return sessions.filter(code=as_code(typed), survey__live=True).first()


def counts_of(session: GroupSession) -> SessionCounts:
    """Numbers for the facilitator. Never a word of anybody."""
    return SessionCounts(
        answering=session.responses.unfinished().count(),
        sent=session.responses.sent().count(),
    )
