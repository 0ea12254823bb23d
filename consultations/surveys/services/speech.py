"""The questions of a survey, spoken by the server where it has an engine (see ``engage.core.speech``)."""

from django.conf import settings
from django.db import transaction
from django.utils import translation

from consultations.surveys.models import Question, SurveyPage
from consultations.surveys.translating import in_language, source_survey
from engage.core.glossary import words_to_know
from engage.core.languages import source_language
from engage.core.preferences import Version
from engage.core.speech import recording_url, speak_texts, to_say


def words_to_say(question: Question, version: str = Version.EASY) -> str:
    """What a voice reads of a question in a version: its words, its help, its hard words, its answers."""
    offered = [str(words) for _score, words, _face in question.steps]
    offered += [choice.text for choice in question.asked_choices]
    offered += [str(state.label) for state, _picture in question.other_answers]
    known = [f"{word}: {meaning}" for word, meaning in words_to_know(question.words_in(version))]
    return to_say(question.wording_in(version), question.help_in(version), *known, *offered)


def speak_questions(*, survey: SurveyPage) -> None:
    """Have all questions spoken that have no human voice, after the publication is stored."""
    if not settings.SPEECH_ENGINE:
        return
    language = survey.locale.language_code
    with translation.override(language):
        texts = [
            words_to_say(one, version)
            for one in in_language(source_survey(survey).asked_questions)
            for version in Version
            if one.version_shown(version) == version and one.recording_in(version) is None
        ]
    transaction.on_commit(lambda: speak_texts.enqueue(texts, language))


def spoken_question_url(question: Question, *, version: str) -> str:
    """The address of the server's recording of a question in the active language; "" where there is none."""
    if not settings.SPEECH_ENGINE:
        return ""
    return recording_url(words_to_say(question, version), translation.get_language() or source_language())
