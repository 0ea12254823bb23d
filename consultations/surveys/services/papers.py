"""Typing in what people wrote on paper, and taking back a paper that was typed in wrongly."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Unpack

from django.db import IntegrityError, transaction
from django.utils import timezone

from consultations.surveys.about import AboutValues
from consultations.surveys.enums import Source
from consultations.surveys.models import Response, SurveyPage
from consultations.surveys.models.responses import hash_token
from consultations.surveys.paper import may_enter_papers
from engage.users.models import User

from .given import Given
from .recording import record_response
from .retention import ResponseGone, erase_response

UNDO_ACTION = "surveys.response.undo_paper"
NOON = time(12)


class PapersClosed(Exception):
    """The survey is not open yet, or the time for papers that come late is over."""


class NotTheirPaper(Exception):
    """Somebody else typed it in, or on another day, or it did not come on paper."""


def enter_paper(
    *,
    survey: SurveyPage,
    by: User,
    key: str,
    answers: Sequence[Given],
    place: str = "",
    written_on: date | None = None,
    **said: Unpack[AboutValues],
) -> Response:
    """Store one paper as a sent response, with who typed it in and where it came from.

    ``key`` is the one-time key of the form: the same key by the same person gives the same response, so
    that a double press stores one. Raises ``PapersClosed`` and ``AnswerDoesNotFit``.
    """
    if not may_enter_papers(survey.consultation):
        raise PapersClosed
    # Not the hash of the key alone: no device can open a paper's response by a cookie.
    token_hash = hash_token(f"paper {by.pk} {survey.pk} {key}")
    try:
        with transaction.atomic():
            return record_response(
                survey=survey,
                answers=answers,
                source=Source.PAPER,
                source_detail=place,
                sent_at=_moment(written_on),
                entered_by=by,
                token_hash=token_hash,
                **said,
            )
    except IntegrityError:
        held = Response.objects.filter(token_hash=token_hash).first()
        if held is None:
            raise
        return held


@transaction.atomic
def undo_paper(*, response: Response, by: User) -> None:
    """Delete a paper that this person typed in today. The log keeps its number, who and when.

    Raises ``NotTheirPaper``, ``ResponseGone``, and ``LeadMustDecide`` while a concern withholds an answer.
    """
    locked = Response.objects.select_for_update(of=("self",)).filter(pk=response.pk).first()
    if locked is None:
        raise ResponseGone
    if not may_undo(locked, by):
        raise NotTheirPaper
    erase_response(response=locked, by=by, action=UNDO_ACTION)


def may_undo(response: Response, by: User) -> bool:
    """Whether it is a paper that this person typed in today, by the clock of the district."""
    today = timezone.localdate()
    return (
        response.source == Source.PAPER
        and response.entered_by_id == by.pk
        and timezone.localdate(response.changed_at) == today
    )


def last_paper(*, survey: SurveyPage, by: User) -> Response | None:
    """The paper that this person typed in last for a survey."""
    papers = Response.objects.sent().filter(survey=survey, source=Source.PAPER, entered_by=by)
    return papers.order_by("-pk").first()


def _moment(written_on: date | None) -> datetime:
    """Noon of the day on the paper; now, where it has no day or is from today."""
    now = timezone.now()
    if written_on is None or written_on >= timezone.localdate(now):
        return now
    return timezone.make_aware(datetime.combine(written_on, NOON))
