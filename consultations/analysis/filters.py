"""How officers narrow the lists of responses and of answers. Withheld answers match nothing."""

import django_filters
from django.db.models import Exists, OuterRef, QuerySet
from django.forms import RadioSelect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet

from consultations.analysis.models import Theme
from consultations.analysis.querysets import coded, uncoded, with_priority, with_theme
from consultations.models import Area, ConsultationPage
from consultations.strategy.models import Priority
from consultations.surveys.enums import RespondentGroup, Source
from consultations.surveys.models import Answer, Need, Response, SurveyPage
from engage.core.languages import language_choices, sources

NOT_CODED = "not_coded"
CODED = "coded"


def _priorities(_request) -> QuerySet[Priority]:
    return Priority.objects.sources()


def _sources_of(model):
    """The pages of a kind by their titles, without their translations, which nobody answers."""
    return lambda _request: sources(model.objects.order_by("title"))


def themes_in_use(_request) -> QuerySet[Theme]:
    return Theme.objects.filter(merged_into__isnull=True)


def places_of_origin() -> list[tuple[str, str]]:
    """The links, group sessions and events by which sent responses came."""
    details = Response.objects.sent().exclude(source_detail="").order_by("source_detail")
    return [(detail, detail) for detail in details.values_list("source_detail", flat=True).distinct()]


class ResponseFilterSet(WagtailFilterSet):
    """Sent responses; those on themes and priorities look at the answers that officers may read."""

    consultation = django_filters.ModelChoiceFilter(
        label=_("Consultation"), queryset=_sources_of(ConsultationPage), method="of_consultation"
    )
    survey = django_filters.ModelChoiceFilter(label=_("Survey"), queryset=_sources_of(SurveyPage))
    group = django_filters.ChoiceFilter(
        label=_("Who they are"), choices=RespondentGroup.choices, widget=RadioSelect, empty_label=_("All")
    )
    area = django_filters.ModelChoiceFilter(label=_("Area"), queryset=Area.objects.sources())
    needs = django_filters.ModelChoiceFilter(label=_("Need"), queryset=Need.objects.sources())
    source = django_filters.ChoiceFilter(
        label=_("Source"), choices=Source.choices, widget=RadioSelect, empty_label=_("All")
    )
    source_detail = django_filters.ChoiceFilter(
        label=_("Where it came from"), choices=places_of_origin, empty_label=_("All"), null_label=None
    )
    language = django_filters.ChoiceFilter(
        label=_("Language"), choices=language_choices, widget=RadioSelect, empty_label=_("All")
    )
    sent_at = django_filters.DateFromToRangeFilter(label=_("Sent"), widget=DateRangePickerWidget)
    priority = django_filters.ModelChoiceFilter(label=_("Priority"), queryset=_priorities, method="with_priority")
    theme = django_filters.ModelChoiceFilter(label=_("Theme"), queryset=themes_in_use, method="with_theme")
    coding = django_filters.ChoiceFilter(
        label=_("Coding"),
        choices=[(NOT_CODED, _("Not yet coded"))],
        widget=RadioSelect,
        empty_label=_("All"),
        method="not_coded",
    )

    class Meta:
        model = Response
        fields = [
            "consultation",
            "survey",
            "group",
            "source",
            "source_detail",
            "language",
            "sent_at",
            "priority",
            "theme",
            "coding",
        ]

    def of_consultation(self, queryset, _name, consultation):
        return queryset.of_consultation(consultation)

    def with_priority(self, queryset, _name, priority):
        return _having(queryset, with_priority(Answer.objects.usable(), priority))

    def with_theme(self, queryset, _name, theme):
        return _having(queryset, with_theme(Answer.objects.usable(), theme))

    def not_coded(self, queryset, _name, _value):
        """Responses with at least one answer in words that nobody has put a theme on."""
        return _having(queryset, uncoded(Answer.objects.usable().in_words()))


def _having(responses, answers):
    return responses.filter(Exists(answers.filter(response=OuterRef("pk"))))


class AnswerFilterSet(WagtailFilterSet):
    """The answers to one question."""

    coding = django_filters.ChoiceFilter(
        label=_("Coding"),
        choices=[(NOT_CODED, _("Not yet coded")), (CODED, _("Coded"))],
        widget=RadioSelect,
        empty_label=_("All"),
        method="by_coding",
    )
    theme = django_filters.ModelChoiceFilter(label=_("Theme"), queryset=themes_in_use, method="with_theme")
    priority = django_filters.ModelChoiceFilter(label=_("Priority"), queryset=_priorities, method="with_priority")
    group = django_filters.ChoiceFilter(
        label=_("Who they are"),
        field_name="response__group",
        choices=RespondentGroup.choices,
        widget=RadioSelect,
        empty_label=_("All"),
    )
    area = django_filters.ModelChoiceFilter(
        label=_("Area"), field_name="response__area", queryset=Area.objects.sources()
    )
    needs = django_filters.ModelChoiceFilter(
        label=_("Need"), field_name="response__needs", queryset=Need.objects.sources()
    )
    source = django_filters.ChoiceFilter(
        label=_("Source"),
        field_name="response__source",
        choices=Source.choices,
        widget=RadioSelect,
        empty_label=_("All"),
    )

    language = django_filters.ChoiceFilter(
        label=_("Language"),
        field_name="response__language",
        choices=language_choices,
        widget=RadioSelect,
        empty_label=_("All"),
    )

    class Meta:
        model = Answer
        fields = ["coding", "theme", "priority", "group", "area", "needs", "source", "language"]

    def by_coding(self, queryset, _name, value):
        return uncoded(queryset) if value == NOT_CODED else coded(queryset)

    def with_theme(self, queryset, _name, theme):
        return with_theme(queryset, theme)

    def with_priority(self, queryset, _name, priority):
        return with_priority(queryset, priority)
