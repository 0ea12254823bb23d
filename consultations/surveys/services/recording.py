"""Recording a whole response at once: from paper, from an event's notes, from a spreadsheet, from the demo."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Unpack

from django.db import transaction

from consultations.surveys.about import AboutValues
from consultations.surveys.enums import ResponseStatus
from consultations.surveys.models import GroupSession, Response, SurveyPage
from consultations.surveys.models.responses import new_receipt_code
from consultations.surveys.translating import asked_revision_id
from engage.core.preferences import DisplayPreferences
from engage.users.models import User

from .given import Given, store_answers, store_answers_of_many

# Responses that are written together.
BATCH = 1000


@transaction.atomic
def record_response(
    *,
    survey: SurveyPage,
    answers: Sequence[Given],
    source: str,
    sent_at: datetime,
    source_detail: str = "",
    event_number: int | None = None,
    people: int | None = 1,
    entered_by: User | None = None,
    session: GroupSession | None = None,
    shown: DisplayPreferences | None = None,
    token_hash: str | None = None,
    started_at: datetime | None = None,
    revision_id: int | None = None,
    receipt_code: str = "",
    language: str = "",
    **said: Unpack[AboutValues],
) -> Response:
    """Store a response that was given elsewhere, as sent. ``event_number`` is the page of the event that it is from.

    ``people`` is how many speak in it; None when nobody counted. ``shown`` is how the questions were
    presented, and ``language`` in which, where somebody knows. ``token_hash`` lets the same form be stored once
    only: a second one is an ``IntegrityError``. ``started_at``, ``revision_id`` (the wording that was asked) and
    ``receipt_code`` are those of the moment, of the live survey and a new one unless they are known. ``said`` is
    what the person said of themselves. Raises ``AnswerDoesNotFit``.
    """
    revision_id = revision_id or asked_revision_id(survey, language)
    response = _sent_response(survey, source, source_detail, sent_at, entered_by, said, language, revision_id)
    response.people, response.session, response.token_hash = people, session, token_hash
    response.event_number = event_number
    response.started_at = started_at or sent_at
    if receipt_code:
        response.receipt_code = receipt_code
    if shown:
        response.keep_display(shown)
    response.save()
    if said.get("needs"):
        response.needs.set(said["needs"])
    store_answers(response=response, all_given=answers, revision_id=revision_id)
    return response


@dataclass(frozen=True)
class Recorded:
    """One response of many that were given elsewhere."""

    answers: Sequence[Given]
    sent_at: datetime
    said: AboutValues
    language: str = ""


@transaction.atomic
def record_responses(
    *, survey: SurveyPage, recorded: Sequence[Recorded], source: str, source_detail: str, entered_by: User | None
) -> list[Response]:
    """Store many responses of one person each, as ``record_response`` does, in few queries. Returns them in order.

    Raises ``AnswerDoesNotFit``; then none is stored.
    """
    asked = {language: asked_revision_id(survey, language) for language in {one.language for one in recorded}}
    stored: list[Response] = []
    for start in range(0, len(recorded), BATCH):
        some = recorded[start : start + BATCH]
        responses = Response.objects.bulk_create(
            _sent_response(
                survey, source, source_detail, one.sent_at, entered_by, one.said, one.language, asked[one.language]
            )
            for one in some
        )
        pairs = list(zip(responses, some, strict=True))
        Response.needs.through.objects.bulk_create(
            Response.needs.through(response=response, need=need)
            for response, one in pairs
            for need in one.said.get("needs", [])
        )
        store_answers_of_many([(response, one.answers, asked[one.language]) for response, one in pairs])
        stored += responses
    return stored


def _sent_response(
    survey: SurveyPage,
    source: str,
    source_detail: str,
    sent_at: datetime,
    entered_by: User | None,
    said: AboutValues,
    language: str,
    revision_id: int | None,
) -> Response:
    """An unsaved response of one person."""
    return Response(
        survey=survey,
        survey_revision_id=revision_id,
        status=ResponseStatus.SENT,
        source=source,
        source_detail=source_detail,
        answered_by=said.get("answered_by", ""),
        group=said.get("group", ""),
        age_band=said.get("age_band", ""),
        area=said.get("area"),
        entered_by=entered_by,
        language=language,
        receipt_code=new_receipt_code(),
        started_at=sent_at,
        sent_at=sent_at,
    )
