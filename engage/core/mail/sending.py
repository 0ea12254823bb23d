"""Sending the outbox: a worker takes one message at a time, on one connection, and writes down what came of it."""

import logging
import secrets
from datetime import datetime, timedelta
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException, SMTPSenderRefused
from types import TracebackType

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation

from engage.core.mail.models import OutboxMessage
from engage.core.mail.states import BROKEN, CUT_OFF, LATER, NO_SERVER, REFUSED, TOO_LATE, MailState
from engage.core.worker.stopping import is_asked_to_stop

logger = logging.getLogger(__name__)

# At most so many in one go, so that the other jobs have their turn.
MOST_AT_ONCE = 200
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=4)
# "No" in the server's own words (5xx) is asked again: often it is the server that is set up wrong, for an hour.
MOST_REFUSALS = 6


class Trouble(Exception):
    """A message was not taken. ``problem`` is stored; ``ends_batch``: there is no sense in the next one now."""

    def __init__(self, kind: str, detail: object, *, ends_batch: bool = False) -> None:
        self.problem = f"{kind}:{detail}"
        self.is_refusal = kind in {REFUSED, BROKEN}
        self.ends_batch = ends_batch
        super().__init__(self.problem)


class Line:
    """One connection to the mail server: opened for the first message, used for all, and again after trouble."""

    def __init__(self) -> None:
        self._backend: BaseEmailBackend | None = None

    def __enter__(self) -> "Line":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def send(self, message: OutboxMessage) -> None:
        """Hand a message to the server. Raises ``Trouble`` unless the server took it."""
        email = made(message)
        backend = self._open()
        try:
            taken = backend.send_messages([email])
        except SMTPRecipientsRefused as error:
            raise _refused(next(iter(error.recipients.values()))[0]) from error
        except SMTPSenderRefused as error:
            # Ours is refused, not this person's: nobody's message is at fault.
            raise Trouble(LATER, error.smtp_code) from error
        except SMTPResponseException as error:
            raise _refused(error.smtp_code) from error
        except (OSError, SMTPException) as error:
            self.close()
            raise Trouble(CUT_OFF, type(error).__name__, ends_batch=True) from error
        except Exception as error:
            # Something about this message that nobody thought of: the next gets a fresh connection.
            self.close()
            raise Trouble(BROKEN, type(error).__name__) from error
        if not taken:
            raise Trouble(NO_SERVER, "nothing taken", ends_batch=True)

    def close(self) -> None:
        backend, self._backend = self._backend, None
        if backend is None:
            return
        try:
            backend.close()
        except (OSError, SMTPException) as error:
            logger.info("The mail server did not say goodbye (%s)", type(error).__name__)

    def _open(self) -> BaseEmailBackend:
        if self._backend is None:
            backend = get_connection()
            try:
                backend.open()
            except (OSError, SMTPException) as error:
                raise Trouble(NO_SERVER, type(error).__name__, ends_batch=True) from error
            self._backend = backend
        return self._backend


def _refused(code: int) -> Trouble:
    if code == 421:
        return Trouble(LATER, code, ends_batch=True)
    return Trouble(REFUSED if code >= 500 else LATER, code)


def made(message: OutboxMessage) -> EmailMultiAlternatives:
    """The message as it is sent: text, the same as a page, attachments. Raises ``Trouble`` where none can be made."""
    try:
        email = EmailMultiAlternatives(
            subject=message.subject,
            body=message.body,
            to=[message.recipient],
            headers={"Message-ID": message.message_id, "Auto-Submitted": "auto-generated"},
        )
        email.attach_alternative(page_of(message), "text/html")
        for name, content_type, text in message.attachments:
            email.attach(name, text, content_type)
        email.message()
    except Exception as error:
        raise Trouble(BROKEN, type(error).__name__) from error
    return email


def page_of(message: OutboxMessage) -> str:
    """The message as HTML: its own page, or its text in the one layout of all."""
    return message.html or page_of_text(message.body, subject=message.subject, language=message.language)


