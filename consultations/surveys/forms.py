"""What people type and press on the way through a survey."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from consultations.surveys.enums import (
    OTHER_ANSWERS,
    AgeBand,
    AnsweredBy,
    AnswerState,
    QuestionKind,
    RespondentGroup,
)
from consultations.surveys.models import Answer, Question
from consultations.surveys.services.given import Given
from engage.core.sanitise import plain_words

LONGEST_TEXT = 5000
OTHER_STATES = {state.value: state for state, _picture in OTHER_ANSWERS}


class PlainTextField(forms.CharField):
    """Words as they were typed, without the characters that a database refuses (``plain_words``)."""

    def to_python(self, value):
        return plain_words(value) if value else ""


class QuestionForm(forms.Form):
    """One question. Every question may be left out; nothing is chosen beforehand.

    ``answer`` is a score, a choice's pk, several choices' pks or words, by the question's kind.
    ``instead`` is "I do not know" and its sisters: among the radio buttons of ``answer`` where
    there are any, ticks of their own where there are not (a radio button cannot be untaken
    without a script).
    """

    def __init__(self, *args: Any, question: Question, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.question = question
        self.fields["answer"] = self._answer_field()
        if not self.has_one_group:
            self.fields["instead"] = forms.MultipleChoiceField(choices=self._other_choices(), required=False)

    @property
    def has_one_group(self) -> bool:
        """Whether "I do not know" and its sisters stand among the radio buttons of the answer."""
        return self.question.kind in (QuestionKind.STATEMENT, QuestionKind.ONE_CHOICE)

    def _answer_field(self) -> forms.Field:
        kind = self.question.kind
        if kind == QuestionKind.TEXT:
            return PlainTextField(required=False)
        if kind == QuestionKind.STATEMENT:
            offered = [(str(score), words) for score, words, _picture in self.question.steps]
        else:
            offered = [(str(choice.pk), choice.text) for choice in self.question.asked_choices]
        if kind == QuestionKind.SEVERAL_CHOICES:
            return forms.MultipleChoiceField(choices=offered, required=False)
        return forms.ChoiceField(choices=[*offered, *self._other_choices()], required=False)

    @staticmethod
    def _other_choices() -> list[tuple]:
        return [(state.value, state.label) for state in OTHER_STATES.values()]

    def clean_answer(self):
        value = self.cleaned_data["answer"]
        if self.question.kind == QuestionKind.TEXT and len(value) > LONGEST_TEXT:
            over = len(value) - LONGEST_TEXT
            raise forms.ValidationError(
                ngettext(
                    "Your answer is too long by %(over)s letter. Please make it shorter.",
                    "Your answer is too long by %(over)s letters. Please make it shorter.",
                    over,
                )
                % {"over": over}
            )
        return value

    def clean(self):
        cleaned = super().clean() or self.cleaned_data
        instead = cleaned.get("instead") or []
        if len(instead) > 1:
            raise forms.ValidationError(_("You pressed more than one of the last 3 answers. Keep only one."))
        if instead and cleaned.get("answer"):
            raise forms.ValidationError(
                _("You gave an answer. You also pressed “%(other)s”. Keep only one of them.")
                % {"other": OTHER_STATES[instead[0]].label}
            )
        return cleaned

    def given(self) -> Given:
        """The answer of a valid form."""
        value = self.cleaned_data["answer"]
        instead = self.cleaned_data.get("instead") or ([value] if self.has_one_group and value in OTHER_STATES else [])
        if instead:
            return Given(question=self.question, state=instead[0])
        kind = self.question.kind
        if kind == QuestionKind.TEXT:
            return Given.or_left_out(question=self.question, text=value)
        if kind == QuestionKind.STATEMENT:
            return Given.or_left_out(question=self.question, score=int(value) if value else None)
        pks = set(value) if isinstance(value, list) else {value}
        chosen = tuple(choice for choice in self.question.asked_choices if str(choice.pk) in pks)
        return Given.or_left_out(question=self.question, choices=chosen)

    @staticmethod
    def initial_of(answer: Answer | None) -> dict:
        """The form's initial values for an answer that was saved before."""
        if answer is None or answer.state == AnswerState.LEFT_OUT:
            return {}
        kind = answer.question.kind
        if answer.state != AnswerState.GIVEN:
            one_group = kind in (QuestionKind.STATEMENT, QuestionKind.ONE_CHOICE)
            return {"answer": answer.state} if one_group else {"instead": [answer.state]}
        if kind == QuestionKind.TEXT:
            return {"answer": answer.text}
        if kind == QuestionKind.STATEMENT:
            return {"answer": str(answer.score)}
        pks = [str(choice.pk) for choice in answer.choices.all()]
        return {"answer": pks if kind == QuestionKind.SEVERAL_CHOICES else "".join(pks[:1])}

    def chosen(self) -> set[str]:
        """The values that are pressed now, of both groups; for the template."""
        names = ["instead"] if self.question.kind == QuestionKind.TEXT else ["answer", "instead"]
        values = [self[name].value() for name in names if name in self.fields]
        return {str(item) for value in values for item in (value if isinstance(value, list) else [value]) if item}


class WhoForm(forms.Form):
    """Who is answering. It may be left out."""

    answered_by = forms.ChoiceField(choices=AnsweredBy, required=False)


# "I do not want to say" is an answer a person can press; it is stored as nothing said.
NOT_SAID = "not_said"


class AboutForm(forms.Form):
    """About the person: age band and respondent group, each only where the survey asks."""

    group = forms.ChoiceField(choices=[*RespondentGroup.choices, (NOT_SAID, "")], required=False)
    age_band = forms.ChoiceField(choices=[*AgeBand.choices, (NOT_SAID, "")], required=False)

    def said(self, name: str) -> str:
        """The value of a valid form; "" where nothing was said."""
        value = self.cleaned_data[name]
        return "" if value == NOT_SAID else value
