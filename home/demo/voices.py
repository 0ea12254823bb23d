"""Answers that people recorded instead of writing: one is written down and tagged, one written down, two wait.

The voices are a computer's (espeak-ng). Nobody was recorded.
"""

from pathlib import Path

from django.contrib.auth.models import AbstractBaseUser

from consultations.analysis.models import Theme
from consultations.analysis.services import tag_answers
from consultations.surveys.enums import AnswerState, Source
from consultations.surveys.models import Answer, SurveyPage
from consultations.surveys.services.given import Given, store_answer
from consultations.surveys.services.voices import Recorded, write_down
from engage.core.audio import read_audio

FOLDER = Path(__file__).parent / "voices"
SURVEY, QUESTION = "my-plan-and-me", "one-change"
# File; what somebody wrote down, "" while it waits; themes.
SPOKEN = (
    (
        "quiet-place.webm",
        "I would like a quiet place at school. When it is loud, I cannot think.",
        ["feelings-at-school"],
    ),
    ("swimming.webm", "Please make a swimming time that is not so busy.", []),
    ("bus-times.webm", "", []),
    ("one-person.webm", "", []),
)


def load_voices(surveys: dict[str, SurveyPage], themes: dict[str, Theme], officer: AbstractBaseUser) -> None:
    """Let some of those who wrote nothing have recorded their answer."""
    silent = Answer.objects.filter(
        question__page=surveys[SURVEY],
        question__key=QUESTION,
        state=AnswerState.LEFT_OUT,
        response__source=Source.ONLINE,
    )
    answers = silent.select_related("response", "question").order_by("response__sent_at", "pk")
    for answer, (name, words, keys) in zip(answers, SPOKEN, strict=False):
        content = (FOLDER / name).read_bytes()
        given = Given(question=answer.question, voice=Recorded(content, read_audio(content)))
        spoken = store_answer(response=answer.response, given=given, revision_id=surveys[SURVEY].live_revision_id)
        if words:
            write_down(voice=spoken.voice, by=officer, words=words)
        if keys:
            tag_answers(answers=[spoken], themes=[themes[key] for key in keys], coder=officer)
