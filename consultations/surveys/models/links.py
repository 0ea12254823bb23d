"""A link to a survey that knows where it was put: on a poster, in a letter, on a website."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from consultations.surveys.short_codes import new_code

CODE_LENGTH = 5


class SurveyLink(models.Model):
    """One way to a survey. Responses that begin by it keep its name as ``source_detail``.

    The code is no secret: it says where somebody read of the survey and opens what everybody may open.
    """

    survey = models.ForeignKey(
        "surveys.SurveyPage", verbose_name=_("survey"), on_delete=models.CASCADE, related_name="links"
    )
    name = models.CharField(_("where you put it"), max_length=80)
    code = models.CharField(_("code"), max_length=CODE_LENGTH, unique=True, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("made by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField(_("made"), auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("link to a survey")
        verbose_name_plural = _("links to surveys")
        ordering = ["pk"]
        default_permissions = ("view", "add", "delete")
        constraints = [models.UniqueConstraint(fields=["survey", "name"], name="surveys_link_name_once")]

    def __str__(self) -> str:
        return self.name

    @staticmethod
    def new_code() -> str:
        return new_code(CODE_LENGTH)
