"""An answer: what a response says to one question."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from consultations.surveys.enums import AnswerState, QuestionKind
from consultations.surveys.querysets import AnswerQuerySet
from engage.core.preferences import Version

from .choices import Choice
from .questions import Question
from .responses import Response


class Answer(models.Model):
    """One answer to one question. ``score`` is 1 (no) to 5 or 3 (yes), or 0 to 10 for "how much".

    ``text`` is the answer to a question in own words, or what stands beside "something else".
    ``transcript`` is what somebody of the team wrote down of its recording.

    Personal data: free text can name people. Purpose: to learn what helps. Period: as the response.
    """

    response = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="answers")
    question = models.ForeignKey(Question, verbose_name=_("question"), on_delete=models.PROTECT, related_name="answers")
    asked_revision = models.ForeignKey(
        Revision, verbose_name=_("wording that was asked"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    state = models.CharField(_("state"), max_length=20, choices=AnswerState, default=AnswerState.GIVEN)
    score = models.PositiveSmallIntegerField(_("score"), null=True, blank=True)
    text = models.TextField(_("own words"), blank=True)
    transcript = models.TextField(_("words of the recording"), blank=True, editable=False)
    choices = models.ManyToManyField(
        Choice, verbose_name=_("choices"), through="surveys.AnswerChoice", related_name="answers"
    )
    presentation = models.CharField(_("words that were shown"), max_length=4, choices=Version, blank=True)
    answered_at = models.DateTimeField(_("answered"), auto_now=True)
    changed_at = models.DateTimeField(_("changed after sending"), null=True, blank=True, editable=False)

    objects = AnswerQuerySet.as_manager()
    # Wagtail's index of references would be written anew with every step of somebody's journey.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        ordering = ["question__sort_order", "pk"]
        default_permissions = ("view",)
        permissions = [("code_answer", "Can tag answers by theme and priority")]
        constraints = [
            models.UniqueConstraint(fields=["response", "question"], name="surveys_one_answer_a_question"),
            models.CheckConstraint(
                condition=models.Q(score__isnull=True) | models.Q(score__gte=0, score__lte=10),
                name="surveys_score_on_the_scale",
            ),
        ]

    def __str__(self) -> str:
        return str(_("Answer %(number)s") % {"number": self.pk})

    @property
    def words(self) -> str:
        """The answer in words, whatever its kind; for lists, check-your-answers and exports."""
        if self.state != AnswerState.GIVEN:
            return str(AnswerState(self.state).label)
        if self.score is not None:
            labels = {score: label for score, label, _picture in self.question.steps}
            return str(labels.get(self.score, self.score))
        if self.question.kind == QuestionKind.TEXT:
            return self.own_words or str(_("A recording. Nobody has written it down yet."))
        return ", ".join(self._words_of(pick) for pick in self.picks.all())

    @property
    def own_words(self) -> str:
        """What the person wrote and said, for everybody who reads, codes, searches and exports."""
        return "\n".join(part for part in (self.text, self.transcript) if part)

    @property
    def words_for_person(self) -> str:
        """The answer as the person who gave it reads it: their own writing apart from what we wrote down."""
        if self.question.kind == QuestionKind.TEXT and self.state == AnswerState.GIVEN:
            return self.text
        return self.words

    @property
    def recording(self):
        """Its ``Voice``, or None; no query where the answer came with ``select_related("voice")``."""
        return getattr(self, "voice", None)

    def _words_of(self, pick: "AnswerChoice") -> str:
        if pick.rank:
            return f"{pick.rank}. {pick.choice.text}"
        return f"{pick.choice.text}: {self.text}" if pick.choice.own_words and self.text else pick.choice.text


class AnswerChoice(models.Model):
    """A choice that an answer holds. ``rank`` is 1 to 3 in a top three, else None."""

    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="picks")
    choice = models.ForeignKey(Choice, on_delete=models.PROTECT, related_name="+")
    rank = models.PositiveSmallIntegerField(_("place"), null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        ordering = ["rank", "choice__sort_order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["answer", "choice"], name="surveys_answer_choice_once"),
            models.UniqueConstraint(fields=["answer", "rank"], name="surveys_answer_rank_once"),
            models.CheckConstraint(
                condition=models.Q(rank__isnull=True) | models.Q(rank__gte=1, rank__lte=3),
                name="surveys_answer_rank_1_to_3",
            ),
        ]
