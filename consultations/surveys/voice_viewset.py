"""The admin side of recordings: the list of those to write down, one with its words, and the sound itself."""

import django_filters
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.forms import RadioSelect
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn
from wagtail.admin.viewsets.model import ModelViewSet

from consultations.surveys.models import SurveyPage, Voice
from consultations.surveys.views.voices import ListenView, VoiceListView, VoiceView
from engage.core.menu import ENGAGEMENT_MENU_HOOK, PermittedMenuItem
from engage.core.middleware import no_inline_scripts
from engage.core.tables import MomentColumn

WAITING, WRITTEN = "waiting", "written"


class VoiceFilterSet(WagtailFilterSet):
    state = django_filters.ChoiceFilter(
        label=_("State"),
        choices=[(WAITING, _("To write down")), (WRITTEN, _("Written down"))],
        widget=RadioSelect,
        empty_label=_("All"),
        method="by_state",
    )
    survey = django_filters.ModelChoiceFilter(
        label=_("Survey"), field_name="answer__response__survey", queryset=SurveyPage.objects.order_by("title")
    )

    class Meta:
        model = Voice
        fields = ["state", "survey"]

    def by_state(self, queryset, _name, value):
        return queryset.filter(written_at__isnull=value == WAITING)


def state_words(voice: Voice) -> str:
    return str(_("Written down") if voice.is_written_down else _("To write down"))


class VoiceViewSet(ModelViewSet):
    """For those who may listen."""

    model = Voice
    name = "voices"
    icon = "media"
    menu_label = _("Recordings")
    menu_hook = ENGAGEMENT_MENU_HOOK
    menu_order = 150
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = VoiceListView
    filterset_class = VoiceFilterSet
    form_fields: list[str] = []
    list_per_page = 50
    list_display = [
        TitleColumn("number", label=_("Recording"), accessor=str, url_name="voices:inspect"),
        StatusTagColumn(
            "state", label=_("State"), accessor=state_words, primary=lambda voice: not voice.is_written_down
        ),
        Column("question", label=_("Question"), accessor="answer.question"),
        Column("survey", label=_("Survey"), accessor="answer.response.survey.title"),
        Column("length", label=_("Minutes")),
        MomentColumn("sent_at", label=_("Sent"), accessor="answer.response.sent_at"),
    ]

    @property
    def menu_item_class(self):
        return lambda **kwargs: PermittedMenuItem(permissions=["surveys.listen_voice"], **kwargs)

    def get_common_view_kwargs(self, **kwargs):
        gone = {f"{name}_url_name": None for name in ("add", "edit", "copy", "delete", "history", "usage")}
        views = super().get_common_view_kwargs(**kwargs)
        return {**views, **gone, "inspect_url_name": self.get_url_name("inspect")}

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("<int:pk>/", no_inline_scripts(self.construct_view(VoiceView)), name="inspect"),
            path("<int:pk>/listen/", ListenView.as_view(), name="listen"),
        ]

    def get_permissions_to_register(self):
        """All of the model's permissions, so that an administrator can give them to a group."""
        return Permission.objects.filter(content_type=ContentType.objects.get_for_model(self.model))

    def register_admin_url_finder(self):
        """A recording has no edit view that other parts of the admin could link to."""


voice_viewset = VoiceViewSet()
