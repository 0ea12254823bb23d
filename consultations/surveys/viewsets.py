"""The admin side of surveys: the queue of concerns. Responses are listed by the analysis app, with their themes."""

from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.admin.viewsets.model import ModelViewSet

from consultations.surveys.models import Concern
from consultations.surveys.views.concerns import ConcernQueueView, ConcernView, RaiseConcernView
from engage.core.menu import ENGAGEMENT_MENU_HOOK
from engage.core.middleware import no_inline_scripts
from engage.core.tables import MomentColumn


class ConcernFilterSet(WagtailFilterSet):
    class Meta:
        model = Concern
        fields = ["state"]


def state_words(concern: Concern) -> str:
    return str(_("Overdue")) if concern.is_overdue else concern.get_state_display()


class ConcernViewSet(ModelViewSet):
    """Only for the lead: nobody else sees the entry, the list or a concern."""

    model = Concern
    name = "concerns"
    icon = "warning"
    menu_label = _("Concerns")
    menu_hook = ENGAGEMENT_MENU_HOOK
    menu_order = 500
    add_to_reference_index = False
    index_view_class = ConcernQueueView
    filterset_class = ConcernFilterSet
    form_fields = ["state"]
    list_display = [
        "__str__",
        StatusTagColumn("state", label=_("State"), accessor=state_words, primary=lambda concern: concern.is_overdue),
        MomentColumn("due_at", label=_("Look at it before")),
        Column("survey", label=_("Survey"), accessor="answer.response.survey.title"),
        Column("raised_by", label=_("Raised by")),
        MomentColumn("raised_at", label=_("Raised")),
    ]

    def get_urlpatterns(self):
        return [
            path("", no_inline_scripts(self.index_view), name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("<int:pk>/", no_inline_scripts(self.concern_view), name="inspect"),
            path("raise/<int:pk>/", no_inline_scripts(RaiseConcernView.as_view()), name="raise"),
        ]

    def get_common_view_kwargs(self, **kwargs):
        # Only what exists: there is nothing to add, edit, copy or delete.
        gone = {f"{name}_url_name": None for name in ("add", "edit", "copy", "delete", "history", "usage")}
        views = super().get_common_view_kwargs(**kwargs)
        return {**views, **gone, "inspect_url_name": self.get_url_name("inspect")}

    def get_permissions_to_register(self):
        """All of the model's permissions, so that an administrator can give them to a group."""
        return Permission.objects.filter(content_type=ContentType.objects.get_for_model(self.model))

    def register_admin_url_finder(self):
        """A concern has no edit view that other parts of the admin could link to."""

    @property
    def concern_view(self):
        return self.construct_view(ConcernView)


concern_viewset = ConcernViewSet()
