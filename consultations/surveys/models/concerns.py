"""A concern: somebody read an answer and worries about a person's safety."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consultations.surveys.enums import WITHHELD_STATES, ConcernState

from .answers import Answer


class ConcernQuerySet(models.QuerySet):
    def open(self):
        """Concerns that the lead has not decided on."""
        return self.filter(state=ConcernState.OPEN)

    def withholding(self):
        """Concerns that keep their answer from everybody but the lead."""
        return self.filter(state__in=WITHHELD_STATES)


class Concern(models.Model):
    """An answer in the safeguarding lead's queue.

    Personal data: the reason may describe a person. Purpose: to keep people safe. Period: as the
    council's safeguarding record; it is never purged with the answer while it is open.
    """

    answer = models.ForeignKey(Answer, verbose_name=_("answer"), on_delete=models.PROTECT, related_name="concerns")
    reason = models.TextField(_("what worries you"))
    raised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("raised by"), on_delete=models.PROTECT, related_name="+"
    )
    raised_at = models.DateTimeField(_("raised"))
    due_at = models.DateTimeField(_("look at it before"))
    state = models.CharField(_("state"), max_length=10, choices=ConcernState, default=ConcernState.OPEN)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    decision = models.TextField(_("what was done"), blank=True)
    words_before = models.TextField(
        _("the words that worried somebody"),
        blank=True,
        editable=False,
        help_text=_("Kept when the person changed their answer afterwards."),
    )

    objects = ConcernQuerySet.as_manager()

    class Meta:
        verbose_name = _("concern")
        verbose_name_plural = _("concerns")
        ordering = ["due_at", "pk"]
        default_permissions = ("view",)
        permissions = [
            ("raise_concern", "Can raise a concern about an answer"),
            ("decide_concern", "Can see and decide concerns (safeguarding lead)"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["answer"], condition=models.Q(state="open"), name="surveys_one_open_concern_an_answer"
            )
        ]

    def __str__(self) -> str:
        return str(_("Concern %(number)s") % {"number": self.pk})

    @property
    def is_overdue(self) -> bool:
        return self.state == ConcernState.OPEN and timezone.now() > self.due_at
