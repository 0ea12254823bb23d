"""What an officer types of what was said at an event: note by note, or from a document."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultations.analysis.note_services import LONGEST_TABLE, Note
from consultations.surveys.models import Question
from engage.core.sanitise import plain_words

LONGEST_NOTE = 4000
LONGEST_DOCUMENT = 100_000
MOST_NOTES = 200
MOST_PEOPLE = 1000
# What stands before an item of a list in a document: a sign, or a number or letter with a dot or bracket.
LIST_SIGN = re.compile(r"^\s*(?:[-*•·–—▪◦o]\s+|\(?\d{1,3}[.)]\s+|\(?[a-z][.)]\s+)")
BLANK_LINE = re.compile(r"\n[ \t]*\n")


def split_into_notes(text: str) -> list[str]:
    """The paragraphs of a pasted document: each item of a list is one, its sign left out; line breaks join.

    Where the document has neither blank lines nor lists, each of its lines is one.
    """
    text = plain_words(text).replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    has_paragraphs = BLANK_LINE.search(text) or any(LIST_SIGN.match(line) for line in text.split("\n"))
    if not has_paragraphs:
        return [line.strip() for line in text.split("\n") if line.strip()]
    notes = []
    for block in BLANK_LINE.split(text):
        lines: list[str] = []
        for line in block.split("\n"):
            if LIST_SIGN.match(line) and lines:
                notes.append(" ".join(lines))
                lines = []
            lines.append(LIST_SIGN.sub("", line).strip())
        notes.append(" ".join(lines))
    return [note.strip() for note in notes if note.strip()]


class QuestionField(forms.ModelChoiceField):
    """The questions of notes, below the names of their surveys."""

    def label_from_instance(self, question: Question) -> str:
        return f"{question.page.title}: {question.wording}"


class _WhereForm(forms.Form):
    """To which question the notes belong, and who sat where."""

    question = QuestionField(
        label=gettext_lazy("Question that was talked about"),
        queryset=Question.objects.none(),
        empty_label=None,
        widget=forms.Select(attrs={"class": "engage-select"}),
    )
    table = forms.CharField(
        label=gettext_lazy("Table or group"),
        required=False,
        max_length=LONGEST_TABLE,
        help_text=gettext_lazy("For example: Table 3. You can leave it empty. Write no names."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, questions: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["question"]
        field.queryset = questions

    def clean_table(self) -> str:
        return plain_words(self.cleaned_data["table"]).strip()


class NoteForm(_WhereForm):
    """One note."""

    key = forms.CharField(required=False, widget=forms.HiddenInput)
    words = forms.CharField(
        label=gettext_lazy("What was said"),
        max_length=LONGEST_NOTE,
        help_text=gettext_lazy("One thing a note. No names of people."),
        widget=forms.Textarea(attrs={"rows": 3, "autofocus": True, "data-next-note": True}),
        error_messages={"required": gettext_lazy("Write what was said.")},
    )
    people = forms.IntegerField(
        label=gettext_lazy("How many people said it"),
        required=False,
        min_value=1,
        max_value=MOST_PEOPLE,
        help_text=gettext_lazy("Empty when nobody counted: then the note counts no people."),
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )

    def clean_words(self) -> str:
        return plain_words(self.cleaned_data["words"]).strip()

    def note(self) -> Note:
        """The note of a valid form."""
        data = self.cleaned_data
        return Note(question=data["question"], words=data["words"], people=data["people"], table=data["table"])


class PasteForm(_WhereForm):
    """Notes from a document, all about one question."""

    document = forms.CharField(
        label=gettext_lazy("Text of the document"),
        max_length=LONGEST_DOCUMENT,
        help_text=gettext_lazy(
            "Each paragraph and each item of a list becomes a note. You check them before they are stored."
        ),
        widget=forms.Textarea(attrs={"rows": 14}),
        error_messages={"required": gettext_lazy("Paste the text first.")},
    )

    def clean_document(self) -> str:
        text: str = self.cleaned_data["document"]
        notes = split_into_notes(text)
        if not notes:
            raise forms.ValidationError(_("Paste the text first."))
        if len(notes) > MOST_NOTES:
            raise forms.ValidationError(
                _("This has %(count)d paragraphs. Paste at most %(most)d at once.")
                % {"count": len(notes), "most": MOST_NOTES}
            )
        return text


class CheckedNoteForm(forms.Form):
    """One of the paragraphs of a document, before it is stored."""

    keep = forms.BooleanField(label=gettext_lazy("Store it"), required=False)
    words = forms.CharField(
        label=gettext_lazy("What was said"),
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    people = forms.IntegerField(
        label=gettext_lazy("How many people said it"),
        required=False,
        min_value=1,
        max_value=MOST_PEOPLE,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("keep") and not self.errors and not plain_words(cleaned["words"]).strip():
            self.add_error("words", _("Write what was said, or do not store it."))
        return cleaned


CheckedNotes = forms.formset_factory(CheckedNoteForm, extra=0, max_num=MOST_NOTES, absolute_max=MOST_NOTES)
