"""Importing a set of pictures in the admin: check the ZIP file, look at what it would do, import it."""

from typing import Any

from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.cache import never_cache
from wagtail.models import Collection
from wagtail.permissions import policy_registry

from engage.core.middleware import no_inline_scripts
from engage.images.import_forms import ImportForm
from engage.images.importing import waiting
from engage.images.importing.checking import Report, check_pictures
from engage.images.importing.sources import UnusableSource, ZipSource
from engage.images.models import CustomImage
from engage.images.services.importing import Imported, ImportRefused, import_pictures

SALT = "engage.images.import"
MOST_SHOWN = 200
TEMPLATE = "images/admin/import.html"


@method_decorator([never_cache, no_inline_scripts], name="dispatch")
class ImportView(View):
    """GET shows the form. POST checks a ZIP file; POST with the ``ticket`` of a checked one imports it."""

    http_method_names = ["get", "head", "post"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not policy_registry.get_by_type(CustomImage).user_has_permission(request.user, "add"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._show(ImportForm(user=request.user))

    def post(self, request: HttpRequest) -> HttpResponse:
        if "ticket" in request.POST:
            return self._import(request.POST["ticket"])
        form = ImportForm(request.POST, request.FILES, user=request.user)
        if not form.is_valid():
            return self._show(form)
        upload = form.cleaned_data["file"]
        try:
            report = check_pictures(source=ZipSource(upload), name=form.cleaned_data["name"], user=request.user)
        except UnusableSource as error:
            form.add_error("file", str(error))
            return self._show(form)
        if report.problems:
            return self._show(form, report)
        upload.seek(0)
        key = waiting.keep(upload.chunks())
        values = [key, request.user.pk, report.name, form.cleaned_data["collection"].pk]
        return self._show(form, report, ticket=signing.dumps(values, salt=SALT))

    def _import(self, ticket: str) -> HttpResponse:
        try:
            key, user, name, collection = signing.loads(ticket, salt=SALT, max_age=waiting.KEPT_SECONDS)
        except signing.BadSignature:
            return self._gone()
        path = waiting.find(key)
        allowed = policy_registry.get_by_type(CustomImage).collections_user_has_permission_for(self.request.user, "add")
        place = allowed.filter(pk=collection).first()
        if path is None or place is None or user != self.request.user.pk:
            return self._gone()
        return self._write(key, name, place)

    def _write(self, key: str, name: str, place: Collection) -> HttpResponse:
        path = waiting.find(key)
        if path is None:
            return self._gone()
        try:
            with path.open("rb") as file:
                done = import_pictures(source=ZipSource(file), name=name, collection=place, user=self.request.user)
        except ImportRefused as refused:
            return self._show(ImportForm(user=self.request.user, initial={"name": name}), refused.report)
        except UnusableSource:
            return self._gone()
        waiting.forget(key)
        messages.success(self.request, imported_words(done))
        return redirect(reverse("wagtailimages:index"))

    def _gone(self) -> HttpResponse:
        messages.error(self.request, _("The checked file is gone. Choose it again. Nothing was imported."))
        return redirect("pictures:import")

    def _show(self, form: ImportForm, report: Report | None = None, ticket: str = "") -> HttpResponse:
        problems = report.problems if report else []
        return render(
            self.request,
            TEMPLATE,
            {
                "form": form,
                "report": report,
                "ticket": ticket,
                "problems": problems[:MOST_SHOWN],
                "more_problems": max(0, len(problems) - MOST_SHOWN),
                "examples": report.checked[:12] if report else [],
                "changed": len(report.changing) if report else 0,
                "header_title": _("Import pictures"),
                "breadcrumbs_items": [
                    {"url": reverse("wagtailadmin_home"), "label": _("Home")},
                    {"url": "", "label": _("Import pictures")},
                ],
                "header_icon": "image",
            },
        )


def imported_words(done: Imported) -> str:
    """What an import did, in one sentence."""
    return _("Imported: %(new)s new, %(changed)s changed, %(same)s as they were.") % vars(done)
