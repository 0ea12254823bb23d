"""Questions: rows, because answers point at them."""

import uuid
from dataclasses import replace

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from consultations.surveys.editor_forms import QuestionRowForm
from consultations.surveys.enums import (
    CHOICE_KINDS,
    QuestionKind,
    Scale,
)
from consultations.surveys.faith import LOCKED_FIELDS
from engage.core.easy_read import field_piece
from engage.core.languages import in_first_language
from engage.core.publishing_forms import RowsPanel
from engage.core.readability import Piece
from engage.core.revisions import without_vanished

from .choices import Choice
from .offers import Offers
from .presentations import Presentations

MOST_STARTERS = 4
LONGEST_STARTER = 60


class QuestionQuerySet(models.QuerySet):
    """Questions by what became of them."""

    def answered(self):
        """Questions with at least one answer, sent or not, or with hands that were counted.

        And those that devices of a group session may hold answers to, without the internet.
        """
        from .answers import Answer
        from .sessions import GroupSession
        from .tallies import Tally

        with_answer = Exists(Answer.objects.filter(question=OuterRef("pk")))
        on_devices = Exists(GroupSession.objects.receiving().filter(survey=OuterRef("page")))
        return self.filter(with_answer | on_devices | Exists(Tally.objects.filter(question=OuterRef("pk"))))

    def in_words(self):
        """Questions that people answer in their own words, or where they may: "something else" has a box."""
        own = Choice.objects.filter(question=OuterRef("pk"), own_words=True)
        return self.filter(Q(kind=QuestionKind.TEXT) | Q(Exists(own)))

    def asked(self):
        """Questions that are asked now."""
        return self.filter(retired=False)


