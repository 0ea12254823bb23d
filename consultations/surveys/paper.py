"""A survey as it stands on paper: what is printed at each question. Plain values, no requests."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone

from consultations.models import ConsultationPage
from consultations.surveys.about import about_parts
from consultations.surveys.enums import (
    ANSWERED_BY_PICTURES,
    AnsweredBy,
    QuestionKind,
)
from consultations.surveys.models import Question

# Lines to write on: under a question in own words, and beside "something else".
TEXT_LINES = range(6)
OWN_WORDS_LINES = range(2)


def paper_question(question: Question) -> dict:
    """What the template prints of a question. ``how`` says how the boxes stand: faces, row, order or list."""
    return {
        "question": question,
        "how": _how(question),
        "options": _options(question),
        "others": [{"label": state.label, "picture": picture} for state, picture in question.other_answers],
        "lines": TEXT_LINES if question.kind == QuestionKind.TEXT else (),
        "own_words": question.own_words_choice,
        "own_lines": OWN_WORDS_LINES,
        "one_only": question.kind == QuestionKind.ONE_CHOICE,
    }


def paper_about(survey) -> dict:
    """The boxes at the end: who answered, and about the person where the survey asks."""
    return {
        "who": [{"label": one.label, "picture": ANSWERED_BY_PICTURES[one]} for one in AnsweredBy],
        "parts": about_parts(survey),
    }


def papers_end_at(consultation: ConsultationPage) -> datetime | None:
    """Until when papers can be typed in: post is slow. None while the consultation has no end."""
    return consultation.closes_at + timedelta(days=settings.ENGAGE_PAPER_DAYS) if consultation.closes_at else None


def may_enter_papers(consultation: ConsultationPage, at: datetime | None = None) -> bool:
    """Whether an officer may type in papers at that moment (now unless told otherwise)."""
    at = at or timezone.now()
    ends_at = papers_end_at(consultation)
    opened = consultation.opens_at is not None and at >= consultation.opens_at
    return consultation.live and opened and (ends_at is None or at < ends_at)


def _how(question: Question) -> str:
    if question.kind == QuestionKind.HOW_MUCH:
        return "row"
    if question.kind == QuestionKind.TOP_THREE:
        return "order"
    return "faces" if question.steps else "list"


def _options(question: Question) -> list[dict]:
    if question.kind == QuestionKind.HOW_MUCH:
        return [{"label": str(score)} for score, _words, _picture in question.steps]
    if question.steps:
        return [{"label": words, "face": face} for _score, words, face in question.steps]
    return [{"label": choice.text, "image": choice.picture} for choice in question.asked_choices]
