"""Hands up: how many hands were counted for an answer in a group session."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from consultations.surveys.enums import AnswerState

from .questions import Question
from .sessions import GroupSession


class Tally(models.Model):
    """How many hands one answer to one question had in a session: of a choice, of a score, or of a state.

    The state GIVEN stands beside choices of which people may raise a hand for several: how many people did.
    A number of hands, of nobody in particular; it is kept with the survey.
    """

    session = models.ForeignKey(GroupSession, on_delete=models.CASCADE, related_name="tallies")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="tallies")
    choice = models.ForeignKey("surveys.Choice", null=True, on_delete=models.PROTECT, related_name="tallies")
    score = models.PositiveSmallIntegerField(null=True)
    state = models.CharField(max_length=20, choices=AnswerState, blank=True)
    count = models.PositiveIntegerField()
    counted_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    counted_at = models.DateTimeField(auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("hands up")
        ordering = ["pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=models.Q(choice__isnull=False, score__isnull=True, state="")
                | models.Q(choice__isnull=True, score__isnull=False, state="")
                | (models.Q(choice__isnull=True, score__isnull=True) & ~models.Q(state="")),
                name="surveys_tally_of_one_thing",
            ),
            *(
                models.UniqueConstraint(
                    fields=["session", "question", name], condition=condition, name=f"surveys_tally_{name}_once"
                )
                for name, condition in (
                    ("choice", models.Q(choice__isnull=False)),
                    ("score", models.Q(score__isnull=False)),
                    ("state", ~models.Q(state="")),
                )
            ),
        ]

    def __str__(self) -> str:
        return str(self.count)
