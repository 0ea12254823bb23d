"""Registrations of pictures in the admin. What is registered lives in the modules beside."""

from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permissions import policy_registry

from engage.core.menu import ENGAGEMENT_MENU_HOOK
from engage.images import admin_urls
from engage.images.models import CustomImage


@hooks.register("register_admin_urls")
def register_picture_urls():
    return [path("pictures/", include(admin_urls, namespace="pictures"))]


@hooks.register("insert_editor_js")
def suggest_pictures_while_writing():
    return format_html(
        '<script type="module" src="{}" data-suggest-url="{}" data-suggest-label="{}"'
        ' data-suggest-chosen="{}" data-suggest-more="{}"></script>',
        static("engage/js/suggest-pictures.js"),
        reverse("pictures:suggestions"),
        _("Pictures for this sentence"),
        _("You chose: %s"),
        _("Other pictures"),
    )


class ImportMenuItem(MenuItem):
    """For those who may add pictures somewhere."""

    def is_shown(self, request):
        return policy_registry.get_by_type(CustomImage).user_has_permission(request.user, "add")


@hooks.register(ENGAGEMENT_MENU_HOOK)
def import_pictures_menu_item():
    return ImportMenuItem(_("Import pictures"), reverse("pictures:import"), icon_name="image", order=900)
