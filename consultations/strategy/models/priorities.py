"""Priorities, their objectives, and the work streams that carry the objectives out."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from engage.core.easy_read import field_piece
from engage.core.languages import in_first_language, sources
from engage.core.readability import Piece


class Tint(models.TextChoices):
    SKY = "sky", _("Blue")
    LEAF = "leaf", _("Green")
    SUN = "sun", _("Yellow")
    LILAC = "lilac", _("Purple")
    CORAL = "coral", _("Orange")


class PriorityQuerySet(models.QuerySet["Priority"]):
    def sources(self):
        """Each priority once: what questions, themes and outcomes belong to, whatever the language."""
        return sources(self)


class Priority(TranslatableMixin, index.Indexed, models.Model):
    """One of the strategy's aims. People know it by its picture and name first, by its tint last.

    A translation is a row of its own, which only lends its words.
    """

    name = models.CharField(_("name"), max_length=80, help_text=_("A few plain words."))
    formal_name = models.CharField(
        _("name in the strategy"), max_length=120, blank=True, help_text=_("As the strategy document says it.")
    )
    description = models.TextField(
        _("Easy Read description"), help_text=_("One to 3 short sentences. At most 15 words each.")
    )
    picture = models.ForeignKey(
        "images.CustomImage", verbose_name=_("pictogram"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    tint = models.CharField(_("tint"), max_length=10, choices=Tint, default=Tint.SKY)
    order = models.PositiveSmallIntegerField(_("order"), default=0, help_text=_("Small numbers come first."))

    search_fields = [index.SearchField("name"), index.SearchField("description"), index.FilterField("locale")]
    translatable_fields = [
        TranslatableField("name"),
        TranslatableField("formal_name"),
        TranslatableField("description"),
        SynchronizedField("picture"),
        SynchronizedField("tint", overridable=False),
        SynchronizedField("order", overridable=False),
    ]
    objects = PriorityQuerySet.as_manager()

    class Meta:
        verbose_name = _("priority")
        verbose_name_plural = _("priorities")
        ordering = ["order", "name"]
        constraints = [
            models.UniqueConstraint(fields=["name", "locale"], name="strategy_priority_name_once_a_language"),
            models.UniqueConstraint(fields=["translation_key", "locale"], name="strategy_priority_once_a_language"),
        ]

    def __str__(self) -> str:
        return self.name

    def easy_read_pieces(self) -> list[Piece]:
        return [field_piece(self, "name"), field_piece(self, "description", sentences_at_most=3)]


class WorkStream(models.Model):
    """A group of people who make some of the objectives happen."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    description = models.TextField(_("Easy Read description"), blank=True)
    picture = models.ForeignKey(
        "images.CustomImage",
        verbose_name=_("pictogram"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0, help_text=_("Small numbers come first."))

    class Meta:
        verbose_name = _("work stream")
        verbose_name_plural = _("work streams")
        ordering = ["order", "name"]

    def __str__(self) -> str:
        return self.name

    def easy_read_pieces(self) -> list[Piece]:
        return [field_piece(self, "name"), field_piece(self, "description", sentences_at_most=3)]


class Objective(models.Model):
    """Something that the strategy promises to do for a priority."""

    priority = models.ForeignKey(
        Priority,
        verbose_name=_("priority"),
        on_delete=models.PROTECT,
        related_name="objectives",
        limit_choices_to=in_first_language,
    )
    work_stream = models.ForeignKey(
        WorkStream,
        verbose_name=_("work stream"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="objectives",
        help_text=_("Who carries it out. Leave it empty while nobody does."),
    )
    text = models.CharField(_("Easy Read wording"), max_length=160, help_text=_("At most 15 words."))
    standard = models.TextField(_("longer wording"), blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0, help_text=_("Small numbers come first."))

    class Meta:
        verbose_name = _("objective")
        verbose_name_plural = _("objectives")
        ordering = ["priority__order", "order", "pk"]

    def __str__(self) -> str:
        return self.text

    def easy_read_pieces(self) -> list[Piece]:
        return [field_piece(self, "text", sentences_at_most=1)]
