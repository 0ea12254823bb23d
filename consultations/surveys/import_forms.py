"""What an officer gives and decides while answers are imported from a spreadsheet."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultations.models import ConsultationPage
from consultations.surveys.importing.dates import DAY_FIRST, MONTH_FIRST
from consultations.surveys.importing.errors import NotReadable
from consultations.surveys.importing.folding import folded
from consultations.surveys.importing.limits import LARGEST_FILE
from consultations.surveys.importing.plans import Plan
from consultations.surveys.importing.reading import Sheet, read_file
from consultations.surveys.importing.targets import question_targets, response_targets
from consultations.surveys.importing.vocabulary import Vocabulary
from consultations.surveys.models import Question, SurveyPage
from consultations.surveys.services.imports import may_import
from engage.core.languages import sources
from engage.core.sanitise import plain_words

EXAMPLES = 3
# Of one question; where a file has more, its column was probably taken for another.
MOST_WORDS = 60


def surveys_for_imports() -> QuerySet[SurveyPage]:
    """Published surveys whose answers may be imported now."""
    open_ones = [one.path for one in sources(ConsultationPage.objects.live()) if may_import(one)]
    keys = [
        key
        for key, path in sources(SurveyPage.objects.live()).values_list("pk", "path")
        if any(path.startswith(one) for one in open_ones)
    ]
    return SurveyPage.objects.filter(pk__in=keys).order_by("title")


class StartImportForm(forms.Form):
    """The file, the survey that its answers belong to, and where they come from."""

    survey = forms.ModelChoiceField(
        label=gettext_lazy("Survey"),
        queryset=SurveyPage.objects.none(),
        empty_label=gettext_lazy("Choose the survey"),
        widget=forms.Select(attrs={"class": "engage-select"}),
        error_messages={"required": gettext_lazy("Choose the survey that the answers belong to.")},
    )
    origin = forms.CharField(
        label=gettext_lazy("Where the answers come from"),
        max_length=160,
        help_text=gettext_lazy(
            "For example: Parent Carer Forum, online form. "
            "Write the same words when you import a newer file of the same form."
        ),
        error_messages={"required": gettext_lazy("Say where the answers come from.")},
    )
    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("CSV or XLSX, at most 20 MB and 10,000 rows. The first row has the headings."),
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx,.xlsm"}),
        error_messages={
            "required": gettext_lazy("Choose the file."),
            "empty": gettext_lazy("This file is empty. Choose another."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["survey"]).queryset = surveys_for_imports()
        self.sheets: list[Sheet] = []
        self.file_name = ""

    def clean_origin(self) -> str:
        origin = " ".join(plain_words(self.cleaned_data["origin"]).split())
        if not origin:
            raise ValidationError(_("Say where the answers come from."))
        return origin

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        self.file_name = plain_words(PurePath(file.name).name)[-200:]
        try:
            # One more byte than may be, so that a file that is too large is not read whole.
            self.sheets = read_file(file.read(LARGEST_FILE + 1))
        except NotReadable as error:
            raise ValidationError(str(error)) from error
        return file


class ColumnsForm(forms.Form):
    """What each column of a sheet is."""

    dates = forms.ChoiceField(
        label=gettext_lazy("How days are written"),
        choices=[
            (DAY_FIRST, gettext_lazy("Day first: 31/03/2026")),
            (MONTH_FIRST, gettext_lazy("Month first: 03/31/2026")),
        ],
        widget=forms.Select(attrs={"class": "engage-select"}),
        help_text=gettext_lazy("Days such as 2026-03-31 are understood in both."),
    )

    def __init__(self, *args: Any, sheet: Sheet, questions: Sequence[Question], plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sheet = sheet
        self.fields["dates"].initial = plan.dates
        choices = _target_choices(questions)
        for number in range(len(sheet.headings)):
            self.fields[f"column-{number}"] = forms.ChoiceField(
                choices=choices,
                required=False,
                initial=plan.columns.get(number, ""),
                widget=forms.Select(attrs={"class": "engage-select"}),
            )

    def rows(self) -> Iterator[dict]:
        """Each column: its heading, a few of its values and the list of what it can be."""
        for number, heading in enumerate(self.sheet.headings):
            values = (cells[number] for _line, cells in self.sheet.rows[:200] if cells[number])
            yield {
                "number": number + 1,
                "heading": heading,
                "examples": list(dict.fromkeys(values))[:EXAMPLES],
                "field": self[f"column-{number}"],
            }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        taken: dict[str, int] = {}
        for number, target in self.columns.items():
            if target in taken:
                other = self.sheet.headings[taken[target]] or taken[target] + 1
                message = _("Column “%(other)s” is this already. Choose another, or leave one of them out.")
                self.add_error(f"column-{number}", message % {"other": other})
            taken.setdefault(target, number)
        if not any(target.startswith("question:") for target in taken):
            raise ValidationError(_("Say at least for one column to which question it belongs."))
        return cleaned

    @property
    def columns(self) -> dict[int, str]:
        """The targets of a valid form, by the column's number."""
        found = {}
        for number in range(len(self.sheet.headings)):
            target = self.cleaned_data.get(f"column-{number}", "")
            if target:
                found[number] = target
        return found


