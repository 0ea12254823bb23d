"""One pair of "you said" and "we did"."""

from dataclasses import replace

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from modelcluster.fields import ParentalKey
from modelcluster.models import model_from_serializable_data
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from consultations.analysis.models import Theme
from consultations.outcomes.enums import OutcomeState
from consultations.outcomes.querysets import OutcomeQuerySet
from consultations.strategy.models import Priority
from engage.core.easy_read import field_piece
from engage.core.languages import in_first_language
from engage.core.publishing_forms import CompleteRowForm
from engage.core.readability import Piece
from engage.core.revisions import without_vanished


class Outcome(TranslatableMixin, Orderable):
    """An entry of a "You said, we did" page.

    ``figure`` is how many people said it, as the suppression module gives it (rounded, or None
    when hidden). It is a copy of the page's ``FrozenFigure`` of ``figure_theme``, made when the page
    is saved; a page that was never published with the theme has none (``figure_frozen_at`` is None).
    """

    page = ParentalKey("outcomes.YouSaidWeDidPage", on_delete=models.CASCADE, related_name="entries")
    you_said = models.CharField(_("you said"), max_length=200, help_text=_("In Easy Read. At most 15 words."))
    theme = models.ForeignKey(
        Theme,
        verbose_name=_("theme"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="outcomes",
        help_text=_("How many people said it is counted from this theme when you publish."),
    )
    figure = models.PositiveIntegerField(_("people"), null=True, blank=True, editable=False)
    figure_theme = models.ForeignKey(
        Theme, null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    figure_frozen_at = models.DateTimeField(_("counted"), null=True, blank=True, editable=False)
    quote = models.CharField(
        _("somebody's words"), max_length=200, blank=True, help_text=_("Only words that nobody can be known by.")
    )
    priority = models.ForeignKey(
        Priority,
        verbose_name=_("priority"),
        null=True,
        on_delete=models.PROTECT,
        related_name="outcomes",
        limit_choices_to=in_first_language,
    )
    state = models.CharField(_("state"), max_length=10, choices=OutcomeState, default=OutcomeState.DOING)
    we_did = models.CharField(
        _("we did"), max_length=200, blank=True, help_text=_("In Easy Read. Leave it empty if you cannot do it.")
    )
    why_not = models.CharField(
        _("why we cannot"), max_length=200, blank=True, help_text=_("Needed when the state is: We cannot do this.")
    )
    done_on = models.DateField(_("done on"), null=True, blank=True, help_text=_("Shown as month and year."))
    what_next = models.CharField(_("what next"), max_length=200, blank=True)
    picture = models.ForeignKey(
        "images.CustomImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    panels = [
        FieldPanel("you_said"),
        FieldRowPanel([FieldPanel("theme", widget=forms.Select), FieldPanel("priority", widget=forms.Select)]),
        FieldPanel("quote"),
        FieldRowPanel([FieldPanel("state"), FieldPanel("done_on")]),
        FieldPanel("we_did"),
        FieldPanel("why_not"),
        FieldPanel("what_next"),
        FieldPanel("picture"),
    ]

    override_translatable_fields = [SynchronizedField("priority", overridable=False)]
    row_form_class = CompleteRowForm
    objects = OutcomeQuerySet.as_manager()

    class Meta(Orderable.Meta):
        verbose_name = _("you said, we did")
        verbose_name_plural = _("you said, we did")
        constraints = [
            models.UniqueConstraint(fields=["translation_key", "locale"], name="outcomes_outcome_once_a_language")
        ]

    def __str__(self) -> str:
        return self.you_said or str(_("Entry without words"))

    @classmethod
    def from_serializable_data(cls, data, check_fks=True, strict_fks=False):
        """Read the entry from a revision, without a theme or priority that has been deleted since."""
        data = without_vanished(cls, data)
        return model_from_serializable_data(cls, data, check_fks=check_fks, strict_fks=strict_fks)

    @property
    def row_label(self) -> str:
        """What the editor shows of a closed row; "" for one that nobody has filled in."""
        return f"{self.you_said} ({self.get_state_display()})" if self.you_said else ""

    @property
    def figure_words(self) -> str:
        """How many people said it, in words; "" while nothing was counted for this theme."""
        if self.figure_frozen_at is None or not self.theme_id or self.figure_theme_id != self.theme_id:
            return ""
        if self.figure is None:
            return str(_("A few people said this."))
        if self.figure == 0:
            return ""
        return ngettext("About %(number)d person said this.", "About %(number)d people said this.", self.figure) % {
            "number": self.figure
        }

    def take_figure(self, frozen: dict) -> None:
        """Take the figure of its theme from the page's frozen figures (by theme number), or none."""
        known = frozen.get(self.theme_id) if self.theme_id else None
        self.figure = known.people if known else None
        self.figure_theme_id = known.theme_id if known else None
        self.figure_frozen_at = known.frozen_at if known else None

    def easy_read_pieces(self, where: str) -> list[Piece]:
        """What we say in it. The quote is somebody's own words."""
        said = field_piece(self, "you_said", sentences_at_most=1)
        rest = [field_piece(self, name) for name in ("we_did", "why_not", "what_next")]
        return [replace(piece, where=f"{where}, {piece.where}") for piece in (said, *rest)]

    def publishing_errors(self) -> dict[str, str]:
        """What the entry lacks to be published, by the name of the field."""
        errors = {}
        if not self.you_said.strip():
            errors["you_said"] = _("Write in Easy Read what people said.")
        if self.priority_id is None:
            errors["priority"] = _("Choose the priority that it belongs to.")
        if self.state == OutcomeState.CANNOT and not self.why_not.strip():
            errors["why_not"] = _("Write why you cannot do it.")
        if self.state != OutcomeState.CANNOT and not self.we_did.strip():
            errors["we_did"] = _("Write what you did, or what you are doing.")
        return errors
