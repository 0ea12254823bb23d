"""Registrations of the analysis in the admin. What is registered lives in the modules beside."""

from wagtail import hooks

from consultations.analysis import audit, bulk_actions, panels, permissions, viewsets

hooks.register("register_log_actions", audit.register_actions)
hooks.register("register_admin_viewset", lambda: viewsets.viewsets)
hooks.register("construct_homepage_panels", panels.add_engagement_panel)
hooks.register("register_bulk_action", bulk_actions.AddThemes)
hooks.register("register_bulk_action", bulk_actions.AddPriority)
hooks.register("register_bulk_action", bulk_actions.RemoveThemes)
hooks.register("register_permissions", permissions.coding_permissions)
