"""Core's registrations in the admin: the menu group that the other apps hang their entries in, and its style."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, SubmenuMenuItem

from engage.core.menu import ENGAGEMENT_MENU_HOOK
from engage.core.publishing import REFUSED_ACTION

engagement_menu = Menu(register_hook_name=ENGAGEMENT_MENU_HOOK)


@hooks.register("register_admin_menu_item")
def register_engagement_menu():
    """One group for all of an officer's work; it hides itself where a person may see none of it."""
    return SubmenuMenuItem(_("Engagement"), engagement_menu, icon_name="comment", name="engagement", order=110)


@hooks.register("register_log_actions")
def register_refused_publication(actions):
    actions.register_action(
        REFUSED_ACTION, _("Refuse to publish"), _("Not published on the date that was set: it was not complete")
    )


@hooks.register("insert_global_admin_css")
def style_engagement_screens():
    """One small file for all screens of ours, in Wagtail's own colours."""
    return format_html('<link rel="stylesheet" href="{}">', static("engage/css/admin.css"))
