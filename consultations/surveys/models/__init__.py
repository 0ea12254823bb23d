"""Surveys, their questions, and what people answered."""

from .answers import Answer, AnswerChoice
from .choices import Choice
from .concerns import Concern
from .imports import ImportDraft, ImportedRow, ResponseImport
from .links import SurveyLink
from .people import Need
from .questions import Question
from .responses import Response
from .sessions import DeletedSending, GroupSession
from .survey_page import SurveyPage
from .tallies import Tally
from .voices import Voice

__all__ = [
    "Answer",
    "AnswerChoice",
    "Choice",
    "Concern",
    "DeletedSending",
    "GroupSession",
    "ImportDraft",
    "ImportedRow",
    "Need",
    "Question",
    "Response",
    "ResponseImport",
    "SurveyLink",
    "SurveyPage",
    "Tally",
    "Voice",
]
