"""Imports of answers in the admin."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.widgets.button import Button

from consultations.surveys.models import SurveyPage
from consultations.surveys.permissions import IMPORT_PERMISSION
from consultations.surveys.translating import source_survey
from consultations.surveys.views import import_steps as steps
from consultations.surveys.views import imports
from engage.core.menu import ENGAGEMENT_MENU_HOOK, PermittedMenuItem
from engage.core.middleware import no_inline_scripts


class ImportViewSet(ViewSet):
    """What was imported, and the steps to import more."""

    name = "imports"
    icon = "upload"
    menu_label = _("Import answers")
    menu_hook = ENGAGEMENT_MENU_HOOK
    menu_order = 65

    @property
    def menu_item_class(self):
        return lambda **kwargs: PermittedMenuItem(permissions=[IMPORT_PERMISSION], **kwargs)

    def get_urlpatterns(self):
        return [
            path("", no_inline_scripts(imports.ImportListView.as_view()), name="index"),
            path("<int:pk>/", no_inline_scripts(imports.ImportView.as_view()), name="inspect"),
            path("<int:pk>/undo/", no_inline_scripts(imports.UndoImportView.as_view()), name="undo"),
            path("new/", no_inline_scripts(steps.StartView.as_view()), name="start"),
            path("file/<int:pk>/sheet/", steps.SheetView.as_view(), name="sheet"),
            path("file/<int:pk>/columns/", no_inline_scripts(steps.ColumnsView.as_view()), name="columns"),
            path("file/<int:pk>/words/", no_inline_scripts(steps.WordsView.as_view()), name="words"),
            path("file/<int:pk>/check/", no_inline_scripts(steps.CheckView.as_view()), name="check"),
            path("file/<int:pk>/wrong/", steps.WrongRowsView.as_view(), name="wrong"),
            path("file/<int:pk>/drop/", steps.DropView.as_view(), name="drop"),
        ]


def import_button(page, user, view_name, next_url=None):
    """From the page of a published survey to importing answers to it."""
    if isinstance(page, SurveyPage) and page.live and user.has_perm(IMPORT_PERMISSION):
        address = f"{reverse('imports:start')}?survey={source_survey(page).pk}"
        yield Button(_("Import answers"), address, icon_name="upload", priority=75)


import_viewset = ImportViewSet()
