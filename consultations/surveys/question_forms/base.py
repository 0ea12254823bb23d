"""What the forms of all kinds share, and those of scores and of own words."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from consultations.surveys.models import Answer, Question, Voice
from consultations.surveys.services.given import Given
from engage.core.sanitise import plain_words

from .voice import VoiceField

LONGEST_TEXT = 5000


class PlainTextField(forms.CharField):
    """Words as they were typed, without the characters that a database refuses (``plain_words``)."""

    def to_python(self, value):
        return plain_words(value) if value else ""

    def clean(self, value):
        value = super().clean(value)
        over = len(value) - LONGEST_TEXT
        if over > 0:
            message = ngettext(
                "Your answer is too long by %(over)s letter. Please make it shorter.",
                "Your answer is too long by %(over)s letters. Please make it shorter.",
                over,
            )
            raise forms.ValidationError(message % {"over": over})
        return value


class QuestionForm(forms.Form):
    """One question. ``answer`` is what its kind asks for; ``instead`` is "I do not know" and its sisters.

    They stand among the radio buttons of ``answer`` where there are any, as ticks of their own
    where there are not (a radio button cannot be untaken without a script).
    """

    has_one_group = False
    # The id of what an error of the whole form leads to.
    target = "answer-1"

    def __init__(self, *args: Any, question: Question, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.question = question
        self.others = {state.value: state for state, _picture in question.other_answers}
        self.fields["answer"] = self.answer_field()
        if not self.has_one_group:
            self.fields["instead"] = forms.MultipleChoiceField(choices=self.other_choices(), required=False)

    def answer_field(self) -> forms.Field:
        raise NotImplementedError

    def given_answer(self) -> Given:
        """The answer of a valid form in which none of the others is pressed."""
        raise NotImplementedError

    @staticmethod
    def initial_answer(answer: Answer) -> dict:
        """The initial values for a given answer that was saved before."""
        raise NotImplementedError

    def other_choices(self) -> list[tuple]:
        return [(state.value, state.label) for state in self.others.values()]

    def has_answer(self) -> bool:
        """Whether the person gave an answer beside the others."""
        return bool(self.cleaned_data.get("answer"))

    def clean(self):
        cleaned = super().clean() or self.cleaned_data
        instead = cleaned.get("instead") or []
        if len(instead) > 1:
            raise forms.ValidationError(_("You pressed more than one of the last 3 answers. Keep only one."))
        if instead and self.has_answer():
            raise forms.ValidationError(
                _("You gave an answer. You also pressed “%(other)s”. Keep only one of them.")
                % {"other": self.others[instead[0]].label}
            )
        return cleaned

    def given(self) -> Given:
        """The answer of a valid form."""
        value = self.cleaned_data["answer"]
        pressed = [value] if self.has_one_group and value in self.others else self.cleaned_data.get("instead") or []
        return Given(question=self.question, state=pressed[0]) if pressed else self.given_answer()

    def target_of(self, name: str) -> str:
        """The id of what an error of that field leads to."""
        return self.target

    @property
    def stays_at(self) -> str:
        """The id of what to come back to where a press only changes this page; "" for all others."""
        return ""

    def chosen(self) -> set[str]:
        """The values that are pressed now, of both groups; for the template."""
        values = [self[name].value() for name in ("answer", "instead") if name in self.fields]
        return {str(item) for value in values for item in (value if isinstance(value, list) else [value]) if item}


class ScoreForm(QuestionForm):
    """An I statement, yes or no, how much: one score."""

    has_one_group = True

    def answer_field(self) -> forms.Field:
        offered = [(str(score), words) for score, words, _picture in self.question.steps]
        return forms.ChoiceField(choices=[*offered, *self.other_choices()], required=False)

    def given_answer(self) -> Given:
        value = self.cleaned_data["answer"]
        return Given.or_left_out(question=self.question, score=int(value) if value else None)

    @staticmethod
    def initial_answer(answer: Answer) -> dict:
        return {"answer": str(answer.score)}


class TextForm(QuestionForm):
    """Own words. ``starter`` is the start of a sentence that was pressed now; it goes to the end of the words.

    ``held`` is the recording that is stored, ``drop_voice`` whether it shall go. ``voice`` is a new one, where
    the form ``takes_voice``.
    """

    target = "answer"

    def __init__(self, *args: Any, held: Voice | None = None, takes_voice: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.held = held
        self.fields["drop_voice"] = forms.BooleanField(required=False)
        if takes_voice:
            self.fields["voice"] = VoiceField()
        starters = [(str(number), words) for number, words in enumerate(self.question.starter_list)]
        self.fields["starter"] = forms.ChoiceField(choices=starters, required=False)

    def answer_field(self) -> forms.Field:
        return PlainTextField(required=False)

    def has_answer(self) -> bool:
        return super().has_answer() or bool(self.cleaned_data.get("voice")) or self.keeps_voice

    @property
    def keeps_voice(self) -> bool:
        """Whether the stored recording stays: nobody recorded another or wants it deleted."""
        gone = self.cleaned_data.get("drop_voice") or self.cleaned_data.get("voice")
        return self.held is not None and not gone

    def clean(self):
        if self.cleaned_data.get("starter"):
            self.cleaned_data["instead"] = []
        return super().clean()

    def given_answer(self) -> Given:
        words, starter = self.cleaned_data["answer"], self.cleaned_data.get("starter")
        if starter:
            words = f"{words}\n{self.question.starter_list[int(starter)]}".strip()
        return Given.or_left_out(
            question=self.question, text=words, voice=self.cleaned_data.get("voice"), keeps_voice=self.keeps_voice
        )

    def target_of(self, name: str) -> str:
        return "voice" if name == "voice" else self.target

    @property
    def recorded_in_vain(self) -> bool:
        """Whether a recording came with something else that does not fit: a browser cannot send it again by itself."""
        return bool(self.errors) and bool(self.files.get("voice")) and "voice" not in self.errors

    @property
    def stays_at(self) -> str:
        return "answer" if self.cleaned_data.get("starter") else ""

    def chosen(self) -> set[str]:
        return set(self["instead"].value() or [])

    @staticmethod
    def initial_answer(answer: Answer) -> dict:
        return {"answer": answer.text}
