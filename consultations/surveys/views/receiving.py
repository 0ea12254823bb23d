"""What a device of a group session sends when the internet is back: one person at a time, once each.

No cookie counts here: the page that sends is a copy which may be days old. It proves itself by the session's
code and by the token that we signed into the copy (docs/decisions/0031-offline-devices.md).
"""

from datetime import timedelta
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from consultations.surveys.models import GroupSession, Response
from consultations.surveys.offline import NotOurCopy, OfflineCopy
from consultations.surveys.offline_forms import DoesNotFit, SentForms, Unreadable, moments, read_envelope
from consultations.surveys.services.given import AnswerDoesNotFit
from consultations.surveys.services.receiving import (
    AlreadyDeleted,
    NotInSession,
    TooLate,
    find_received,
    receive_response,
)
from consultations.surveys.short_codes import as_code
from engage.core.throttle import Allowance, TryLater, client_of, give_back, spend_try
from engage.core.waiting_words import wait_words

from .joining import KIND as JOINING
from .steps import no_store

KIND = "receive"
MOST_BYTES = 1_000_000
# Only what is refused costs a try. A class sends from one address, many devices at once.
REFUSED = Allowance(tries=60, every=timedelta(seconds=5))


@csrf_exempt  # A page that was kept has no fresh token: the signed token of the session stands for it (decision 31).
@require_POST
@no_store
def receive(request: HttpRequest, code: str) -> HttpResponse:
    """Take one person's answers; the receipt says that they are stored. A refusal says why."""
    if not _is_ours(request):
        return _refuse(_("This did not come from our page."), 403)
    client = client_of(request)
    try:
        spend_try(kind=KIND, client=client, of_one=REFUSED)
        # Somebody who guesses codes of sessions waits here as at the page that asks for one.
        spend_try(kind=JOINING, client=client)
    except TryLater as later:
        return _refuse(wait_words(later.at), 429)
    session = GroupSession.objects.select_related("survey").filter(code=as_code(code)).first()
    if session is None:
        return _refuse(_("We do not know this session."), 404)
    give_back(kind=JOINING, client=client)
    try:
        response, key = _take(request, session)
    except AlreadyDeleted as gone:
        give_back(kind=KIND, client=client)
        # The device lets go of them too; one with a script from before shows the words.
        words = _("Somebody has deleted these answers. We do not keep them again.")
        return JsonResponse({"key": str(gone.key), "deleted": True, "reason": words}, status=410)
    except Refused as refused:
        return _refuse(refused.words, refused.status)
    give_back(kind=KIND, client=client)
    return JsonResponse({"key": str(key), "receipt": response.receipt_code})


class Refused(Exception):
    """Why these answers are not taken, in words for the people at the device."""

    def __init__(self, words: str, status: int) -> None:
        super().__init__(words)
        self.words, self.status = words, status


def _take(request: HttpRequest, session: GroupSession) -> tuple[Response, object]:
    if len(request.body) > MOST_BYTES:
        raise Refused(_("These answers are too long."), 413)
    try:
        envelope, sent = read_envelope(request.body)
        key = envelope["key"]
        held = find_received(session=session, key=key)
        return (held or _store(session, envelope, sent)), key
    except (Unreadable, NotOurCopy):
        raise Refused(_("We cannot read these answers."), 400) from None
    except DoesNotFit as error:
        words = _("The answer to question %(number)s does not fit.") % {"number": error.number}
        raise Refused(words if error.number else _("One answer does not fit its question."), 400) from None
    except AnswerDoesNotFit:
        raise Refused(_("One answer does not fit its question."), 400) from None
    except TooLate:
        raise Refused(_("The time to send answers of this session is over."), 410) from None
    except NotInSession:
        raise Refused(_("The session was not open when this person began."), 409) from None


def _store(session: GroupSession, envelope: dict, sent) -> Response:
    copy = OfflineCopy.from_token(envelope["token"], session)
    forms = SentForms(session, copy, sent)
    started_at, finished_at = moments(envelope)
    return receive_response(
        session=session,
        key=envelope["key"],
        answers=forms.answers(),
        revision_id=copy.revision or None,
        started_at=started_at,
        finished_at=finished_at,
        receipt_code=envelope["receipt"],
        shown=forms.shown,
        language=copy.language,
        **forms.about_values(),
    )


def _is_ours(request: HttpRequest) -> bool:
    """Whether a page of this site sends it. Browsers name the page's site with every POST of a script."""
    origin = request.headers.get("Origin")
    same_site = request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"
    return same_site and (origin is None or urlsplit(origin).netloc == request.get_host())


def _refuse(words: str, status: int) -> JsonResponse:
    return JsonResponse({"reason": words}, status=status)
