"""Recording a whole response at once: from paper, from an event's notes, from the demo."""

from collections.abc import Sequence
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

from .given import Given, store_answers


@transaction.atomic
def record_response(
    *,
    survey: SurveyPage,
    answers: Sequence[Given],
    source: str,
    sent_at: datetime,
    source_detail: str = "",
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
    """Store a response that was given elsewhere, as sent.

    ``people`` is how many speak in it; None when nobody counted. ``shown`` is how the questions were
    presented, and ``language`` in which, where somebody knows. ``token_hash`` lets the same form be stored once
    only: a second one is an ``IntegrityError``. ``started_at``, ``revision_id`` (the wording that was asked) and
    ``receipt_code`` are those of the moment, of the live survey and a new one unless they are known. ``said`` is
    what the person said of themselves. Raises ``AnswerDoesNotFit``.
    """
    revision_id = revision_id or asked_revision_id(survey, language)
    response = Response(
        survey=survey,
        survey_revision_id=revision_id,
        status=ResponseStatus.SENT,
        source=source,
        source_detail=source_detail,
        people=people,
        answered_by=said.get("answered_by", ""),
        group=said.get("group", ""),
        age_band=said.get("age_band", ""),
        area=said.get("area"),
        entered_by=entered_by,
        session=session,
        token_hash=token_hash,
        language=language,
        receipt_code=receipt_code or new_receipt_code(),
        started_at=started_at or sent_at,
        sent_at=sent_at,
    )
    if shown:
        response.keep_display(shown)
    response.save()
    if said.get("needs"):
        response.needs.set(said["needs"])
    store_answers(response=response, all_given=answers, revision_id=revision_id)
    return response
