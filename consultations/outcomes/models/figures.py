"""Figures that stand still once they were published."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from consultations.analysis.models import Theme


class FrozenFigure(models.Model):
    """How many people a "You said, we did" page says there were, as first published.

    With a theme: the people whose answers carry it. Without: everybody who answered. It belongs to
    the page and the theme, not to an entry: entries go and come back with older revisions, and two
    counts of the same thing would let a reader work out who came in between (design/safety.md).
    """

    page = models.ForeignKey("outcomes.YouSaidWeDidPage", on_delete=models.CASCADE, related_name="frozen_figures")
    theme = models.ForeignKey(Theme, null=True, on_delete=models.PROTECT, related_name="+")
    people = models.PositiveIntegerField(
        _("people"), null=True, help_text=_("Rounded. Empty when the number is too small to be shown.")
    )
    frozen_at = models.DateTimeField(_("counted"))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["page", "theme"], name="outcomes_one_figure_a_theme"),
            models.UniqueConstraint(
                fields=["page"], condition=models.Q(theme__isnull=True), name="outcomes_one_figure_of_everybody"
            ),
        ]

    def __str__(self) -> str:
        return str(_("Figure %(number)s") % {"number": self.pk})
