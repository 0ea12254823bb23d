"""The names of the admin's menu hooks, so that the apps hang entries without importing one another."""

ENGAGEMENT_MENU_HOOK = "register_engagement_menu_item"
STRATEGY_MENU_HOOK = "register_strategy_menu_item"
