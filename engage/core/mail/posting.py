"""Writing messages into the outbox, in the transaction of what they are about."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import QuerySet
from django.template.exceptions import TemplateDoesNotExist
from django.template.loader import get_template, render_to_string
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import get_language

from engage.core.mail.models import OutboxMessage
from engage.core.mail.wording_models import MailWording
from engage.core.wordings import fill, kind_of

LONGEST_SUBJECT = 200
Attachment = tuple[str, str, str]
CONTENT_TYPE = re.compile(r"[a-z]+/[a-z0-9.+-]+(; ?[a-z]+=[A-Za-z0-9-]+)*")


class AddressRefused(ValueError):
    """It is not an e-mail address, or it holds more than one line."""


def post(
    *,
    template: str,
    subject: str,
    recipients: Iterable[str],
    context: Mapping[str, object],
    key: str = "",
    attachments: Sequence[Attachment] = (),
    not_before: datetime | None = None,
    not_after: datetime | None = None,
    secret: bool = False,
    forget_address: bool = False,
) -> list[OutboxMessage]:
    """Write a message to each address into the outbox, in the current transaction; the worker sends it.

    - ``template``: ``templates/emails/<template>.txt``, and ``.html`` beside it where there is one; without
      it the page is made of the text. Nobody sees who else was told.
    - ``key``: with it a person gets the message only once, however often it is posted.
    - ``attachments``: names, content types and texts.
    - ``not_before``, ``not_after``: it is not sent earlier; what is not sent by then is given up.
    - ``secret``: it holds a private link; the text is forgotten as soon as it was sent.
    - ``forget_address``: so is the address.

    Returns the rows that were made. Raises ``AddressRefused``, and ``ValueError`` for a strange content type.
    """
    try:
        html = get_template(f"emails/{template}.html").render(dict(context))
    except TemplateDoesNotExist as missing:
        if missing.args[0] != f"emails/{template}.html":
            raise
        html = ""
    return store(
        kind=template,
        subject=subject,
        body=render_to_string(f"emails/{template}.txt", dict(context)),
        html=html,
        recipients=recipients,
        key=key,
        attachments=attachments,
        not_before=not_before,
        not_after=not_after,
        secret=secret,
        forget_address=forget_address,
    )


def post_wording(
    *,
    kind: str,
    recipients: Iterable[str],
    values: Mapping[str, str],
    key: str = "",
    attachments: Sequence[Attachment] = (),
    not_before: datetime | None = None,
    not_after: datetime | None = None,
    secret: bool = False,
    forget_address: bool = False,
) -> list[OutboxMessage]:
    """Write a message of a registered kind, in the officers' words and the current language, into the outbox.

    ``values`` are what stands for each of the kind's placeholders; all of them, and no other. The rest is as in
    ``post``. Raises ``KeyError`` for an unknown kind, ``ValueError`` where a value is missing, and as ``post``.
    """
    words = kind_of(kind)
    if set(values) != set(words.placeholders):
        raise ValueError(f"The values of {kind} are {sorted(words.placeholders)}.")
    subject, body = MailWording.objects.words_for(words, get_language() or settings.LANGUAGE_CODE)
    return store(
        kind=kind,
        subject=fill(subject, values),
        body=fill(body, values),
        recipients=recipients,
        key=key,
        attachments=attachments,
        not_before=not_before,
        not_after=not_after,
        secret=secret,
        forget_address=forget_address,
    )


def store(
    *,
    kind: str,
    subject: str,
    body: str,
    recipients: Iterable[str],
    html: str = "",
    key: str = "",
    attachments: Sequence[Attachment] = (),
    not_before: datetime | None = None,
    not_after: datetime | None = None,
    secret: bool = False,
    forget_address: bool = False,
) -> list[OutboxMessage]:
    """Write finished words into the outbox. ``kind`` says what they are; the rest is as in ``post``."""
    due_at = max(not_before or timezone.now(), timezone.now())
    rows = [
        OutboxMessage(
            kind=kind,
            language=get_language() or "",
            recipient=address,
            subject=one_line(subject)[:LONGEST_SUBJECT],
            body=body,
            html=html,
            attachments=[checked(attachment) for attachment in attachments],
            once=_once(key, address) if key else None,
            secret=secret,
            forget_address=forget_address,
            due_at=due_at,
            next_try_at=due_at,
            not_after=not_after,
        )
        for address in dict.fromkeys(checked_address(recipient) for recipient in recipients)
    ]
    # The database says which are new: two who post the same at once wait for each other.
    OutboxMessage.objects.bulk_create(rows, ignore_conflicts=bool(key))
    if not key:
        return rows
    return list(OutboxMessage.objects.filter(reference__in=[row.reference for row in rows]).order_by("pk"))


def forget_words(messages: QuerySet[OutboxMessage]) -> int:
    """Empty messages of what is personal: address, words, attachments, pages."""
    return messages.update(recipient="", subject="", body="", html="", attachments=[])


def one_line(words: str) -> str:
    """Words without line ends and other signs that nobody sees: what may stand in a header."""
    seen = "".join(" " if unicodedata.category(sign) in {"Cc", "Zl", "Zp"} else sign for sign in words)
    return " ".join(seen.split())


def checked_address(address: str) -> str:
    """An address without spaces around it. Raises ``AddressRefused``."""
    address = address.strip(" ")
    try:
        validate_email(address)
    except ValidationError as error:
        raise AddressRefused from error
    if one_line(address) != address:
        raise AddressRefused
    return address


def checked(attachment: Attachment) -> Attachment:
    """An attachment with a name of one line. Raises ``ValueError`` for a strange content type."""
    name, content_type, text = attachment
    if not CONTENT_TYPE.fullmatch(content_type):
        raise ValueError("This is not a content type.")
    return (one_line(name)[:100], content_type, text)


def _once(key: str, address: str) -> str:
    return salted_hmac("engage.core.mail.once", f"{key}\n{address.lower()}", algorithm="sha256").hexdigest()
