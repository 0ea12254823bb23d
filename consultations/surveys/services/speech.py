"""The questions of a survey, spoken by the server where it has an engine (see ``engage.core.speech``)."""

from django.conf import settings
from django.db import transaction

from consultations.surveys.models import Question, SurveyPage
from engage.core.speech import recording_url, speak_texts, to_say


def words_to_say(question: Question) -> str:
    """What a voice reads of a question: its words, its help, each answer that it offers."""
    offered = [str(words) for _score, words, _face in question.steps]
    offered += [choice.text for choice in question.asked_choices]
    offered += [str(state.label) for state, _picture in question.other_answers]
    return to_say(question.wording, question.shown_help, *offered)


def speak_questions(*, survey: SurveyPage) -> None:
    """Have all questions spoken that have no human voice, after the publication is stored."""
    if not settings.SPEECH_ENGINE:
        return
    texts = [words_to_say(one) for one in survey.asked_questions if one.shown_recording is None]
    language = survey.locale.language_code
    transaction.on_commit(lambda: speak_texts.enqueue(texts, language))


def spoken_question_url(question: Question, *, survey: SurveyPage) -> str:
    """The address of the server's recording of a question; "" where there is none."""
    if not settings.SPEECH_ENGINE:
        return ""
    return recording_url(words_to_say(question), survey.locale.language_code)
