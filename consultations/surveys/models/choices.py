"""Choices: the answers that a question offers. Rows, because answers point at them."""

import uuid

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin


class ChoiceQuerySet(models.QuerySet):
    def chosen(self):
        """Choices that at least one answer holds, or for which hands were counted.

        And those that devices of a group session may hold answers to, without the internet.
        """
        from .answers import AnswerChoice
        from .sessions import GroupSession
        from .tallies import Tally

        in_answer = Exists(AnswerChoice.objects.filter(choice=OuterRef("pk")))
        on_devices = Exists(GroupSession.objects.receiving().filter(survey=OuterRef("question__page")))
        return self.filter(in_answer | on_devices | Exists(Tally.objects.filter(choice=OuterRef("pk"))))


class Choice(TranslatableMixin, Orderable):
    """One of the answers that a question offers."""

    question = ParentalKey("surveys.Question", on_delete=models.CASCADE, related_name="choices")
    key = models.SlugField(_("export key"), max_length=40, blank=True, editable=False)
    uid = models.UUIDField(default=uuid.uuid4, editable=False)
    text = models.CharField(_("words"), max_length=120)
    picture = models.ForeignKey(
        "images.CustomImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    own_words = models.BooleanField(
        _("“something else”: people write their own words"),
        default=False,
        help_text=_("Only one choice of a question, and not in a top three."),
    )
    retired = models.BooleanField(_("no longer offered"), default=False)

    panels = [
        FieldRowPanel([FieldPanel("text"), FieldPanel("picture")]),
        FieldPanel("own_words"),
        FieldPanel("retired"),
    ]
    asked_when_stored = ("retired",)
    objects = ChoiceQuerySet.as_manager()

    class Meta(Orderable.Meta):
        verbose_name = _("choice")
        verbose_name_plural = _("choices")
        constraints = [
            models.UniqueConstraint(fields=["question", "key"], name="surveys_choice_key_unique"),
            models.UniqueConstraint(fields=["translation_key", "locale"], name="surveys_choice_once_a_language"),
        ]

    def __str__(self) -> str:
        return self.text

    def new_key(self, taken: set[str]) -> str:
        """A key like ``c3`` that is not in ``taken``."""
        number = len(taken) + 1
        while f"c{number}" in taken:
            number += 1
        return f"c{number}"
