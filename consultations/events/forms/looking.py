"""What people look for in the list of events. Nothing typed is an error: what nobody knows counts as not chosen."""

from typing import cast

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from consultations.enums import Audience
from consultations.events.querysets import EventQuerySet
from consultations.models import Area
from engage.core.languages import lend_words

PLACE, ONLINE = "place", "online"


class LookForm(forms.Form):
    """A form for GET; ``narrow`` gives the events that fit."""

    area = forms.ModelChoiceField(label=_("Where"), queryset=Area.objects.none(), required=False)
    way = forms.ChoiceField(
        label=_("How to take part"),
        choices=[("", _("Every way")), (PLACE, _("Go to a place")), (ONLINE, _("Online, from home"))],
        required=False,
    )
    audience = forms.ChoiceField(
        label=_("Who it is for"),
        choices=[("", _("All events")), *(pair for pair in Audience.choices if pair[0] != Audience.EVERYONE)],
        required=False,
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        areas = list(Area.objects.in_use())
        lend_words(areas, "name", "district")
        area = cast(forms.ModelChoiceField, self.fields["area"])
        area.queryset = Area.objects.in_use()
        area.choices = [("", _("Everywhere")), *((one.pk, str(one)) for one in areas)]

    @property
    def chosen(self) -> dict:
        """What somebody chose, by the name of the field."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def narrow(self, events: EventQuerySet) -> EventQuerySet:
        """The events that fit everything that was chosen."""
        chosen = self.chosen
        if "area" in chosen:
            events = events.in_area(chosen["area"])
        if "way" in chosen:
            events = events.online() if chosen["way"] == ONLINE else events.at_a_place()
        return events.for_audience(chosen["audience"]) if "audience" in chosen else events

    @property
    def query(self) -> str:
        """What was chosen as the end of an address, such as ``area=3&way=online&``."""
        return "".join(f"{name}={getattr(value, 'pk', value)}&" for name, value in self.chosen.items())

    @property
    def calendar_url(self) -> str:
        """The calendar of the events that fit."""
        query = self.query.rstrip("&")
        return reverse("events:all_calendar") + (f"?{query}" if query else "")
