"""Public forms that machines find hard and people do not notice: a box that stays empty, and a least time.

No picture puzzles. What somebody typed is never thrown away: they see the form again and press once more.
"""

from datetime import timedelta
from typing import Any

from django import forms
from django.core.signing import BadSignature, TimestampSigner
from django.utils.translation import gettext_lazy as _

LEAST_TIME = timedelta(seconds=2)
# Not a name that a browser fills in by itself.
TRAP = "leave_empty"
SALT = "engage.core.unhurried"


def opened_stamp() -> str:
    """A signed note of when a form was opened."""
    return TimestampSigner(salt=SALT).sign("form")


def was_unhurried(stamp: str) -> bool:
    """Whether a form with this stamp was opened at least ``LEAST_TIME`` ago. No note of ours: it was not."""
    try:
        TimestampSigner(salt=SALT).unsign(stamp)
        TimestampSigner(salt=SALT).unsign(stamp, max_age=LEAST_TIME)
    except BadSignature as error:
        # Too old is what is wanted; anything else is not a stamp of ours.
        return type(error).__name__ == "SignatureExpired"
    return False


class UnhurriedForm(forms.Form):
    """A form with the box and the time. Show ``form.opened`` and ``form.leave_empty`` (components/unhurried)."""

    opened = forms.CharField(required=False, widget=forms.HiddenInput)
    leave_empty = forms.CharField(
        label=_("Leave this box empty"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("opened", opened_stamp())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("leave_empty"):
            self.add_error("leave_empty", _("Please leave this box empty."))
        # Beside other mistakes it would only confuse: the next press comes later anyway.
        if not self.errors and not was_unhurried(cleaned.get("opened", "")):
            self.add_error(None, _("That was very quick. Please look at it and press the button again."))
            data: Any = self.data
            self.data = data = data.copy()
            data[self.add_prefix("opened")] = opened_stamp()
        return cleaned
