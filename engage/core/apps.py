from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "engage.core"
    label = "core"
    verbose_name = _("Engage core")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from engage.core.mail.permissions import register_policies

        register_policies()
