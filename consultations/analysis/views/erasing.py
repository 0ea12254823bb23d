"""Keeping the promise of the thank-you page: find a response by its receipt code, and delete it."""

from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from django.views.generic.edit import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from consultations.analysis.forms import FindResponseForm
from consultations.surveys.models import Response
from consultations.surveys.services.retention import (
    LeadMustDecide,
    ResponseGone,
    erase_response,
    has_withheld_answer,
)


class FindResponseView(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    """From a receipt code to its response. The code is posted, so that no address or log holds it."""

    model = Response
    permission_required = "erase"
    form_class = FindResponseForm
    template_name = "analysis/find_response.html"
    page_title = gettext_lazy("Find a response by its code")
    header_icon = "search"
    index_url_name = None

    def get_breadcrumbs_items(self):
        listing = {"url": reverse(self.index_url_name), "label": _("Responses")}
        return [*self.breadcrumbs_items, listing, {"url": "", "label": self.get_page_title()}]

    def form_valid(self, form):
        return redirect("responses:inspect", form.response.pk)


class EraseResponseView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """Delete one response because somebody asked: first the question, then, by POST, the deed."""

    model = Response
    permission_required = "erase"
    template_name = "analysis/erase_response.html"
    page_title = gettext_lazy("Delete this response")
    header_icon = "bin"
    index_url_name = None

    @cached_property
    def object(self) -> Response:
        response = Response.objects.sent().select_related("survey").filter(pk=self.kwargs["pk"]).first()
        if response is None or not self.user_has_permission_for_instance("erase", response):
            raise Http404
        return response

    def get_breadcrumbs_items(self):
        listing = {"url": reverse(self.index_url_name), "label": _("Responses")}
        whole = {"url": reverse("responses:inspect", args=[self.object.pk]), "label": str(self.object)}
        return [*self.breadcrumbs_items, listing, whole, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            **kwargs,
            response=self.object,
            answers=self.object.answers.count(),
            lead_must_decide=has_withheld_answer(self.object),
        )

    def post(self, request, *args, **kwargs):
        name = str(self.object)
        try:
            erase_response(response=self.object, by=request.user)
        except LeadMustDecide:
            # The page says why, and has no button any more.
            return self.get(request, *args, **kwargs)
        except ResponseGone as error:
            raise Http404 from error
        messages.success(request, _("%(response)s is deleted.") % {"response": name})
        return redirect(self.index_url_name)
