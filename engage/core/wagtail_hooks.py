"""Core's registrations in the admin: only the menu group that the other apps hang their entries in."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, SubmenuMenuItem

from engage.core.menu import ENGAGEMENT_MENU_HOOK

engagement_menu = Menu(register_hook_name=ENGAGEMENT_MENU_HOOK)


@hooks.register("register_admin_menu_item")
def register_engagement_menu():
    """One group for all of an officer's work; it hides itself where a person may see none of it."""
    return SubmenuMenuItem(_("Engagement"), engagement_menu, icon_name="comment", name="engagement", order=110)
