"""The officers' part of the admin: responses, answers to read, themes, analysis."""

from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn, Column, NumberColumn, TitleColumn
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.viewsets.model import ModelViewSet

from consultations.analysis.filters import AnswerFilterSet, ResponseFilterSet
from consultations.analysis.models import Theme
from consultations.analysis.views import erasing, figures, notes, reading, responses, tagging
from consultations.surveys.models import Answer, Response
from consultations.surveys.permissions import ENTER_PERMISSION
from engage.core.menu import ENGAGEMENT_MENU_HOOK, PermittedMenuItem
from engage.core.middleware import no_inline_scripts
from engage.core.tables import MomentColumn


class ListedViewSet(ModelViewSet):
    """A list and views of its own; nothing to add, edit, copy or delete."""

    add_to_reference_index = False
    copy_view_enabled = False
    form_fields: list[str] = []

    def get_common_view_kwargs(self, **kwargs):
        gone = {f"{name}_url_name": None for name in ("add", "edit", "copy", "delete", "history", "usage")}
        return {**super().get_common_view_kwargs(**kwargs), **gone}

    def get_permissions_to_register(self):
        """All of the model's permissions, so that an administrator can give them to a group."""
        return Permission.objects.filter(content_type=ContentType.objects.get_for_model(self.model))

    def register_admin_url_finder(self):
        """There is no edit view that other parts of the admin could link to."""


class WordsColumn(Column):
    """A person's own words in full, with what an officer can do about them."""

    cell_template_name = "analysis/cells/words.html"


class TagsColumn(Column):
    """Themes and priorities as tags, with who and when."""

    cell_template_name = "analysis/cells/tags.html"


class ResponseViewSet(ListedViewSet):
    """Sent responses."""

    model = Response
    name = "responses"
    icon = "form"
    menu_label = _("Responses")
    menu_hook = ENGAGEMENT_MENU_HOOK
    menu_order = 100
    index_view_class = responses.ResponseListView
    filterset_class = ResponseFilterSet
    list_per_page = 50
    list_display = [
        TitleColumn(
            "number", label=_("Response"), accessor=str, url_name="responses:inspect", classname="engage-one-line"
        ),
        Column("survey", label=_("Survey"), accessor="survey.title"),
        MomentColumn("sent_at", label=_("Sent"), sort_key="sent_at"),
        Column("group", label=_("Who they are"), accessor="get_group_display"),
        Column("source", label=_("Source"), accessor="get_source_display"),
        NumberColumn("people", label=_("People")),
        NumberColumn("in_words", label=_("Answers in words")),
        NumberColumn("to_read", label=_("Not yet coded")),
    ]

    def get_common_view_kwargs(self, **kwargs):
        return {**super().get_common_view_kwargs(**kwargs), "inspect_url_name": self.get_url_name("inspect")}

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("find/", no_inline_scripts(self.construct_view(erasing.FindResponseView)), name="find"),
            path("<int:pk>/", no_inline_scripts(self.construct_view(responses.ResponseView)), name="inspect"),
            path("<int:pk>/erase/", no_inline_scripts(self.construct_view(erasing.EraseResponseView)), name="erase"),
        ]


class ReadingViewSet(ListedViewSet):
    """Answers to read: questions, the coding list of one, one answer, and what I did."""

    model = Answer
    name = "reading"
    icon = "openquote"
    menu_label = _("Answers to read")
    menu_hook = ENGAGEMENT_MENU_HOOK
    menu_order = 200
    index_view_class = reading.AnswerListView
    filterset_class = AnswerFilterSet
    list_per_page = 25
    list_display = [
        BulkActionsCheckboxColumn("bulk_actions", obj_type="answer"),
        WordsColumn("text", label=_("In their own words")),
        TagsColumn("tags", label=_("Themes and priorities"), accessor="pk"),
    ]

    def get_common_view_kwargs(self, **kwargs):
        urls = {"index_url_name": "reading:answers", "index_results_url_name": "reading:answers_results"}
        return {**super().get_common_view_kwargs(**kwargs), **urls}

    @property
    def menu_item_class(self):
        return lambda **kwargs: PermittedMenuItem(permissions=["surveys.code_answer"], **kwargs)

    def get_urlpatterns(self):
        return [
            path("", no_inline_scripts(reading.QuestionListView.as_view()), name="index"),
            path("question/<int:question_pk>/", no_inline_scripts(self.index_view), name="answers"),
            path(
                "question/<int:question_pk>/results/",
                no_inline_scripts(self.index_results_view),
                name="answers_results",
            ),
            path("answer/<int:pk>/", no_inline_scripts(tagging.TagAnswerView.as_view()), name="tag"),
            path("actions/", no_inline_scripts(tagging.ActionListView.as_view()), name="actions"),
            path("undo/<uuid:batch>/", tagging.UndoView.as_view(), name="undo"),
        ]


class ThemeViewSet(ModelViewSet):
    """The codebook."""

    model = Theme
    name = "themes"
    icon = "tag"
    menu_label = _("Themes")
    menu_hook = ENGAGEMENT_MENU_HOOK
    menu_order = 300
    copy_view_enabled = False
    list_per_page = 50
    list_display = [
        "name",
        Column("definition", label=_("Definition")),
        Column("priority", label=_("Priority"), sort_key="priority"),
        Column("merged_into", label=_("Merged into")),
    ]
    list_filter = ["priority"]


class AnalysisViewSet(ViewSet):
    """Figures and downloads of a consultation."""

    name = "analysis"
    icon = "view"
    menu_label = _("Analysis")
    menu_hook = ENGAGEMENT_MENU_HOOK
    menu_order = 400

    @property
    def menu_item_class(self):
        return lambda **kwargs: PermittedMenuItem(permissions=figures.READ_PERMISSIONS, **kwargs)

    def get_urlpatterns(self):
        return [
            path("", figures.ConsultationListView.as_view(), name="index"),
            path("<int:pk>/", no_inline_scripts(figures.AnalysisView.as_view()), name="consultation"),
            path("<int:pk>/download/<slug:file>/", figures.ExportView.as_view(), name="export"),
        ]


class NoteViewSet(ViewSet):
    """What was said at events, typed in by officers and note-takers."""

    name = "event_notes"
    url_prefix = "event-notes"
    icon = "edit"
    menu_label = _("Event notes")
    menu_hook = ENGAGEMENT_MENU_HOOK
    menu_order = 530

    @property
    def menu_item_class(self):
        return lambda **kwargs: PermittedMenuItem(permissions=[ENTER_PERMISSION], **kwargs)

    def get_urlpatterns(self):
        return [
            path("", no_inline_scripts(notes.NoteEventsView.as_view()), name="index"),
            path("<int:pk>/", no_inline_scripts(notes.NotesView.as_view()), name="event"),
            path("<int:pk>/paste/", no_inline_scripts(notes.PasteView.as_view()), name="paste"),
            path("undo/<int:pk>/", notes.UndoNoteView.as_view(), name="undo"),
        ]


viewsets = [ResponseViewSet(), ReadingViewSet(), ThemeViewSet(), AnalysisViewSet(), NoteViewSet()]
