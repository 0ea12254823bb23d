"""A group session: people answer together, on devices that join, or with hands that somebody counts."""

from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consultations.surveys.enums import RespondentGroup
from consultations.surveys.short_codes import new_code

CODE_LENGTH = 6
# A device without the internet cannot hear that the session was ended: so long after it people still begin.
DEVICES_MAY_BE_LATE = timedelta(hours=2)


def start_of(day: date) -> datetime:
    """The first moment of a day at the place."""
    return timezone.make_aware(datetime.combine(day, time.min))


def end_of(day: date) -> datetime:
    """The first moment that is no longer that day."""
    return start_of(day + timedelta(days=1))


class GroupSessionQuerySet(models.QuerySet):
    """Sessions by the clock."""

    def receiving(self, at: datetime | None = None):
        """Sessions whose devices may hold answers: their day has come, and devices may still send."""
        at = at or timezone.now()
        since = at - timedelta(days=settings.ENGAGE_OFFLINE_DAYS)
        return self.filter(day__lte=timezone.localdate(at), ends_at__gt=since)


class GroupSession(models.Model):
    """One meeting at which people answer one survey. Its code opens it on its day, and never again.

    Personal data: none of those who answer; the note is the officer's. Period: as the survey.
    """

    survey = models.ForeignKey(
        "surveys.SurveyPage", verbose_name=_("survey"), on_delete=models.CASCADE, related_name="sessions"
    )
    place = models.CharField(_("place"), max_length=120)
    day = models.DateField(_("day"))
    ends_at = models.DateTimeField(_("ends"))
    group = models.CharField(_("respondent group"), max_length=20, choices=RespondentGroup, blank=True)
    note = models.CharField(_("note"), max_length=200, blank=True)
    code = models.CharField(_("code"), max_length=CODE_LENGTH, unique=True, editable=False)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True, editable=False)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("opened by"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = GroupSessionQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("group session")
        verbose_name_plural = _("group sessions")
        ordering = ["-day", "-pk"]
        default_permissions = ("view", "add", "change")

    def __str__(self) -> str:
        return self.place

    @staticmethod
    def new_code() -> str:
        return new_code(CODE_LENGTH)

    @property
    def shown_code(self) -> str:
        """The code in two parts, as it is read out."""
        return f"{self.code[:3]} {self.code[3:]}"

    @property
    def lasts_all_day(self) -> bool:
        return self.ends_at == end_of(self.day)

    def is_over(self, at: datetime | None = None) -> bool:
        """Whether nobody can begin in it any more."""
        return self.closed_at is not None or (at or timezone.now()) >= self.ends_at

    def is_early(self, at: datetime | None = None) -> bool:
        """Whether its day has not come."""
        return (at or timezone.now()) < start_of(self.day)

    def is_open(self, at: datetime | None = None) -> bool:
        """Whether people can begin to answer in it, and hands can be counted."""
        return not self.is_over(at) and not self.is_early(at)

    @property
    def receives_until(self) -> datetime:
        """Until when devices that were without the internet may send."""
        return self.ends_at + timedelta(days=settings.ENGAGE_OFFLINE_DAYS)

    def may_receive(self, at: datetime | None = None) -> bool:
        """Whether devices may send what people answered in it."""
        return not self.is_early(at) and (at or timezone.now()) < self.receives_until

    def took(self, began_at: datetime) -> bool:
        """Whether somebody who began at that moment, on a device without the internet, was in the session."""
        over_at = min(self.closed_at or self.ends_at, self.ends_at)
        return start_of(self.day) <= began_at < over_at + DEVICES_MAY_BE_LATE

    @property
    def state_words(self) -> str:
        if self.is_over():
            return str(_("Over"))
        return str(_("Planned")) if self.is_early() else str(_("Open"))


class DeletedSending(models.Model):
    """That somebody's answers of a session were deleted, for a device that never heard that they had arrived.

    Personal data: none that can be read back; ``mark`` is a keyed hash of what only the person's device and code
    name. Purpose: what a person has deleted shall not be stored anew. Period: until the devices of the session may send
    no more (``ENGAGE_OFFLINE_DAYS``); the daily purge deletes it then.
    """

    session = models.ForeignKey(GroupSession, on_delete=models.CASCADE, related_name="+")
    mark = models.CharField(max_length=64, unique=True)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
