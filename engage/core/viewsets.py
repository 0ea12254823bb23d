"""The ground floor's part of the officers' menu: hard words, and the Easy Read checker."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.base import ViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from engage.core import easy_read_report, easy_read_views
from engage.core.glossary import Term
from engage.core.menu import ENGAGEMENT_MENU_HOOK
from engage.core.middleware import no_inline_scripts
from engage.core.panels import EasyReadPanel


class TermViewSet(SnippetViewSet):
    """Hard words with plain words: what the checker looks for."""

    model = Term
    icon = "title"
    menu_label = _("Hard words")
    menu_hook = ENGAGEMENT_MENU_HOOK
    menu_order = 800
    ordering = ["word"]
    list_per_page = 50
    list_filter = ["known"]
    list_display = [
        "word",
        Column("swap", label=_("Plain words")),
        Column("explanation", label=_("What it means")),
        Column("known", label=_("Everybody knows it"), accessor=lambda term: _("Yes") if term.known else ""),
    ]
    panels = [
        FieldPanel("word"),
        FieldPanel("forms"),
        FieldPanel("swap"),
        FieldPanel("explanation"),
        FieldPanel("picture"),
        FieldPanel("known"),
        EasyReadPanel(heading=_("Easy Read check of what it means")),
    ]


class EasyReadViewSet(ViewSet):
    """The checker: findings beside the editor, the question before publishing, and the report."""

    name = "easy_read"
    url_prefix = "easy-read"

    def get_urlpatterns(self):
        report = easy_read_report.EasyReadReportView
        return [
            path("page/<int:pk>/", easy_read_views.findings, name="findings"),
            path(
                "publish/<int:pk>/",
                no_inline_scripts(easy_read_views.PublishAnywayView.as_view()),
                name="publish",
            ),
            path("report/", report.as_view(), name="report"),
            path("report/results/", report.as_view(results_only=True), name="report_results"),
        ]
