"""Whether Engage is well: figures for monitoring and for the admin, without anybody's words or addresses."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import DatabaseError
from django.db.models import Max, Min
from django.http import HttpRequest, JsonResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.viewsets.base import ViewSet

from engage.core.mail.models import OutboxMessage
from engage.core.mail.permissions import mail_policy
from engage.core.middleware import no_inline_scripts
from engage.core.worker.models import JobRun

# A worker signs every 15 seconds, or every minute from cron.
WORKER_SILENT = timedelta(minutes=5)
MAIL_LATE = timedelta(hours=1)


@dataclass(frozen=True)
class Health:
    """How Engage is at a moment.

    ``worker_seen_at``: when a worker last ended a job; None when none ever did. ``mail_due_at``: since when
    the oldest e-mail waits that should have gone; None when none does. ``dead``: e-mails that were given up and
    still hold their words. ``failing``: the jobs whose last run failed.
    """

    at: datetime
    worker_seen_at: datetime | None
    mail_due_at: datetime | None
    dead: int
    failing: tuple[str, ...]

    @property
    def worker_is_well(self) -> bool:
        return self.worker_seen_at is not None and self.at - self.worker_seen_at < WORKER_SILENT

    @property
    def mail_is_well(self) -> bool:
        return self.mail_due_at is None or self.at - self.mail_due_at < MAIL_LATE

    @property
    def is_well(self) -> bool:
        """Whether nobody needs to be woken. One dead e-mail or job is for the day, so it is not asked here."""
        return self.worker_is_well and self.mail_is_well


def health() -> Health:
    """How Engage is now. Raises ``DatabaseError`` when the database does not answer."""
    now = timezone.now()
    runs = JobRun.objects.filter(job__in=settings.ENGAGE_WORKER_JOBS)
    return Health(
        at=now,
        worker_seen_at=runs.aggregate(at=Max("ended_at"))["at"],
        mail_due_at=OutboxMessage.objects.waiting().filter(due_at__lte=now).aggregate(at=Min("due_at"))["at"],
        dead=OutboxMessage.objects.dead().with_words().count(),
        failing=tuple(runs.exclude(problem="").order_by("job").values_list("job", flat=True)),
    )


@never_cache
@require_safe
def healthz(_request: HttpRequest) -> JsonResponse:
    """For monitoring: 200 when it is well, 503 when not, and figures. Seconds count from now backwards."""
    try:
        now = health()
    except DatabaseError:
        return JsonResponse({"well": False, "database": False}, status=503)
    figures = {
        "well": now.is_well,
        "database": True,
        "worker_seen_seconds_ago": _seconds(now.at, now.worker_seen_at),
        "oldest_mail_waits_seconds": _seconds(now.at, now.mail_due_at),
        "dead_mails": now.dead,
        "jobs_failing": len(now.failing),
    }
    return JsonResponse(figures, status=200 if now.is_well else 503)


def _seconds(now: datetime, then: datetime | None) -> int | None:
    return int((now - then).total_seconds()) if then else None


class HealthView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """The same for people: is the worker there, do e-mails go out, when did each job last run."""

    permission_policy = mail_policy
    permission_required = "view"
    template_name = "core/health.html"
    page_title = gettext_lazy("Health")
    header_icon = "check"

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        runs = {run.job: run for run in JobRun.objects.all()}
        jobs = [(job, runs.get(job)) for job in settings.ENGAGE_WORKER_JOBS]
        return super().get_context_data(**kwargs, health=health(), jobs=jobs)


class HealthViewSet(ViewSet):
    """The report of health."""

    name = "health"
    url_prefix = "reports/health"

    def get_urlpatterns(self):
        return [path("", no_inline_scripts(HealthView.as_view()), name="index")]


class HealthMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return mail_policy.user_has_permission(request.user, "view")


def report_menu_item() -> MenuItem:
    """For ``register_reports_menu_item``."""
    return HealthMenuItem(gettext_lazy("Health"), reverse("health:index"), name="health", icon_name="check", order=950)
