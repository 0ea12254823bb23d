"""The bank of I statements."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from engage.core.easy_read import field_piece
from engage.core.languages import in_first_language, sources
from engage.core.readability import Piece

from .priorities import Priority


class StatementQuerySet(models.QuerySet["Statement"]):
    def sources(self):
        """Each statement once: what questions ask and figures count, whatever the language."""
        return sources(self)


class Statement(TranslatableMixin, index.Indexed, models.Model):
    """What life is like for a child or young person when a priority is met, in their own voice.

    A statement is banked: surveys of different years ask the same row, so that years compare.
    Rewording makes a new statement that ``replaces`` the old one. A translation is a row of its own,
    which only lends its words.
    """

    text = models.CharField(
        _("Easy Read wording"), max_length=160, help_text=_("Starts with I or My. At most 12 words.")
    )
    standard = models.TextField(_("longer wording"), blank=True)
    priorities = models.ManyToManyField(
        Priority,
        verbose_name=_("priorities"),
        related_name="statements",
        limit_choices_to=in_first_language,
        help_text=_("Most statements belong to one priority. Some belong to 2."),
    )
    picture = models.ForeignKey(
        "images.CustomImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    recording = models.ForeignKey(
        "wagtaildocs.Document",
        verbose_name=_("recorded voice"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Somebody reads the Easy Read wording aloud. An mp3, m4a or ogg file."),
    )
    replaces = models.ForeignKey(
        "self",
        verbose_name=_("replaces"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="replaced_by",
        limit_choices_to=in_first_language,
        help_text=_("The older wording of the same statement. Scores of both are compared over the years."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0, help_text=_("Small numbers come first."))

    search_fields = [
        index.SearchField("text"),
        index.SearchField("standard"),
        index.AutocompleteField("text"),
        index.FilterField("locale"),
    ]
    translatable_fields = [
        TranslatableField("text"),
        TranslatableField("standard"),
        SynchronizedField("picture"),
        SynchronizedField("recording"),
        SynchronizedField("order", overridable=False),
    ]
    objects = StatementQuerySet.as_manager()

    class Meta:
        verbose_name = _("I statement")
        verbose_name_plural = _("I statements")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["translation_key", "locale"], name="strategy_statement_once_a_language")
        ]

    def __str__(self) -> str:
        return self.text

    def easy_read_pieces(self) -> list[Piece]:
        return [field_piece(self, "text", sentences_at_most=1, picture=bool(self.picture_id))]

    @property
    def priority_names(self) -> str:
        """Its priorities in one line; prefetch ``priorities`` for a list."""
        return ", ".join(priority.name for priority in self.priorities.all())

    def clean(self) -> None:
        super().clean()
        older, seen = self.replaces, {self.pk}
        while older is not None:
            if older.pk in seen:
                raise ValidationError({"replaces": _("A statement cannot replace itself.")})
            seen.add(older.pk)
            older = older.replaces
