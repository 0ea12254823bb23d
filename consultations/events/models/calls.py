"""Telling people: calls to those without e-mail, and which reminders were given."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from consultations.events.enums import CallReason
from consultations.events.querysets import CallTaskQuerySet


class CallTask(models.Model):
    """Somebody without an e-mail address has to be rung. Made in the transaction of what they are told.

    Personal data: none of its own; the booking has the number. Period: as the booking.
    """

    booking = models.ForeignKey("events.Booking", on_delete=models.CASCADE, related_name="calls")
    reason = models.CharField(_("why"), max_length=20, choices=CallReason)
    words = models.TextField(_("what to say"), blank=True)
    made_at = models.DateTimeField(_("made"), auto_now_add=True)
    done_at = models.DateTimeField(_("done"), null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = CallTaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("call to make")
        verbose_name_plural = _("calls to make")
        ordering = ["made_at", "pk"]

    def __str__(self) -> str:
        return str(self.get_reason_display())


class Reminder(models.Model):
    """A reminder that was given: so each person gets each once, however often the job runs.

    An event that moves to another day reminds again before that day.
    """

    booking = models.ForeignKey("events.Booking", on_delete=models.CASCADE, related_name="reminders")
    days_before = models.PositiveSmallIntegerField()
    day = models.DateField()
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["booking", "days_before", "day"], name="events_reminder_once"),
        ]

    def __str__(self) -> str:
        return f"{self.days_before}, {self.day}"
