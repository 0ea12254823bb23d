"""The list of all listening events."""

from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import MultiFieldPanel
from wagtail.models import Page

from engage.core.models import BasePage

from .pages import ListeningEventPage

PAST_SHOWN = 12


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
        from consultations.events.forms.looking import LookForm
        from consultations.events.showing import with_standing

        form = LookForm(request.GET)
        events = form.narrow(ListeningEventPage.objects.listed(self.locale_id).select_related("picture"))
        return {
            **super().get_context(request, *args, **kwargs),
            "form": form,
            "coming": with_standing(events.coming()),
            "past": Paginator(events.past(), PAST_SHOWN).get_page(request.GET.get("page")),
        }
