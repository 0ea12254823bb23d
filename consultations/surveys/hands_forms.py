"""The counts of hands that a facilitator types for one question."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.surveys.enums import QuestionKind
from consultations.surveys.models import Question, Tally
from consultations.surveys.services.hands import MOST_HANDS, HandsOption, options_of

PEOPLE = "people"


class HandsField(forms.IntegerField):
    """A number of hands; an empty box is none."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"inputmode": "numeric", "autocomplete": "off", "class": "engage-hands-number"}
        errors = {"invalid": _("Type a whole number."), "min_value": _("Type 0 or more.")}
        super().__init__(
            required=False,
            min_value=0,
            max_value=MOST_HANDS,
            error_messages=errors,
            widget=forms.TextInput(attrs=attrs),
            **kwargs,
        )


class HandsForm(forms.Form):
    """One box for each thing to raise a hand for; of several choices also how many people took part."""

    def __init__(self, *args: Any, question: Question, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.question = question
        self.options: list[HandsOption] = options_of(question)
        for option in self.options:
            self.fields[option.key] = HandsField(label=option.label)
        if self.is_several:
            self.fields[PEOPLE] = HandsField(
                label=_("How many people raised a hand for at least one of the choices?"),
                help_text=_("One person may raise a hand several times, so this is less than the sum."),
            )

    @property
    def is_several(self) -> bool:
        return self.question.kind == QuestionKind.SEVERAL_CHOICES

    @property
    def hands(self) -> dict[str, int]:
        """The hands of a valid form by the keys of the options."""
        return {option.key: self.cleaned_data.get(option.key) or 0 for option in self.options}

    @property
    def people(self) -> int | None:
        return self.cleaned_data.get(PEOPLE) if self.is_several else None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.is_several or self.errors:
            return cleaned
        chosen = [self.hands[option.key] for option in self.options if option.choice]
        people = self.people or 0
        if sum(chosen) and not max(chosen) <= people <= sum(chosen):
            self.add_error(
                PEOPLE,
                _("Type a number from %(least)s to %(most)s.") % {"least": max(chosen), "most": sum(chosen)},
            )
        return cleaned

    @staticmethod
    def initial_of(tallies: list[Tally]) -> dict[str, int]:
        """The form's values for hands that were counted before."""
        values = {}
        for tally in tallies:
            if tally.choice_id:
                values[f"choice-{tally.choice_id}"] = tally.count
            elif tally.score is not None:
                values[f"score-{tally.score}"] = tally.count
            else:
                values[PEOPLE if tally.state == "given" else f"state-{tally.state}"] = tally.count
        return values
