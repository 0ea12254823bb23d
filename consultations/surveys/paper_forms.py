"""One paper on one page in the admin: all questions, through the same forms as the public journey."""

from dataclasses import dataclass
from datetime import date

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultations.surveys.about import AboutValues, about_parts
from consultations.surveys.enums import (
    MOST_RANKS,
    AnsweredBy,
    AnswerState,
    QuestionKind,
)
from consultations.surveys.forms import AboutForm, WhoForm
from consultations.surveys.models import Question, SurveyPage
from consultations.surveys.question_forms import QuestionForm, form_for
from consultations.surveys.services.given import Given
from engage.core.sanitise import plain_words

# The letter that chooses each of the answers under a question: browsers go to the entry that begins with it.
OTHER_LETTERS = {
    AnswerState.DO_NOT_KNOW: "K",
    AnswerState.DO_NOT_UNDERSTAND: "U",
    AnswerState.DO_NOT_WANT_TO_SAY: "W",
}


class PaperHeadForm(forms.Form):
    """What is known of the paper itself."""

    place = forms.CharField(
        label=gettext_lazy("Where the papers come from"),
        required=False,
        max_length=160,
        help_text=gettext_lazy("For example: Youth club in March. It is kept for the next paper."),
    )
    written_on = forms.DateField(
        label=gettext_lazy("Date on the paper"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=gettext_lazy("You can leave it empty."),
        error_messages={"invalid": gettext_lazy("Write the date like this: 2026-03-31. Or leave it empty.")},
    )

    def __init__(self, *args, opened_on: date | None = None, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.opened_on = opened_on

    def clean_place(self) -> str:
        return plain_words(self.cleaned_data["place"]).strip()

    def clean_written_on(self) -> date | None:
        day = self.cleaned_data["written_on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("This day has not come yet."))
        if day and self.opened_on and day < self.opened_on:
            raise forms.ValidationError(_("The survey was not open yet on this day."))
        return day


@dataclass
class PaperRow:
    """One question on the page: its bound form, and what its template shows."""

    number: int
    question: Question
    form: QuestionForm

    @property
    def has_list(self) -> bool:
        """Whether its answer is one entry of a list: a score or one choice, with the others in it."""
        return self.form.has_one_group

    @property
    def kind(self) -> str:
        """How the answer is typed in: list, ticks, order or words."""
        if self.has_list:
            return "list"
        kinds = {QuestionKind.SEVERAL_CHOICES: "ticks", QuestionKind.TOP_THREE: "order"}
        return kinds.get(QuestionKind(self.question.kind), "words")

    @property
    def errors(self) -> list[str]:
        return [str(message) for messages in self.form.errors.values() for message in messages]

    @property
    def name(self) -> str:
        return self.form.add_prefix("answer")

    @property
    def instead_name(self) -> str:
        return self.form.add_prefix("instead")

    @property
    def options(self) -> list[dict]:
        """The answers in the order of the paper, each beginning with the figure that chooses it."""
        scores = [(str(score), words) for score, words, _face in self.question.steps]
        if self.question.kind == QuestionKind.HOW_MUCH:
            numbered = [(value, value) for value, _words in scores]
        else:
            offered = scores or [(str(choice.pk), choice.text) for choice in self.question.asked_choices]
            numbered = [(value, f"{place} {words}") for place, (value, words) in enumerate(offered, start=1)]
        return self._marked(numbered)

    @property
    def others(self) -> list[dict]:
        offered = [
            (state.value, f"{OTHER_LETTERS[state]}: {state.label}") for state, _picture in self.question.other_answers
        ]
        return self._marked(offered)

    @property
    def places(self) -> list[dict]:
        """The 3 places of a top three, each with the choices."""
        chosen = [value for value in self.form["answer"].value() or [] if value]
        return [
            {
                "place": place,
                "options": [
                    {**option, "chosen": len(chosen) >= place and option["value"] == chosen[place - 1]}
                    for option in self.options
                ],
            }
            for place in range(1, MOST_RANKS + 1)
        ]

    def _marked(self, offered: list[tuple]) -> list[dict]:
        chosen = self.form.chosen()
        return [{"value": value, "label": label, "chosen": value in chosen} for value, label in offered]


class PaperForms:
    """All forms of one paper. Whatever is wrong in one of them, the page keeps what was typed in all."""

    def __init__(
        self, survey: SurveyPage, questions: list[Question], *, data: QueryDict | None = None, place: str = ""
    ):
        data = None if data is None else without_blanks(data)
        opens_at = survey.consultation.opens_at
        opened_on = timezone.localdate(opens_at) if opens_at else None
        self.survey = survey
        self.head = PaperHeadForm(data, initial={"place": place}, opened_on=opened_on)
        self.who = WhoForm(data)
        self.parts = about_parts(survey)
        self.about = AboutForm(data, parts=self.parts)
        self.rows = [
            PaperRow(number, question, form_for(question, data=data, prefix=question.key))
            for number, question in enumerate(questions, start=1)
        ]
        self.is_empty = False

    def is_valid(self) -> bool:
        """Whether all is right and at least one thing stands on the paper."""
        everything = [self.head, self.who, self.about, *(row.form for row in self.rows)]
        # Each form is asked, also after one that is wrong: its errors stand on the page.
        valid = [form for form in everything if form.is_valid()] == everything
        self.is_empty = valid and not any(given.state != AnswerState.LEFT_OUT for given in self.answers())
        return valid and not self.is_empty

    def answers(self) -> list[Given]:
        """The answers of valid forms."""
        return [row.form.given() for row in self.rows]

    def about_values(self) -> AboutValues:
        """Who answered, and what the person says of themselves where the survey asks."""
        return {**self.about.values(), "answered_by": self.who.cleaned_data["answered_by"]}

    @property
    def problems(self) -> list[dict]:
        """The questions with an error, for the list at the top."""
        return [{"target": f"paper-{row.question.key}", "message": one} for row in self.rows for one in row.errors]

    @property
    def lists_about(self) -> list[dict]:
        """The lists about the person, in the order of the paper."""
        asked: list[tuple[forms.Form, str, str, list, bool]] = [
            (self.who, "answered_by", _("Who is answering?"), AnsweredBy.choices, False)
        ]
        asked += [(self.about, part.name, part.title, part.choices, part.several) for part in self.parts]
        return [
            {
                "name": name,
                "label": label,
                "several": several,
                "options": [
                    {"value": value, "label": f"{place} {words}", "chosen": value in _values(form, name)}
                    for place, (value, words) in enumerate(offered, start=1)
                ],
                "errors": form.errors.get(name, []),
            }
            for form, name, label, offered, several in asked
        ]


def _values(form: forms.Form, name: str) -> list:
    value = form[name].value()
    return value if isinstance(value, list) else [value]


def without_blanks(data: QueryDict) -> QueryDict:
    """What was sent, without the empty entries of lists: a list where nothing is chosen sends one."""
    filled = data.copy()
    for name in list(filled):
        values = [value for value in filled.getlist(name) if value != ""]
        if values:
            filled.setlist(name, values)
        else:
            del filled[name]
    return filled
