"""Pages that answer: one for each consultation, and the list of everything that changed."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from engage.core.blocks import PROSE_FEATURES, PassagesBlock
from engage.core.models import BasePage


class OutcomeIndexPage(BasePage):
    """All entries of all live "You said, we did" pages, by priority and state."""

    template = "pages/outcomes/outcome_index_page.html"
    max_count = 1
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []

    content_panels = Page.content_panels + [MultiFieldPanel(BasePage.card_panels, _("On cards"))]

    class Meta:
        verbose_name = _("list of what changed")


class YouSaidWeDidPage(BasePage):
    """What people said in a consultation, and what became of it."""

    template = "pages/outcomes/you_said_we_did_page.html"
    parent_page_types = ["consultations.ConsultationPage"]
    subpage_types: list[str] = []

    passages = StreamField(PassagesBlock(), verbose_name=_("Easy Read"), blank=True)
    standard = RichTextField(_("longer version"), features=PROSE_FEATURES, blank=True)

    content_panels = Page.content_panels + [
        FieldPanel("passages"),
        InlinePanel("entries", heading=_("You said, we did"), label=_("Entry")),
        FieldPanel("standard"),
        MultiFieldPanel(BasePage.card_panels, _("On cards")),
    ]

    class Meta:
        verbose_name = _("You said, we did")
