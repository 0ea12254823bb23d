"""The editor's forms of a consultation."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.pages import CopyForm

from consultations.enums import Audience
from engage.core.publishing_forms import CompletePageForm


class ConsultationPageForm(CompletePageForm):
    audience = forms.MultipleChoiceField(
        label=_("Who it is for"), choices=Audience.choices, widget=forms.CheckboxSelectMultiple, required=False
    )


class CopyWithoutAliasForm(CopyForm):
    """Copies a page, never as an alias.

    An alias gets new rows whenever its page is published: the questions that people answered on it
    would be replaced, and the figures of its outcomes would be those of another consultation.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields.pop("alias", None)
