"""The consultation: the container of one exercise, with its dates, stage and audience; the areas of the district."""

from datetime import datetime, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, PageManager, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from consultations.enums import Audience, Stage
from consultations.forms import ConsultationPageForm, CopyWithoutAliasForm
from consultations.querysets import ConsultationQuerySet, OfferedQuerySet
from engage.core.blocks import PROSE_FEATURES, PassagesBlock, easy_read_errors
from engage.core.languages import source_of
from engage.core.models import BasePage
from engage.core.publishing import CompleteBeforePublishing
from engage.core.routing import as_specific

# What a translation of a consultation never has of its own.
SAME_IN_EVERY_LANGUAGE = ("opens_at", "closes_at", "grace_hours", "audience")


class Area(TranslatableMixin, models.Model):
    """A part of the district that is large enough for nobody to be recognised by it.

    People say in which they live, and events take place in one. The table keeps its first name.
    """

    name = models.CharField(
        _("name"), max_length=80, help_text=_("As people call it. Large enough that many young people live there.")
    )
    district = models.CharField(_("district"), max_length=80, blank=True, help_text=_("The heading over its areas."))
    order = models.PositiveSmallIntegerField(_("order"), default=0, help_text=_("Small numbers come first."))
    in_use = models.BooleanField(_("people can choose it"), default=True)

    translatable_fields = [
        TranslatableField("name"),
        TranslatableField("district"),
        SynchronizedField("order", overridable=False),
        SynchronizedField("in_use", overridable=False),
    ]
    objects = OfferedQuerySet.as_manager()

    class Meta:
        db_table = "surveys_area"
        verbose_name = _("area")
        verbose_name_plural = _("areas")
        ordering = ["order", "district", "name"]
        constraints = [
            models.UniqueConstraint(fields=["district", "name", "locale"], name="surveys_area_name_once_a_language"),
            models.UniqueConstraint(fields=["translation_key", "locale"], name="surveys_area_once_a_language"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.district})" if self.district else self.name


class ConsultationIndexPage(BasePage):
    """All consultations: open now, coming, closed and answered."""

    template = "pages/consultations/consultation_index_page.html"
    max_count = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["consultations.ConsultationPage"]

    easy_read_fields = ("intro",)

    intro = RichTextField(_("introduction"), features=["bold", "link"], blank=True)
    content_panels = Page.content_panels + [FieldPanel("intro"), MultiFieldPanel(BasePage.card_panels, _("On cards"))]

    class Meta:
        verbose_name = _("list of consultations")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        pages = ConsultationPage.objects.live().child_of(self).with_answer().select_related("picture")
        groups: dict[str, list[ConsultationPage]] = {stage: [] for stage in Stage}
        for page in pages.order_by("-opens_at", "title"):
            groups[page.stage()].append(page)
        context["open_now"] = groups[Stage.OPEN]
        context["coming"] = groups[Stage.PLANNED][::-1]
        context["ended"] = sorted(
            groups[Stage.CLOSED] + groups[Stage.ANSWERED], key=lambda page: page.closes_at, reverse=True
        )
        return context


