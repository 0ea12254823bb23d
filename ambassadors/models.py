"""SEND Ambassadors: young people aged 16 to 25 who speak for others. First names only."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from engage.core.blocks import PassagesBlock
from engage.core.models import BasePage


class AmbassadorIndexPage(BasePage):
    """What ambassadors do, and who they are."""

    template = "pages/ambassadors/ambassador_index_page.html"
    max_count = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["ambassadors.AmbassadorPage"]

    passages = StreamField(PassagesBlock(), verbose_name=_("Easy Read"), blank=True)

    content_panels = Page.content_panels + [
        FieldPanel("passages"),
        MultiFieldPanel(BasePage.card_panels, _("On cards")),
    ]

    class Meta:
        verbose_name = _("list of ambassadors")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["ambassadors"] = AmbassadorPage.objects.live().child_of(self).select_related("picture")
        return context


class AmbassadorPage(BasePage):
    """One ambassador: a portrait, a first name, their own words. The title is the first name."""

    template = "pages/ambassadors/ambassador_page.html"
    parent_page_types = ["ambassadors.AmbassadorIndexPage"]
    subpage_types: list[str] = []

    easy_read_fields = ("change", "wish")

    passages = StreamField(PassagesBlock(), verbose_name=_("my words"), blank=True)
    change = models.CharField(_("what I want to change"), max_length=200, blank=True)
    wish = models.CharField(_("my wish for the future"), max_length=200, blank=True)

    content_panels = Page.content_panels + [
        FieldPanel("picture", heading=_("Portrait")),
        FieldPanel("summary"),
        FieldPanel("passages"),
        FieldPanel("change"),
        FieldPanel("wish"),
    ]
    search_fields = Page.search_fields + [index.SearchField("summary"), index.SearchField("passages")]

    class Meta:
        verbose_name = _("ambassador")
