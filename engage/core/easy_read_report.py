"""The report over all pages: which of them is hardest to read."""

from collections import Counter, defaultdict
from dataclasses import dataclass

import django_filters
from django.db.models import prefetch_related_objects
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import ContentTypeFilter, WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, NumberColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page, get_page_content_types
from wagtail.permissions import policy_registry
from wagtail.query import PageQuerySet

from engage.core.easy_read import check_easy_read
from engage.core.exports import neutralised
from engage.core.glossary import Term
from engage.core.readability import Result, Rule

RULE_NAMES = {
    Rule.LONG_SENTENCE: gettext_lazy("long sentence"),
    Rule.MANY_SENTENCES: gettext_lazy("too many sentences in one place"),
    Rule.LONG_WORD: gettext_lazy("long word"),
    Rule.INITIALS: gettext_lazy("letters that nobody explains"),
    Rule.JARGON: gettext_lazy("hard word"),
    Rule.PASSIVE: gettext_lazy("does not say who"),
    Rule.DOUBLE_NEGATIVE: gettext_lazy("2 negative words"),
    Rule.METAPHOR: gettext_lazy("figure of speech"),
    Rule.NUMBER_IN_WORDS: gettext_lazy("number in words"),
    Rule.CAPITALS: gettext_lazy("capital letters"),
    Rule.ITALICS: gettext_lazy("italics"),
    Rule.NO_PICTURE: gettext_lazy("no picture"),
}
EDITABLE = ["change"]


@dataclass(frozen=True)
class Row:
    """One page of the report."""

    page: Page
    result: Result

    @property
    def title(self) -> str:
        # Not the draft's title: the words that are counted are those of the published page.
        return self.page.title

    @property
    def edit_url(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk])

    @property
    def type(self) -> str:
        return str(self.page.page_type_display_name)

    @property
    def status(self) -> str:
        return str(_("published")) if self.page.live else str(_("draft"))

    @property
    def warnings(self) -> int:
        return len(self.result.warnings)

    @property
    def hints(self) -> int:
        return len(self.result.hints)

    @property
    def sentences(self) -> int:
        return self.result.sentences

    @property
    def in_100(self) -> int:
        return self.result.warnings_in_100

    @property
    def what(self) -> str:
        """The rules that are broken, most often first: "hard word (3), no picture"."""
        counted = Counter(finding.rule for finding in self.result.warnings).most_common()
        return ", ".join(
            f"{RULE_NAMES[rule]} ({count})" if count > 1 else str(RULE_NAMES[rule]) for rule, count in counted
        )


class EasyReadFilterSet(WagtailFilterSet):
    content_type = ContentTypeFilter(
        label=gettext_lazy("Type"),
        queryset=lambda request: get_page_content_types(include_base_page_type=False),
    )
    live = django_filters.ChoiceFilter(
        label=gettext_lazy("Status"),
        choices=[("True", gettext_lazy("published")), ("False", gettext_lazy("draft"))],
        empty_label=gettext_lazy("All"),
    )

    class Meta:
        model = Page
        fields = ["content_type", "live"]


def checked_rows(pages: PageQuerySet) -> list[Row]:
    """The pages that the checker reads, worst first: most warnings for each 100 sentences.

    The number of queries depends on the types of pages, not on how many pages there are.
    """
    by_type = defaultdict(list)
    for page in pages.select_related("locale", "content_type").specific():
        if hasattr(page, "easy_read_pieces"):
            by_type[type(page)].append(page)
    for model, ones in by_type.items():
        prefetch_related_objects(ones, "locale", *model.easy_read_relations)
    vocabulary = Term.objects.all().vocabulary()
    rows = [Row(page, check_easy_read(page, vocabulary)) for ones in by_type.values() for page in ones]
    rows = [row for row in rows if row.result.checked]
    return sorted(rows, key=lambda row: (-row.in_100, -row.warnings, -row.hints, row.page.title))


class EasyReadReportView(ReportView):
    """Pages that the officer may edit. A published page is read as the public reads it."""

    page_title = gettext_lazy("Easy Read")
    header_icon = "glasses"
    model = Page
    any_permission_required = EDITABLE
    filterset_class = EasyReadFilterSet
    index_url_name = "easy_read:report"
    index_results_url_name = "easy_read:report_results"
    verbose_name_plural = gettext_lazy("pages")
    export_filename = "easy-read"
    columns = [
        TitleColumn("title", label=gettext_lazy("Page"), get_url=lambda row: row.edit_url, classname="engage-title"),
        Column("type", label=gettext_lazy("Type")),
        Column("status", label=gettext_lazy("Status")),
        NumberColumn("warnings", label=gettext_lazy("Warnings")),
        NumberColumn("in_100", label=gettext_lazy("In 100 sentences")),
        NumberColumn("hints", label=gettext_lazy("Hints")),
        Column("what", label=gettext_lazy("What to mend")),
    ]
    list_export = ["title", "type", "status", "warnings", "in_100", "hints", "sentences", "what"]
    export_headings = {
        "title": gettext_lazy("Page"),
        "type": gettext_lazy("Type"),
        "status": gettext_lazy("Status"),
        "warnings": gettext_lazy("Warnings"),
        "in_100": gettext_lazy("Warnings in 100 sentences"),
        "hints": gettext_lazy("Hints"),
        "sentences": gettext_lazy("Sentences"),
        "what": gettext_lazy("What to mend"),
    }

    def get_queryset(self):
        return self.permission_policy.instances_user_has_any_permission_for(self.request.user, EDITABLE)

    def get_filtered_queryset(self):
        return checked_rows(self.filter_queryset(self.get_queryset()))

    def to_row_dict(self, item):
        """The row as it is exported; words that a spreadsheet would take for a formula stay words."""
        row = super().to_row_dict(item)
        return {name: neutralised(value) if isinstance(value, str) else value for name, value in row.items()}

    def get_page_subtitle(self) -> str:
        return str(_("worst first"))


class EasyReadReportMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return policy_registry.get_by_type(Page).user_has_any_permission(request.user, EDITABLE)


def report_menu_item() -> MenuItem:
    """For ``register_reports_menu_item``."""
    return EasyReadReportMenuItem(
        gettext_lazy("Easy Read"), reverse("easy_read:report"), name="easy-read", icon_name="glasses", order=90
    )
