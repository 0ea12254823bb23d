"""Pages that answer: one for each consultation, and the list of everything that changed."""

from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Q, prefetch_related_objects
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.search import index

from consultations.forms import CopyWithoutAliasForm
from consultations.outcomes.enums import OutcomeState
from consultations.strategy.models import Priority
from engage.core.blocks import PROSE_FEATURES, PassagesBlock, easy_read_errors
from engage.core.languages import in_first_language, lend_words
from engage.core.models import BasePage
from engage.core.publishing import CompleteBeforePublishing
from engage.core.publishing_forms import CompletePageForm, CompleteRowsPanel
from engage.core.readability import Piece
from engage.core.revisions import recognise

from .entries import Outcome
from .figures import FrozenFigure

ENTRIES_A_PAGE = 20
PRIORITY_WORDS = ("name", "description")


class OutcomeIndexPage(BasePage):
    """All entries of all live "You said, we did" pages, by priority and state."""

    template = "pages/outcomes/outcome_index_page.html"
    max_count = 1
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []

    content_panels = Page.content_panels + [MultiFieldPanel(BasePage.card_panels, _("On cards"))]

    class Meta:
        verbose_name = _("list of what changed")

    def get_context(self, request, *args, **kwargs):
        """Adds ``entries`` (a paginator's page), and what the filters offer and what was chosen.

        Filters come from the address: ``priority`` (a number) and ``state``. What is unknown there is
        as if nobody had chosen.
        """
        context = super().get_context(request, *args, **kwargs)
        shown = Outcome.objects.published().filter(page__locale=self.locale_id)
        priorities = list(Priority.objects.filter(outcomes__in=shown).distinct())
        wanted = request.GET.get("priority", "")
        priority = next((one for one in priorities if str(one.pk) == wanted), None)
        state = request.GET.get("state", "")
        state = state if state in OutcomeState.values else ""
        entries = shown.for_showing()
        if priority:
            entries = entries.filter(priority=priority)
        if state:
            entries = entries.filter(state=state)
        context["entries"] = Paginator(entries, ENTRIES_A_PAGE).get_page(request.GET.get("page"))
        lend_words([*priorities, *(entry.priority for entry in context["entries"])], *PRIORITY_WORDS)
        context["priorities"], context["chosen_priority"] = priorities, priority
        context["states"], context["chosen_state"] = OutcomeState.choices, state
        return context


class YouSaidWeDidPage(CompleteBeforePublishing, BasePage):
    """What people said in a consultation, and what became of it."""

    template = "pages/outcomes/you_said_we_did_page.html"
    parent_page_types = ["consultations.ConsultationPage"]
    subpage_types: list[str] = []

    easy_read_relations = ("entries",)

    passages = StreamField(
        PassagesBlock(),
        verbose_name=_("Easy Read"),
        blank=True,
        help_text=_("Say thank you, and what this page is about. One picture and one sentence at a time."),
    )
    standard = RichTextField(_("longer version"), features=PROSE_FEATURES, blank=True)

    content_panels = Page.content_panels + [
        FieldPanel("passages"),
        CompleteRowsPanel(
            "entries",
            heading=_("You said, we did"),
            label=_("entry"),
            min_num=1,
            help_text=_("What people said, and what you did or why you cannot. How many said it is counted for you."),
        ),
        FieldPanel("standard"),
        MultiFieldPanel(BasePage.card_panels, _("On cards")),
    ]
    search_fields = Page.search_fields + [index.SearchField("summary"), index.SearchField("passages")]

    base_form_class = CompletePageForm
    copy_form_class = CopyWithoutAliasForm

    class Meta:
        verbose_name = _("You said, we did")

    def publishing_errors(self) -> dict[str, str]:
        """A page without Easy Read words is not for everybody who said something."""
        return easy_read_errors(self.passages)

    def publishing_problems(self) -> list[str]:
        entries = self.entries.all()
        problems = super().publishing_problems()
        if not entries:
            problems.append(str(_("Add at least one entry.")))
        for number, entry in enumerate(entries, start=1):
            problems += [
                str(_("Entry %(number)s: %(problem)s") % {"number": number, "problem": message})
                for message in entry.publishing_errors().values()
            ]
        return problems

    def easy_read_pieces(self) -> list[Piece]:
        pieces = super().easy_read_pieces()
        for number, entry in enumerate(self.entries.all(), start=1):
            pieces += entry.easy_read_pieces(str(_("Entry %(number)d") % {"number": number}))
        return pieces

    def with_content_json(self, content):
        """The page as a revision has it, its entries known again as the stored ones."""
        page = super().with_content_json(content)
        recognise(page.entries.get_object_list(), Outcome.objects.filter(page_id=self.pk), lambda entry: entry.you_said)
        return page

    @transaction.atomic
    def save(self, *args, **kwargs):
        """Save; a live page freezes the figures that it has not counted yet."""
        from consultations.outcomes.services import freeze_figures

        result = super().save(*args, **kwargs)
        if kwargs.get("update_fields") is None:
            freeze_figures(page=self)
        return result

    def figures_by_theme(self) -> dict[int | None, FrozenFigure]:
        """The frozen figures of this page, those of its source where it is a translation; of everybody under None."""
        same = YouSaidWeDidPage.objects.filter(in_first_language(), translation_key=self.translation_key)
        figures = FrozenFigure.objects.filter(Q(page_id=self.pk) | Q(page__in=same)) if self.pk else ()
        return {known.theme_id: known for known in figures}

    def people_words(self, frozen: FrozenFigure | None) -> str:
        """How many people answered, in words; "" while nothing was counted."""
        if frozen is None or frozen.people == 0:
            return ""
        if frozen.people is None:
            return str(_("A few people told us what they think."))
        return ngettext(
            "About %(number)d person told us what they think.",
            "About %(number)d people told us what they think.",
            frozen.people,
        ) % {"number": frozen.people}

    def get_context(self, request, *args, **kwargs):
        """Adds ``entries`` with their frozen figures, and ``people_words``. Works for unsaved drafts."""
        context = super().get_context(request, *args, **kwargs)
        frozen = self.figures_by_theme()
        context["entries"] = self._shown_entries(frozen)
        context["people_words"] = self.people_words(frozen.get(None))
        return context

    def _shown_entries(self, frozen: dict) -> list[Outcome]:
        # Stored ones come with what they show; a draft's are in memory, where nothing can be selected.
        entries = list(self.entries.all().select_related("priority__picture", "picture"))
        prefetch_related_objects(entries, "priority__picture", "picture")
        lend_words((entry.priority for entry in entries if entry.priority), *PRIORITY_WORDS)
        for entry in entries:
            entry.take_figure(frozen)
        return entries
