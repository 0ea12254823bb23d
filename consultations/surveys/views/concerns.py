"""The safeguarding lead's queue in the admin, and the form that puts an answer into it."""

from django.core.exceptions import PermissionDenied
from django.db.models import Case, Value, When
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic.edit import FormView
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from consultations.surveys.concern_forms import DecideConcernForm, RaiseConcernForm
from consultations.surveys.enums import ConcernState
from consultations.surveys.models import Answer, Concern
from consultations.surveys.permissions import answer_policy
from consultations.surveys.services.concerns import (
    AlreadyDecided,
    AnswerNotSent,
    ConcernExists,
    addresses_to_tell,
    decide_concern,
    raise_concern,
)
from consultations.surveys.wording import asked_wordings


class ConcernQueueView(generic.IndexView):
    """All concerns, those that wait first, the most urgent at the top."""

    any_permission_required = ["decide"]
    page_title = gettext_lazy("Concerns")

    def get_list_more_buttons(self, instance):
        """The title leads to the only thing there is to do: read it and decide."""
        return []

    def get_base_queryset(self):
        waits_first = Case(When(state=ConcernState.OPEN, then=Value(0)), default=Value(1))
        return Concern.objects.select_related("answer__response__survey", "raised_by").order_by(
            waits_first, "due_at", "pk"
        )


class ConcernView(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    """One concern with its answer in full, and the lead's decision."""

    model = Concern
    permission_required = "decide"
    form_class = DecideConcernForm
    template_name = "surveys/admin/concern.html"
    header_icon = "warning"
    index_url_name = None

    @cached_property
    def object(self) -> Concern:
        concerns = Concern.objects.select_related(
            "answer__response__survey", "answer__question__statement", "answer__voice", "raised_by", "decided_by"
        )
        return get_object_or_404(concerns, pk=self.kwargs["pk"])

    def get_page_title(self):
        return str(self.object)

    def get_breadcrumbs_items(self):
        queue = {"url": reverse(self.index_url_name), "label": _("Concerns")}
        return [*self.breadcrumbs_items, queue, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        answer = self.object.answer
        return super().get_context_data(
            **kwargs,
            concern=self.object,
            answer=answer,
            wording=asked_wordings([answer])[answer.pk],
            voice_before=getattr(self.object, "voice_before", None),
        )

    def form_valid(self, form):
        try:
            decided = decide_concern(
                concern=self.object,
                decided_by=self.request.user,
                keep_out=form.keeps_out,
                words=form.cleaned_data["words"],
            )
        except AlreadyDecided:
            messages.warning(self.request, _("Somebody has decided on this concern already."))
            return redirect(self.request.path)
        messages.success(self.request, decided.get_state_display())
        return redirect(self.index_url_name)


class RaiseConcernView(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    """Put one answer in the safeguarding lead's queue."""

    model = Concern
    permission_required = "raise"
    form_class = RaiseConcernForm
    template_name = "surveys/admin/raise_concern.html"
    page_title = gettext_lazy("Raise a concern")
    header_icon = "warning"

    @cached_property
    def answer(self) -> Answer:
        answers = Answer.objects.select_related("response__survey", "question__statement", "voice")
        return get_object_or_404(answers, pk=self.kwargs["pk"])

    def dispatch(self, request, *args, **kwargs):
        if not self.user_has_permission("raise"):
            raise PermissionDenied
        if not answer_policy.user_has_permission(request.user, "view"):
            raise PermissionDenied
        if not self.answer.response.is_sent:
            raise Http404
        if not answer_policy.user_has_permission_for_instance(request.user, "view", self.answer):
            messages.warning(request, _("The safeguarding lead has this answer already."))
            return redirect(self.next_url)
        return super().dispatch(request, *args, **kwargs)

    @property
    def next_url(self) -> str:
        return get_valid_next_url_from_request(self.request) or reverse("wagtailadmin_home")

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            **kwargs, answer=self.answer, wording=asked_wordings([self.answer])[self.answer.pk], next_url=self.next_url
        )

    def form_valid(self, form):
        try:
            raise_concern(answer=self.answer, raised_by=self.request.user, reason=form.cleaned_data["reason"])
        except (ConcernExists, AnswerNotSent):
            messages.warning(self.request, _("The safeguarding lead has this answer already."))
            return redirect(self.next_url)
        if addresses_to_tell():
            messages.success(self.request, _("The answer is in the safeguarding lead's queue. We also send an e-mail."))
        else:
            messages.warning(
                self.request,
                _("The answer is in the queue, but nobody could be told by e-mail. Tell your safeguarding lead now."),
            )
        return redirect(self.next_url)