class ConsultationPage(CompleteBeforePublishing, BasePage):
    """One exercise: what we ask, of whom, from when to when. Surveys, events and outcomes are its children."""

    template = "pages/consultations/consultation_page.html"
    parent_page_types = ["consultations.ConsultationIndexPage"]
    subpage_types = ["surveys.SurveyPage", "events.ListeningEventPage", "outcomes.YouSaidWeDidPage"]

    easy_read_fields = ("what_happens_next",)

    opens_at = models.DateTimeField(
        _("opens"), null=True, blank=True, help_text=_("Date and time in the United Kingdom.")
    )
    closes_at = models.DateTimeField(
        _("closes"),
        null=True,
        blank=True,
        help_text=_("Date and time in the United Kingdom. Nobody can start after it."),
    )
    grace_hours = models.PositiveSmallIntegerField(
        _("hours to finish"),
        default=settings.ENGAGE_GRACE_HOURS,
        help_text=_("Somebody who started before the end may still send their answers for so many hours."),
    )
    audience = models.JSONField(_("who it is for"), default=list, blank=True)
    passages = StreamField(
        PassagesBlock(),
        verbose_name=_("Easy Read"),
        blank=True,
        help_text=_("What it is about, one picture and one sentence at a time."),
    )
    standard = RichTextField(
        _("longer version"),
        features=PROSE_FEATURES,
        blank=True,
        help_text=_("For people who want to read more. They switch to it on the page."),
    )
    what_happens_next = RichTextField(_("what happens next"), features=["bold", "ul", "link"], blank=True)

    content_panels = Page.content_panels + [
        MultiFieldPanel([FieldPanel("opens_at"), FieldPanel("closes_at"), FieldPanel("grace_hours")], _("Dates")),
        FieldPanel("audience"),
        FieldPanel("passages"),
        FieldPanel("standard"),
        FieldPanel("what_happens_next"),
        MultiFieldPanel(BasePage.card_panels, _("On cards")),
    ]
    search_fields = Page.search_fields + [
        index.SearchField("summary"),
        index.SearchField("passages"),
        index.SearchField("standard"),
    ]

    base_form_class = ConsultationPageForm
    copy_form_class = CopyWithoutAliasForm
    objects = PageManager.from_queryset(ConsultationQuerySet)()

    class Meta:
        verbose_name = _("consultation")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(opens_at__isnull=True)
                | models.Q(closes_at__isnull=True)
                | models.Q(closes_at__gt=models.F("opens_at")),
                name="consultation_closes_after_it_opens",
            )
        ]

    def clean(self) -> None:
        super().clean()
        if self.opens_at and self.closes_at and self.closes_at <= self.opens_at:
            raise ValidationError({"closes_at": _("The end must come after the start.")})

    @transaction.atomic
    def save(self, *args, **kwargs):
        """Save. The dates are those of the first language, in every language, as soon as they change there."""
        if kwargs.get("update_fields") is not None:
            return super().save(*args, **kwargs)
        source = source_of(self)
        if source is not self:
            for name in SAME_IN_EVERY_LANGUAGE:
                setattr(self, name, getattr(source, name))
        result = super().save(*args, **kwargs)
        if source is self:
            self.get_translations().update(**{name: getattr(self, name) for name in SAME_IN_EVERY_LANGUAGE})
        return result

    def publishing_errors(self) -> dict[str, str]:
        """Easy Read words, and with an end a start. Without dates it is announced as planned."""
        errors = easy_read_errors(self.passages)
        if self.closes_at and not self.opens_at:
            errors["opens_at"] = str(_("Say when it opens, as you say when it closes."))
        return errors

    @cached_property
    def has_answer(self) -> bool:
        """Whether a live "You said, we did" page stands under this page."""
        if "answer_published" in self.__dict__:
            return self.answer_published
        return self.get_children().live().filter(content_type__app_label="outcomes").exists()

    def stage(self, at: datetime | None = None) -> Stage:
        """The stage at a moment (now unless told otherwise)."""
        at = at or timezone.now()
        if self.opens_at is None or at < self.opens_at:
            return Stage.PLANNED
        if self.closes_at is None or at < self.closes_at:
            return Stage.OPEN
        return Stage.ANSWERED if self.has_answer else Stage.CLOSED

    def may_start(self, at: datetime | None = None) -> bool:
        """Whether somebody may begin an answer at that moment."""
        return self.live and self.stage(at) == Stage.OPEN

    @property
    def sending_ends_at(self) -> datetime | None:
        """When the last person who started in time may send; None while there is no end."""
        return self.closes_at + timedelta(hours=self.grace_hours) if self.closes_at else None

    def may_send(self, at: datetime | None = None) -> bool:
        """Whether somebody who started in time may still save and send at that moment."""
        at = at or timezone.now()
        opened = self.opens_at is not None and at >= self.opens_at
        return opened and (self.sending_ends_at is None or at < self.sending_ends_at)

    @property
    def audience_labels(self) -> list[str]:
        """The audience in words, in the order of ``Audience``."""
        chosen = set(self.audience or [])
        return [str(label) for value, label in Audience.choices if value in chosen]

    # Previews: each stage, in Easy Read and in the longer version.

    @property
    def preview_modes(self):
        return [
            (f"{stage.value}-{version}", f"{stage.label}, {label}")
            for stage in Stage
            for version, label in (("easy", _("Easy Read")), ("long", _("longer version")))
        ]

    @property
    def default_preview_mode(self):
        return "open-easy"

    def get_preview_context(self, request, mode_name):
        context = super().get_preview_context(request, mode_name)
        stage, version = mode_name.split("-")
        context["stage"] = Stage(stage)
        context["show_easy_read"] = version == "easy"
        return context

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        children = as_specific(self.get_children().live(), self.allowed_subpage_models())
        by_app: dict[str, list] = {"surveys": [], "events": [], "outcomes": []}
        for child in children:
            by_app.setdefault(child._meta.app_label, []).append(child)
        context.update(by_app)
        if by_app["outcomes"]:
            self.has_answer = True
        stage = self.stage()
        context["stage"] = stage
        display = getattr(request, "display", None)
        context["show_easy_read"] = display is None or display.is_easy_read or not self.standard
        return context
