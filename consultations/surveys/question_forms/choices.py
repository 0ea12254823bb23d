"""The forms of questions with choices."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.surveys.enums import MOST_RANKS
from consultations.surveys.models import Answer, Choice
from consultations.surveys.services.given import Given

from .base import PlainTextField, QuestionForm


class ChoiceForm(QuestionForm):
    """What the kinds with choices share: the words beside "something else"."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.question.own_words_choice:
            self.fields["words"] = PlainTextField(required=False)

    def offered(self) -> list[tuple]:
        return [(str(choice.pk), choice.text) for choice in self.question.asked_choices]

    def picked(self) -> list[Choice]:
        """The choices that were pressed, in the order of the question."""
        value = self.cleaned_data.get("answer") or []
        pks = set(value) if isinstance(value, list) else {value}
        return [choice for choice in self.question.asked_choices if str(choice.pk) in pks]

    def has_answer(self) -> bool:
        return bool(self.picked() or self.cleaned_data.get("words"))

    def given_answer(self) -> Given:
        """Words beside "something else" choose it, whether it is pressed or not."""
        picked, words, own = self.picked(), self.cleaned_data.get("words", ""), self.question.own_words_choice
        if words and own not in picked:
            picked.append(own)
        return Given.or_left_out(question=self.question, choices=picked, text=words)


class OneChoiceForm(ChoiceForm):
    has_one_group = True

    def answer_field(self) -> forms.Field:
        return forms.ChoiceField(choices=[*self.offered(), *self.other_choices()], required=False)

    def clean(self):
        cleaned = super().clean()
        own, value = self.question.own_words_choice, cleaned.get("answer")
        if cleaned.get("words") and value and value != str(own.pk):
            message = _(
                "You wrote your own words. You also pressed another answer. Press “%(own)s”, or take your words out."
            )
            raise forms.ValidationError(message % {"own": own.text})
        return cleaned

    @staticmethod
    def initial_answer(answer: Answer) -> dict:
        return {"answer": "".join(str(pick.choice_id) for pick in answer.picks.all()), "words": answer.text}


class SeveralChoicesForm(ChoiceForm):
    def answer_field(self) -> forms.Field:
        return forms.MultipleChoiceField(choices=self.offered(), required=False)

    def clean(self):
        cleaned = super().clean()
        ticked = {choice.pk for choice in self.picked()}
        if cleaned.get("words"):
            ticked.add(self.question.own_words_choice.pk)
        most = self.question.at_most
        if most and len(ticked) > most:
            message = _("You chose %(number)s answers. Please choose at most %(most)s. Take away %(over)s.")
            raise forms.ValidationError(message % {"number": len(ticked), "most": most, "over": len(ticked) - most})
        return cleaned

    @staticmethod
    def initial_answer(answer: Answer) -> dict:
        return {"answer": [str(pick.choice_id) for pick in answer.picks.all()], "words": answer.text}


class TopThreeForm(ChoiceForm):
    """Cards are pressed one by one; the page comes back each time with the order so far.

    ``answer`` are the choices so far, in order, as the page held them; ``press`` is the card that was
    pressed now. So the same form sent twice gives the same order.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["press"] = forms.ChoiceField(choices=self.offered(), required=False)

    def answer_field(self) -> forms.Field:
        return forms.MultipleChoiceField(choices=self.offered(), required=False)

    def clean_answer(self) -> list[str]:
        return list(dict.fromkeys(self.cleaned_data["answer"]))[:MOST_RANKS]

    def clean_press(self) -> str:
        pressed, so_far = self.cleaned_data["press"], self.cleaned_data.get("answer", [])
        if pressed and pressed not in so_far and len(so_far) == MOST_RANKS:
            raise forms.ValidationError(_("You have chosen 3 already. Press one of the 3 to take it away."))
        return pressed

    def clean(self):
        if self.cleaned_data.get("press"):
            # A card is an answer: it takes the place of "I do not know".
            self.cleaned_data["instead"] = []
        return super().clean()

    def picked(self) -> list[Choice]:
        """The choices in order: the one that was pressed now comes last, or goes if it was among them."""
        order, pressed = list(self.cleaned_data.get("answer") or []), self.cleaned_data.get("press")
        if pressed in order:
            order.remove(pressed)
        elif pressed:
            order.append(pressed)
        by_pk = {str(choice.pk): choice for choice in self.question.asked_choices}
        return [by_pk[pk] for pk in order]

    @property
    def stays_at(self) -> str:
        return "order" if self.cleaned_data.get("press") else ""

    def places(self) -> dict[str, int]:
        """The place of each choice that the page shows as chosen."""
        so_far = dict.fromkeys(self["answer"].value() or [])
        offered = {str(choice.pk) for choice in self.question.asked_choices}
        return {pk: place for place, pk in enumerate([pk for pk in so_far if pk in offered][:MOST_RANKS], start=1)}

    @staticmethod
    def initial_answer(answer: Answer) -> dict:
        return {"answer": [str(pick.choice_id) for pick in answer.picks.all()]}
