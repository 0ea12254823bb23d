"""The analysis page of a consultation, and its downloads."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log
from wagtail.permissions import page_permission_policy

from consultations.analysis import breakdowns, chosen, counting, downloads, hands
from consultations.analysis.audit import EXPORT_ACTION
from consultations.analysis.stopping import where_people_stop
from consultations.models import ConsultationPage
from consultations.surveys.models import Response
from engage.core.exports import csv_response
from engage.core.languages import sources
from engage.core.suppression import DEFAULT_THRESHOLD, LOWEST_PERCENTAGE_BASE

READ_PERMISSIONS = ["surveys.view_response", "analysis.view_coding"]
EXPORT_PERMISSION = "surveys.export_response"
FILES = {"responses": downloads.response_rows, "answers": downloads.answer_rows, "hands": hands.hands_rows}


class ReaderMixin(WagtailAdminTemplateMixin):
    """Figures are for those who read responses and codings."""

    header_icon = "view"

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perms(READ_PERMISSIONS):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class ConsultationListView(ReaderMixin, TemplateView):
    """Which consultation to look at."""

    template_name = "analysis/consultations.html"
    page_title = gettext_lazy("Analysis")

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        consultations = sources(ConsultationPage.objects.with_answer().order_by("-opens_at", "title"))
        return super().get_context_data(**kwargs, consultations=consultations)


class AnalysisView(ReaderMixin, TemplateView):
    """All figures of one consultation on one page. Without filters: differences of figures give people away."""

    template_name = "analysis/analysis.html"

    @cached_property
    def consultation(self) -> ConsultationPage:
        return _consultation(self.kwargs["pk"])

    def get_page_title(self):
        return self.consultation.title

    def get_breadcrumbs_items(self):
        listing = {"url": reverse("analysis:index"), "label": _("Analysis")}
        return [*self.breadcrumbs_items, listing, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        consultation = self.consultation
        return super().get_context_data(
            **kwargs,
            consultation=consultation,
            responses=counting.responses_of(consultation),
            people=counting.people_of(consultation),
            breakdowns=breakdowns.breakdowns_of(consultation),
            presentations=breakdowns.presentations_of(consultation),
            scores=counting.statement_scores_of(consultation),
            chosen=chosen.chosen_of(consultation),
            themes=counting.themes_of(consultation),
            stops=where_people_stop(consultation),
            not_understood=counting.not_understood_of(consultation),
            session_hands=hands.hands_of(consultation),
            editable=self.editable_surveys(),
            may_export=self.request.user.has_perm(EXPORT_PERMISSION),
            threshold=DEFAULT_THRESHOLD,
            percentage_base=LOWEST_PERCENTAGE_BASE,
        )

    def editable_surveys(self) -> set[int]:
        """The surveys of this consultation whose questions the user may mend."""
        pages = page_permission_policy.instances_user_has_permission_for(self.request.user, "change")
        return set(pages.child_of(self.consultation).values_list("pk", flat=True))


class ExportView(View):
    """Download a consultation's responses. Written into the log before the first line is sent."""

    http_method_names = ["post"]

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(EXPORT_PERMISSION):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def post(self, request, pk: int, file: str):
        consultation = _consultation(pk)
        if file not in FILES:
            raise Http404
        count = Response.objects.sent().of_consultation(consultation).count()
        log(instance=consultation, action=EXPORT_ACTION, user=request.user, data={"file": file, "responses": count})
        name = f"{slugify(consultation.slug)}-{file}-{localdate().isoformat()}.csv"
        return csv_response(FILES[file](consultation), filename=name)


def _consultation(pk: int) -> ConsultationPage:
    consultation = sources(ConsultationPage.objects.with_answer().filter(pk=pk)).first()
    if consultation is None:
        raise Http404
    return consultation
