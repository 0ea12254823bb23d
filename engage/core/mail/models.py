"""The outbox: every message is a row first, written with what it is about, and sent afterwards."""

import uuid
from email.utils import parseaddr

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from engage.core.mail.querysets import OutboxQuerySet
from engage.core.mail.states import MailState, problem_in_words

# For so many days the bare row says that somebody was told.
KEPT_EMPTY = 365


class OutboxMessage(models.Model):
    """One message to one person. The row is the record: what is not marked as sent will be tried again.

    Personal data: the address, and what the message says. Purpose: to send it, and to find out why one did not
    arrive. Period: ``ENGAGE_OUTBOX_DAYS`` after it was sent or given up; a secret body until it was sent; with
    ``forget_address`` the address too. The row without words stays ``KEPT_EMPTY`` so that nobody is told twice.
    """

    reference = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("what it is"), max_length=100)
    language = models.CharField(max_length=10)
    recipient = models.EmailField(_("address"), blank=True)
    subject = models.CharField(_("subject"), max_length=200, blank=True)
    body = models.TextField(blank=True)
    # Only where the message has a page of its own; else it is made of the body when it is sent.
    html = models.TextField(blank=True)
    # Lists of name, content type and text.
    attachments = models.JSONField(default=list, blank=True)
    # A keyed hash of what it is about and to whom: the second of its kind is refused by the database.
    once = models.CharField(max_length=64, unique=True, null=True, blank=True)
    secret = models.BooleanField(default=False)
    forget_address = models.BooleanField(default=False)

    state = models.CharField(_("state"), max_length=10, choices=MailState.choices, default=MailState.WAITING)
    made_at = models.DateTimeField(_("written"), default=timezone.now)
    due_at = models.DateTimeField(_("due"), default=timezone.now)
    not_after = models.DateTimeField(null=True, blank=True)
    # While a worker has it in its hands, this is when the next one may take it.
    next_try_at = models.DateTimeField(_("next try"), default=timezone.now)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    tries = models.PositiveIntegerField(_("tries"), default=0)
    refusals = models.PositiveIntegerField(default=0)
    problem = models.CharField(_("what went wrong"), max_length=80, blank=True)

    objects = OutboxQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("e-mail")
        verbose_name_plural = _("e-mails")
        default_permissions = ("view",)
        permissions = [
            ("retry_outboxmessage", "Can send e-mails again that were given up"),
            ("forget_outboxmessage", "Can empty all e-mails to a person who asks for it"),
        ]
        indexes = [
            models.Index(fields=["next_try_at"], condition=models.Q(state=MailState.WAITING), name="mail_to_send"),
            models.Index(fields=["state", "ended_at"], name="mail_ended"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def message_id(self) -> str:
        """The same for every try, so that a mail program can drop a second copy."""
        domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
        return f"<{self.reference}@{domain}>"

    @property
    def title(self) -> str:
        """The subject; in its place, when it was forgotten, that it was."""
        return self.subject or gettext("(forgotten)")

    @property
    def may_be_tried_again(self) -> bool:
        """Whether it was given up, is not too late now, and still says something to somebody."""
        in_time = self.not_after is None or self.not_after > timezone.now()
        return self.state == MailState.DEAD and bool(self.recipient) and in_time

    @property
    def problem_words(self) -> str:
        """What went wrong, for people; "" when nothing did."""
        return problem_in_words(self.problem)
