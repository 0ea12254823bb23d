from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SurveysConfig(AppConfig):
    name = "consultations.surveys"
    label = "surveys"
    verbose_name = _("Surveys")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from consultations.surveys.mail_kinds import register_kinds
        from consultations.surveys.permissions import register_policies

        register_kinds()
        register_policies()
