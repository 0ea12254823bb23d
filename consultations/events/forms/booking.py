"""What a family types: to book, to change a booking, and to get its link again."""

import re
import secrets
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultations.events.models import AccessRequirement, Booking, EventQuestion
from consultations.events.services.places import Wanted
from engage.core.mail import AddressRefused, checked_address
from engage.core.unhurried import UnhurriedForm

MOST_PEOPLE = 500
FEWEST_DIGITS = 6
ADDRESS_IN_IT = re.compile(r"://|www\.|@", re.IGNORECASE)
# "evil.com", "1.2.3.4"; not "J.R. Smith". A mail program makes a link of it.
DOT_INSIDE = re.compile(r"\w[.\u3002](?:[^\W\d_]{2}|\d)")
# Line ends and other signs that nobody sees. Two of them stand in names: they join letters, or keep them apart.
UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp"})
JOINERS = "\u200c\u200d"
NO_ADDRESS = gettext_lazy("This does not look like an e-mail address. Please look at it again.")
KEY = re.compile(r"[A-Za-z0-9_-]{22,64}")
# What somebody agrees to; it is stored with the booking in these words.
KEEP_IN_TOUCH = gettext_lazy("You may tell me what comes of this event.")
YES_NO = [("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No")), ("", gettext_lazy("I do not want to say"))]


def new_key() -> str:
    """The key of a form that is shown: whoever sends it twice books once."""
    return secrets.token_urlsafe(16)


def _number(label: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        min_value=0,
        max_value=MOST_PEOPLE,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "maxlength": 4}),
        error_messages={
            "invalid": gettext_lazy("Please write a number, such as 2."),
            "min_value": gettext_lazy("Please write a number, such as 2."),
            "max_value": gettext_lazy("That is too many. Please ring us."),
        },
    )


