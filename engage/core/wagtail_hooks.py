"""Core's registrations in the admin: the menu group that the other apps hang their entries in, and its style."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, SubmenuMenuItem
from wagtail.snippets.models import register_snippet

from engage.core import audit, easy_read_report, easy_read_views, health
from engage.core.mail.viewset import mail_viewset
from engage.core.menu import ENGAGEMENT_MENU_HOOK
from engage.core.viewsets import EasyReadViewSet, TermViewSet

engagement_menu = Menu(register_hook_name=ENGAGEMENT_MENU_HOOK)

register_snippet(TermViewSet)
hooks.register("register_admin_viewset", lambda: EasyReadViewSet())
hooks.register("register_admin_viewset", lambda: mail_viewset)
hooks.register("register_admin_viewset", lambda: health.HealthViewSet())
hooks.register("register_reports_menu_item", health.report_menu_item)
hooks.register("register_reports_menu_item", easy_read_report.report_menu_item)
hooks.register("register_log_actions", audit.register_actions)
hooks.register("before_publish_page", easy_read_views.ask_before_publishing)


@hooks.register("register_admin_menu_item")
def register_engagement_menu():
    """One group for all of an officer's work; it hides itself where a person may see none of it."""
    return SubmenuMenuItem(_("Engagement"), engagement_menu, icon_name="comment", name="engagement", order=110)


@hooks.register("insert_global_admin_css")
def style_engagement_screens():
    """One small file for all screens of ours, in Wagtail's own colours."""
    return format_html('<link rel="stylesheet" href="{}">', static("engage/css/admin.css"))
