"""Group sessions in the admin."""

from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.urls import path
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn
from wagtail.admin.viewsets.model import ModelViewSet

from consultations.surveys.models import GroupSession
from consultations.surveys.session_forms import SessionForm
from consultations.surveys.views import hands, sessions
from engage.core.menu import ENGAGEMENT_MENU_HOOK
from engage.core.middleware import no_inline_scripts


class SessionViewSet(ModelViewSet):
    """Sessions are opened, corrected and ended; nobody deletes one, as responses belong to it."""

    model = GroupSession
    name = "sessions"
    icon = "group"
    menu_label = _("Group sessions")
    menu_hook = ENGAGEMENT_MENU_HOOK
    menu_order = 60
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = sessions.SessionListView
    add_view_class = sessions.OpenSessionView
    edit_view_class = sessions.EditSessionView
    list_per_page = 50
    list_display = [
        TitleColumn("place", label=_("Place"), url_name="sessions:inspect"),
        Column("day", label=_("Day"), accessor=lambda session: date_format(session.day, "j F Y"), sort_key="day"),
        Column("survey", label=_("Survey"), accessor="survey.title"),
        StatusTagColumn("state", label=_("State"), accessor="state_words", primary=lambda session: session.is_open()),
    ]

    def get_form_class(self, for_update=False):
        return SessionForm

    def get_common_view_kwargs(self, **kwargs):
        gone = {f"{name}_url_name": None for name in ("copy", "delete", "history", "usage")}
        return {**super().get_common_view_kwargs(**kwargs), **gone, "inspect_url_name": self.get_url_name("inspect")}

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("new/", self.add_view, name="add"),
            path("<int:pk>/", no_inline_scripts(sessions.SessionView.as_view()), name="inspect"),
            path("<int:pk>/edit/", self.edit_view, name="edit"),
            path("<int:pk>/counts/", sessions.SessionCountsView.as_view(), name="counts"),
            path("<int:pk>/switch/", sessions.SwitchSessionView.as_view(), name="switch"),
            path("<int:pk>/poster/", no_inline_scripts(sessions.SessionPosterView.as_view()), name="poster"),
            path("<int:pk>/hands/", no_inline_scripts(hands.HandsListView.as_view()), name="hands"),
            path("<int:pk>/hands/<int:question_pk>/", no_inline_scripts(hands.CountHandsView.as_view()), name="count"),
            path("<int:pk>/wall/", no_inline_scripts(hands.WallStartView.as_view()), name="wall"),
            path("<int:pk>/wall/<int:question_pk>/", no_inline_scripts(hands.WallView.as_view()), name="wall_question"),
        ]

    def get_permissions_to_register(self):
        """All of the model's permissions, so that an administrator can give them to a group."""
        return Permission.objects.filter(content_type=ContentType.objects.get_for_model(self.model))


session_viewset = SessionViewSet()
