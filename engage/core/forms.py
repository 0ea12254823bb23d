"""The form of display preferences."""

from django import forms
from django.utils.translation import gettext_lazy as _

from engage.core.preferences import (
    LetterShape,
    Listen,
    Pictures,
    Signed,
    Spacing,
    TextSize,
    Theme,
    Version,
)


class DisplayForm(forms.Form):
    """One set of radio buttons for each choice. A missing one stays as it was."""

    size = forms.ChoiceField(
        label=_("How big are the words?"), choices=TextSize, widget=forms.RadioSelect, required=False
    )
    theme = forms.ChoiceField(label=_("Which colours?"), choices=Theme, widget=forms.RadioSelect, required=False)
    letters = forms.ChoiceField(
        label=_("Which letters?"), choices=LetterShape, widget=forms.RadioSelect, required=False
    )
    spacing = forms.ChoiceField(
        label=_("How much space between lines?"), choices=Spacing, widget=forms.RadioSelect, required=False
    )
    pictures = forms.ChoiceField(label=_("Pictures"), choices=Pictures, widget=forms.RadioSelect, required=False)
    listen = forms.ChoiceField(label=_("Listen"), choices=Listen, widget=forms.RadioSelect, required=False)
    version = forms.ChoiceField(label=_("Which words?"), choices=Version, widget=forms.RadioSelect, required=False)
    signed = forms.ChoiceField(label=_("Signed films"), choices=Signed, widget=forms.RadioSelect, required=False)
