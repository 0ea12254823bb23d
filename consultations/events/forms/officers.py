"""What officers type about bookings: for somebody on the telephone, and why."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultations.events.enums import RequirementState

from .booking import KEY, MOST_PEOPLE, FamilyForm, new_key, question_name

MOST_REASON = 200


def people_field(label: Any, **options: Any) -> forms.IntegerField:
    """How many people, typed on a phone or a computer; empty is 0."""
    return forms.IntegerField(
        label=label,
        min_value=0,
        max_value=MOST_PEOPLE,
        required=False,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        **options,
    )


class ByOfficerForm(FamilyForm):
    """A booking that an officer makes or changes, in an officer's words."""

    LABELS = {
        "name": gettext_lazy("Name"),
        "email": gettext_lazy("E-mail"),
        "phone": gettext_lazy("Telephone"),
        "needs": gettext_lazy("What they need to take part"),
        "own_words": gettext_lazy("What else they need, in their words"),
        "keep_in_touch": gettext_lazy("We may tell them what comes of this event"),
    }
    HELP = {
        "email": gettext_lazy("They get everything by e-mail. Without one, a call to make stands in “Event tasks”."),
        "keep_in_touch": gettext_lazy("Ask them. Tick it only when they say yes."),
    }
    is_limited = False
    key = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("key", new_key())
        for name, label in self.LABELS.items():
            self.fields[name].label = label
        for name, words in self.HELP.items():
            self.fields[name].help_text = words
        self.order_fields(["name", "email", "phone", "adults", "children", "needs", "own_words"])
        needs: Any = self.fields["needs"]
        needs.widget = forms.CheckboxSelectMultiple(choices=needs.choices)
        for question in self.questions:
            if question.is_yes_no:
                field: Any = self.fields[question_name(question)]
                field.choices = [("", _("They do not want to say")), *field.choices]

    def clean_key(self) -> str:
        """The key that was made with the form; a new one where somebody changed it."""
        key = self.cleaned_data["key"]
        return key if KEY.fullmatch(key) else new_key()


class ReasonForm(forms.Form):
    """Why an officer does what changes what a family was told. It goes into the log."""

    reason = forms.CharField(
        label=gettext_lazy("Why"),
        max_length=MOST_REASON,
        help_text=gettext_lazy("It stands in the log beside your name. Write nothing about anybody's health."),
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": gettext_lazy("Say why.")},
    )


class WalkInForm(forms.Form):
    """Somebody at the door who did not book."""

    key = forms.CharField(required=False, widget=forms.HiddenInput)
    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=100,
        required=False,
        help_text=gettext_lazy("You can leave it empty. It is deleted with the bookings, some time after the event."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    adults = people_field(gettext_lazy("Adults"), initial=1)
    children = people_field(gettext_lazy("Children and young people"), initial=0)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("key", new_key())

    def clean_key(self) -> str:
        key = self.cleaned_data["key"]
        return key if KEY.fullmatch(key) else new_key()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and not (cleaned["adults"] or 0) + (cleaned["children"] or 0):
            self.add_error("adults", _("Please say how many people come."))
        return cleaned


class NeedForm(forms.Form):
    """What the organiser did about what somebody needs."""

    state = forms.ChoiceField(
        label=gettext_lazy("What became of it"), choices=RequirementState.choices, widget=forms.RadioSelect
    )
    reply = forms.CharField(
        label=gettext_lazy("What you tell the family"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("If you cannot: say what you offer instead. Short sentences."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    tell_family = forms.BooleanField(
        label=gettext_lazy("Tell the family now"),
        required=False,
        help_text=gettext_lazy("By e-mail. Who has no e-mail is in the list of calls."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("state") == RequirementState.CANNOT and not cleaned.get("reply") and "reply" not in self.errors:
            self.add_error("reply", _("Say what you offer instead."))
        return cleaned
