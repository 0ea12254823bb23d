"""Registrations of events in the admin. What is registered lives in the modules beside."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from consultations.events import audit, page_guards, running_viewsets, viewsets

register_snippet(viewsets.AccessRequirementViewSet)
hooks.register("before_delete_snippet", viewsets.keep_what_people_need)
hooks.register("before_delete_page", page_guards.keep_booked_page)
hooks.register("before_unpublish_page", page_guards.keep_booked_page_live)
hooks.register("before_bulk_action", page_guards.keep_booked_pages)
hooks.register("register_log_actions", audit.register_actions)
hooks.register("register_admin_viewset", lambda: running_viewsets.viewsets)
