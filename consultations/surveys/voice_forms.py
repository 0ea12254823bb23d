"""What an officer writes down of a recording."""

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.surveys.concern_forms import WordsField


class TranscriptForm(forms.Form):
    words = WordsField(
        label=_("What does the person say?"),
        help_text=_(
            "Word for word. Leave out names. Where you cannot understand it, write [not clear]. "
            "The person can read this with their code."
        ),
        error_messages={"required": _("Write what you hear. Where nobody speaks, write [nobody speaks].")},
    )
