"""The admin side of booking: the list of what people may need."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import BooleanColumn, NumberColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from consultations.events.models import AccessRequirement
from engage.core.menu import ENGAGEMENT_MENU_HOOK


class AccessRequirementViewSet(SnippetViewSet):
    """What people may tick when they book."""

    model = AccessRequirement
    icon = "help"
    menu_label = gettext_lazy("Access requirements")
    menu_name = "access-requirements"
    menu_hook = ENGAGEMENT_MENU_HOOK
    menu_order = 860
    ordering = ["order", "text"]
    list_display = [
        "text",
        "help_text",
        NumberColumn("order", label=gettext_lazy("Order"), sort_key="order"),
        BooleanColumn("in_use", label=gettext_lazy("People can choose it")),
    ]
    list_filter = ["in_use"]
    list_per_page = 50
    panels = [
        FieldPanel("text"),
        FieldPanel("help_text"),
        FieldPanel("picture"),
        FieldPanel("order"),
        FieldPanel("in_use"),
    ]


def keep_what_people_need(request, instances):
    """For ``before_delete_snippet``: what somebody needs is not taken out of their booking."""
    for instance in instances:
        if isinstance(instance, AccessRequirement) and instance.booked.exists():
            message = _("Somebody who booked needs “%(name)s”. Take away “people can choose it” instead.")
            messages.error(request, message % {"name": instance})
            return redirect(type(instance).snippet_viewset.get_url_name("list"))
    return None
