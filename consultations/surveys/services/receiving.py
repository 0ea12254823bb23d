"""Taking what people answered in a group session on a device that had no internet."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Unpack
from uuid import UUID

from django.db import IntegrityError, transaction
from wagtail.models import Revision

from consultations.surveys.about import AboutValues
from consultations.surveys.enums import Source
from consultations.surveys.models import GroupSession, Response
from consultations.surveys.models.responses import hash_token
from engage.core.preferences import DisplayPreferences

from .asking import without_unasked
from .deleted_sendings import was_deleted
from .given import Given
from .recording import record_response


class TooLate(Exception):
    """The time in which devices of the session may send is over, or has not come."""


class NotInSession(Exception):
    """The person began when the session was not open."""


class AlreadyDeleted(Exception):
    """These answers had arrived, and somebody deleted them since: the person, or an officer whom they asked."""

    def __init__(self, key: UUID) -> None:
        super().__init__(key)
        self.key = key


def find_received(*, session: GroupSession, key: UUID) -> Response | None:
    """The response that came with the device's key for one person, or None."""
    return Response.objects.filter(token_hash=_hash(session, key)).first()


def receive_response(
    *,
    session: GroupSession,
    key: UUID,
    answers: Sequence[Given],
    revision_id: int | None,
    started_at: datetime,
    finished_at: datetime,
    receipt_code: str,
    shown: DisplayPreferences,
    language: str,
    **said: Unpack[AboutValues],
) -> Response:
    """Store one person's answers as a sent response of the session, once for each ``key``.

    ``answers`` has one for each question of the copy; those that another answer hides are left out. ``receipt_code``
    is the one that the device has shown to the person. The same key gives the same response, whatever else is sent.
    Raises ``TooLate``, ``NotInSession``, ``AlreadyDeleted`` and ``AnswerDoesNotFit``.
    """
    if not session.may_receive():
        raise TooLate
    if not session.took(started_at):
        raise NotInSession
    # The wording that was asked is protected by its first answer; an officer may have cleared it away before.
    asked = Revision.objects.filter(pk=revision_id).values_list("pk", flat=True).first()
    # A code that somebody else has already (one in 10 to the power of 18) becomes a new one.
    for code in (receipt_code, ""):
        try:
            with transaction.atomic():
                received = record_response(
                    survey=session.survey,
                    answers=without_unasked(answers),
                    source=Source.GROUP_SESSION,
                    source_detail=session.place,
                    session=session,
                    sent_at=finished_at,
                    started_at=started_at,
                    shown=shown,
                    language=language,
                    token_hash=_hash(session, key),
                    revision_id=asked,
                    receipt_code=code,
                    **said,
                )
                # Asked last: whoever deleted it while it came has done so by now.
                if was_deleted(session=session, receipt_code=receipt_code, token_hash=_hash(session, key)):
                    raise AlreadyDeleted(key)
                return received
        except IntegrityError:
            held = find_received(session=session, key=key) or _taken_over(
                session, receipt_code, took=finished_at - started_at
            )
            if held:
                return held
    raise RuntimeError("The answers can be stored neither with the code of the device nor with a new one.")


def _taken_over(session: GroupSession, receipt_code: str, *, took: timedelta) -> Response | None:
    """The same person's response, opened elsewhere with its code while the device had not heard that it is here.

    Then it has that other device's key; the code and how long they took are still those of the first.
    """
    held = Response.objects.filter(session=session, receipt_code=receipt_code).first()
    return held if held and held.sent_at and held.sent_at - held.started_at == took else None


def _hash(session: GroupSession, key: UUID) -> str:
    """Not the hash of the key alone: no cookie opens such a response."""
    return hash_token(f"offline {session.pk} {key}")
