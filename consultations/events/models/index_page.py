"""The list of all listening events."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import MultiFieldPanel
from wagtail.models import Page

from engage.core.models import BasePage

from .pages import ListeningEventPage


class EventIndexPage(BasePage):
    """All listening events, also those that belong to no consultation."""

    template = "pages/events/event_index_page.html"
    max_count = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["events.ListeningEventPage"]

    content_panels = Page.content_panels + [MultiFieldPanel(BasePage.card_panels, _("On cards"))]

    class Meta:
        verbose_name = _("list of events")

    def get_context(self, request, *args, **kwargs):
        events = ListeningEventPage.objects.live().filter(locale=self.locale_id).select_related("picture")
        return {
            **super().get_context(request, *args, **kwargs),
            "coming": events.coming(),
            "past": events.past(),
        }
