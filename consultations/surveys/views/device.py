"""What a device remembers: one cookie for each survey, which opens the response that it began."""

import re
import secrets
from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from consultations.surveys.models import GroupSession, SurveyPage
from consultations.surveys.picture_code import PICTURES

KEY_BYTES = 24
PREFIX = "engage_answer_"
SESSION_COOKIE = "engage_session"
# The device still knows of the session so long after it, to say kindly that it is over.
AFTER_THE_SESSION = timedelta(hours=12)
PICTURES_COOKIE = "engage_pictures"
PICTURES_PATH = "/answer/"
KEY_PATTERN = re.compile(r"[A-Za-z0-9_-]{32}")


def new_key() -> str:
    """192 random bits. The device's cookie holds it; the database holds only its hash."""
    return secrets.token_urlsafe(KEY_BYTES)


def is_key(text: str) -> bool:
    """Whether the text has the form of a key that we made."""
    return KEY_PATTERN.fullmatch(text) is not None


def cookie_name(survey_pk: int) -> str:
    return f"{PREFIX}{survey_pk}"


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


def forget_everything(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Let the device forget the person: every survey that somebody began here, and pictures half chosen.

    Display preferences stay; they say nothing about anybody's answers.
    """
    for name in request.COOKIES:
        if name.startswith(PREFIX):
            response.delete_cookie(name, samesite="Lax")
    # Pages that the browser holds ready for its Back button go too.
    response["Clear-Site-Data"] = '"cache"'
    return forget_pictures(response)


def chosen_pictures(request: HttpRequest) -> tuple[str, ...]:
    """The pictures that somebody has chosen so far on the way back."""
    words = dict.fromkeys(request.COOKIES.get(PICTURES_COOKIE, "").split("."))
    return tuple(word for word in words if word in PICTURES)


def remember_pictures(request: HttpRequest, response: HttpResponse, pictures: tuple[str, ...]) -> HttpResponse:
    """Let the device remember them until the browser is closed."""
    response.set_cookie(
        PICTURES_COOKIE,
        ".".join(pictures),
        path=PICTURES_PATH,
        httponly=True,
        secure=request.is_secure(),
        samesite="Lax",
    )
    return response


def forget_pictures(response: HttpResponse) -> HttpResponse:
    response.delete_cookie(PICTURES_COOKIE, path=PICTURES_PATH, samesite="Lax")
    return response


def join_session(request: HttpRequest, response: HttpResponse, session: GroupSession) -> HttpResponse:
    """Let the device belong to a group session until it is over. It is the session's code, nobody's key."""
    left = session.ends_at + AFTER_THE_SESSION - timezone.now()
    response.set_cookie(
        SESSION_COOKIE,
        session.code,
        max_age=int(left.total_seconds()),
        httponly=True,
        secure=request.is_secure(),
        samesite="Lax",
    )
    return response


def joined_session(request: HttpRequest, survey: SurveyPage) -> GroupSession | None:
    """The session of this survey that the device has joined, over or not; no query for a device without one."""
    code = request.COOKIES.get(SESSION_COOKIE, "")
    return survey.sessions.filter(code=code).first() if code.isalnum() else None


def leave_session(response: HttpResponse) -> HttpResponse:
    response.delete_cookie(SESSION_COOKIE, samesite="Lax")
    return response
