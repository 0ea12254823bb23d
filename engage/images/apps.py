from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ImagesConfig(AppConfig):
    name = "engage.images"
    label = "images"
    verbose_name = _("Pictures")
    default_auto_field = "django.db.models.BigAutoField"
