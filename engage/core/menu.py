"""The names of the admin's menu hooks, so that the apps hang entries without importing one another."""

from typing import Any

from django.http import HttpRequest
from wagtail.admin.menu import MenuItem

ENGAGEMENT_MENU_HOOK = "register_engagement_menu_item"
STRATEGY_MENU_HOOK = "register_strategy_menu_item"


class PermittedMenuItem(MenuItem):
    """An entry for those who have every one of the named permissions."""

    def __init__(self, label: str, url: str, *, permissions: list[str], **kwargs: Any) -> None:
        super().__init__(label, url, **kwargs)
        self.permissions = permissions

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perms(self.permissions))
