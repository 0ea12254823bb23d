"""What an officer fills in: the themes and priorities of a coder, and the code of a response."""

from collections.abc import Iterator
from itertools import groupby

from django import forms
from django.forms.boundfield import BoundWidget
from django.utils.translation import gettext_lazy as _

from consultations.analysis.models import Theme
from consultations.strategy.models import Priority
from consultations.surveys.models import Response

# As many digits as a database key can have; SQLite raises an error for a longer one in a list.
LONGEST_KEY = 18


def fits_a_key(value: str) -> bool:
    """Whether the words of a form or an address can be the key of a row at all."""
    return value.isascii() and value.isdigit() and len(value) <= LONGEST_KEY


class RowsField(forms.ModelMultipleChoiceField):
    """Several rows by their keys; what cannot be a key is a wrong choice, not an error page."""

    def clean(self, value):
        wrong = [key for key in value or [] if not fits_a_key(str(key))]
        if wrong:
            raise forms.ValidationError(
                self.error_messages["invalid_choice"], code="invalid_choice", params={"value": wrong[0]}
            )
        return super().clean(value)


class ThemeChoiceField(RowsField):
    """Themes that are in use, as tick boxes in the order of the strategy."""

    def __init__(self, **kwargs):
        themes = Theme.objects.filter(merged_into__isnull=True).select_related("priority")
        super().__init__(
            queryset=themes.order_by("priority__order", "priority__name", "name"),
            widget=forms.CheckboxSelectMultiple,
            **kwargs,
        )


class CodebookForm(forms.Form):
    """Themes with their definitions beside them (``theme_groups``), and priorities by hand."""

    themes = ThemeChoiceField(
        label=_("Themes"), required=False, error_messages={"invalid_choice": _("Choose themes from the codebook.")}
    )

    def theme_groups(self) -> Iterator[tuple[Priority | None, list[tuple[Theme, BoundWidget]]]]:
        """The codebook for the template: each priority with its themes and their tick boxes."""
        boxes = [(box.data["value"].instance, box) for box in self["themes"].subwidgets]
        for priority, group in groupby(boxes, key=lambda pair: pair[0].priority):
            yield priority, list(group)


class TagAnswerForm(CodebookForm):
    """What one coder says about one answer: a tick is theirs, no tick takes theirs off."""

    priorities = RowsField(
        label=_("Priorities by hand"),
        queryset=Priority.objects.sources(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Only where question and themes do not say it already."),
    )


class AddThemesForm(CodebookForm):
    """Themes for many answers at once."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["themes"].required = True
        self.fields["themes"].error_messages["required"] = _("Choose at least one theme.")


class PriorityForm(forms.Form):
    """A priority for many answers at once."""

    priority = forms.ModelChoiceField(
        label=_("Priority"),
        queryset=Priority.objects.sources(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": _("Choose a priority.")},
    )


class FindResponseForm(forms.Form):
    """A receipt code as somebody reads it out. ``response`` is what it belongs to, once the form is valid."""

    code = forms.CharField(
        label=_("Receipt code"),
        max_length=40,
        help_text=_("For example 7KD3-9QTX-2M8B. Capitals, spaces and dashes do not matter."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": _("Type the code.")},
    )

    def clean_code(self):
        code = self.cleaned_data["code"]
        self.response = Response.objects.with_receipt_code(code).first()
        if self.response is None:
            raise forms.ValidationError(
                _("No response has this code. There is never a letter I, L, O or U in a code: try 1 or 0.")
            )
        return code
