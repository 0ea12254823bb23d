"""Links and posters in the admin."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.widgets.button import Button

from consultations.surveys.models import SurveyPage
from consultations.surveys.views import sharing
from engage.core.menu import ENGAGEMENT_MENU_HOOK, PermittedMenuItem
from engage.core.middleware import no_inline_scripts

VIEW_PERMISSION = "surveys.view_surveylink"


class SharingViewSet(ViewSet):
    """The surveys, and for each its links, squares and posters."""

    name = "sharing"
    icon = "link"
    menu_label = _("Links and posters")
    menu_hook = ENGAGEMENT_MENU_HOOK
    menu_order = 50

    @property
    def menu_item_class(self):
        return lambda **kwargs: PermittedMenuItem(permissions=[VIEW_PERMISSION], **kwargs)

    def get_urlpatterns(self):
        return [
            path("", no_inline_scripts(sharing.SharedSurveysView.as_view()), name="index"),
            path("<int:pk>/", no_inline_scripts(sharing.ShareView.as_view()), name="survey"),
            path("link/<int:pk>/poster/", no_inline_scripts(sharing.LinkPosterView.as_view()), name="poster"),
            path("link/<int:pk>/remove/", sharing.RemoveLinkView.as_view(), name="remove"),
            path("link/<int:pk>/<slug:kind>/", sharing.LinkFileView.as_view(), name="file"),
        ]


def link_permissions() -> QuerySet[Permission]:
    """What an administrator can give to a group."""
    return Permission.objects.filter(content_type__app_label="surveys", content_type__model="surveylink")


def share_button(page, user, view_name, next_url=None):
    """From the page of a published survey to its links and posters."""
    if isinstance(page, SurveyPage) and page.live and user.has_perm(VIEW_PERMISSION):
        yield Button(_("Links and posters"), reverse("sharing:survey", args=[page.pk]), icon_name="link", priority=70)


sharing_viewset = SharingViewSet()
