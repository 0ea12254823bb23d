"""The page of a listening event: when, where, what happens, and how people book."""

from urllib.parse import urlencode

from django.db import models, transaction
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from consultations.enums import Audience
from consultations.events.enums import BookingState
from consultations.events.faith import keep_faith_with_bookings, recognise_rows
from consultations.events.forms.editor import EventPageForm
from consultations.events.querysets import EventQuerySet
from consultations.events.reminder_days import no_number, read_days
from consultations.forms import CopyWithoutAliasForm
from consultations.models import ConsultationPage
from engage.core.blocks import PassagesBlock
from engage.core.languages import in_first_language, source_of
from engage.core.models import BasePage
from engage.core.publishing import CompleteBeforePublishing
from engage.core.publishing_forms import CompleteRowsPanel
from engage.core.readability import Piece
from engage.core.suppression import figure

# What a translation never has of its own: people book the sessions of the first language.
SAME_IN_EVERY_LANGUAGE = (
    "starts_at",
    "ends_at",
    "takes_bookings",
    "booking_opens_at",
    "booking_closes_at",
    "smaller_pass",
    "hold_hours",
    "reminder_days",
    "online",
    "join_link",
    "audience",
    "area",
    "attended",
    "feedback_survey_id",
)

MAP_SEARCH = "https://www.openstreetmap.org/search"
# What each preview of booking shows, whatever the clock says.
PREVIEWED = {"before": BookingState.NOT_YET, "open": BookingState.OPEN, "full": BookingState.FULL}


