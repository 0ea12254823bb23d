"""Which messages: the numbers that the lists and the health page show."""

from datetime import datetime, timedelta

from django.db import models

from engage.core.mail.states import MailState


class OutboxQuerySet(models.QuerySet):
    def waiting(self) -> "OutboxQuerySet":
        """Not sent and not given up."""
        return self.filter(state=MailState.WAITING)

    def dead(self) -> "OutboxQuerySet":
        """Given up: a person must look."""
        return self.filter(state=MailState.DEAD)

    def ended(self) -> "OutboxQuerySet":
        """Sent or given up."""
        return self.exclude(state=MailState.WAITING)

    def to_send(self, at: datetime) -> "OutboxQuerySet":
        """Waiting, due at a moment, and in no worker's hands then; the longest due first."""
        return self.waiting().filter(next_try_at__lte=at).order_by("next_try_at", "pk")

    def with_words(self) -> "OutboxQuerySet":
        """Those that still hold an address or what they say."""
        return self.exclude(recipient="", subject="", body="")

    def past_their_time(self, at: datetime, days: int) -> "OutboxQuerySet":
        """Sent or given up longer ago than words are kept."""
        return self.ended().filter(ended_at__lte=at - timedelta(days=days))
