"""The forms of the page editor for events and their sessions."""

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.enums import Audience
from engage.core.publishing_forms import CompletePageForm, CompleteRowForm


class EventPageForm(CompletePageForm):
    """Ticks for whom the event is."""

    audience = forms.MultipleChoiceField(
        label=_("Who it is for"), choices=Audience.choices, widget=forms.CheckboxSelectMultiple, required=False
    )


class SessionRowForm(CompleteRowForm):
    """A session in the editor of its event; a time that a change of the clocks leaves out is refused at its field."""


class EventQuestionRowForm(CompleteRowForm):
    """A question that the officer asks of those who book."""
