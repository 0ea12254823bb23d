"""What a survey asks about the person, at its end. Every part says why, and may be left out.

One list for the page, the paper copy and typing papers in.
"""

from dataclasses import dataclass
from typing import TypedDict

from django.utils.translation import gettext as _

from consultations.models import Area
from consultations.surveys.enums import AgeBand, RespondentGroup
from consultations.surveys.models import Need, SurveyPage
from engage.core.languages import lend_words
from engage.images.models import CustomImage


class AboutValues(TypedDict, total=False):
    """What a person said of themselves. What is missing stays as it is; "", None and [] take it back."""

    answered_by: str
    group: str
    age_band: str
    area: Area | None
    needs: list[Need]


@dataclass(frozen=True)
class Option:
    value: str
    label: str
    image: CustomImage | None = None


@dataclass(frozen=True)
class AboutPart:
    """One thing that is asked. ``options`` stand under headings, "" for none; ``several`` of them may be said."""

    name: str
    title: str
    why: str
    options: list[tuple[str, list[Option]]]
    several: bool = False

    @property
    def choices(self) -> list[tuple[str, str]]:
        """All options as (value, label)."""
        return [(option.value, option.label) for _heading, options in self.options for option in options]


def about_parts(survey: SurveyPage) -> list[AboutPart]:
    """The parts that the survey asks, in order; one without an option is left out.

    At most two queries, four in other languages.
    """
    parts = []
    if survey.ask_group:
        why = _("We ask this to see if we hear from everybody.")
        parts.append(AboutPart("group", _("Who are you?"), why, _plain(RespondentGroup.choices)))
    if survey.ask_age:
        why = _("We ask this because different ages need different help.")
        parts.append(AboutPart("age_band", _("How old are you?"), why, _plain(AgeBand.choices)))
    if survey.ask_area:
        why = _("We ask this because help is not the same everywhere.")
        parts.append(AboutPart("area", _("Where do you live?"), why, _areas()))
    if survey.ask_needs:
        why = _("We ask this to see if our help fits everybody.")
        rows = list(Need.objects.in_use().select_related("picture"))
        lend_words(rows, "text")
        needs = [Option(str(need.pk), need.text, need.picture) for need in rows]
        parts.append(AboutPart("needs", _("What is true for you?"), why, [("", needs)], several=True))
    return [part for part in parts if part.choices]


def _plain(choices) -> list[tuple[str, list[Option]]]:
    return [("", [Option(value, str(label)) for value, label in choices])]


def _areas() -> list[tuple[str, list[Option]]]:
    by_district: dict[str, list[Option]] = {}
    areas = list(Area.objects.in_use())
    lend_words(areas, "name", "district")
    for area in areas:
        by_district.setdefault(area.district, []).append(Option(str(area.pk), area.name))
    return list(by_district.items())
