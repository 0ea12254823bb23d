"""What a device sends of one person: read by the same forms as the pages of the journey."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone

from consultations.surveys.about import AboutValues, about_parts
from consultations.surveys.forms import AboutForm, WhoForm
from consultations.surveys.models import GroupSession
from consultations.surveys.models.responses import RECEIPT_ALPHABET
from consultations.surveys.offline import NotOurCopy, OfflineCopy
from consultations.surveys.question_forms import form_for
from consultations.surveys.services.given import Given
from engage.core.preferences import DisplayPreferences

MOST_FIELDS = 2_000
# The year 2100, in milliseconds: what a clock says that is not broken.
LATEST_MOMENT = 4_102_444_800_000
# The fields of a question that a device sends. The others are for pages that come back, and for recordings.
SENT = {"answer", "instead", "words"}


class Unreadable(ValueError):
    """It is not what our page sends."""


class DoesNotFit(ValueError):
    """An answer is not one that was offered. ``number`` is its question, from 1; 0 where there is no such question."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class EnvelopeForm(forms.Form):
    """All that a device says beside the answers. Times are milliseconds by the device's clock, as is ``now``."""

    key = forms.UUIDField()
    token = forms.CharField(max_length=20_000)
    receipt = forms.RegexField(rf"^[{RECEIPT_ALPHABET}]{{4}}(-[{RECEIPT_ALPHABET}]{{4}}){{2}}$", max_length=14)
    started = forms.IntegerField(min_value=0, max_value=LATEST_MOMENT)
    finished = forms.IntegerField(min_value=0, max_value=LATEST_MOMENT)
    now = forms.IntegerField(min_value=0, max_value=LATEST_MOMENT)


def read_envelope(body: bytes) -> tuple[dict[str, Any], Mapping[str, Any]]:
    """The checked envelope and all that was sent. Raises ``Unreadable``."""
    try:
        sent = json.loads(body)
    except (ValueError, RecursionError):
        raise Unreadable from None
    if not isinstance(sent, dict):
        raise Unreadable
    form = EnvelopeForm({name: str(value) for name, value in sent.items() if isinstance(value, (str, int))})
    if not form.is_valid():
        raise Unreadable
    return form.cleaned_data, sent


def moments(envelope: Mapping[str, Any]) -> tuple[datetime, datetime]:
    """When the person began and finished, by our clock: whatever the device's says, it knows how long ago it was."""
    now = timezone.now()
    finished_at = now - max(timedelta(0), timedelta(milliseconds=envelope["now"] - envelope["finished"]))
    took = max(timedelta(0), timedelta(milliseconds=envelope["finished"] - envelope["started"]))
    return finished_at - took, finished_at


def shown_by(sent: Mapping[str, Any]) -> DisplayPreferences:
    """How the person had the questions presented."""
    display = sent.get("display")
    return DisplayPreferences.from_values(display if isinstance(display, dict) else {})


class SentForms:
    """The forms of one person's answers. Raises ``Unreadable`` or ``DoesNotFit``."""

    def __init__(self, session: GroupSession, copy: OfflineCopy, sent: Mapping[str, Any]) -> None:
        data = _fields(sent.get("fields"))
        questions = copy.asked_questions(session)
        if len(questions) != len(copy.questions):
            raise NotOurCopy
        self.session = session
        self.shown = shown_by(sent)
        self.forms = [form_for(question, data=data, prefix=question.key) for question in questions]
        self.who = WhoForm(data)
        self.parts = about_parts(session.survey)
        known = {form.add_prefix(name) for form in self.forms for name in SENT & set(form.fields)}
        if set(data) - known - {"answered_by", "group", "age_band", "area", "needs"}:
            raise DoesNotFit(0)
        for number, form in enumerate(self.forms, start=1):
            if not form.is_valid():
                raise DoesNotFit(number)
        if not self.who.is_valid():
            raise DoesNotFit(0)
        self.about = AboutForm(self._still_asked(data), parts=self.parts)
        if not self.about.is_valid():
            raise DoesNotFit(0)

    def _still_asked(self, data: QueryDict) -> QueryDict:
        """What the person says of themselves, without lists' entries that officers have taken out since."""
        kept = QueryDict(mutable=True)
        for part in self.parts:
            offered = {value for value, _label in part.choices} | {"not_said"}
            values = [value for value in data.getlist(part.name) if value in offered]
            if values:
                kept.setlist(part.name, values)
        return kept

    def answers(self) -> list[Given]:
        """An answer for each question, with the words that were shown."""
        return [replace(form.given(), version=form.question.version_shown(self.shown.version)) for form in self.forms]

    def about_values(self) -> AboutValues:
        """Who answered, and what the person says of themselves. The session's group, where they say nothing of it."""
        said: AboutValues = {**self.about.values(), "answered_by": self.who.cleaned_data["answered_by"]}
        if "group" not in self.about.data:
            said["group"] = self.session.group
        return said


def _fields(sent: Any) -> QueryDict:
    """The pairs of names and values as a form sends them."""
    if not isinstance(sent, list) or len(sent) > MOST_FIELDS:
        raise Unreadable
    data = QueryDict(mutable=True)
    for pair in sent:
        if not (isinstance(pair, list) and len(pair) == 2 and all(isinstance(one, str) for one in pair)):
            raise Unreadable
        data.appendlist(pair[0], pair[1])
    return data