class ListeningEventPage(CompleteBeforePublishing, BasePage):
    """A meeting where people say what they think, in one or several sessions."""

    template = "pages/events/listening_event_page.html"
    parent_page_types = ["consultations.ConsultationPage", "events.EventIndexPage"]
    subpage_types: list[str] = []

    easy_read_fields = ("how_to_get_there", "access_facts", "how_to_join")
    easy_read_relations = ("booking_questions",)

    # The first start and the last end of the sessions, so that lists of events need no other table.
    starts_at = models.DateTimeField(_("starts"), null=True, editable=False)
    ends_at = models.DateTimeField(_("ends"), null=True, editable=False)
    place = models.CharField(_("place"), max_length=120, blank=True)
    address = models.CharField(_("address"), max_length=200, blank=True)
    area = models.ForeignKey(
        "consultations.Area",
        verbose_name=_("area"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        limit_choices_to=in_first_language,
        help_text=_("People look for events near home. The list is under About people."),
    )
    map_link = models.URLField(
        _("link to a map"), blank=True, help_text=_("Empty: a search for the address on OpenStreetMap.")
    )
    how_to_get_there = models.TextField(_("how to get there"), blank=True)
    access_facts = models.TextField(
        _("access"), blank=True, help_text=_("One fact a line. For example: There is a lift.")
    )
    online = models.BooleanField(_("online"), default=False, help_text=_("People join from home."))
    join_link = models.URLField(
        _("link to join"), blank=True, help_text=_("Only people who have a place see it, and get it by e-mail.")
    )
    how_to_join = models.TextField(_("how to join"), blank=True, help_text=_("One short sentence a line."))
    audience = models.JSONField(_("who it is for"), default=list, blank=True)
    takes_bookings = models.BooleanField(
        _("people book places"), default=True, help_text=_("Without it, everybody can just come.")
    )
    booking_opens_at = models.DateTimeField(
        _("booking opens"), null=True, blank=True, help_text=_("Empty: as soon as the page is published.")
    )
    booking_closes_at = models.DateTimeField(
        _("booking closes"), null=True, blank=True, help_text=_("Empty: when the session starts.")
    )
    smaller_pass = models.BooleanField(
        _("smaller groups may pass"),
        default=False,
        help_text=_("When too few places are free for the first group that waits, a smaller one behind may have them."),
    )
    hold_hours = models.PositiveSmallIntegerField(
        _("hours to reply to an offered place"),
        default=0,
        help_text=_("A family that moves up has so many hours to say yes. 0: it has the places at once."),
    )
    reminder_days = models.CharField(
        _("remind people"),
        max_length=40,
        blank=True,
        validators=[no_number],
        help_text=_("How many days before, such as: 7, 1. Empty: as the settings of the site say. 0: never."),
    )
    passages = StreamField(PassagesBlock(), verbose_name=_("what will happen"), blank=True)
    attended = models.PositiveIntegerField(
        _("people who came"), null=True, blank=True, help_text=_("Fill it in after the event.")
    )
    heard = StreamField(
        PassagesBlock(), verbose_name=_("what we heard"), blank=True, help_text=_("Shows after the event.")
    )

    feedback_survey = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("survey about the event"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("After the event, the page and the thank-you e-mail lead to it."),
    )

    content_panels = Page.content_panels + [
        CompleteRowsPanel(
            "sessions",
            heading=_("When, and for how many people"),
            label=_("session"),
            min_num=1,
            help_text=_("One session is enough. Add more when people can choose between several times."),
        ),
        MultiFieldPanel(
            [
                FieldPanel("place"),
                FieldRowPanel([FieldPanel("address"), FieldPanel("area")]),
                FieldPanel("map_link"),
                FieldPanel("how_to_get_there"),
                FieldPanel("access_facts"),
                FieldRowPanel([FieldPanel("online"), FieldPanel("join_link")]),
                FieldPanel("how_to_join"),
            ],
            heading=_("Where"),
        ),
        FieldPanel("audience"),
        MultiFieldPanel(
            [
                FieldPanel("takes_bookings"),
                FieldRowPanel([FieldPanel("booking_opens_at"), FieldPanel("booking_closes_at")]),
                FieldPanel("smaller_pass"),
                FieldRowPanel([FieldPanel("hold_hours"), FieldPanel("reminder_days")]),
            ],
            heading=_("Booking"),
        ),
        CompleteRowsPanel(
            "booking_questions",
            heading=_("Your questions to those who book"),
            label=_("question"),
            help_text=_("Ask only what you need to prepare the event. Nobody has to answer."),
        ),
        FieldPanel("passages"),
        MultiFieldPanel(
            [
                FieldPanel("attended"),
                FieldPanel("heard"),
                PageChooserPanel("feedback_survey", "surveys.SurveyPage"),
            ],
            heading=_("After the event"),
        ),
        MultiFieldPanel(BasePage.card_panels, _("On cards")),
    ]
    search_fields = Page.search_fields + [
        index.SearchField("summary"),
        index.SearchField("place"),
        index.SearchField("passages"),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("area", overridable=False),
    ]
    base_form_class = EventPageForm
    copy_form_class = CopyWithoutAliasForm
    objects = PageManager.from_queryset(EventQuerySet)()

    class Meta:
        verbose_name = _("listening event")

    def publishing_errors(self) -> dict[str, str]:
        errors = super().publishing_errors()
        if self.booking_opens_at and self.booking_closes_at and self.booking_closes_at <= self.booking_opens_at:
            errors["booking_closes_at"] = str(_("The end must come after the start."))
        return errors

    def publishing_problems(self) -> list[str]:
        problems = super().publishing_problems()
        if source_of(self) is not self:
            return problems
        rows = list(self.sessions.all())
        if not rows:
            problems.append(str(_("Add at least one session.")))
        rows += [row for row in self.booking_questions.all() if not row.retired]
        return problems + [f"{row}: {message}" for row in rows for message in row.publishing_errors().values()]

    def easy_read_pieces(self) -> list[Piece]:
        questions = [row for row in self.booking_questions.all() if not row.retired]
        return super().easy_read_pieces() + [piece for row in questions for piece in row.easy_read_pieces()]

    def with_content_json(self, content):
        """The event as a revision has it, its rows known again as the stored ones."""
        page = super().with_content_json(content)
        recognise_rows(page)
        return page

    @transaction.atomic
    def save(self, *args, **kwargs):
        """Save. Booked sessions come back as retired, never deleted; the times are those of the sessions.

        Every way of publishing ends here (the editor's goes past ``publish()``), drafts of a live page do not. So
        whoever booked is told here what has changed, and added places go to the waiting list.
        """
        from consultations.events.services.announcing import settle_event

        if kwargs.get("update_fields") is not None:
            return super().save(*args, **kwargs)
        source = source_of(self)
        if source is self:
            keep_faith_with_bookings(self)
            self._set_times()
        else:
            self._follow(source)
        result = super().save(*args, **kwargs)
        if source is self:
            self.get_translations().update(**{name: getattr(self, name) for name in SAME_IN_EVERY_LANGUAGE})
            if self.live:
                settle_event(event_pk=self.pk)
        return result

    def _set_times(self) -> None:
        rows = self.sessions.all()
        self.starts_at = min((row.starts_at for row in rows if row.starts_at), default=None)
        self.ends_at = max((row.ends_at for row in rows if row.ends_at), default=None)

    def _follow(self, source: "ListeningEventPage") -> None:
        """A translation has no sessions and questions: people book those of the first language."""
        for name in SAME_IN_EVERY_LANGUAGE:
            setattr(self, name, getattr(source, name))
        self.sessions.set([])
        self.booking_questions.set([])

    @cached_property
    def booked_event(self) -> "ListeningEventPage":
        """The page whose sessions people book: this one, or the one that it is a translation of. One query."""
        return source_of(self)

    def shown_sessions(self) -> list:
        """The stored sessions in the order of time, each with ``places_taken`` and ``places_wanted``. 2 queries."""
        event = self.booked_event
        rows = list(event.sessions.model.objects.filter(page=event).with_taken())
        for row in rows:
            row.page = event
        return self.sessions_in_order(rows)

    def asked_questions(self) -> list:
        """What those who book are asked, in the officer's order. 2 queries."""
        model = self.booking_questions.model
        return list(model.objects.filter(page=self.booked_event).asked())

    @property
    def days_to_remind(self) -> list[int]:
        """How many days before a session people are reminded, the longest time first."""
        return read_days(self.reminder_days)

    @property
    def is_past(self) -> bool:
        return self.ends_at is not None and timezone.now() >= self.ends_at

    @property
    def access_list(self) -> list[str]:
        return [line.strip() for line in self.access_facts.splitlines() if line.strip()]

    @property
    def audience_labels(self) -> list[str]:
        """For whom it is in words, in the order of ``Audience``."""
        chosen = set(self.audience or [])
        return [str(label) for value, label in Audience.choices if value in chosen]

    @property
    def map_url(self) -> str:
        """Where a map shows the place: the officer's link, or a search for the address. Nothing without an address."""
        if self.map_link or not self.address:
            return self.map_link
        return f"{MAP_SEARCH}?{urlencode({'query': self.address})}"

    @property
    def came(self) -> int | None:
        """How many people came, as it may be published: to the nearest 5, and None where it is small or unknown."""
        return figure(self.attended).value if self.attended else None

    @property
    def feedback_page(self) -> Page | None:
        """The published survey about the event, in the language of this page where it is translated. 2 queries."""
        survey = self.feedback_survey.localized if self.feedback_survey else None
        return survey if survey is not None and survey.live else None

    preview_modes = [
        ("before", _("Before booking opens")),
        ("open", _("While people can book")),
        ("full", _("When it is full")),
        ("past", _("After the event")),
    ]
    default_preview_mode = "open"

    def get_preview_context(self, request, mode_name):
        # As they are typed: what is stored may be older.
        sessions = self.sessions_in_order(self.sessions.all()) or self.shown_sessions()
        context = super().get_preview_context(request, mode_name)
        return {**context, **self._booking_context(sessions, PREVIEWED.get(mode_name)), "is_past": mode_name == "past"}

    def get_context(self, request, *args, **kwargs):
        context = {**super().get_context(request, *args, **kwargs), "is_past": self.is_past}
        context["consultation"] = ConsultationPage.objects.parent_of(self).live().first()
        if self.is_past or getattr(request, "is_preview", False):
            # What came of it stands beside it in the tree; the app of outcomes is above this one.
            beside = self.get_siblings(inclusive=False).live().filter(view_restrictions__isnull=True)
            context["outcomes"] = beside.filter(content_type__app_label="outcomes")
        if getattr(request, "is_preview", False):
            return context
        return {**context, **self._booking_context(self.shown_sessions())}

    def _booking_context(self, sessions, previewed: BookingState | None = None) -> dict:
        from consultations.events.showing import shown, standing

        rows = shown(sessions, forced=previewed)
        return {"sessions": rows, "standing": standing(rows), "states": BookingState}

    @staticmethod
    def sessions_in_order(sessions) -> list:
        """The sessions that have their times, the first one first."""
        rows = [row for row in sessions if row.starts_at and row.ends_at]
        return sorted(rows, key=lambda row: (row.starts_at, row.uid))
