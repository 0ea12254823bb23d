"""Codings: a theme on an answer or on a passage of it, put there by somebody."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from taggit.models import ItemBase

from consultations.analysis.enums import CodingOrigin
from consultations.strategy.models import Priority
from consultations.surveys.models import Answer

from .themes import Theme


class Coding(ItemBase):
    """A theme on an answer: django-taggit's through model with a coder, a moment and an origin.

    ``start`` and ``end`` are character offsets of a passage in ``Answer.own_words``; both are None when
    the theme is on the whole answer. Two coders may put the same theme on the same answer. Codings
    of one action share a ``batch``, so that the action can be undone.
    """

    tag = models.ForeignKey(Theme, verbose_name=_("theme"), on_delete=models.PROTECT, related_name="codings")
    content_object = models.ForeignKey(
        Answer, verbose_name=_("answer"), on_delete=models.CASCADE, related_name="codings"
    )
    start = models.PositiveIntegerField(_("passage starts"), null=True, blank=True)
    end = models.PositiveIntegerField(_("passage ends"), null=True, blank=True)
    coder = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("coder"), null=True, on_delete=models.SET_NULL, related_name="codings"
    )
    coded_at = models.DateTimeField(_("when"))
    origin = models.CharField(_("origin"), max_length=10, choices=CodingOrigin, default=CodingOrigin.BY_HAND)
    batch = models.UUIDField(_("action"), db_index=True, editable=False)

    class Meta:
        verbose_name = _("coding")
        verbose_name_plural = _("codings")
        ordering = ["coded_at", "pk"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["content_object", "tag", "coder"],
                condition=models.Q(start__isnull=True),
                name="analysis_whole_answer_once_a_coder",
            ),
            models.CheckConstraint(
                condition=models.Q(start__isnull=True, end__isnull=True) | models.Q(end__gt=models.F("start")),
                name="analysis_passage_has_both_ends",
            ),
        ]

    @property
    def theme(self) -> Theme:
        return self.tag

    @property
    def answer(self) -> Answer:
        return self.content_object


class PriorityTag(models.Model):
    """A priority that somebody put on an answer by hand.

    What comes from the question, its I statement or a theme is read from there
    (``AnswerPriorities``), so that it can never disagree with it.
    """

    answer = models.ForeignKey(Answer, verbose_name=_("answer"), on_delete=models.CASCADE, related_name="priority_tags")
    priority = models.ForeignKey(
        Priority, verbose_name=_("priority"), on_delete=models.PROTECT, related_name="answer_tags"
    )
    coder = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("coder"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    coded_at = models.DateTimeField(_("when"))
    batch = models.UUIDField(_("action"), db_index=True, editable=False)

    class Meta:
        verbose_name = _("priority of an answer")
        verbose_name_plural = _("priorities of answers")
        default_permissions = ("view",)
        constraints = [models.UniqueConstraint(fields=["answer", "priority"], name="analysis_priority_once_an_answer")]

    def __str__(self) -> str:
        return str(self.priority)
