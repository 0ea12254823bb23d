"""The respondent's journey: start, answer, say who you are, send. Every step saves."""

from datetime import timedelta
from typing import Unpack

from django.db import transaction
from django.utils import timezone

from consultations.surveys.about import AboutValues
from consultations.surveys.enums import ResponseStatus, Source
from consultations.surveys.models import Answer, GroupSession, Response, SurveyLink, SurveyPage
from consultations.surveys.models.responses import hash_token, new_receipt_code
from consultations.surveys.rows import begin, lock_response, store_columns, touch_unsent
from consultations.surveys.translating import asked_revision_id
from engage.core.preferences import DisplayPreferences

from .asking import drop_unasked
from .given import Given, store_answer

# A second press of "Start" within this time is the same person; later it is somebody else who
# found the same start page on a shared device, and must never meet the first person's answers.
SAME_PRESS = timedelta(seconds=20)


class ConsultationClosed(Exception):
    """Nobody may start, or the time to finish is over."""


class SessionOver(Exception):
    """The group session is over, or its day has not come."""


class AlreadySent(Exception):
    """The response was sent; its answers do not change any more."""


class UsedKey(Exception):
    """The key of the start form belongs to an older response."""


@transaction.atomic
def start_response(
    *,
    survey: SurveyPage,
    key: str,
    link: SurveyLink | None = None,
    session: GroupSession | None = None,
    language: str = "",
) -> Response:
    """Begin a response whose device holds ``key`` (a random token of at least 128 bits).

    The response keeps where it came from: the group session, or the name of the ``link`` that somebody followed.

    The same key within ``SAME_PRESS`` gives the same response, so that a double press starts once.
    Raises ``ConsultationClosed`` when nobody may start, ``SessionOver`` when the session takes nobody
    now, ``UsedKey`` when the key is an older one's.
    """
    if not survey.consultation.may_start():
        raise ConsultationClosed
    if session and not session.is_open():
        raise SessionOver
    now = timezone.now()
    stored = begin(
        Response(
            survey=survey,
            survey_revision_id=survey.live_revision_id,
            token_hash=hash_token(key),
            source=Source.GROUP_SESSION if session else Source.ONLINE,
            source_detail=session.place if session else link.name if link else "",
            session=session,
            group=session.group if session else "",
            language=language,
            started_at=now,
        )
    )
    if stored.survey_id == survey.pk and not stored.is_sent and now - stored.started_at <= SAME_PRESS:
        return stored
    raise UsedKey


def find_response(*, survey: SurveyPage, key: str) -> Response | None:
    """The response that this device began, or None. ``key`` comes from the device's cookie."""
    if not key:
        return None
    return Response.objects.filter(token_hash=hash_token(key), survey_id=survey.pk).first()


def lock_unsent(response: Response, survey: SurveyPage) -> Response:
    """Lock the response's row. Raises ``AlreadySent`` (also of one that was deleted) or ``ConsultationClosed``."""
    locked = lock_response(response.pk)
    if locked is None or locked.status != ResponseStatus.STARTED:
        raise AlreadySent
    if not survey.consultation.may_send():
        raise ConsultationClosed
    return locked


@transaction.atomic
def save_answer(
    *,
    response: Response,
    survey: SurveyPage,
    given: Given,
    shown: DisplayPreferences | None = None,
    language: str = "",
) -> Answer:
    """Save one answer of an unsent response, with the revision of the survey that was asked.

    ``shown`` is how the person has the questions presented, ``language`` in which; the response keeps both.
    Raises ``AlreadySent``, ``ConsultationClosed`` or ``AnswerDoesNotFit``.
    """
    changed = ["changed_at", *response.keep_asking(shown, language)]
    response.changed_at = timezone.now()
    if not touch_unsent(response, changed):
        raise AlreadySent
    if not survey.consultation.may_send():
        raise ConsultationClosed
    return store_answer(response=response, given=given, revision_id=asked_revision_id(survey, language))


@transaction.atomic
def save_about(
    *,
    response: Response,
    survey: SurveyPage,
    **said: Unpack[AboutValues],
) -> Response:
    """Save what a person says of themselves (``AboutValues``).

    Raises ``AlreadySent`` or ``ConsultationClosed``.
    """
    locked = lock_unsent(response, survey)
    if not set_about(locked, said):
        store_columns(locked, [])
    return locked


def set_about(locked: Response, said: AboutValues) -> bool:
    """Write what a person said of themselves on a locked response; whether anything is new."""
    new = {name: value for name, value in said.items() if name != "needs" and getattr(locked, name) != value}
    for name, value in new.items():
        setattr(locked, name, value)
    new_needs = "needs" in said and set(said["needs"]) != set(locked.needs.all())
    if new_needs:
        locked.needs.set(said["needs"])
    if new or new_needs:
        store_columns(locked, ["area_id" if name == "area" else name for name in new])
    return bool(new) or new_needs


@transaction.atomic
def send_response(
    *, response: Response, survey: SurveyPage, shown: DisplayPreferences | None = None, language: str = ""
) -> Response:
    """Send a response, without answers to questions that an earlier answer hides now.

    Sending again gives the same receipt code and changes nothing.
    Raises ``ConsultationClosed`` when the time to finish is over.
    """
    try:
        locked = lock_unsent(response, survey)
    except AlreadySent:
        return Response.objects.get(pk=response.pk)
    drop_unasked(locked, survey)
    locked.status = ResponseStatus.SENT
    locked.sent_at = timezone.now()
    locked.receipt_code = new_receipt_code()
    locked.survey_revision_id = survey.live_revision_id
    locked.return_hash = locked.link_hash = None
    columns = ["status", "sent_at", "receipt_code", "survey_revision_id", "return_hash", "link_hash"]
    store_columns(locked, [*columns, *locked.keep_asking(shown, language)])
    return locked
