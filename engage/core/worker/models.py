"""When each job last ran: what keeps a daily job daily, and what the health page looks at."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class JobRun(models.Model):
    """A job of the worker, and how its last run went. No personal data."""

    job = models.CharField(_("job"), max_length=150, primary_key=True)
    started_at = models.DateTimeField(_("started"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    done = models.PositiveIntegerField(_("done"), default=0)
    # The name of the error that ended the last run; "" when it went well.
    problem = models.CharField(_("what went wrong"), max_length=100, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        default_permissions = ()

    def __str__(self) -> str:
        return self.job
