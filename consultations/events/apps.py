from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "consultations.events"
    label = "events"
    verbose_name = _("Listening events")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from consultations.events.permissions import register_policies
        from consultations.events.wordings import register_wordings

        register_policies()
        register_wordings()
