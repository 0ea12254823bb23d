"""Registrations of the analysis in the admin. What is registered lives in the modules beside."""

from wagtail import hooks

from consultations.analysis import audit

hooks.register("register_log_actions", audit.register_actions)
