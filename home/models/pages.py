"""The home page and plain content pages."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from engage.core.blocks import PROSE_FEATURES, PassagesBlock
from engage.core.models import BasePage


class HomePageQuerySet(PageQuerySet):
    def select_for_update(self, *args, **kwargs):
        """Lock without the picture: PostgreSQL refuses to lock what an outer join may leave empty."""
        locking = super().select_for_update(*args, **kwargs)
        return locking.select_related(None)

    def only(self, *fields):
        """Some fields without the picture: Django refuses to fetch what it shall leave out."""
        return super(HomePageQuerySet, self.select_related(None)).only(*fields)


class HomePageManager(PageManager.from_queryset(HomePageQuerySet)):
    """The home page with its picture: Wagtail fetches the specific page by itself, before any view."""

    def get_queryset(self):
        return super().get_queryset().select_related("picture")


class HomePage(BasePage):
    """What is open now, what is coming, what changed because of you, who we are."""

    template = "pages/home/home_page.html"
    max_count = 1
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "consultations.ConsultationIndexPage",
        "outcomes.OutcomeIndexPage",
        "ambassadors.AmbassadorIndexPage",
        "events.EventIndexPage",
        "home.ContentPage",
    ]

    easy_read_fields = ("hero_heading", "hero_text")

    hero_heading = models.CharField(_("big words"), max_length=80, default="Tell us what helps you.")
    hero_text = models.TextField(_("below the big words"), blank=True, help_text=_("One sentence a line."))

    content_panels = Page.content_panels + [
        MultiFieldPanel([FieldPanel("hero_heading"), FieldPanel("hero_text"), FieldPanel("picture")], _("At the top")),
        FieldPanel("summary"),
    ]

    objects = HomePageManager()

    class Meta:
        verbose_name = _("home page")

    @property
    def hero_sentences(self) -> list[str]:
        return [line.strip() for line in self.hero_text.splitlines() if line.strip()]

    def get_context(self, request, *args, **kwargs):
        from home.selections import front_page

        return {**super().get_context(request, *args, **kwargs), **front_page(self.locale_id)}


class ContentPage(BasePage):
    """About, privacy, accessibility, contact: passages first, prose below."""

    template = "pages/home/content_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []

    passages = StreamField(PassagesBlock(), verbose_name=_("Easy Read"), blank=True)
    body = RichTextField(_("more words"), features=PROSE_FEATURES, blank=True)
    in_footer = models.BooleanField(_("link at the foot of every page"), default=True)

    content_panels = Page.content_panels + [
        FieldPanel("passages"),
        FieldPanel("body"),
        MultiFieldPanel([*BasePage.card_panels, FieldPanel("in_footer")], _("On cards and at the foot")),
    ]
    search_fields = Page.search_fields + [
        index.SearchField("summary"),
        index.SearchField("passages"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = _("content page")
