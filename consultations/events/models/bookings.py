"""Bookings: places for one family or group in one session, or their place on the waiting list."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consultations.events.enums import HOLDING_PLACES, BookingStatus, CancelledBy
from consultations.events.querysets import BookingQuerySet


class Booking(models.Model):
    """One family or group that booked. Changed by ``services.booking`` and ``services.waiting`` only.

    Personal data: name, e-mail address, telephone number, how many come. Purpose: to know who comes, to tell them
    what changes, and to prepare what they need. Period: ``ENGAGE_BOOKINGS_DAYS`` after the session ended,
    or until the family asks to be forgotten.
    """

    session = models.ForeignKey(
        "events.EventSession", verbose_name=_("session"), on_delete=models.PROTECT, related_name="bookings"
    )
    status = models.CharField(_("status"), max_length=10, choices=BookingStatus)
    name = models.CharField(_("name"), max_length=100)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    adults = models.PositiveSmallIntegerField(_("adults"), default=0)
    children = models.PositiveSmallIntegerField(_("children and young people"), default=0)
    # The words that they agreed to, and when. Empty: do not keep in touch.
    keep_in_touch = models.BooleanField(_("we may keep in touch"), default=False)
    keep_in_touch_words = models.CharField(max_length=200, blank=True, editable=False)
    keep_in_touch_at = models.DateTimeField(null=True, blank=True, editable=False)
    language = models.CharField(_("language"), max_length=10, blank=True)
    # Made with the form, so that a second press finds the same booking.
    submission_key = models.CharField(max_length=64, unique=True, editable=False)
    made_at = models.DateTimeField(_("booked"), auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("booked by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    changed_at = models.DateTimeField(_("changed"), auto_now=True)
    confirmed_at = models.DateTimeField(_("has places since"), null=True, blank=True)
    offered_until = models.DateTimeField(_("reply before"), null=True, blank=True)
    cancelled_at = models.DateTimeField(_("cancelled"), null=True, blank=True)
    cancelled_by = models.CharField(_("cancelled by"), max_length=10, choices=CancelledBy, blank=True)
    # On the day: who of them came, and who checked them in (``services.attendance``).
    walk_in = models.BooleanField(_("came without booking"), default=False, editable=False)
    arrived_at = models.DateTimeField(_("came"), null=True, blank=True, editable=False)
    arrived_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )
    came = models.PositiveSmallIntegerField(_("how many came"), null=True, blank=True, editable=False)
    # How many adults had places before more people came in with them; so a wrong number can be taken back.
    adults_booked = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)
    thanked_at = models.DateTimeField(_("thanked"), null=True, blank=True, editable=False)

    objects = BookingQuerySet.as_manager()

    # Not stored: this address got several e-mails just now, so nothing was written to it this time.
    mail_held_back = False

    class Meta:
        verbose_name = _("booking")
        verbose_name_plural = _("bookings")
        permissions = [
            ("export_booking", _("Can export bookings")),
            ("erase_booking", _("Can delete a booking for somebody who asks to be forgotten")),
        ]
        indexes = [
            models.Index(fields=["session", "status"], name="events_booking_counted"),
            models.Index(fields=["email"], name="events_booking_email"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(adults__gt=0) | models.Q(children__gt=0), name="events_booking_for_somebody"
            ),
            models.CheckConstraint(
                condition=~models.Q(status=BookingStatus.OFFERED) | models.Q(offered_until__isnull=False),
                name="events_offer_has_an_end",
            ),
            models.CheckConstraint(
                condition=models.Q(arrived_at__isnull=True, came__isnull=True)
                | models.Q(arrived_at__isnull=False, came__gt=0, status=BookingStatus.CONFIRMED),
                name="events_who_came_has_places",
            ),
        ]

    def __str__(self) -> str:
        # What stands in the log for years: never a name.
        return str(_("Booking %(number)s") % {"number": self.pk})

    @property
    def places(self) -> int:
        return self.adults + self.children

    @property
    def holds_places(self) -> bool:
        return self.status in HOLDING_PLACES

    @property
    def is_confirmed(self) -> bool:
        return self.status == BookingStatus.CONFIRMED

    @property
    def is_offered(self) -> bool:
        return self.status == BookingStatus.OFFERED

    @property
    def is_waiting(self) -> bool:
        return self.status == BookingStatus.WAITING

    @property
    def is_cancelled(self) -> bool:
        return self.status == BookingStatus.CANCELLED

    @property
    def is_absent(self) -> bool:
        return self.status == BookingStatus.ABSENT

    @property
    def is_here(self) -> bool:
        """Whether somebody checked them in."""
        return self.arrived_at is not None

    @property
    def place_in_queue(self) -> int | None:
        """1 for the next on the waiting list; None for a booking that does not wait. One query."""
        if not self.is_waiting:
            return None
        return Booking.objects.filter(session_id=self.session_id, pk__lte=self.pk).waiting().count()


class ManageLink(models.Model):
    """A private link to one booking. Only its hash is stored: whoever reads the database cannot open it."""

    # A link opens its booking until so long after the session has ended.
    OPENS_AFTER = timedelta(days=1)

    booking = models.ForeignKey(Booking, on_delete=models.CASCADE, related_name="links")
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.made_at)
