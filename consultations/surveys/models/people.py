"""Needs: what people can say of themselves beside their area (``consultations.models.Area``)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField, TranslatableField

from consultations.querysets import OfferedQuerySet


class Need(TranslatableMixin, models.Model):
    """A need in the kind words of the person who has it, such as "I find it hard to talk"."""

    text = models.CharField(
        _("words"), max_length=80, help_text=_("As somebody says it of themselves: I use a wheelchair.")
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

    translatable_fields = [
        TranslatableField("text"),
        SynchronizedField("picture"),
        SynchronizedField("order", overridable=False),
        SynchronizedField("in_use", overridable=False),
    ]
    objects = OfferedQuerySet.as_manager()

    class Meta:
        verbose_name = _("need")
        verbose_name_plural = _("needs")
        ordering = ["order", "text"]
        constraints = [
            models.UniqueConstraint(fields=["text", "locale"], name="surveys_need_text_once_a_language"),
            models.UniqueConstraint(fields=["translation_key", "locale"], name="surveys_need_once_a_language"),
        ]

    def __str__(self) -> str:
        return self.text
