"""Questions and choices: rows, because answers point at them."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable

from consultations.surveys.enums import SCALE_STEPS, QuestionKind, Scale


class QuestionQuerySet(models.QuerySet):
    """Questions by what became of them."""

    def answered(self):
        """Questions with at least one answer, sent or not."""
        from .answers import Answer

        return self.filter(Exists(Answer.objects.filter(question=OuterRef("pk"))))

    def asked(self):
        """Questions that are asked now."""
        return self.filter(retired=False)


class ChoiceQuerySet(models.QuerySet):
    def chosen(self):
        """Choices that at least one answer holds."""
        from .answers import AnswerChoice

        return self.filter(Exists(AnswerChoice.objects.filter(choice=OuterRef("pk"))))


class Question(Orderable, ClusterableModel):
    """One question of a survey, on a page of its own."""

    page = ParentalKey("surveys.SurveyPage", on_delete=models.CASCADE, related_name="questions")
    key = models.SlugField(_("export key"), max_length=40, blank=True, editable=False)
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
        help_text=_("From the bank. Its words and picture are used where you leave them empty here."),
    )
    scale = models.CharField(_("faces"), max_length=1, choices=Scale, default=Scale.FIVE)
    text = models.CharField(
        _("question"), max_length=200, blank=True, help_text=_("At most 15 words. Leave it empty for an I statement.")
    )
    help_text = models.CharField(_("help"), max_length=200, blank=True, help_text=_("At most one sentence."))
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
    priority = models.ForeignKey(
        "strategy.Priority",
        verbose_name=_("priority"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="questions",
        help_text=_("Answers count for it. An I statement brings its own priorities."),
    )
    retired = models.BooleanField(
        _("no longer asked"),
        default=False,
        help_text=_("The answers stay. A question that people answered is never deleted."),
    )
    retired_at = models.DateTimeField(null=True, blank=True, editable=False)

    panels = [
        FieldPanel("kind"),
        FieldPanel("statement"),
        FieldPanel("text"),
        FieldPanel("help_text"),
        FieldRowPanel([FieldPanel("picture"), FieldPanel("recording")]),
        FieldRowPanel([FieldPanel("scale"), FieldPanel("priority")]),
        InlinePanel("choices", heading=_("Choices"), label=_("Choice")),
        FieldPanel("retired"),
    ]

    objects = QuestionQuerySet.as_manager()

    class Meta(Orderable.Meta):
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        constraints = [models.UniqueConstraint(fields=["page", "key"], name="surveys_question_key_unique")]

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

    @property
    def steps(self) -> list[tuple]:
        """The faces of the scale as (score, words, pictogram), best first."""
        return SCALE_STEPS[Scale(self.scale)]

    @property
    def asked_choices(self) -> list:
        return [choice for choice in self.choices.all() if not choice.retired]

    def new_key(self, taken: set[str]) -> str:
        """A key like ``q7`` that is not in ``taken``."""
        number = len(taken) + 1
        while f"q{number}" in taken:
            number += 1
        return f"q{number}"

    def clean(self) -> None:
        super().clean()
        if self.kind == QuestionKind.STATEMENT and not (self.statement_id or self.text):
            raise ValidationError({"statement": _("Choose an I statement, or write one as the question.")})
        if self.kind != QuestionKind.STATEMENT and not self.text:
            raise ValidationError({"text": _("Write the question.")})
        if self.pk:
            self._clean_locked()

    def _clean_locked(self) -> None:
        stored = Question.objects.filter(pk=self.pk).answered().first()
        if stored is None:
            return
        for name in ("kind", "scale", "statement_id"):
            if getattr(stored, name) != getattr(self, name):
                raise ValidationError(
                    {
                        name.removesuffix("_id"): _(
                            "People have answered this question. Stop asking it and add a new one instead."
                        )
                    }
                )


class Choice(Orderable):
    """One of the answers that a question offers."""

    question = ParentalKey(Question, on_delete=models.CASCADE, related_name="choices")
    key = models.SlugField(_("export key"), max_length=40, blank=True, editable=False)
    text = models.CharField(_("words"), max_length=120)
    picture = models.ForeignKey(
        "images.CustomImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    retired = models.BooleanField(_("no longer offered"), default=False)

    panels = [FieldRowPanel([FieldPanel("text"), FieldPanel("picture")]), FieldPanel("retired")]
    objects = ChoiceQuerySet.as_manager()

    class Meta(Orderable.Meta):
        verbose_name = _("choice")
        verbose_name_plural = _("choices")
        constraints = [models.UniqueConstraint(fields=["question", "key"], name="surveys_choice_key_unique")]

    def __str__(self) -> str:
        return self.text

    def new_key(self, taken: set[str]) -> str:
        """A key like ``c3`` that is not in ``taken``."""
        number = len(taken) + 1
        while f"c{number}" in taken:
            number += 1
        return f"c{number}"