def page_of_text(text: str, *, subject: str, language: str) -> str:
    """A plain text in the layout of all messages: paragraphs, and links that can be pressed."""
    with translation.override(language or settings.LANGUAGE_CODE):
        paragraphs = [part.strip() for part in text.replace("\r\n", "\n").split("\n\n")]
        context = {"subject": subject, "paragraphs": [part for part in paragraphs if part]}
        return render_to_string("emails/layout.html", context)


def send_due() -> int:
    """Send what is due, the longest due first, on one connection. Returns how many were sent.

    Safe to be run by several at once: each takes a message for ``ENGAGE_MAIL_LEASE_SECONDS``. Whoever dies
    with a message in its hands leaves it to the next after that time; the person may then get it twice, with the
    same Message-ID.
    """
    sent = 0
    with Line() as line:
        for _number in range(MOST_AT_ONCE):
            message = None if is_asked_to_stop() else take_next()
            if message is None:
                break
            try:
                line.send(message)
            except Trouble as trouble:
                put_back(message, trouble)
                if trouble.ends_batch:
                    break
            else:
                mark_sent(message)
                sent += 1
    return sent


def take_next() -> OutboxMessage | None:
    """Take the next message that is due, for the time of the lease; None when there is none."""
    while OutboxMessage.objects.to_send(timezone.now()).exists():
        message = _take()
        if message is None or message.state == MailState.WAITING:
            return message
    return None


@transaction.atomic
def _take() -> OutboxMessage | None:
    now = timezone.now()
    message = OutboxMessage.objects.to_send(now).select_for_update(skip_locked=True).first()
    if message is None:
        return None
    if message.not_after and message.not_after <= now:
        _give_up(message, TOO_LATE, now)
    else:
        message.tries += 1
        message.next_try_at = now + timedelta(seconds=settings.ENGAGE_MAIL_LEASE_SECONDS)
    message.save(update_fields=["tries", "next_try_at", "state", "problem", "ended_at"])
    return message


def mark_sent(message: OutboxMessage) -> None:
    """The server has it. Whatever else happened to the row meanwhile, that is the truth."""
    changes: dict = {"state": MailState.SENT, "ended_at": timezone.now(), "problem": ""}
    if message.secret:
        changes.update(body="", html="", attachments=[])
    if message.forget_address:
        changes.update(recipient="")
    OutboxMessage.objects.filter(pk=message.pk).update(**changes)


@transaction.atomic
def put_back(message: OutboxMessage, trouble: Trouble) -> None:
    """Let a message wait for its next try, or give it up. Does nothing when another worker has taken it meanwhile."""
    # As it was taken: whoever took it since counts a try more.
    mine = OutboxMessage.objects.filter(pk=message.pk, tries=message.tries).waiting()
    found = mine.select_for_update().first()
    if found is None:
        return
    message, now = found, timezone.now()
    message.refusals += trouble.is_refusal
    message.problem = trouble.problem
    message.next_try_at = now + wait_after(message.tries)
    too_often = message.refusals >= MOST_REFUSALS
    if too_often or message.next_try_at > message.due_at + timedelta(days=settings.ENGAGE_MAIL_TRY_DAYS):
        _give_up(message, trouble.problem, now)
    message.save(update_fields=["refusals", "problem", "next_try_at", "state", "ended_at"])
    logger.warning("An e-mail was not sent (%s, %s, %s)", message.kind, trouble.problem, message.state)


def _give_up(message: OutboxMessage, problem: str, at: datetime) -> None:
    message.state, message.problem, message.ended_at = MailState.DEAD, problem, at


def wait_after(tries: int) -> timedelta:
    """How long until the next try: twice as long each time, and never all at the same moment."""
    wait = min(FIRST_WAIT * 2 ** min(tries - 1, 20), LONGEST_WAIT)
    return wait * (0.75 + secrets.randbelow(501) / 1000)
