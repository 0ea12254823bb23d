"""Listening events. Booking comes later; this is the page that says when, where and what."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from engage.core.blocks import PassagesBlock
from engage.core.models import BasePage


class EventQuerySet(PageQuerySet):
    def coming(self, at=None):
        """Events that have not ended, soonest first."""
        return self.filter(ends_at__gt=at or timezone.now()).order_by("starts_at")

    def past(self, at=None):
        """Events that have ended, latest first."""
        return self.filter(ends_at__lte=at or timezone.now()).order_by("-starts_at")


class ListeningEventPage(BasePage):
    """A meeting where people say what they think."""

    template = "pages/events/listening_event_page.html"
    parent_page_types = ["consultations.ConsultationPage"]
    subpage_types: list[str] = []

    easy_read_fields = ("how_to_get_there", "access_facts")

    starts_at = models.DateTimeField(_("starts"), null=True, help_text=_("Date and time in the United Kingdom."))
    ends_at = models.DateTimeField(_("ends"), null=True)
    place = models.CharField(_("place"), max_length=120, blank=True)
    address = models.CharField(_("address"), max_length=200, blank=True)
    how_to_get_there = models.TextField(_("how to get there"), blank=True)
    access_facts = models.TextField(
        _("access"), blank=True, help_text=_("One fact a line. For example: There is a lift.")
    )
    passages = StreamField(PassagesBlock(), verbose_name=_("what will happen"), blank=True)
    attended = models.PositiveIntegerField(
        _("people who came"), null=True, blank=True, help_text=_("Fill it in after the event.")
    )
    heard = StreamField(
        PassagesBlock(), verbose_name=_("what we heard"), blank=True, help_text=_("Shows after the event.")
    )

    content_panels = Page.content_panels + [
        FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")], heading=_("When")),
        MultiFieldPanel(
            [FieldPanel("place"), FieldPanel("address"), FieldPanel("how_to_get_there"), FieldPanel("access_facts")],
            heading=_("Where"),
        ),
        FieldPanel("passages"),
        MultiFieldPanel([FieldPanel("attended"), FieldPanel("heard")], heading=_("After the event")),
        MultiFieldPanel(BasePage.card_panels, _("On cards")),
    ]
    search_fields = Page.search_fields + [
        index.SearchField("summary"),
        index.SearchField("place"),
        index.SearchField("passages"),
    ]
    objects = PageManager.from_queryset(EventQuerySet)()

    class Meta:
        verbose_name = _("listening event")

    def clean(self) -> None:
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("The end must come after the start.")})

    @property
    def is_past(self) -> bool:
        return self.ends_at is not None and timezone.now() >= self.ends_at

    @property
    def access_list(self) -> list[str]:
        return [line.strip() for line in self.access_facts.splitlines() if line.strip()]

    preview_modes = [("coming", _("Before the event")), ("past", _("After the event"))]

    def get_preview_context(self, request, mode_name):
        return {**super().get_preview_context(request, mode_name), "is_past": mode_name == "past"}

    def get_context(self, request, *args, **kwargs):
        return {**super().get_context(request, *args, **kwargs), "is_past": self.is_past}
