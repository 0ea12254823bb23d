from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AmbassadorsConfig(AppConfig):
    name = "ambassadors"
    label = "ambassadors"
    verbose_name = _("SEND Ambassadors")
    default_auto_field = "django.db.models.BigAutoField"
