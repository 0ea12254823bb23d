"""One pair of "you said" and "we did"."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from consultations.analysis.models import Theme
from consultations.outcomes.enums import OutcomeState
from consultations.strategy.models import Priority


class Outcome(Orderable):
    """An entry of a "You said, we did" page.

    ``figure`` is how many people said it, as the suppression module gives it (rounded, or None
    when hidden), frozen when the page was first published with this theme; it never changes
    with later answers (design/safety.md).
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
        Priority, verbose_name=_("priority"), null=True, on_delete=models.PROTECT, related_name="outcomes"
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
        FieldRowPanel([FieldPanel("theme"), FieldPanel("priority")]),
        FieldPanel("quote"),
        FieldRowPanel([FieldPanel("state"), FieldPanel("done_on")]),
        FieldPanel("we_did"),
        FieldPanel("why_not"),
        FieldPanel("what_next"),
        FieldPanel("picture"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("you said, we did")
        verbose_name_plural = _("you said, we did")

    def __str__(self) -> str:
        return self.you_said
