"""Registrations of pictures in the admin. What is registered lives in the modules beside."""

from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail import hooks

from engage.images import admin_urls


@hooks.register("register_admin_urls")
def register_picture_urls():
    return [path("pictures/", include(admin_urls, namespace="pictures"))]


@hooks.register("insert_editor_js")
def suggest_pictures_while_writing():
    return format_html(
        '<script type="module" src="{}" data-suggest-url="{}" data-suggest-label="{}"'
        ' data-suggest-chosen="{}"></script>',
        static("engage/js/suggest-pictures.js"),
        reverse("pictures:suggestions"),
        _("Pictures for this sentence"),
        _("You chose: %s"),
    )
