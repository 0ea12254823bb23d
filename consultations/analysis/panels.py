"""The officers' panel on the admin's first page: what is open, what came in, what waits."""

from datetime import timedelta

from django.db.models import Count, F, Q
from django.utils import timezone
from wagtail.admin.ui.components import Component

from consultations.analysis.querysets import uncoded
from consultations.analysis.views.figures import READ_PERMISSIONS
from consultations.events.models import BookingRequirement, CallTask
from consultations.events.permissions import VIEW_PERMISSION as VIEW_BOOKINGS
from consultations.events.querysets import NEEDS_DUE_DAYS
from consultations.models import ConsultationPage
from consultations.surveys.models import Answer, Concern, Response, Voice
from engage.core.languages import sources
from engage.core.models import OutboxMessage

NEWS_DAYS = 7
MOST_PLANNED = 5


class EngagementPanel(Component):
    """Only what the person may see; empty for those who may see nothing of it."""

    name = "engagement"
    template_name = "analysis/engagement_panel.html"
    order = 50

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        context = {
            "may_read": user.has_perm("surveys.view_response"),
            "may_analyse": user.has_perms(READ_PERMISSIONS),
            "may_code": user.has_perm("surveys.code_answer"),
            "may_decide": user.has_perm("surveys.decide_concern"),
        }
        if context["may_read"]:
            context |= self._responses(user)
        if context["may_code"]:
            context["to_read"] = uncoded(Answer.objects.usable().in_words()).count()
        if user.has_perm("surveys.transcribe_voice"):
            context["to_write_down"] = Voice.objects.to_write_down().count()
        if user.has_perm(VIEW_BOOKINGS):
            context["late_needs"] = BookingRequirement.objects.due().count()
            context["calls"] = CallTask.objects.to_do().count()
            context["due_days"] = NEEDS_DUE_DAYS
        if user.has_perm("core.view_outboxmessage"):
            context["dead_mails"] = OutboxMessage.objects.dead().with_words().count()
        if context["may_decide"]:
            now = timezone.now()
            context["concerns"] = Concern.objects.open().count()
            context["overdue"] = Concern.objects.open().filter(due_at__lt=now).count()
        return context

    def _responses(self, user) -> dict:
        recent = Q(sent_at__gte=timezone.now() - timedelta(days=NEWS_DAYS))
        open_now = []
        for page in sources(ConsultationPage.objects.live().open().order_by("closes_at")):
            counts = (
                Response.objects.sent()
                .of_consultation(page)
                .aggregate(everything=Count("pk"), recent=Count("pk", filter=recent))
            )
            may_add = page.permissions_for_user(user).can_add_subpage()
            open_now.append({"page": page, "may_add": may_add, **counts})
        return {"open_now": open_now, "planned": self._planned(user), "news_days": NEWS_DAYS}

    def _planned(self, user) -> list[ConsultationPage]:
        """Drafts and those that open later to which this person may add a survey: soonest first, then the newest."""
        drafts = ConsultationPage.objects.not_live().exclude(closes_at__lt=timezone.now())
        pages = sources(ConsultationPage.objects.planned() | drafts)
        pages = pages.order_by(F("opens_at").asc(nulls_last=True), "-pk")[:MOST_PLANNED]
        return [page for page in pages if page.permissions_for_user(user).can_add_subpage()]


def add_engagement_panel(request, panels) -> None:
    """For ``construct_homepage_panels``: before Wagtail's own panels."""
    opening = ("surveys.view_response", "surveys.decide_concern", VIEW_BOOKINGS)
    if any(request.user.has_perm(name) for name in opening):
        panels.insert(0, EngagementPanel())
