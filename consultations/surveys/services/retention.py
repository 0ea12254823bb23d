"""Keeping the promises of the privacy page: answers go when their time is over, or when somebody asks."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, Max, OuterRef, Q, QuerySet
from django.utils import timezone
from wagtail.log_actions import log

from consultations.models import ConsultationPage
from consultations.surveys.enums import ResponseStatus
from consultations.surveys.models import Answer, Concern, ImportDraft, Response
from consultations.surveys.models.voices import forget_files, stray_files
from engage.core.throttle import forget_tries
from engage.users.models import User

from .deleted_sendings import forget_marks, keep_mark

ERASE_ACTION = "surveys.response.erase"
WITHDRAW_ACTION = "surveys.response.withdraw"
CHUNK = 500
# A file this young may belong to an answer that is being stored now.
STRAY_AFTER = timedelta(days=1)


class LeadMustDecide(Exception):
    """A concern withholds one of the answers: the safeguarding lead decides first."""


class ResponseGone(Exception):
    """The response is not there, or not sent: somebody deleted it in the meantime."""


@dataclass(frozen=True)
class PurgeReport:
    """What a purge took (or would take): responses by reason, those a concern holds back, and stray recordings."""

    unfinished: int
    past_their_time: int
    withdrawn: int
    held_by_concern: int
    stray_recordings: int


def purge_responses(*, at: datetime | None = None, dry_run: bool = False) -> PurgeReport:
    """Delete the responses whose period is over at a moment (now unless told otherwise).

    - unfinished ones, ``ENGAGE_UNFINISHED_DAYS`` after the last change;
    - all of a consultation, ``ENGAGE_ANSWERS_YEARS`` after it closed;
    - what is left of those that people deleted themselves, when the lead has decided.

    A response with an answer that a concern withholds stays until the lead clears it; with a
    cleared one, the concern goes with it. Their codings, priorities and recordings go too; so do files of
    recordings to which no answer belongs, a day after they were written. Deletes in parts,
    each in a transaction of its own, so that the site stays up; running it again finishes the work.
    """
    at = at or timezone.now()
    unfinished = _unfinished_too_long(at)
    past = _past_their_time(at).exclude(pk__in=unfinished.values("pk"))
    withdrawn = Response.objects.withdrawn().exclude(pk__in=past.values("pk"))
    held = Response.objects.filter(
        Q(pk__in=unfinished.values("pk")) | Q(pk__in=past.values("pk")) | Q(pk__in=withdrawn.values("pk"))
    )
    stray = stray_files(before=min(at, timezone.now()) - STRAY_AFTER)
    report = PurgeReport(
        unfinished=unfinished.exclude(_has_withheld_answer()).count(),
        past_their_time=past.exclude(_has_withheld_answer()).count(),
        withdrawn=withdrawn.exclude(_has_withheld_answer()).count(),
        held_by_concern=held.filter(_has_withheld_answer()).count(),
        stray_recordings=len(stray),
    )
    if not dry_run:
        for due in (unfinished, past, withdrawn):
            _delete(list(due.exclude(_has_withheld_answer()).values_list("pk", flat=True)))
        forget_files(stray)
        forget_tries(before=at - timedelta(days=1))
        forget_drafts(at=at)
        forget_marks(at=at)
    return report


def purge_due() -> int:
    """The purge as the worker runs it. Returns how many responses and recordings it deleted."""
    report = purge_responses()
    return report.unfinished + report.past_their_time + report.withdrawn + report.stray_recordings


@transaction.atomic
def erase_response(*, response: Response, by: User, action: str = ERASE_ACTION) -> None:
    """Delete one response because somebody asked for it: its answers, codings, and cleared concerns.

    The log keeps its number, who did it and when; no word, no code. Raises ``LeadMustDecide`` while
    a concern on one of its answers is open or keeps it out, ``ResponseGone`` when it is not there.
    """
    locked = Response.objects.select_for_update(of=("self",)).filter(pk=response.pk).first()
    if locked is None:
        raise ResponseGone
    if has_withheld_answer(locked):
        raise LeadMustDecide
    log(instance=locked, action=action, user=by, deleted=True)
    keep_mark(locked)
    delete_with_concerns([locked.pk])


@transaction.atomic
def withdraw_response(*, response: Response) -> None:
    """Delete a sent response because the person who sent it wants it, without anybody of the team.

    An answer that a concern withholds stays with the safeguarding lead, and with nobody else, until
    the lead has decided and the next purge runs. The person is not told which: that a concern
    exists is the lead's alone. The log keeps the number and when. Raises ``ResponseGone``.
    """
    locked = Response.objects.sent().select_for_update(of=("self",)).filter(pk=response.pk).first()
    if locked is None:
        raise ResponseGone
    log(instance=locked, action=WITHDRAW_ACTION, deleted=True)
    keep_mark(locked)
    if not has_withheld_answer(locked):
        delete_with_concerns([locked.pk])
        return
    free = locked.answers.exclude(pk__in=locked.answers.withheld().values("pk"))
    Concern.objects.filter(answer__in=free).delete()
    free.delete()
    locked.status = ResponseStatus.WITHDRAWN
    locked.token_hash = locked.receipt_code = None
    locked.save(update_fields=["status", "token_hash", "receipt_code", "changed_at"])


def has_withheld_answer(response: Response) -> bool:
    """Whether a concern on one of the answers is open or keeps it out: then nobody deletes the response."""
    return response.answers.withheld().exists()


def _unfinished_too_long(at: datetime) -> QuerySet[Response]:
    """Responses begun and not sent, in which nothing changed for the period."""
    cutoff = at - timedelta(days=settings.ENGAGE_UNFINISHED_DAYS)
    return (
        Response.objects.unfinished()
        .filter(changed_at__lt=cutoff)
        .alias(last_answer=Max("answers__answered_at"))
        .filter(Q(last_answer__isnull=True) | Q(last_answer__lt=cutoff))
    )


def _past_their_time(at: datetime) -> QuerySet[Response]:
    """All responses to consultations that closed longer ago than answers are kept."""
    closed_before = years_before(at, settings.ENGAGE_ANSWERS_YEARS)
    due = Q(pk__in=[])
    for path in ConsultationPage.objects.filter(closes_at__lte=closed_before).values_list("path", flat=True):
        due |= Q(survey__path__startswith=path)
    return Response.objects.filter(due)


def years_before(moment: datetime, years: int) -> datetime:
    """The same day and hour some years earlier; 28 February for a leap day."""
    try:
        return moment.replace(year=moment.year - years)
    except ValueError:
        return moment.replace(year=moment.year - years, day=28)


def forget_drafts(*, at: datetime) -> int:
    """Delete the spreadsheets that somebody brought and did not finish importing. Returns how many."""
    before = at - timedelta(hours=settings.ENGAGE_IMPORT_HOURS)
    return ImportDraft.objects.filter(made_at__lte=before).delete()[0]


def _has_withheld_answer() -> Exists:
    return Exists(Answer.objects.withheld().filter(response=OuterRef("pk")))


def _delete(keys: list[int]) -> None:
    for start in range(0, len(keys), CHUNK):
        with transaction.atomic():
            # Locked and asked again: a concern may have been raised since the list was made.
            locked = Response.objects.select_for_update(of=("self",)).filter(pk__in=keys[start : start + CHUNK])
            due = list(locked.exclude(_has_withheld_answer()).values_list("pk", flat=True))
            delete_with_concerns(due)


def delete_with_concerns(keys: list[int]) -> None:
    """Delete responses that no concern withholds, with the concerns that were cleared. In the caller's transaction."""
    Concern.objects.filter(answer__response__in=keys).delete()
    Response.objects.filter(pk__in=keys).delete()
