"""What an officer and the safeguarding lead write about a concern."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminAutoHeightTextInput

from engage.core.sanitise import plain_words

LONGEST_WORDS = 4000


class WordsField(forms.CharField):
    """Several lines of plain words; blanks alone are nothing."""

    widget = AdminAutoHeightTextInput

    def __init__(self, **kwargs):
        super().__init__(max_length=LONGEST_WORDS, **kwargs)

    def to_python(self, value):
        return plain_words(value) if value else ""


class RaiseConcernForm(forms.Form):
    reason = WordsField(
        label=_("What worries you?"),
        help_text=_("Only the safeguarding lead reads this. In an emergency call 999 first."),
        error_messages={"required": _("Write what worries you.")},
    )


class DecideConcernForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_("What happens with the answer?"),
        choices=[
            ("clear", _("It comes back: officers read and count it again")),
            ("keep_out", _("It stays out: nobody but you reads it")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what happens with the answer.")},
    )
    words = WordsField(
        label=_("What was done?"),
        help_text=_("For the record. Only safeguarding leads read it."),
        error_messages={"required": _("Write what was done.")},
    )

    @property
    def keeps_out(self) -> bool:
        return self.cleaned_data["outcome"] == "keep_out"
