"""The words of a survey in another language. The rows that are asked and answered stay those of the source.

A translated survey is a page of its own, with questions of its own (wagtail-localize made them). Nobody
answers those: they only lend their words, found by ``translation_key``. So there is one set of questions, one set
of answers, and nothing to put together again. What has no translation is shown as it was written.
"""

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from uuid import UUID

from django.db.models import Prefetch
from django.utils.translation import get_language

from consultations.strategy.models import Statement
from consultations.surveys.models import Answer, Choice, Question, SurveyPage
from engage.core.easy_read import language_of
from engage.core.languages import is_source_language, source_language, source_of

# What a translated question brings with it. Everything else is the source's.
WORDS = ("help_text", "standard_text", "standard_help", "low_words", "high_words", "starters", "signed_words")


def source_survey(survey: SurveyPage) -> SurveyPage:
    """The survey whose questions are answered on this page: itself, unless it is a translation. One query."""
    return source_of(survey)


def shown_survey(survey: SurveyPage, language: str | None = None) -> SurveyPage:
    """The page whose words people read in a language (the active one unless told); the survey where there is none."""
    language = language or get_language()
    if is_source_language(language):
        return survey
    same = SurveyPage.objects.live().filter(translation_key=survey.translation_key)
    return same.filter(locale__language_code=language).first() or survey


def asked_revision_id(survey: SurveyPage, language: str) -> int | None:
    """The revision whose words people are asked in a language. No query in the first language."""
    return shown_survey(survey, language or source_language()).live_revision_id or survey.live_revision_id


def in_language(questions: Sequence[Question], language: str | None = None) -> list[Question]:
    """Copies of the questions with the words of a live translation (in the active language unless told).

    They keep numbers, keys and everything else that is stored. They are for showing, never for saving. No query in
    the first language, three in others. Questions come with their ``statement``.
    """
    language = language or get_language()
    if is_source_language(language) or not questions:
        return list(questions)
    translated = _translated(questions, language)
    statements = _statements(questions, language)
    return [_with_words(one, translated.get(one.translation_key), statements) for one in questions]


def in_own_words(survey: SurveyPage) -> list[Question]:
    """The questions that a survey's page has itself, for its preview: of a translation those that lend their words."""
    questions, language = survey.asked_questions, language_of(survey)
    if is_source_language(language):
        return questions
    statements = _statements(questions, language)
    return [_with_words(one, one, statements) for one in questions]


def answers_in_language(answers: Iterable[Answer], language: str | None = None) -> list[Answer]:
    """The answers with the words of their questions and choices in a language, for showing. Two queries more."""
    answers = list(answers)
    if is_source_language(language or get_language()):
        return answers
    shown = {one.pk: one for one in in_language([answer.question for answer in answers], language)}
    for answer in answers:
        answer.question = shown[answer.question_id]
        words = {choice.pk: choice.text for choice in answer.question.choices.all()}
        for pick in answer.picks.all():
            pick.choice.text = words.get(pick.choice_id, pick.choice.text)
    return answers


def _translated(questions: Iterable[Question], language: str) -> Mapping[UUID, Question]:
    keys = [one.translation_key for one in questions]
    rows = Question.objects.filter(translation_key__in=keys, locale__language_code=language, page__live=True)
    choices = Prefetch("choices", queryset=Choice.objects.order_by("sort_order"))
    rows = rows.select_related("recording").prefetch_related(choices)
    return {one.translation_key: one for one in rows}


def _statements(questions: Iterable[Question], language: str) -> Mapping[UUID, Statement]:
    keys = [one.statement.translation_key for one in questions if one.statement]
    if not keys:
        return {}
    rows = Statement.objects.filter(translation_key__in=keys, locale__language_code=language)
    return {one.translation_key: one for one in rows.select_related("recording")}


def _with_words(question: Question, words: Question | None, statements: Mapping[UUID, Statement]) -> Question:
    shown = copy(question)
    bank = statements.get(question.statement.translation_key) if question.statement else None
    if words is None and bank is None:
        return shown
    if words is not None:
        for name in WORDS:
            setattr(shown, name, getattr(words, name) if getattr(question, name) else "")
    own = words.text if words is not None and question.text else ""
    shown.text = own or question.text or (bank.text if bank else question.wording)
    # A voice is of one language: one that the source has as well reads the source's words.
    voices = [one for one in (words, bank) if one is not None and one.recording_id]
    known = {question.recording_id, question.statement.recording_id if question.statement else None}
    shown.recording = next((one.recording for one in voices if one.recording_id not in known), None)
    lent = {one.translation_key: one for one in words.choices.all()} if words is not None else {}
    shown._cluster_related_objects = {
        "choices": [_choice_with_words(one, lent.get(one.translation_key)) for one in question.choices.all()]
    }
    return shown


def _choice_with_words(choice: Choice, words: Choice | None) -> Choice:
    shown = copy(choice)
    shown.text = words.text if words is not None and words.text else choice.text
    return shown
