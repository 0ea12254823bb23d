"""What people say of themselves on the way through a survey. The questions' forms are in ``question_forms``."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.models import Area
from consultations.surveys.about import AboutPart, AboutValues
from consultations.surveys.enums import AnsweredBy
from consultations.surveys.models import Need, Response


class WhoForm(forms.Form):
    """Who is answering. It may be left out."""

    answered_by = forms.ChoiceField(choices=AnsweredBy, required=False)


# "I do not want to say" is an answer a person can press; it is stored as nothing said.
NOT_SAID = "not_said"


class AboutForm(forms.Form):
    """About the person: a field for each part that the survey asks (``about.about_parts``)."""

    def __init__(self, *args: Any, parts: Sequence[AboutPart], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parts = {part.name: part for part in parts}
        for part in parts:
            kind = forms.MultipleChoiceField if part.several else forms.ChoiceField
            self.fields[part.name] = kind(choices=[*part.choices, (NOT_SAID, "")], required=False)

    @staticmethod
    def initial_of(response: Response) -> dict:
        """The initial values for what a person said before."""
        return {
            "group": response.group,
            "age_band": response.age_band,
            "area": str(response.area_id or ""),
            "needs": [str(need.pk) for need in response.needs.all()] if response.survey.ask_needs else [],
        }

    def clean_needs(self) -> list[str]:
        said = self.cleaned_data["needs"]
        if NOT_SAID in said and len(said) > 1:
            raise forms.ValidationError(
                _("You gave an answer. You also pressed “I do not want to say”. Keep only one of them.")
            )
        return said

    def values(self) -> AboutValues:
        """What a valid form says, for each part that was asked."""
        said = {name: "" if self.cleaned_data[name] == NOT_SAID else self.cleaned_data[name] for name in self.parts}
        values: AboutValues = {}
        if "group" in said:
            values["group"] = said["group"]
        if "age_band" in said:
            values["age_band"] = said["age_band"]
        if "area" in said:
            values["area"] = Area.objects.filter(pk=said["area"]).first() if said["area"] else None
        if "needs" in said:
            values["needs"] = list(Need.objects.filter(pk__in=[pk for pk in said["needs"] if pk != NOT_SAID]))
        return values

    def pressed(self, name: str) -> set[str]:
        """The values of a part that are pressed now; for the template."""
        value = self[name].value()
        return {str(one) for one in (value if isinstance(value, list) else [value]) if one}
