"""Coming back to an unfinished response: a code of pictures, or a link in an e-mail."""

import secrets
from collections.abc import Sequence

from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from consultations.surveys.mail_kinds import COME_BACK
from consultations.surveys.models import Response, SurveyPage
from consultations.surveys.models.responses import hash_token
from consultations.surveys.picture_code import code_of_device, hash_code
from consultations.surveys.translating import shown_survey
from engage.core.mail import post_wording
from engage.core.templatetags.words import day

from .journey import lock_unsent

TOKEN_BYTES = 24
ATTEMPTS = 5


def keep_code(*, response: Response, survey: SurveyPage, key: str) -> Response:
    """Give an unfinished response a picture code unless it has one. ``key`` is its device's.

    Raises ``AlreadySent`` or ``ConsultationClosed``.
    """
    if response.return_hash:
        return response
    return renew_code(response=response, survey=survey, key=key, unless_there=True)


def renew_code(*, response: Response, survey: SurveyPage, key: str, unless_there: bool = False) -> Response:
    """Give an unfinished response another picture code; the one before opens nothing any more.

    Raises ``AlreadySent`` or ``ConsultationClosed``.
    """
    number = response.return_number
    for _attempt in range(ATTEMPTS):
        number += 1
        try:
            # The slow hash is made before the row is locked.
            hashed = hash_code(code_of_device(key, number))
            with transaction.atomic():
                locked = lock_unsent(response, survey)
                if locked.return_hash and unless_there:
                    return locked
                locked.return_hash, locked.return_number = hashed, number
                locked.save(update_fields=["return_hash", "return_number"])
                return locked
        except IntegrityError:
            # Somebody has this very code: one in three billion for each thousand people.
            continue
    raise RuntimeError("No picture code is free.")


def shown_code(*, response: Response, key: str) -> tuple[str, ...] | None:
    """The picture code of a response as the device that made it may show it; None on another device."""
    if not response.return_hash:
        return None
    code = code_of_device(key, response.return_number)
    return code if secrets.compare_digest(hash_code(code), response.return_hash) else None


def find_by_code(code: Sequence[str]) -> Response | None:
    """The unfinished response with this picture code, or None."""
    return Response.objects.to_come_back_to().select_related("survey").filter(return_hash=hash_code(code)).first()


def find_by_link(token: str) -> Response | None:
    """The unfinished response whose e-mail holds this token, or None."""
    found = Response.objects.to_come_back_to().filter(link_hash=hash_token(token))
    return found.select_related("survey").first()


@transaction.atomic
def hand_over(*, response: Response, key: str) -> None:
    """Let another device go on with a response; the device before is forgotten."""
    Response.objects.filter(pk=response.pk).update(token_hash=hash_token(key))


@transaction.atomic
def mail_link(*, response: Response, survey: SurveyPage, address: str) -> None:
    """Send a link that opens an unfinished response. A link from before opens nothing any more.

    The address and the link are forgotten when the message was sent. Raises ``AlreadySent`` or ``ConsultationClosed``.
    """
    token = secrets.token_urlsafe(TOKEN_BYTES)
    locked = lock_unsent(response, survey)
    locked.link_hash = hash_token(token)
    locked.save(update_fields=["link_hash"])
    link = settings.WAGTAILADMIN_BASE_URL + reverse("surveys:link", args=[token])
    post_wording(
        kind=COME_BACK,
        recipients=[address],
        values={"survey": shown_survey(survey).title, "link": link, "day": day(timezone.localtime(locked.kept_until))},
        not_after=locked.kept_until,
        secret=True,
        forget_address=True,
    )
