"""The only door for e-mail. Plain text, one message for each person, after the transaction."""

import logging
from collections.abc import Iterable, Mapping
from functools import partial
from smtplib import SMTPException

from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string

logger = logging.getLogger(__name__)


def send_on_commit(*, template: str, subject: str, recipients: Iterable[str], context: Mapping[str, object]) -> None:
    """Send a text to each address once the current transaction is stored; nothing when it is rolled back.

    ``template`` is a plain text under ``templates/emails/``. Nobody sees who else was told.
    A mail server that refuses never undoes what a person did: it is logged, without address or text.
    """
    body = render_to_string(f"emails/{template}", dict(context))
    one_line = " ".join(subject.split())
    for recipient in dict.fromkeys(recipients):
        message = EmailMessage(subject=one_line, body=body, to=[recipient])
        transaction.on_commit(partial(_send, message, template))


def _send(message: EmailMessage, template: str) -> None:
    try:
        message.send()
    except (OSError, SMTPException) as error:
        logger.error("An e-mail was not sent (%s, %s)", template, type(error).__name__)
