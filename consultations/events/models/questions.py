"""What an officer asks of those who book. Rows, because people's answers point at them."""

import uuid

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from consultations.events.enums import EventQuestionKind
from consultations.events.forms.editor import EventQuestionRowForm
from engage.core.easy_read import field_piece
from engage.core.readability import Piece


class EventQuestionQuerySet(models.QuerySet):
    def answered(self):
        """Questions to which a booking holds an answer."""
        return self.filter(Exists(BookingAnswer.objects.filter(question=OuterRef("pk"))))

    def asked(self):
        """Questions that are asked now, in their order."""
        return self.filter(retired=False).order_by("sort_order", "pk")


class EventQuestion(Orderable):
    """One question of an event's booking form, with why it is asked. Nobody has to answer it."""

    page = ParentalKey("events.ListeningEventPage", on_delete=models.CASCADE, related_name="booking_questions")
    uid = models.UUIDField(default=uuid.uuid4, editable=False)
    kind = models.CharField(_("kind"), max_length=10, choices=EventQuestionKind, default=EventQuestionKind.TEXT)
    text = models.CharField(_("question"), max_length=160, help_text=_("At most 15 words."))
    why = models.CharField(
        _("why we ask"), max_length=160, help_text=_("One short sentence. It stands below the question.")
    )
    retired = models.BooleanField(_("no longer asked"), default=False, help_text=_("The answers stay."))

    panels = [
        FieldRowPanel([FieldPanel("text"), FieldPanel("kind")]),
        FieldPanel("why"),
        FieldPanel("retired"),
    ]
    row_form_class = EventQuestionRowForm
    asked_when_stored = ("retired",)
    objects = EventQuestionQuerySet.as_manager()

    class Meta(Orderable.Meta):
        verbose_name = _("question to those who book")
        verbose_name_plural = _("questions to those who book")

    def __str__(self) -> str:
        return self.text

    @property
    def row_label(self) -> str:
        """What the editor shows of a closed row; "" for one that nobody has filled in."""
        return self.text

    @property
    def is_yes_no(self) -> bool:
        return self.kind == EventQuestionKind.YES_NO

    def publishing_errors(self) -> dict[str, str]:
        """What the question lacks, by the name of the field."""
        if self.retired:
            return {}
        errors = {} if self.text else {"text": str(_("Write the question."))}
        return errors if self.why else {**errors, "why": str(_("Say why you ask."))}

    def easy_read_pieces(self) -> list[Piece]:
        return [
            field_piece(self, "text", where=str(_("Question to those who book")), sentences_at_most=1),
            field_piece(self, "why"),
        ]


class BookingAnswer(models.Model):
    """What somebody answered to an officer's question when they booked.

    Personal data: whatever they wrote. Purpose: to prepare the event. Period: as the booking.
    """

    booking = models.ForeignKey("events.Booking", on_delete=models.CASCADE, related_name="answers")
    question = models.ForeignKey(EventQuestion, on_delete=models.PROTECT, related_name="answers")
    text = models.CharField(max_length=500, blank=True)
    yes = models.BooleanField(null=True)

    class Meta:
        verbose_name = _("answer of a booking")
        verbose_name_plural = _("answers of bookings")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["booking", "question"], name="events_answer_once")]

    def __str__(self) -> str:
        return self.words

    @property
    def words(self) -> str:
        """The answer in words; yes and no in the active language."""
        if self.yes is None:
            return self.text
        return str(_("Yes")) if self.yes else str(_("No"))
