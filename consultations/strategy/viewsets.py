"""The strategy in the admin: priorities, objectives, work streams and the bank of I statements.

Snippets, because questions, themes and outcomes choose them by Wagtail's choosers.
"""

from django import forms
from django.db.models import Count, Model, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from django_filters import BooleanFilter, ModelMultipleChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column, NumberColumn
from wagtail.models import TranslatableMixin
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from consultations.strategy.choosers import SourceChooserViewSet
from consultations.strategy.models import Objective, Priority, Statement, WorkStream
from engage.core.lists import in_lists
from engage.core.menu import ENGAGEMENT_MENU_HOOK, STRATEGY_MENU_HOOK
from engage.core.panels import EasyReadPanel


def counted(queryset: QuerySet, **relations: str) -> QuerySet:
    """The rows with how many related rows each has, by the name of the relation; one query in all.

    A subquery for each: joins would multiply the counts with one another. A row and its translations count as one,
    on both sides: a translated question is no second question, a translated statement is asked as its source is.
    """
    model = queryset.model
    same = _same(model)
    for name, relation in relations.items():
        what = f"{relation}__{_same(model._meta.get_field(relation).related_model)}"
        rows = model.objects.filter(**{same: OuterRef(same)}).order_by().values(same)
        number = rows.annotate(number=Count(what, distinct=True)).values("number")
        queryset = queryset.annotate(**{name: Coalesce(Subquery(number), 0)})
    return queryset


def _same(model: type[Model]) -> str:
    """The field that a row shares with its translations."""
    return "translation_key" if issubclass(model, TranslatableMixin) else "pk"


class PriorityViewSet(SnippetViewSet):
    model = Priority
    chooser_viewset_class = SourceChooserViewSet
    icon = "pick"
    menu_order = 100
    ordering = ["order", "name"]
    list_display = [
        "name",
        NumberColumn("order", label=_("Order"), sort_key="order"),
        NumberColumn("statement_count", label=_("I statements")),
        NumberColumn("objective_count", label=_("Objectives")),
        NumberColumn("question_count", label=_("Questions")),
    ]
    panels = [
        FieldPanel("name"),
        FieldPanel("formal_name"),
        FieldPanel("description"),
        FieldPanel("picture"),
        FieldRowPanel([FieldPanel("tint"), FieldPanel("order")]),
        EasyReadPanel(heading=_("Easy Read check")),
    ]

    def get_queryset(self, request):
        return counted(
            in_lists(Priority.objects.all(), request),
            statement_count="statements",
            objective_count="objectives",
            question_count="questions",
        )


class WorkStreamViewSet(SnippetViewSet):
    model = WorkStream
    icon = "group"
    menu_order = 300
    ordering = ["order", "name"]
    search_fields = ["name", "description"]
    list_display = [
        "name",
        NumberColumn("order", label=_("Order"), sort_key="order"),
        NumberColumn("objective_count", label=_("Objectives")),
    ]
    panels = [
        FieldPanel("name"),
        FieldPanel("description"),
        FieldPanel("picture"),
        FieldPanel("order"),
        EasyReadPanel(heading=_("Easy Read check")),
    ]

    def get_queryset(self, request):
        return counted(WorkStream.objects.all(), objective_count="objectives")


class ObjectiveViewSet(SnippetViewSet):
    model = Objective
    icon = "list-ol"
    menu_order = 200
    ordering = ["priority__order", "order", "pk"]
    search_fields = ["text", "standard"]
    list_filter = ["priority", "work_stream"]
    list_per_page = 50
    list_display = [
        "text",
        Column("priority", label=_("Priority"), sort_key="priority__order"),
        Column("work_stream", label=_("Work stream"), sort_key="work_stream__order"),
        NumberColumn("order", label=_("Order"), sort_key="order"),
    ]
    panels = [
        FieldPanel("text"),
        FieldPanel("standard"),
        FieldRowPanel(
            [FieldPanel("priority", widget=forms.Select), FieldPanel("work_stream", widget=forms.Select)],
        ),
        FieldPanel("order"),
        EasyReadPanel(heading=_("Easy Read check")),
    ]

    def get_queryset(self, request):
        return Objective.objects.select_related("priority", "work_stream")


class StatementFilterSet(WagtailFilterSet):
    priorities = ModelMultipleChoiceFilter(
        label=_("Priority"), queryset=lambda _request: Priority.objects.sources(), widget=forms.CheckboxSelectMultiple
    )
    is_replaced = BooleanFilter(
        label=_("Replaced by a newer wording"), field_name="replaced_by", lookup_expr="isnull", exclude=True
    )

    class Meta:
        model = Statement
        fields = ["priorities"]


class StatementViewSet(SnippetViewSet):
    model = Statement
    chooser_viewset_class = SourceChooserViewSet
    icon = "user"
    menu_order = 150
    ordering = ["order", "pk"]
    filterset_class = StatementFilterSet
    list_per_page = 50
    # The bank is read through as a whole when one is chosen for a question.
    chooser_per_page = 50
    list_display = [
        "text",
        Column("priority_names", label=_("Priorities")),
        NumberColumn("order", label=_("Order"), sort_key="order"),
        NumberColumn("question_count", label=_("Asked in questions")),
        Column("replaces", label=_("Replaces")),
    ]
    panels = [
        MultiFieldPanel([FieldPanel("text"), FieldPanel("standard")], _("Words")),
        FieldPanel("priorities", widget=forms.CheckboxSelectMultiple),
        FieldRowPanel([FieldPanel("picture"), FieldPanel("recording")]),
        FieldPanel("replaces"),
        FieldPanel("order"),
        EasyReadPanel(heading=_("Easy Read check")),
    ]

    def get_queryset(self, request):
        statements = in_lists(Statement.objects.all(), request)
        statements = statements.select_related("replaces").prefetch_related("priorities")
        return counted(statements, question_count="questions")


class StrategyViewSetGroup(SnippetViewSetGroup):
    """The strategy's entries in the officers' menu."""

    items = (PriorityViewSet, StatementViewSet, ObjectiveViewSet, WorkStreamViewSet)
    menu_label = _("Strategy")
    menu_name = "strategy"
    menu_icon = "doc-full-inverse"
    menu_order = 900
    menu_hook = ENGAGEMENT_MENU_HOOK
    submenu_hook = STRATEGY_MENU_HOOK
