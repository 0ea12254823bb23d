"""Private links to one booking: 128 random bits, stored hashed, good for this booking and until after its session."""

import hashlib
import secrets

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from consultations.events.models import Booking, ManageLink

TOKEN_BYTES = 16


def hash_token(token: str) -> str:
    """The form in which a token is stored."""
    return hashlib.sha256(f"events.manage:{token}".encode("utf-8", "replace")).hexdigest()


def new_token(*, booking: Booking) -> str:
    """A new token that opens the booking; those from before stay good, as people keep old e-mails."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    ManageLink.objects.create(booking=booking, token_hash=hash_token(token))
    return token


def forget_links(*, booking: Booking, but: str = "") -> None:
    """Let no link open the booking any more, but that of the token ``but``. For an address that was not theirs."""
    ManageLink.objects.filter(booking=booking).exclude(token_hash=hash_token(but)).delete()


def manage_url(token: str) -> str:
    """The whole address of a booking's page, for an e-mail."""
    return settings.WAGTAILADMIN_BASE_URL + reverse("events:manage", args=[token])


def find_booking(token: str) -> Booking | None:
    """The booking that a token opens, with its session and event; None for any other, and when it is too late."""
    found = Booking.objects.filter(
        links__token_hash=hash_token(token), session__ends_at__gt=timezone.now() - ManageLink.OPENS_AFTER
    )
    return found.select_related("session__page").first()