def _target_choices(questions: Sequence[Question]) -> list:
    response = [(target.key, target.label) for target in response_targets()]
    choices: list = [("", _("Leave this column out")), (_("About the response"), response)]
    for number, question in enumerate(questions, start=1):
        heading = f"{number}. {question.wording}"
        whole, *parts = question_targets(question)
        # The list shows only what is chosen, so each says which question it belongs to.
        options = [(whole.key, heading), *((part.key, f"{number}. {part.label}") for part in parts)]
        choices.append((heading, options))
    return choices


@dataclass(frozen=True)
class Word:
    """A word of the file with how often it is there, and the list of what it can mean."""

    text: str
    count: int
    known: bool
    vocabulary: Vocabulary
    name: str
    meaning: str


class WordsForm(forms.Form):
    """What the words of a file mean, for each question: first those that nobody has told Engage about."""

    def __init__(self, *args: Any, counted: Sequence[tuple[Vocabulary, Counter]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.groups = [_group(vocabulary, counts) for vocabulary, counts in counted]
        for word in self.words():
            self.fields[word.name] = forms.ChoiceField(
                choices=[("", _("Not an answer")), *word.vocabulary.options],
                required=False,
                initial=word.meaning,
                widget=forms.Select(attrs={"class": "engage-select"}),
            )

    def words(self) -> Iterator[Word]:
        for group in self.groups:
            yield from group["unknown"]
            yield from group["known"]

    def shown(self) -> Iterator[dict]:
        """The vocabularies with a list for each word; those with unknown words first."""
        for group in sorted(self.groups, key=lambda one: not one["unknown"]):
            rows = {name: [(word, self[word.name]) for word in group[name]] for name in ("unknown", "known")}
            if rows["unknown"] or rows["known"]:
                yield {**group, **rows}

    def decided(self) -> dict[str, dict[str, str]]:
        """What a valid form says otherwise than Engage had it, by vocabulary and folded word."""
        found: dict[str, dict[str, str]] = {}
        for word in self.words():
            meaning = self.cleaned_data.get(word.name, "")
            if meaning and (meaning != word.meaning or not word.known):
                found.setdefault(word.vocabulary.key, {})[folded(word.text)] = meaning
        return found


def _group(vocabulary: Vocabulary, counts: Counter) -> dict:
    """The words of one question, the same word in other letters once; empty cells stand for themselves."""
    together: dict[str, tuple[str, int]] = {}
    for text, count in counts.most_common():
        if text:
            first, before = together.get(folded(text), (text, 0))
            together[folded(text)] = (first, before + count)
    words = [_word(vocabulary, text, count) for text, count in together.values()]
    unknown = [word for word in words if not word.known]
    known = [word for word in words if word.known]
    return {
        "title": vocabulary.title,
        "unknown": unknown[:MOST_WORDS],
        "known": known[:MOST_WORDS],
        "more": max(0, len(unknown) - MOST_WORDS),
    }


def _word(vocabulary: Vocabulary, text: str, count: int) -> Word:
    digest = hashlib.sha256(f"{vocabulary.key}\n{folded(text)}".encode()).hexdigest()
    name, meaning = f"word-{digest[:20]}", vocabulary.meaning(text)
    return Word(text, count, vocabulary.is_known(text), vocabulary, name, meaning)


def unknown_words(counted: Sequence[tuple[Vocabulary, Counter]]) -> bool:
    """Whether the file has a word that nobody has told Engage about."""
    return any(not vocabulary.is_known(text) for vocabulary, counts in counted for text in counts if text)
