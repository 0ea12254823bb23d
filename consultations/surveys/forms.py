"""What people say of themselves on the way through a survey. The questions' forms are in ``question_forms``."""

from django import forms

from consultations.surveys.enums import AgeBand, AnsweredBy, RespondentGroup


class WhoForm(forms.Form):
    """Who is answering. It may be left out."""

    answered_by = forms.ChoiceField(choices=AnsweredBy, required=False)


# "I do not want to say" is an answer a person can press; it is stored as nothing said.
NOT_SAID = "not_said"


class AboutForm(forms.Form):
    """About the person: age band and respondent group, each only where the survey asks."""

    group = forms.ChoiceField(choices=[*RespondentGroup.choices, (NOT_SAID, "")], required=False)
    age_band = forms.ChoiceField(choices=[*AgeBand.choices, (NOT_SAID, "")], required=False)

    def said(self, name: str) -> str:
        """The value of a valid form; "" where nothing was said."""
        value = self.cleaned_data[name]
        return "" if value == NOT_SAID else value
