"""What a person has deleted is not stored anew by a device that never heard that it had arrived."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils.crypto import salted_hmac

from consultations.surveys.models import DeletedSending, GroupSession, Response


def keep_mark(response: Response) -> None:
    """Note that a response of a group session is being deleted, while devices may still send it. In the transaction
    that deletes it."""
    session = response.session
    if session is None or not session.may_receive():
        return
    # The code is the device's own, unless somebody had it already; the key, unless the answers went to another device.
    for name in filter(None, (response.receipt_code, response.token_hash)):
        DeletedSending.objects.get_or_create(mark=_mark(session, name), defaults={"session": session})


def was_deleted(*, session: GroupSession, receipt_code: str, token_hash: str) -> bool:
    """Whether what a device sends now was stored before, and deleted."""
    marks = [_mark(session, name) for name in (receipt_code, token_hash)]
    return DeletedSending.objects.filter(mark__in=marks).exists()


def forget_marks(*, at: datetime) -> int:
    """Delete the marks of sessions whose devices may send no more. Returns how many."""
    before = at - timedelta(days=settings.ENGAGE_OFFLINE_DAYS)
    return DeletedSending.objects.filter(session__ends_at__lte=before).delete()[0]


def _mark(session: GroupSession, name: str) -> str:
    return salted_hmac("engage.surveys.deleted", f"{session.pk} {name}", algorithm="sha256").hexdigest()
