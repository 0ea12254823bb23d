"""Themes: the codes of the codebook, on django-taggit."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from taggit.models import TagBase
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from consultations.strategy.models import Priority
from engage.core.languages import in_first_language

DEFAULT_COLOUR = "#1d4f6e"


class Theme(index.Indexed, TagBase):
    """Something that people talk about, with a definition so that two coders mean the same."""

    # New themes are made in the codebook with a definition, never by typing while coding.
    free_tagging = False

    definition = models.TextField(_("definition"), help_text=_("What an answer with this theme talks about."))
    use_when = models.TextField(_("use it when"), blank=True)
    not_when = models.TextField(_("do not use it when"), blank=True)
    priority = models.ForeignKey(
        Priority,
        verbose_name=_("priority"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="themes",
        limit_choices_to=in_first_language,
        help_text=_("Answers with this theme count for this priority."),
    )
    colour = models.CharField(
        _("colour"),
        max_length=7,
        default=DEFAULT_COLOUR,
        validators=[RegexValidator(r"^#[0-9a-fA-F]{6}$", _("Write a colour as # and 6 letters or digits."))],
    )
    merged_into = models.ForeignKey(
        "self",
        verbose_name=_("merged into"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="merged_from",
        help_text=_("This theme is not used any more. Its answers count for the other one."),
    )

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("definition"),
    ]

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ["name"]

    panels = [
        FieldPanel("name"),
        FieldPanel("definition"),
        MultiFieldPanel([FieldPanel("use_when"), FieldPanel("not_when")], _("When to use it")),
        FieldPanel("priority"),
        FieldPanel("colour"),
        FieldPanel("merged_into"),
    ]

    def clean(self) -> None:
        super().clean()
        other, seen = self.merged_into, {self.pk}
        while other is not None:
            if other.pk in seen:
                raise ValidationError({"merged_into": _("A theme cannot be merged into itself.")})
            seen.add(other.pk)
            other = other.merged_into
