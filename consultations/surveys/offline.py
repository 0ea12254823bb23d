"""The copy of a survey that a device of a group session keeps, to go on without the internet.

The copy carries a token that we signed: which session, which wording, which questions and choices stood in it.
So answers that come days later are read as they were asked, and nobody sends what was never offered.
"""

from dataclasses import dataclass

from django.core.signing import BadSignature, Signer
from django.db.models import Prefetch
from django.utils.translation import get_language

from consultations.surveys.models import Choice, GroupSession, Question
from consultations.surveys.translating import asked_revision_id

SALT = "engage.offline"


class NotOurCopy(ValueError):
    """The token is not one that we gave to a device of this session."""


@dataclass(frozen=True)
class OfflineCopy:
    """What stood in a copy, by the numbers of the rows; ``revision`` is that of the words that were asked."""

    session: int
    revision: int
    questions: tuple[int, ...]
    choices: tuple[int, ...]
    language: str

    @classmethod
    def of(cls, session: GroupSession, questions: list[Question]) -> "OfflineCopy":
        """A copy of these questions, as the survey asks them now in the active language."""
        language = get_language() or ""
        choices = tuple(choice.pk for question in questions for choice in question.asked_choices)
        return cls(
            session=session.pk,
            revision=asked_revision_id(session.survey, language) or 0,
            questions=tuple(question.pk for question in questions),
            choices=choices,
            language=language,
        )

    def as_token(self) -> str:
        """The copy as the device keeps it: signed, and the same at every call."""
        values = [self.session, self.revision, self.questions, self.choices, self.language]
        return Signer(salt=SALT).sign_object(values, compress=True)

    @classmethod
    def from_token(cls, token: str, session: GroupSession) -> "OfflineCopy":
        """Raises ``NotOurCopy`` for what we did not sign, or signed for another session."""
        try:
            number, revision, questions, choices, language = Signer(salt=SALT).unsign_object(token)
        except (BadSignature, ValueError):
            raise NotOurCopy from None
        if number != session.pk:
            raise NotOurCopy
        return cls(number, revision, tuple(questions), tuple(choices), language)

    def asked_questions(self, session: GroupSession) -> list[Question]:
        """The questions with the choices that the copy offered, in its order, whatever has been retired since.

        Few queries. A limit of choices that is newer than the copy is not held against it.
        """
        found = {question.pk: question for question in questions_of(session).filter(pk__in=self.questions)}
        questions = [found[pk] for pk in self.questions if pk in found]
        is_newest = self.revision == asked_revision_id(session.survey, self.language)
        for question in questions:
            for choice in question.choices.all():
                choice.retired = choice.pk not in self.choices
            if not is_newest:
                question.at_most = None
        return questions


def questions_of(session: GroupSession):
    """The questions of the session's survey, also those no longer asked, with all that a page of them shows."""
    choices = Prefetch("choices", queryset=Choice.objects.select_related("picture").order_by("sort_order"))
    return (
        Question.objects.filter(page=session.survey_id)
        .select_related("picture", "recording", "priority", "statement__picture", "statement__recording")
        .prefetch_related(choices)
        .order_by("sort_order")
    )
