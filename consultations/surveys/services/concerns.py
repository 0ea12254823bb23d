"""Concerns: an answer goes to the safeguarding lead, and comes back or stays out."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from consultations.surveys.enums import ConcernState
from consultations.surveys.models import Answer, Concern, Response
from engage.core.mail import post
from engage.users.models import User

RAISE_ACTION = "surveys.concern.raise"
DECIDE_ACTION = "surveys.concern.decide"
LEAD_PERMISSION = "surveys.decide_concern"


class ConcernExists(Exception):
    """The safeguarding lead already has this answer."""


class AnswerNotSent(Exception):
    """The answer belongs to a response that nobody has sent."""


class AlreadyDecided(Exception):
    """Somebody has decided on this concern."""


class WordsMissing(ValueError):
    """A concern needs a reason, and a decision needs words."""


def safeguarding_leads() -> QuerySet:
    """Active people who may decide on concerns by their own permission, not by being an administrator."""
    return (
        get_user_model()
        .objects.with_perm(
            LEAD_PERMISSION, include_superusers=False, backend="django.contrib.auth.backends.ModelBackend"
        )
        .order_by("pk")
    )


def addresses_to_tell() -> list[str]:
    """Where the news of a concern goes: the leads; without any lead the administrators, so that somebody hears."""
    leads = list(safeguarding_leads().exclude(email="").values_list("email", flat=True))
    if leads:
        return leads
    people = get_user_model().objects.filter(is_superuser=True, is_active=True).exclude(email="")
    return list(people.order_by("pk").values_list("email", flat=True))


@transaction.atomic
def raise_concern(*, answer: Answer, raised_by: User, reason: str) -> Concern:
    """Put an answer in the safeguarding lead's queue; from now on it is nobody's but the lead's.

    An e-mail without a word of the answer or the reason goes to the lead; the queue is what counts, for
    the e-mail may take its time. Raises ``AnswerNotSent``, ``ConcernExists`` while another concern
    withholds the answer, ``WordsMissing`` without a reason.
    """
    reason = reason.strip()
    if not reason:
        raise WordsMissing
    # One after the other: neither a second concern nor the purge comes in between.
    response = Response.objects.select_for_update(of=("self",)).get(pk=answer.response_id)
    if not response.is_sent:
        raise AnswerNotSent
    if answer.concerns.withholding().exists():
        raise ConcernExists
    now = timezone.now()
    concern = Concern.objects.create(
        answer=answer,
        reason=reason,
        raised_by=raised_by,
        raised_at=now,
        due_at=now + timedelta(hours=settings.ENGAGE_CONCERN_HOURS),
    )
    log(instance=concern, action=RAISE_ACTION, user=raised_by)
    post(
        template="surveys/concern_raised",
        subject=_("A concern waits for you"),
        recipients=addresses_to_tell(),
        context={
            "address": settings.WAGTAILADMIN_BASE_URL + reverse("concerns:index"),
            "due_at": timezone.localtime(concern.due_at),
        },
    )
    return concern


@transaction.atomic
def decide_concern(*, concern: Concern, decided_by: User, keep_out: bool, words: str) -> Concern:
    """Close a concern: the answer comes back, or stays out (``keep_out``). ``words`` say what was done.

    Raises ``AlreadyDecided`` or ``WordsMissing``.
    """
    words = words.strip()
    if not words:
        raise WordsMissing
    locked = Concern.objects.select_for_update(of=("self",)).get(pk=concern.pk)
    if locked.state != ConcernState.OPEN:
        raise AlreadyDecided
    locked.state = ConcernState.KEPT_OUT if keep_out else ConcernState.CLEARED
    locked.decided_by = decided_by
    locked.decided_at = timezone.now()
    locked.decision = words
    locked.save(update_fields=["state", "decided_by", "decided_at", "decision"])
    log(instance=locked, action=DECIDE_ACTION, user=decided_by, data={"state": locked.state})
    return locked
