"""The editor's form of a consultation."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from consultations.enums import Audience


class ConsultationPageForm(WagtailAdminPageForm):
    audience = forms.MultipleChoiceField(
        label=_("Who it is for"), choices=Audience.choices, widget=forms.CheckboxSelectMultiple, required=False
    )
