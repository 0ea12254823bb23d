"""What people type on the way back to their answers: the words of a picture code, an address, a receipt code."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from consultations.surveys.models.responses import RECEIPT_LENGTH, as_receipt_code
from consultations.surveys.picture_code import LENGTH, UnknownWord, read_words


class WordsForm(forms.Form):
    """The words of a picture code, in order; ``code`` of a valid form is the tuple of pictures."""

    words = forms.CharField(
        label=_("Your 8 words"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
        error_messages={"max_length": _("This is too long. A code has 8 short words.")},
    )

    def clean_words(self):
        typed = self.cleaned_data["words"]
        try:
            self.code = tuple(read_words(typed))
        except UnknownWord as unknown:
            raise forms.ValidationError(
                _("We do not know the word “%(word)s”. Please look at it again.") % {"word": unknown.word}
            ) from unknown
        if len(self.code) != LENGTH:
            found = ngettext("You typed %(count)s.", "You typed %(count)s.", len(self.code)) % {"count": len(self.code)}
            raise forms.ValidationError(_("A code has 8 words.") + " " + found)
        return typed


class ReceiptForm(forms.Form):
    """A receipt code as somebody typed it; cleaned to the form in which it is stored."""

    code = forms.CharField(
        label=_("Your code"),
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        error_messages={"max_length": _("This is too long. A code has 12 letters and numbers.")},
    )

    def clean_code(self):
        code = as_receipt_code(self.cleaned_data["code"])
        signs = len(code.replace("-", ""))
        if signs != RECEIPT_LENGTH:
            raise forms.ValidationError(_("A code has 12 letters and numbers. You typed %(count)s.") % {"count": signs})
        return code


class MailForm(forms.Form):
    """Where to send a link. The address is used once."""

    address = forms.EmailField(
        label=_("Your e-mail address"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Please type your e-mail address."),
            "invalid": _("This does not look like an e-mail address. Please look at it again."),
        },
    )
