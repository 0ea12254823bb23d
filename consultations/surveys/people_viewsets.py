"""What people can say of themselves, in the admin: areas and needs. Snippets, for their lists, forms and history."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import BooleanColumn, NumberColumn
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from consultations.models import Area
from consultations.surveys.models import Need
from engage.core.lists import in_lists
from engage.core.menu import ENGAGEMENT_MENU_HOOK


class AreaViewSet(SnippetViewSet):
    model = Area
    icon = "site"
    menu_order = 100
    ordering = ["order", "district", "name"]
    list_display = [
        "name",
        "district",
        NumberColumn("order", label=gettext_lazy("Order"), sort_key="order"),
        BooleanColumn("in_use", label=gettext_lazy("People can choose it")),
    ]
    list_filter = ["district", "in_use"]
    list_per_page = 50
    panels = [FieldRowPanel([FieldPanel("name"), FieldPanel("district")]), FieldPanel("order"), FieldPanel("in_use")]

    def get_queryset(self, request):
        return in_lists(Area.objects.all(), request)


class NeedViewSet(SnippetViewSet):
    model = Need
    icon = "user"
    menu_order = 200
    ordering = ["order", "text"]
    list_display = [
        "text",
        NumberColumn("order", label=gettext_lazy("Order"), sort_key="order"),
        BooleanColumn("in_use", label=gettext_lazy("People can choose it")),
    ]
    list_filter = ["in_use"]
    list_per_page = 50
    panels = [FieldPanel("text"), FieldPanel("picture"), FieldPanel("order"), FieldPanel("in_use")]

    def get_queryset(self, request):
        return in_lists(Need.objects.all(), request)


class PeopleViewSetGroup(SnippetViewSetGroup):
    """The lists behind the questions about the person."""

    items = (AreaViewSet, NeedViewSet)
    menu_label = gettext_lazy("About people")
    menu_name = "about-people"
    menu_icon = "group"
    menu_order = 850
    menu_hook = ENGAGEMENT_MENU_HOOK


def keep_what_people_said(request, instances):
    """For ``before_delete_snippet``: what somebody said of themselves is not taken from them."""
    for instance in instances:
        if isinstance(instance, Area | Need) and instance.responses.exists():
            message = _(
                "People have chosen “%(name)s”, so it is not deleted. Take away “people can choose it” instead."
            )
            messages.error(request, message % {"name": instance})
            return redirect(type(instance).snippet_viewset.get_url_name("list"))
    return None