class Question(TranslatableMixin, Presentations, Offers, Orderable, ClusterableModel):
    """One question of a survey, on a page of its own."""

    page = ParentalKey("surveys.SurveyPage", on_delete=models.CASCADE, related_name="questions")
    key = models.SlugField(_("export key"), max_length=40, blank=True, editable=False)
    # Tells which question this is while it has no number: a question that is new in a draft.
    uid = models.UUIDField(default=uuid.uuid4, editable=False)
    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=QuestionKind,
        default=QuestionKind.STATEMENT,
        help_text=_("Cannot change any more when somebody has answered."),
    )
    statement = models.ForeignKey(
        "strategy.Statement",
        verbose_name=_("I statement"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="questions",
        limit_choices_to=in_first_language,
        help_text=_("From the bank. Its words and picture are used where you leave them empty here."),
    )
    scale = models.CharField(_("faces"), max_length=1, choices=Scale, default=Scale.FIVE)
    text = models.CharField(
        _("question"), max_length=200, blank=True, help_text=_("At most 15 words. Leave it empty for an I statement.")
    )
    help_text = models.CharField(_("help"), max_length=200, blank=True, help_text=_("At most one sentence."))
    at_most = models.PositiveSmallIntegerField(
        _("at most"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("How many choices people may tick. Only for several choices. Empty: as many as they like."),
    )
    low_words = models.CharField(
        _("what 0 means"), max_length=40, blank=True, help_text=_("Only for how much. For example: Not at all happy.")
    )
    high_words = models.CharField(
        _("what 10 means"), max_length=40, blank=True, help_text=_("Only for how much. For example: Very happy.")
    )
    starters = models.TextField(
        _("starts of sentences"),
        blank=True,
        help_text=_("Only for own words. At most 4, one a line. For example: It helps me when"),
    )
    takes_voice = models.BooleanField(
        _("people may also record their voice"),
        default=False,
        help_text=_("Only for own words. At most 2 minutes. Somebody of your team listens and writes it down."),
    )
    picture = models.ForeignKey(
        "images.CustomImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    recording = models.ForeignKey(
        "wagtaildocs.Document",
        verbose_name=_("recorded voice"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Somebody reads the question aloud."),
    )
    # "Show only when": the uid of an earlier question, and its answers by value (``conditions``).
    condition_uid = models.UUIDField(null=True, editable=False)
    condition_values = models.JSONField(default=list, editable=False)
    priority = models.ForeignKey(
        "strategy.Priority",
        verbose_name=_("priority"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="questions",
        limit_choices_to=in_first_language,
        help_text=_("Answers count for it. An I statement brings its own priorities."),
    )
    retired = models.BooleanField(
        _("no longer asked"),
        default=False,
        help_text=_("The answers stay. A question that people answered is never deleted."),
    )
    retired_at = models.DateTimeField(null=True, blank=True, editable=False)

    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("scale")]),
        FieldPanel("statement"),
        FieldPanel("text"),
        FieldPanel("help_text"),
        # Pictures are suggested for the words above: they must stand in sight of them.
        FieldRowPanel([FieldPanel("picture"), FieldPanel("recording")]),
        RowsPanel(
            "choices",
            heading=_("Choices"),
            label=_("choice"),
            help_text=_("Only for one choice, several choices and top three. At least 2."),
        ),
        FieldRowPanel([FieldPanel("at_most"), FieldPanel("low_words"), FieldPanel("high_words")]),
        FieldPanel("starters", widget=forms.Textarea(attrs={"rows": 2})),
        FieldPanel("takes_voice"),
        Presentations.presentations_panel(),
        FieldPanel("priority", widget=forms.Select),
        FieldPanel("shown_when"),
        FieldPanel("retired"),
    ]

    # A translation asks the same: the bank and the strategy are named in the source language only.
    override_translatable_fields = [
        SynchronizedField("statement", overridable=False),
        SynchronizedField("priority", overridable=False),
    ]
    row_form_class = QuestionRowForm
    asked_when_stored = ("retired",)
    objects = QuestionQuerySet.as_manager()

    class Meta(Orderable.Meta):
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        constraints = [
            models.UniqueConstraint(fields=["page", "key"], name="surveys_question_key_unique"),
            models.UniqueConstraint(fields=["translation_key", "locale"], name="surveys_question_once_a_language"),
        ]

    def __str__(self) -> str:
        return self.wording or str(_("Question without words"))

    @property
    def wording(self) -> str:
        """The words that are asked: its own, else the I statement's."""
        return self.text or (self.statement.text if self.statement_id else "")

    @property
    def shown_picture(self):
        """Its own picture, else the I statement's; None where there is none."""
        return self.picture or (self.statement.picture if self.statement_id else None)

    @property
    def shown_recording(self):
        """Its own recorded voice, else the I statement's while that one's words are asked."""
        if self.recording_id:
            return self.recording
        return self.statement.recording if self.statement_id and not self.text else None

    def new_key(self, taken: set[str]) -> str:
        """A key like ``q7`` that is not in ``taken``."""
        number = len(taken) + 1
        while f"q{number}" in taken:
            number += 1
        return f"q{number}"

    @property
    def has_words(self) -> bool:
        return bool(self.wording)

    @property
    def row_label(self) -> str:
        """What the editor shows of a closed row; "" for one that nobody has filled in."""
        if not self.has_words:
            return ""
        label = f"{self} ({self.get_kind_display()})"
        return f"{label}, {_('no longer asked')}" if self.retired else label

    @classmethod
    def from_serializable_data(cls, data, check_fks=True, strict_fks=False):
        """Read the question from a revision.

        Its choices are read as belonging to it whatever number they name: modelcluster drops the
        choices of a question that has been deleted since, and those of a copied survey's revision.
        """
        # The language is the survey's (``keep_faith_with_answers``).
        data = without_vanished(cls, {**data, "locale": None})
        data["choices"] = [{**choice, "question": None, "locale": None} for choice in data.get("choices", [])]
        return super().from_serializable_data(data, check_fks=check_fks, strict_fks=strict_fks)

    def easy_read_pieces(self, where: str) -> list[Piece]:
        """The question, its help and its choices, each with whether its picture is there."""
        pictured = bool(self.picture_id or (self.statement_id and self.statement.picture_id))
        pieces = [Piece(self.wording, where=where, sentences_at_most=1, picture=pictured)]
        pieces.append(Piece(self.help_text, where=f"{where}, {_('help')}", sentences_at_most=1))
        words = [field_piece(self, name) for name in ("low_words", "high_words", "starters")]
        pieces += [replace(piece, where=f"{where}, {piece.where}") for piece in words]
        if self.kind in CHOICE_KINDS:
            for number, choice in enumerate(self.asked_choices, start=1):
                place = f"{where}, {_('choice')} {number}"
                pieces.append(Piece(choice.text, where=place, sentences_at_most=1, picture=bool(choice.picture_id)))
        return pieces

    def publishing_errors(self) -> dict[str, str]:
        """What the question lacks to be asked, by the name of the field."""
        if self.retired:
            return {}
        if self.kind == QuestionKind.STATEMENT:
            lacks = {} if self.has_words else {"statement": _("Choose an I statement, or write one as the question.")}
            return {**lacks, **self.signed_errors()}
        errors = self.signed_errors() if self.text else {**self.signed_errors(), "text": _("Write the question.")}
        if self.kind == QuestionKind.HOW_MUCH:
            missing = _("Say in words what this end means.")
            errors |= {name: missing for name in ("low_words", "high_words") if not getattr(self, name)}
        problem = self.choices_problem([choice.own_words for choice in self.asked_choices])
        return {**errors, "choices": problem} if problem else errors

    def clean(self) -> None:
        """Refuse a change of what gives the answers their meaning; in a draft as well."""
        super().clean()
        self.check_signed_film()
        starters = self.starter_list
        if len(starters) > MOST_STARTERS or any(len(starter) > LONGEST_STARTER for starter in starters):
            raise ValidationError(
                {"starters": _("Write at most 4, each on its own line and not longer than 60 letters.")}
            )
        stored = Question.objects.filter(pk=self.pk).answered().first() if self.pk else None
        changed = [name for name in LOCKED_FIELDS if stored and getattr(stored, name) != getattr(self, name)]
        if changed:
            message = _("People have answered this question. Stop asking it and add a new one instead.")
            raise ValidationError({name.removesuffix("_id"): message for name in changed})
