"""What an officer writes about a link."""

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.surveys.models import SurveyLink
from engage.core.sanitise import plain_words


class LinkForm(forms.ModelForm):
    """Where a link is put. The name is seen by officers only."""

    class Meta:
        model = SurveyLink
        fields = ["name"]
        labels = {"name": _("Where do you put it?")}
        help_texts = {"name": _("For example: Poster in the library. Only officers see this.")}
        error_messages = {"name": {"required": _("Write where you put it.")}}

    def clean_name(self) -> str:
        return plain_words(self.cleaned_data["name"]).strip()
