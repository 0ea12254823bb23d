"""Sessions: when an event takes place, and for how many people. Rows, because bookings point at them."""

import uuid
from datetime import datetime
from functools import cached_property

from django.core.validators import MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from consultations.events.enums import BookingState
from consultations.events.forms.editor import SessionRowForm
from consultations.events.querysets import SessionQuerySet


class EventSession(Orderable):
    """One time at which an event takes place. It is locked before its places are counted (``services.booking``).

    A session with bookings is never deleted: where it is missing from what is published, it comes back as
    ``retired`` (``consultations.events.faith``). Those who have places keep them until it is ``called_off``.
    """

    page = ParentalKey("events.ListeningEventPage", on_delete=models.CASCADE, related_name="sessions")
    # Tells which session this is while it has no number: one that is new in a draft.
    uid = models.UUIDField(default=uuid.uuid4, editable=False)
    name = models.CharField(
        _("name"), max_length=60, blank=True, help_text=_("Only for several sessions. For example: Morning group.")
    )
    starts_at = models.DateTimeField(_("starts"), null=True, help_text=_("Date and time in the United Kingdom."))
    ends_at = models.DateTimeField(_("ends"), null=True)
    capacity = models.PositiveIntegerField(
        _("places"),
        default=20,
        validators=[MinValueValidator(1)],
        help_text=_("How many people can come. When you add places, the waiting list moves up."),
    )
    called_off = models.BooleanField(
        _("it does not take place"), default=False, help_text=_("When you publish, we tell everybody who booked.")
    )
    retired = models.BooleanField(_("no more bookings"), default=False, help_text=_("Those who have places keep them."))
    # What people who hold places were last told: see ``services.announcing``.
    told = models.JSONField(default=dict, editable=False)

    panels = [
        FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
        FieldRowPanel([FieldPanel("capacity"), FieldPanel("name")]),
        FieldRowPanel([FieldPanel("called_off"), FieldPanel("retired")]),
    ]
    row_form_class = SessionRowForm
    row_label = ""
    asked_when_stored = ("called_off", "retired")
    objects = SessionQuerySet.as_manager()

    class Meta(Orderable.Meta):
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(starts_at__isnull=True)
                | models.Q(ends_at__isnull=True)
                | models.Q(ends_at__gt=models.F("starts_at")),
                name="events_session_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        when = (
            timezone.localtime(self.starts_at).strftime("%d/%m/%Y %H:%M") if self.starts_at else str(_("No time yet"))
        )
        return f"{self.name}, {when}" if self.name else when

    @cached_property
    def taken(self) -> int:
        """Places of confirmed and offered bookings. One query, unless the row came with ``with_taken()``."""
        known = self.__dict__.get("places_taken")
        return known if known is not None else self.count_taken()

    def count_taken(self) -> int:
        """Places of confirmed and offered bookings, asked anew."""
        from .bookings import Booking

        return Booking.objects.filter(session_id=self.pk).holding().places() if self.pk else 0

    @property
    def free(self) -> int:
        """Places that nobody holds."""
        return max(0, self.capacity - self.taken)

    @cached_property
    def has_queue(self) -> bool:
        """Whether somebody is on the waiting list. One query, unless the row came with ``with_taken()``."""
        known = self.__dict__.get("places_wanted")
        if known is not None:
            return bool(known)
        from .bookings import Booking

        return bool(self.pk) and Booking.objects.filter(session_id=self.pk).waiting().exists()

    @property
    def is_over(self) -> bool:
        return self.ends_at is not None and timezone.now() >= self.ends_at

    def booking_state(self, at: datetime | None = None) -> BookingState:
        """Whether people can book here at a moment (now unless told otherwise). At most 2 queries."""
        at = at or timezone.now()
        fixed = self.state_by_the_clock(at)
        if fixed is not None:
            return fixed
        full = self.free == 0 or (self.has_queue and not self.page.smaller_pass)
        return BookingState.FULL if full else BookingState.OPEN

    def state_by_the_clock(self, at: datetime) -> BookingState | None:
        """Why nobody can book at a moment, whatever is free; None where it hangs on the free places. No query."""
        event = self.page
        if self.called_off:
            return BookingState.CALLED_OFF
        if self.starts_at is None or self.ends_at is None or at >= self.ends_at:
            return BookingState.OVER
        if not event.takes_bookings:
            return BookingState.NOT_NEEDED
        if event.booking_opens_at and at < event.booking_opens_at:
            return BookingState.NOT_YET
        closes_at = min(event.booking_closes_at or self.starts_at, self.starts_at)
        return BookingState.CLOSED if self.retired or at >= closes_at else None

    def publishing_errors(self) -> dict[str, str]:
        """What the session lacks, by the name of the field."""
        errors = {}
        if self.starts_at is None:
            errors["starts_at"] = str(_("Say when it starts."))
        if self.ends_at is None:
            errors["ends_at"] = str(_("Say when it ends."))
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            errors["ends_at"] = str(_("The end must come after the start."))
        if self.pk and self.capacity is not None and self.capacity < (taken := self.count_taken()):
            errors["capacity"] = str(
                _("%(taken)d places are taken. Cancel bookings first, then make it smaller.") % {"taken": taken}
            )
        return errors
