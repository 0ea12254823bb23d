"""Hands up: what was counted in group sessions, by question, to be added to the answers of the same question.

A person is in one of the two: an officer counts hands for a question or lets people answer it on devices.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from consultations.models import ConsultationPage
from consultations.surveys.enums import AnswerState, QuestionKind
from consultations.surveys.models import Tally
from engage.core.exports import Cell


@dataclass
class Hands:
    """The hands of one question in all sessions: by score, by choice, and by state without "given".

    ``given`` is how many people raised a hand for a score or a choice, each person once.
    """

    given: int = 0
    scores: Counter[int] = field(default_factory=Counter)
    choices: Counter[int] = field(default_factory=Counter)
    states: Counter[str] = field(default_factory=Counter)

    @property
    def people(self) -> int:
        """Everybody who raised a hand, also for "I do not know" and its sisters."""
        return self.given + self.states.total()


def hands_of(consultation: ConsultationPage) -> dict[int, Hands]:
    """The hands of each question that has some, by the question's key. One query."""
    found: dict[int, Hands] = defaultdict(Hands)
    tallies = Tally.objects.filter(question__page__path__startswith=consultation.path).select_related("question")
    for tally in tallies:
        hands = found[tally.question_id]
        # People may raise a hand for several choices: then how many did is counted by itself.
        several = tally.question.kind == QuestionKind.SEVERAL_CHOICES
        if tally.choice_id:
            hands.choices[tally.choice_id] += tally.count
            hands.given += 0 if several else tally.count
        elif tally.score is not None:
            hands.scores[tally.score] += tally.count
            hands.given += tally.count
        elif tally.state == AnswerState.GIVEN:
            hands.given += tally.count
        else:
            hands.states[tally.state] += tally.count
    return dict(found)


def hands_rows(consultation: ConsultationPage) -> Iterator[Sequence[Cell]]:
    """One row for each answer to each question in each session, with the number of hands."""
    yield [_("survey"), _("session"), _("day"), _("group"), _("question"), _("words"), _("answer"), _("hands up")]
    tallies = Tally.objects.filter(question__page__path__startswith=consultation.path)
    tallies = tallies.select_related("session__survey", "question__statement", "choice")
    for tally in tallies.order_by("session__day", "session_id", "question__sort_order", "pk"):
        session, question = tally.session, tally.question
        yield [
            session.survey.title,
            session.place,
            session.day.isoformat(),
            session.get_group_display(),
            f"{session.survey.slug}.{question.key}",
            question.wording,
            _answer(tally),
            tally.count,
        ]


def _answer(tally: Tally) -> str:
    if tally.choice:
        return tally.choice.text
    if tally.score is not None:
        words = {score: str(label) for score, label, _picture in tally.question.steps}
        return words.get(tally.score, str(tally.score))
    if tally.state == AnswerState.GIVEN:
        return str(_("People who chose at least one"))
    return str(tally.get_state_display())
