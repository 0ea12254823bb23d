"""What a device remembers: one cookie for each survey, which opens the response that it began."""

import re
import secrets

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from consultations.surveys.models import SurveyPage

KEY_BYTES = 24
KEY_PATTERN = re.compile(r"[A-Za-z0-9_-]{32}")


def new_key() -> str:
    """192 random bits. The device's cookie holds it; the database holds only its hash."""
    return secrets.token_urlsafe(KEY_BYTES)


def is_key(text: str) -> bool:
    """Whether the text has the form of a key that we made."""
    return KEY_PATTERN.fullmatch(text) is not None


def cookie_name(survey_pk: int) -> str:
    return f"engage_answer_{survey_pk}"


def key_of(request: HttpRequest, survey_pk: int) -> str:
    """The key that this device holds for a survey, or ""."""
    held = request.COOKIES.get(cookie_name(survey_pk), "")
    return held if is_key(held) else ""


def remember(request: HttpRequest, response: HttpResponse, survey: SurveyPage, key: str) -> HttpResponse:
    """Let the device remember the key for as long as unfinished answers are kept."""
    response.set_cookie(
        cookie_name(survey.pk),
        key,
        max_age=settings.ENGAGE_UNFINISHED_DAYS * 24 * 3600,
        httponly=True,
        secure=request.is_secure(),
        samesite="Lax",
    )
    return response


def forget(response: HttpResponse, survey: SurveyPage) -> HttpResponse:
    """Let the device forget the person."""
    response.delete_cookie(cookie_name(survey.pk), samesite="Lax")
    return response
