"""What people type to join a group session, and what an officer writes about one."""

from datetime import date, datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput

from consultations.models import ConsultationPage
from consultations.surveys.models import GroupSession, SurveyPage
from consultations.surveys.models.sessions import end_of, start_of
from consultations.surveys.short_codes import as_code
from engage.core.languages import sources
from engage.core.sanitise import plain_words


class CodeField(forms.CharField):
    """A code as it was typed, without the signs that a database refuses."""

    def to_python(self, value):
        return plain_words(value) if value else ""


class JoinForm(forms.Form):
    """The code of a session, typed in any way."""

    code = CodeField(
        max_length=40,
        label=_("Your code"),
        error_messages={"required": _("Type the code."), "max_length": _("This code is too long.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )

    def clean_code(self) -> str:
        return as_code(self.cleaned_data["code"])


class SessionForm(WagtailAdminModelForm):
    """A session. It lasts until the end of its day unless somebody says another time."""

    class Meta:
        model = GroupSession
        fields = ["survey", "place", "day", "ends_at", "group", "note"]
        widgets = {
            "day": AdminDateInput,
            "ends_at": AdminDateTimeInput,
            "survey": forms.Select(attrs={"class": "engage-select"}),
            "group": forms.Select(attrs={"class": "engage-select"}),
        }
        help_texts = {
            "place": _("For example: Park School, class 9. People see it when they join."),
            "ends_at": _("Leave it empty for the end of the day. Then the code opens nothing any more."),
            "group": _("Who they are, if all are the same. Everybody can change it for themselves."),
            "note": _("Only officers see this."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["ends_at"].required = False
        if self.instance.pk:
            # People have joined by it: the survey stays.
            del self.fields["survey"]
        else:
            self.fields["survey"].queryset = surveys_to_answer()
            self.fields["day"].initial = timezone.localdate

    def clean(self):
        cleaned = super().clean()
        day: date | None = cleaned.get("day")
        if day is None:
            return cleaned
        ends: datetime = cleaned.get("ends_at") or end_of(day)
        cleaned["ends_at"] = ends
        if ends <= start_of(day):
            self.add_error("ends_at", _("It cannot end before its day."))
        elif ends > end_of(day):
            self.add_error("ends_at", _("It ends on its own day. For another day open another session."))
        survey = cleaned.get("survey") or (self.instance.survey if self.instance.pk else None)
        if survey and not _is_open_on(survey.consultation, start_of(day), ends):
            self.add_error("day", _("The consultation of this survey is not open on that day."))
        return cleaned


def _is_open_on(consultation: ConsultationPage, start: datetime, end: datetime) -> bool:
    opens, closes = consultation.opens_at, consultation.closes_at
    return opens is not None and opens < end and (closes is None or start < closes)


def surveys_to_answer():
    """Published surveys whose consultation has not ended."""
    ended = ConsultationPage.objects.ended()
    surveys = sources(SurveyPage.objects.live())
    for page in ended:
        surveys = surveys.not_descendant_of(page)
    return surveys.order_by("title")
