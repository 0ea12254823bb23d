"""Papers in the admin."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.base import ViewSet

from consultations.surveys.permissions import ENTER_PERMISSION
from consultations.surveys.views import paper_entry
from engage.core.menu import ENGAGEMENT_MENU_HOOK, PermittedMenuItem
from engage.core.middleware import no_inline_scripts


class PaperViewSet(ViewSet):
    """The surveys that take papers, and for each the page to type them in."""

    name = "papers"
    icon = "edit"
    menu_label = _("Type in papers")
    menu_hook = ENGAGEMENT_MENU_HOOK
    menu_order = 60

    @property
    def menu_item_class(self):
        return lambda **kwargs: PermittedMenuItem(permissions=[ENTER_PERMISSION], **kwargs)

    def get_urlpatterns(self):
        return [
            path("", no_inline_scripts(paper_entry.PaperSurveysView.as_view()), name="index"),
            path("<int:pk>/", no_inline_scripts(paper_entry.EnterPaperView.as_view()), name="enter"),
            path("undo/<int:pk>/", paper_entry.UndoPaperView.as_view(), name="undo"),
        ]


paper_viewset = PaperViewSet()
