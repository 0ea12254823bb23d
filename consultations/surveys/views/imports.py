"""Imports in the admin: which there were, one of them, and taking one back."""

from django.core.paginator import Paginator
from django.db.models import Count
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from consultations.surveys.models import ImportDraft, Response, ResponseImport
from consultations.surveys.services.imports import (
    AlreadyUndone,
    responses_left,
    undo_import,
    what_hangs_on,
    withheld_responses,
)

A_PAGE = 50


class ImportsMixin(PermissionCheckedMixin):
    """For those who may import."""

    model = Response
    permission_required = "import"
    header_icon = "upload"

    def get_breadcrumbs_items(self):
        listing = {"url": reverse("imports:index"), "label": _("Imports")}
        return [*self.breadcrumbs_items, listing, {"url": "", "label": self.get_page_title()}]


class ImportListView(ImportsMixin, WagtailAdminTemplateMixin, TemplateView):
    """All imports, the newest first: who, when, which file, how many rows."""

    template_name = "surveys/admin/imports.html"
    page_title = gettext_lazy("Imports")

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        imports = ResponseImport.objects.select_related("survey", "made_by").annotate(left=Count("rows__response"))
        page = Paginator(imports.order_by("-made_at", "-pk"), A_PAGE).get_page(self.request.GET.get("p"))
        mine = ImportDraft.objects.current().filter(made_by=self.request.user, batch=None).select_related("survey")
        drafts = mine.defer("packed").order_by("-made_at")
        return super().get_context_data(**kwargs, imports=page, drafts=drafts)


class BatchMixin(ImportsMixin):
    """One import."""

    @cached_property
    def batch(self) -> ResponseImport:
        imports = ResponseImport.objects.select_related("survey", "made_by", "undone_by")
        return get_object_or_404(imports, pk=self.kwargs["pk"])


class ImportView(BatchMixin, WagtailAdminTemplateMixin, TemplateView):
    """What one import brought."""

    template_name = "surveys/admin/import.html"

    def get_page_title(self):
        return str(self.batch)

    def get_context_data(self, **kwargs):
        # The file is kept for a day while some of its rows were wrong, so that they can be taken away.
        kept = ImportDraft.objects.current().filter(batch=self.batch, made_by=self.request.user).exclude(packed=b"")
        return super().get_context_data(
            **kwargs, batch=self.batch, left=responses_left(self.batch), draft=kept.defer("packed").first()
        )


class UndoImportView(BatchMixin, WagtailAdminTemplateMixin, TemplateView):
    """Take an import back: first what goes with it, then, by POST, the deed."""

    template_name = "surveys/admin/undo_import.html"
    page_title = gettext_lazy("Undo this import")
    header_icon = "rotate"

    def get_context_data(self, **kwargs):
        left, withheld = responses_left(self.batch), withheld_responses(self.batch)
        return super().get_context_data(
            **kwargs,
            batch=self.batch,
            going=left - withheld,
            withheld=withheld,
            hanging=what_hangs_on(self.batch),
        )

    def post(self, request, *args, **kwargs):
        try:
            number = undo_import(batch=self.batch, by=request.user)
        except AlreadyUndone:
            messages.warning(request, _("Nothing of this import is there any more."))
            return redirect("imports:inspect", self.batch.pk)
        message = ngettext("%(number)d response is deleted.", "%(number)d responses are deleted.", number)
        messages.success(request, message % {"number": number})
        return redirect("imports:inspect", self.batch.pk)
