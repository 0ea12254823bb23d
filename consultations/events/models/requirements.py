"""What people need to take part: an editable list, and what the organiser does about each."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from consultations.events.enums import RequirementState
from consultations.events.querysets import BookingRequirementQuerySet, RequirementQuerySet


class AccessRequirement(models.Model):
    """Something that people may need, as somebody says it: "I need a sign language interpreter"."""

    text = models.CharField(
        _("words"), max_length=80, unique=True, help_text=_("As somebody says it: I need a hearing loop.")
    )
    help_text = models.CharField(
        _("help"), max_length=120, blank=True, help_text=_("One short sentence, where people may not know the word.")
    )
    picture = models.ForeignKey(
        "images.CustomImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0, help_text=_("Small numbers come first."))
    in_use = models.BooleanField(_("people can choose it"), default=True)

    objects = RequirementQuerySet.as_manager()

    class Meta:
        verbose_name = _("access requirement")
        verbose_name_plural = _("access requirements")
        ordering = ["order", "text"]

    def __str__(self) -> str:
        return self.text


class BookingRequirement(models.Model):
    """What one booking needs: a task for the organiser. From the list, or in the family's own words.

    Personal data: what somebody needs can say something of their health. Purpose: to make sure that it is there.
    Period: as the booking.
    """

    booking = models.ForeignKey("events.Booking", on_delete=models.CASCADE, related_name="requirements")
    requirement = models.ForeignKey(
        AccessRequirement, null=True, blank=True, on_delete=models.PROTECT, related_name="booked"
    )
    own_words = models.CharField(_("in their own words"), max_length=500, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=RequirementState, default=RequirementState.TO_DO)
    reply = models.CharField(
        _("what you tell the family"), max_length=300, blank=True, help_text=_("If you cannot: what you offer instead.")
    )
    made_at = models.DateTimeField(_("asked for"), auto_now_add=True)
    changed_at = models.DateTimeField(_("changed"), null=True, blank=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = BookingRequirementQuerySet.as_manager()

    class Meta:
        verbose_name = _("what somebody needs")
        verbose_name_plural = _("what people need")
        constraints = [
            models.UniqueConstraint(fields=["booking", "requirement"], name="events_requirement_once"),
            models.CheckConstraint(
                condition=models.Q(requirement__isnull=False) | ~models.Q(own_words=""),
                name="events_requirement_says_what",
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def words(self) -> str:
        """What is needed, in words. Reads the list's row."""
        return self.requirement.text if self.requirement else self.own_words
