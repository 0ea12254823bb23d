"""Registrations of surveys in the admin. What is registered lives in the modules beside."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from consultations.surveys import (
    audit,
    editor_scripts,
    import_viewset,
    page_guards,
    paper_viewset,
    people_viewsets,
    session_viewset,
    sharing_viewset,
)
from consultations.surveys.views.front import show_kept
from consultations.surveys.viewsets import concern_viewset
from consultations.surveys.voice_viewset import voice_viewset
from engage.core.serving import KEPT_PAGE_HOOK

register_snippet(people_viewsets.PeopleViewSetGroup)
hooks.register("insert_editor_js", editor_scripts.question_kinds_script)
hooks.register("before_delete_snippet", people_viewsets.keep_what_people_said)
hooks.register("before_delete_page", page_guards.keep_answered_page)
hooks.register("before_bulk_action", page_guards.keep_answered_pages)
hooks.register("register_log_actions", audit.register_actions)
hooks.register("register_admin_viewset", lambda: concern_viewset)
hooks.register("register_admin_viewset", lambda: voice_viewset)
hooks.register("register_admin_viewset", lambda: sharing_viewset.sharing_viewset)
hooks.register("register_admin_viewset", lambda: paper_viewset.paper_viewset)
hooks.register("register_permissions", sharing_viewset.link_permissions)
hooks.register("register_page_header_buttons", sharing_viewset.share_button)
hooks.register("register_admin_viewset", lambda: session_viewset.session_viewset)
hooks.register("register_admin_viewset", lambda: import_viewset.import_viewset)
hooks.register("register_page_header_buttons", import_viewset.import_button)
hooks.register(KEPT_PAGE_HOOK, show_kept)
