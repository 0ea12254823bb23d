"""Typing papers in, in the admin: which survey, one page a paper, and taking back the last one."""

from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from consultations.models import ConsultationPage
from consultations.surveys.models import Choice, Response, SurveyPage
from consultations.surveys.paper import may_enter_papers, papers_end_at
from consultations.surveys.paper_forms import PaperForms
from consultations.surveys.services.papers import (
    NotTheirPaper,
    PapersClosed,
    enter_paper,
    last_paper,
    may_undo,
    undo_paper,
)
from consultations.surveys.services.retention import LeadMustDecide, ResponseGone
from engage.core.languages import sources

from .device import is_key, new_key


class PapersMixin(PermissionCheckedMixin):
    """For those who may type papers in."""

    model = Response
    permission_required = "enter"


class PaperSurveysView(PapersMixin, WagtailAdminTemplateMixin, TemplateView):
    """The surveys whose papers can be typed in now."""

    template_name = "surveys/admin/paper_surveys.html"
    page_title = gettext_lazy("Papers")
    header_icon = "edit"

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        consultations = [
            one for one in sources(ConsultationPage.objects.live().order_by("-opens_at")) if may_enter_papers(one)
        ]
        surveys = list(SurveyPage.objects.live().order_by("path"))
        groups = [
            {
                "consultation": one,
                "ends_at": papers_end_at(one),
                "surveys": [survey for survey in surveys if survey.path.startswith(one.path)],
            }
            for one in consultations
        ]
        return super().get_context_data(**kwargs, groups=[group for group in groups if group["surveys"]])


class EnterPaperView(PapersMixin, WagtailAdminTemplateMixin, TemplateView):
    """One paper. Saving leads to the next, with the same place."""

    template_name = "surveys/admin/enter_paper.html"
    header_icon = "edit"

    @cached_property
    def survey(self) -> SurveyPage:
        return get_object_or_404(sources(SurveyPage.objects.live()), pk=self.kwargs["pk"])

    @cached_property
    def questions(self) -> list:
        choices = Prefetch("choices", queryset=Choice.objects.order_by("sort_order"))
        asked = self.survey.questions.asked().select_related("statement").prefetch_related(choices)
        return list(asked.order_by("sort_order"))

    def get_page_title(self):
        return self.survey.title

    def get_breadcrumbs_items(self):
        listing = {"url": reverse("papers:index"), "label": _("Papers")}
        return [*self.breadcrumbs_items, listing, {"url": "", "label": self.get_page_title()}]

    def get(self, request, *args, **kwargs):
        if not may_enter_papers(self.survey.consultation):
            return self._closed()
        last = self._last_paper
        paper = PaperForms(self.survey, self.questions, place=last.source_detail if last else "")
        return self.render_to_response(self.get_context_data(paper=paper, key=new_key()))

    def post(self, request, *args, **kwargs):
        sent = request.POST.get("key", "")
        key = sent if is_key(sent) else new_key()
        paper = PaperForms(self.survey, self.questions, data=request.POST)
        if not paper.is_valid():
            return self.render_to_response(self.get_context_data(paper=paper, key=key))
        head = paper.head.cleaned_data
        try:
            response = enter_paper(
                survey=self.survey,
                by=request.user,
                key=key,
                answers=paper.answers(),
                place=head["place"],
                written_on=head["written_on"],
                **paper.about_values(),
            )
        except PapersClosed:
            return self._closed()
        messages.success(request, _("The paper is saved as %(response)s. Type in the next.") % {"response": response})
        return redirect("papers:enter", self.survey.pk)

    def get_context_data(self, **kwargs):
        last = self._last_paper
        undo = last if last is not None and may_undo(last, self.request.user) else None
        ends_at = papers_end_at(self.survey.consultation)
        return super().get_context_data(**kwargs, survey=self.survey, undo=undo, ends_at=ends_at)

    @cached_property
    def _last_paper(self):
        return last_paper(survey=self.survey, by=self.request.user)

    def _closed(self):
        messages.warning(self.request, _("Papers for “%(survey)s” cannot be typed in now.") % {"survey": self.survey})
        return redirect("papers:index")


class UndoPaperView(PapersMixin, View):
    """Take back a paper of one's own, on the day it was typed in."""

    http_method_names = ["post"]

    def post(self, request, pk: int):
        response = Response.objects.sent().filter(pk=pk).first()
        if response is None:
            raise Http404
        try:
            undo_paper(response=response, by=request.user)
        except NotTheirPaper:
            raise PermissionDenied from None
        except ResponseGone:
            raise Http404 from None
        except LeadMustDecide:
            messages.warning(request, _("The safeguarding lead has an answer of this paper. It stays."))
        else:
            messages.success(request, _("%(response)s is deleted. You can type it in again.") % {"response": response})
        return redirect("papers:enter", response.survey_id)