class FamilyForm(forms.Form):
    """Who comes, and what they need. ``wanted()`` of a valid form is what the services take."""

    name = forms.CharField(
        label=gettext_lazy("Your name"),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={
            "required": gettext_lazy("Please write your name."),
            "max_length": gettext_lazy("This is too long. Please write a shorter name."),
        },
    )
    email = forms.EmailField(
        label=gettext_lazy("Your e-mail address"),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": NO_ADDRESS, "max_length": NO_ADDRESS},
    )
    phone = forms.CharField(
        label=gettext_lazy("Your telephone number"),
        required=False,
        max_length=30,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
        error_messages={"max_length": gettext_lazy("This is too long for a telephone number.")},
    )
    adults = _number(gettext_lazy("Adults"))
    children = _number(gettext_lazy("Children and young people"))
    own_words = forms.CharField(
        label=gettext_lazy("Do you need anything else?"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": gettext_lazy("This is too long. Please write at most 500 letters.")},
    )
    keep_in_touch = forms.BooleanField(label=KEEP_IN_TOUCH, required=False)

    # Larger groups ring us; officers may book them.
    is_limited = True

    def __init__(
        self,
        *args: Any,
        questions: Sequence[EventQuestion] = (),
        chosen: Iterable[int] = (),
        held: int = 0,
        **kwargs: Any,
    ) -> None:
        """``held``: how many places the booking has already; it may keep them."""
        super().__init__(*args, **kwargs)
        self.most = max(settings.ENGAGE_LARGEST_GROUP, held)
        # What they have ticked before stays there, also when it is not offered any more.
        offered = AccessRequirement.objects.in_use() | AccessRequirement.objects.filter(pk__in=list(chosen))
        self.offered = list(offered.select_related("picture").order_by("order", "text"))
        self.fields["needs"] = forms.TypedMultipleChoiceField(
            label=gettext_lazy("What do you need to take part?"),
            choices=[(str(one.pk), one.text) for one in self.offered],
            required=False,
            error_messages={"invalid_choice": gettext_lazy("Please choose again what you need.")},
        )
        self.questions = list(questions)
        for question in self.questions:
            self.fields[question_name(question)] = _question_field(question)

    def clean_name(self) -> str:
        name = self.cleaned_data["name"]
        # Our e-mails begin with the name, and anybody can type somebody else's address.
        seen = unicodedata.normalize("NFKC", "".join(sign for sign in name if sign not in JOINERS))
        if ADDRESS_IN_IT.search(seen) or any(unicodedata.category(sign) in UNSEEN for sign in seen):
            raise forms.ValidationError(_("Please write only your name."))
        if DOT_INSIDE.search(seen):
            raise forms.ValidationError(_("Please write only your name. Write a space after a dot."))
        return name

    def clean_email(self) -> str:
        email = self.cleaned_data["email"]
        try:
            return checked_address(email) if email else ""
        except AddressRefused as refused:
            raise forms.ValidationError(NO_ADDRESS) from refused

    def clean_phone(self) -> str:
        phone = self.cleaned_data["phone"].strip()
        if phone and sum(sign.isdigit() for sign in phone) < FEWEST_DIGITS:
            raise forms.ValidationError(_("This does not look like a telephone number. Please look at it again."))
        return phone

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.get("email") and not cleaned.get("phone") and not {"email", "phone"} & set(self.errors):
            self.add_error("email", _("Please give us an e-mail address or a telephone number."))
        if not {"adults", "children"} & set(self.errors) and not self._people(cleaned):
            self.add_error("adults", _("Please say how many people come."))
        if self.is_limited and self._people(cleaned) > self.most:
            words = _("You can book at most %(most)d places here. Please ring us. We want to find a way.")
            self.add_error("adults", words % {"most": self.most})
        return cleaned

    @staticmethod
    def _people(cleaned: dict[str, Any]) -> int:
        return (cleaned.get("adults") or 0) + (cleaned.get("children") or 0)

    def wanted(self) -> Wanted:
        """What the services take. Only for a valid form."""
        data = self.cleaned_data
        ticked = set(data["needs"])
        return Wanted(
            name=data["name"],
            email=data["email"],
            phone=data["phone"],
            adults=data["adults"] or 0,
            children=data["children"] or 0,
            requirements=[one for one in self.offered if str(one.pk) in ticked],
            own_words=data["own_words"].strip(),
            keep_in_touch_words=str(KEEP_IN_TOUCH) if data["keep_in_touch"] else "",
            answers={question: self._answer(question) for question in self.questions},
        )

    def _answer(self, question: EventQuestion) -> str | bool | None:
        answer = self.cleaned_data[question_name(question)]
        return {"yes": True, "no": False}.get(answer) if question.is_yes_no else answer.strip()

    # For the template

    @property
    def need_cards(self) -> list[dict[str, Any]]:
        """What people may need, each with whether it is ticked."""
        ticked = {str(value) for value in self["needs"].value() or ()}
        return [{"row": one, "id": f"need-{one.pk}", "ticked": str(one.pk) in ticked} for one in self.offered]

    @property
    def question_fields(self) -> list[dict[str, Any]]:
        """The officer's questions, each with its field and what is chosen."""
        return [
            {"row": question, "field": self[question_name(question)], "options": self._options(question)}
            for question in self.questions
        ]

    def _options(self, question: EventQuestion) -> list[dict[str, Any]]:
        if not question.is_yes_no:
            return []
        field = self[question_name(question)]
        return [
            {
                "value": value,
                "label": label,
                "chosen": value == field.value(),
                "id": f"{field.auto_id}-{number}",
                "is_other": not value,
            }
            for number, (value, label) in enumerate(YES_NO)
        ]

    @property
    def problems(self) -> list[dict[str, str]]:
        """What is wrong, for the summary: where to go, and words."""
        return [
            {"target": "" if name == "__all__" else self._target(name), "message": str(message)}
            for name, messages in self.errors.items()
            for message in messages
        ]

    def _target(self, name: str) -> str:
        return "needs" if name == "needs" else self[name].auto_id


def question_name(question: EventQuestion) -> str:
    return f"question-{question.pk}"


def _question_field(question: EventQuestion) -> forms.Field:
    if question.is_yes_no:
        choices = [(value, label) for value, label in YES_NO if value]
        return forms.ChoiceField(label=question.text, choices=choices, required=False)
    return forms.CharField(
        label=question.text,
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": gettext_lazy("This is too long. Please write at most 500 letters.")},
    )


class BookingForm(UnhurriedForm, FamilyForm):
    """A family that books."""

    key = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("key", new_key())
        self.initial.setdefault("adults", 1)
        self.initial.setdefault("children", 0)

    def clean_key(self) -> str:
        """The key that was made with the form; a new one where somebody changed it."""
        key = self.cleaned_data["key"]
        return key if KEY.fullmatch(key) else new_key()


def change_form(booking: Booking, questions: Sequence[EventQuestion], data: Any = None) -> FamilyForm:
    """The form of a booking that is there, filled in with what is stored. 4 queries."""
    needs = list(booking.requirements.all())
    answers = {answer.question_id: answer for answer in booking.answers.all()}
    chosen = [need.requirement_id for need in needs if need.requirement_id]
    initial: dict[str, Any] = {
        name: getattr(booking, name) for name in ("name", "email", "phone", "adults", "children", "keep_in_touch")
    }
    initial["needs"] = [str(pk) for pk in chosen]
    initial["own_words"] = next((need.own_words for need in needs if need.requirement_id is None), "")
    for question in questions:
        answer = answers.get(question.pk)
        if answer:
            said = answer.text if answer.yes is None else ("yes" if answer.yes else "no")
            initial[question_name(question)] = said
    return FamilyForm(data, questions=questions, chosen=chosen, held=booking.places, initial=initial)


class AddressForm(UnhurriedForm):
    """Where to send the link of a booking again."""

    email = forms.EmailField(
        label=gettext_lazy("Your e-mail address"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": gettext_lazy("Please type your e-mail address."),
            "invalid": NO_ADDRESS,
        },
    )

    @property
    def problems(self) -> list[dict[str, str]]:
        return [
            {"target": "" if name == "__all__" else self[name].auto_id, "message": str(message)}
            for name, messages in self.errors.items()
            for message in messages
        ]
