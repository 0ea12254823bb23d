"""The steps of an import: the file, its columns, its words, the check. Nothing is stored before the last."""

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views import View
from django.views.generic import TemplateView
from django.views.generic.edit import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from consultations.surveys.import_forms import ColumnsForm, StartImportForm, WordsForm, unknown_words
from consultations.surveys.importing.checking import Checked, check_draft, questions_of, sheet_of
from consultations.surveys.importing.examples import example_rows
from consultations.surveys.importing.plans import Plan
from consultations.surveys.importing.records import RecordReader
from consultations.surveys.importing.wrong_rows import wrong_rows
from consultations.surveys.models import ImportDraft
from consultations.surveys.services.imports import (
    ImportsClosed,
    NotAsChecked,
    NothingToImport,
    choose_sheet,
    drop_draft,
    import_rows,
    keep_columns,
    keep_words,
    start_import,
)
from engage.core.exports import csv_response

from .imports import ImportsMixin

PROBLEMS_SHOWN = 100


class StepMixin(ImportsMixin, WagtailAdminTemplateMixin):
    """A page of the way; ``step`` is its number from 1."""

    page_title = gettext_lazy("Import answers")
    step = 1

    def get_context_data(self, **kwargs):
        steps = [_("File"), _("Columns"), _("Words"), _("Check")]
        return super().get_context_data(**kwargs, steps=list(enumerate(steps, start=1)), step=self.step)


class DraftMixin(ImportsMixin):
    """The file that this officer brought; everybody else's, and one that is forgotten, is not there."""

    @property
    def drafts(self) -> QuerySet[ImportDraft]:
        return ImportDraft.objects.current().filter(made_by=self.request.user).select_related("survey", "batch")

    @cached_property
    def draft(self) -> ImportDraft:
        return self.drafts.get(pk=self.kwargs["pk"])

    def dispatch(self, request, *args, **kwargs):
        if not self.user_has_permission(self.permission_required):
            return super().dispatch(request, *args, **kwargs)
        if not self.drafts.filter(pk=kwargs["pk"]).exists():
            messages.warning(request, _("This file is not kept any more. Please choose it again."))
            return redirect("imports:start")
        if self.draft.batch and not self.after_import:
            return redirect("imports:inspect", self.draft.batch_id)
        return super().dispatch(request, *args, **kwargs)

    # Whether it works on a file whose rows were imported.
    after_import = False

    @cached_property
    def sheet(self):
        return sheet_of(self.draft)

    @cached_property
    def questions(self):
        return questions_of(self.draft.survey)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs, draft=self.draft)


class StartView(StepMixin, FormView):
    """Step 1: which survey, which file."""

    form_class = StartImportForm
    template_name = "surveys/admin/import_start.html"

    def get_initial(self):
        return {"survey": self.request.GET.get("survey", "")}

    def form_valid(self, form):
        try:
            draft = start_import(
                survey=form.cleaned_data["survey"],
                by=self.request.user,
                origin=form.cleaned_data["origin"],
                file_name=form.file_name,
                sheets=form.sheets,
            )
        except ImportsClosed:
            form.add_error("survey", _("Answers to this survey cannot be imported now."))
            return self.form_invalid(form)
        return redirect("imports:columns", draft.pk)


class SheetView(DraftMixin, View):
    """Take another sheet of a file that has several."""

    http_method_names = ["post"]

    def post(self, request, pk: int):
        number, count = request.POST.get("sheet", ""), len(self.draft.unpack())
        if number.isascii() and number.isdecimal() and len(number) < 5 and int(number) < count:
            choose_sheet(draft=self.draft, number=int(number))
        return redirect("imports:columns", pk)


class ColumnsView(DraftMixin, StepMixin, FormView):
    """Step 2: what each column is."""

    form_class = ColumnsForm
    template_name = "surveys/admin/import_columns.html"
    step = 2

    def get_form_kwargs(self):
        more = {"sheet": self.sheet, "questions": self.questions, "plan": Plan.from_plain(self.draft.plan)}
        return {**super().get_form_kwargs(), **more}

    def get_context_data(self, **kwargs):
        names = [name for name, *_rest in self.draft.unpack()]
        return super().get_context_data(**kwargs, sheets=list(enumerate(names)), rows=len(self.sheet.rows))

    def form_valid(self, form):
        keep_columns(draft=self.draft, columns=form.columns, dates=form.cleaned_data["dates"])
        reader = RecordReader(self.questions, Plan.from_plain(self.draft.plan), timezone.now())
        asks = unknown_words(reader.count_words(self.sheet.rows))
        return redirect("imports:words" if asks else "imports:check", self.draft.pk)


class WordsView(DraftMixin, StepMixin, FormView):
    """Step 3: what the words of the file mean."""

    form_class = WordsForm
    template_name = "surveys/admin/import_words.html"
    step = 3

    def get_form_kwargs(self):
        reader = RecordReader(self.questions, Plan.from_plain(self.draft.plan), timezone.now())
        return {**super().get_form_kwargs(), "counted": reader.count_words(self.sheet.rows)}

    def form_valid(self, form):
        keep_words(draft=self.draft, decided=form.decided())
        return redirect("imports:check", self.draft.pk)


class CheckView(DraftMixin, StepMixin, TemplateView):
    """Step 4: what would happen, row by row. Pressing the button makes it happen."""

    template_name = "surveys/admin/import_check.html"
    step = 4

    @cached_property
    def checked(self) -> Checked:
        return check_draft(self.draft)

    def get(self, request, *args, **kwargs):
        checked = self.checked
        problems = [(row.line, checked.heading(one.column), one) for row in checked.wrong for one in row.problems]
        context = self.get_context_data(
            checked=checked,
            problems=problems[:PROBLEMS_SHOWN],
            more=max(0, len(problems) - PROBLEMS_SHOWN),
            examples=example_rows(checked),
        )
        return self.render_to_response(context)

    def post(self, request, *args, **kwargs):
        try:
            batch = import_rows(draft=self.draft, by=request.user, fingerprint=request.POST.get("checked", ""))
        except NotAsChecked:
            messages.warning(request, _("Something has changed since you looked. Please look again, then import."))
            return redirect("imports:check", self.draft.pk)
        except NothingToImport:
            messages.warning(request, _("There is no row to import."))
            return redirect("imports:check", self.draft.pk)
        except ImportsClosed:
            messages.error(request, _("Answers to this survey cannot be imported now."))
            return redirect("imports:index")
        message = ngettext("%(number)d response is imported.", "%(number)d responses are imported.", batch.added)
        messages.success(request, message % {"number": batch.added})
        return redirect("imports:inspect", batch.pk)


class WrongRowsView(DraftMixin, View):
    """The wrong rows as a CSV file: line, what is wrong, and the cells as they were."""

    http_method_names = ["get", "head"]
    after_import = True

    def get(self, request, pk: int):
        if not self.draft.packed:
            return redirect("imports:inspect", self.draft.batch_id)
        name = f"wrong-rows-{timezone.localdate():%Y-%m-%d}.csv"
        return csv_response(wrong_rows(check_draft(self.draft)), filename=name)


class DropView(DraftMixin, View):
    """Forget the file: nothing of it is imported."""

    http_method_names = ["post"]

    def post(self, request, pk: int) -> HttpResponse:
        drop_draft(draft=self.draft)
        messages.success(request, _("The file is forgotten. Nothing was imported."))
        return redirect(reverse("imports:index"))
