"""Event notes: which event, note after note, and the paragraphs of a document."""

import re

from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views import View
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from consultations.analysis.note_forms import CheckedNotes, NoteForm, PasteForm, split_into_notes
from consultations.analysis.note_services import (
    LONGEST_TABLE,
    Note,
    NotTheirNote,
    may_undo,
    name_of,
    notes_of,
    questions_for_notes,
    record_note,
    record_notes,
    undo_note,
)
from consultations.events.models import ListeningEventPage
from consultations.surveys.models import Answer, Response
from consultations.surveys.services.retention import LeadMustDecide, ResponseGone
from consultations.surveys.views.device import is_key, new_key
from engage.core.languages import sources
from engage.core.sanitise import plain_words

LATEST = 20
# A longer one is no number of a row: databases refuse it with an error.
NUMBER = re.compile("[0-9]{1,18}")


class NoteMixin(PermissionCheckedMixin):
    """For those who may type in what people said elsewhere."""

    model = Response
    permission_required = "enter"


class NoteEventsView(NoteMixin, WagtailAdminTemplateMixin, TemplateView):
    """The events that have begun, the latest first."""

    template_name = "analysis/note_events.html"
    page_title = gettext_lazy("Event notes")
    header_icon = "edit"

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        begun = ListeningEventPage.objects.live().filter(starts_at__lte=timezone.now()).order_by("-starts_at", "pk")
        rows = [{"event": event, "notes": notes_of(event).count()} for event in sources(begun)]
        return super().get_context_data(**kwargs, rows=rows)


class EventNotesMixin(NoteMixin, WagtailAdminTemplateMixin):
    """The notes of one event that has begun."""

    header_icon = "edit"

    @cached_property
    def event(self):
        events = sources(ListeningEventPage.objects.live().filter(starts_at__lte=timezone.now()))
        event = events.filter(pk=self.kwargs["pk"]).first()
        if event is None:
            raise Http404
        return event

    @cached_property
    def questions(self):
        return questions_for_notes(self.event)

    def get_page_title(self):
        return self.event.title

    def get_breadcrumbs_items(self):
        listing = {"url": reverse("event_notes:index"), "label": _("Event notes")}
        return [*self.breadcrumbs_items, listing, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs, event=self.event, has_questions=self.questions.exists())

    def sent_key(self):
        key = self.request.POST.get("key", "")
        return key if is_key(key) else new_key()


class NotesView(EventNotesMixin, TemplateView):
    """One note after the other: question and table stay, the cursor stands in the words."""

    template_name = "analysis/notes.html"

    def get(self, request, *args, **kwargs):
        initial = {"question": request.GET.get("question"), "table": request.GET.get("table", "")[:LONGEST_TABLE]}
        form = NoteForm(initial={**initial, "key": new_key()}, questions=self.questions)
        return self.render_to_response(self.get_context_data(form=form))

    def post(self, request, *args, **kwargs):
        form = NoteForm(request.POST, questions=self.questions)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        note = form.note()
        record_note(event=self.event, note=note, by=request.user, key=self.sent_key())
        messages.success(request, _("The note is stored. Write the next."))
        kept = urlencode({"question": note.question.pk, "table": note.table})
        return redirect(f"{reverse('event_notes:event', args=[self.event.pk])}?{kept}")

    def get_context_data(self, **kwargs):
        answers = Prefetch("answers", queryset=Answer.objects.usable().select_related("question__statement"))
        latest = list(notes_of(self.event).prefetch_related(answers)[:LATEST])
        for response in latest:
            response.may_undo = may_undo(response, self.request.user)
            response.table = response.source_detail.removeprefix(name_of(self.event)).strip(" ·")
        number = notes_of(self.event).count()
        return super().get_context_data(**kwargs, latest=latest, number=number)


class PasteView(EventNotesMixin, TemplateView):
    """A document becomes notes. First it is shown as notes; nothing is stored until they were checked."""

    template_name = "analysis/notes_paste.html"

    def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data(form=PasteForm(questions=self.questions)))

    def post(self, request, *args, **kwargs):
        form = PasteForm(request.POST, questions=self.questions)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        if request.POST.get("go") != "store":
            initial = [{"keep": True, "words": words} for words in split_into_notes(form.cleaned_data["document"])]
            return self._check(form, CheckedNotes(initial=initial), new_key())
        checked = CheckedNotes(request.POST)
        if not checked.is_valid():
            return self._check(form, checked, self.sent_key())
        question, table = form.cleaned_data["question"], form.cleaned_data["table"]
        notes = [
            Note(question=question, words=plain_words(row["words"]).strip(), people=row["people"], table=table)
            for row in checked.cleaned_data
            if row.get("keep")
        ]
        stored = record_notes(event=self.event, notes=notes, by=request.user, key=self.sent_key())
        words = ngettext("%(count)d note is stored.", "%(count)d notes are stored.", len(stored))
        messages.success(request, words % {"count": len(stored)})
        return redirect("event_notes:event", self.event.pk)

    def _check(self, form, checked, key):
        return self.render_to_response(self.get_context_data(form=form, checked=checked, key=key))


class UndoNoteView(NoteMixin, View):
    """Take back a note of one's own, on the day it was written."""

    http_method_names = ["post"]

    def post(self, request, pk: int):
        response = Response.objects.sent().filter(pk=pk).first()
        typed = request.POST.get("event", "")
        event = ListeningEventPage.objects.filter(pk=typed).first() if NUMBER.fullmatch(typed) else None
        if response is None or event is None:
            raise Http404
        try:
            undo_note(response=response, by=request.user)
        except NotTheirNote:
            raise PermissionDenied from None
        except ResponseGone:
            raise Http404 from None
        except LeadMustDecide:
            messages.warning(request, _("The safeguarding lead has this note. It stays."))
        else:
            messages.success(request, _("The note is deleted."))
        return redirect("event_notes:event", event.pk)
