"""E-mails in the officers' menu."""

from django.contrib.auth.models import Permission
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn
from wagtail.admin.viewsets.model import ModelViewSet

from engage.core.mail import views, wording_views
from engage.core.mail.models import OutboxMessage
from engage.core.mail.states import MailState
from engage.core.menu import ENGAGEMENT_MENU_HOOK
from engage.core.middleware import no_inline_scripts
from engage.core.tables import MomentColumn


class MailFilterSet(WagtailFilterSet):
    class Meta:
        model = OutboxMessage
        fields = ["state"]


class MailViewSet(ModelViewSet):
    """Messages are written by the program and sent by the worker: people look, and try again."""

    model = OutboxMessage
    name = "mail"
    icon = "mail"
    menu_label = _("E-mails")
    menu_hook = ENGAGEMENT_MENU_HOOK
    menu_order = 700
    add_to_reference_index = False
    index_view_class = views.MailListView
    index_template_name = "core/mail/list.html"
    filterset_class = MailFilterSet
    form_fields = ["state"]
    search_fields = ["recipient", "subject"]
    list_per_page = 50
    list_display = [
        TitleColumn("title", label=_("Subject"), url_name="mail:inspect"),
        StatusTagColumn(
            "state",
            label=_("State"),
            accessor="get_state_display",
            primary=lambda message: message.state == MailState.DEAD,
        ),
        Column("recipient", label=_("To")),
        MomentColumn("made_at", label=_("Written")),
        MomentColumn("ended_at", label=_("Sent or given up")),
        Column("problem_words", label=_("What went wrong")),
    ]

    def get_urlpatterns(self):
        return [
            path("", no_inline_scripts(self.index_view), name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("<int:pk>/", no_inline_scripts(views.MailView.as_view()), name="inspect"),
            path("<int:pk>/again/", views.RetryOneView.as_view(), name="retry"),
            path("again/", views.RetryView.as_view(), name="retry_all"),
            path("forget/", no_inline_scripts(views.ForgetView.as_view()), name="forget"),
            path("words/", wording_views.WordingListView.as_view(), name="wordings"),
            path("words/<str:kind>/<str:language>/", wording_views.WordingView.as_view(), name="wording"),
            path("read/", no_inline_scripts(views.FilesView.as_view()), name="files"),
            path("read/<str:name>/", no_inline_scripts(views.FileView.as_view()), name="file"),
            path("read/<str:name>/page/", views.FilePageView.as_view(), name="file_page"),
        ]

    def get_common_view_kwargs(self, **kwargs):
        gone = {f"{name}_url_name": None for name in ("add", "edit", "copy", "delete", "history", "usage")}
        return {**super().get_common_view_kwargs(**kwargs), **gone, "inspect_url_name": self.get_url_name("inspect")}

    def get_permissions_to_register(self):
        """Reading the list, trying again, and changing the words, so that an administrator can give them to a group."""
        return Permission.objects.filter(
            content_type__app_label="core", content_type__model__in=["outboxmessage", "mailwording"]
        )

    def register_admin_url_finder(self):
        """A message has no edit view that other parts of the admin could link to."""


mail_viewset = MailViewSet()
