"""Which questions a person is asked, by what they said so far."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from django.db.models import QuerySet

from consultations.surveys.conditions import Said, reached, values_of
from consultations.surveys.models import Answer, Question, Response, SurveyPage

from .given import Given


def said_in(response: Response) -> Said:
    """What a response said so far, as conditions read it. One query."""
    return said_in_each(Response.objects.filter(pk=response.pk))[response.pk]


def said_in_each(responses: QuerySet[Response]) -> Mapping[int, Said]:
    """What each of these responses said, by its number; nothing for one without an answer. One query."""
    said: dict[int, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    answers = Answer.objects.filter(response__in=responses).order_by()
    rows = answers.values_list("response_id", "question_id", "score", "picks__choice__uid")
    for response_id, question_id, score, uid in rows:
        said[response_id][question_id] |= {str(value) for value in (score, uid) if value is not None}
    return said


def questions_for(response: Response, questions: Sequence[Question], *, finished: bool = False) -> Sequence[Question]:
    """Which of a survey's ``questions`` this person is asked (``conditions.reached``); no query without conditions."""
    if not any(question.condition_uid for question in questions):
        return questions
    return reached(questions, said_in(response), finished=finished)


def without_unasked(answers: Sequence[Given]) -> list[Given]:
    """The answers of a whole survey, in its order, without those to questions that another answer hides. No query."""
    said = {given.question.pk: values_of(score=given.score, choices=given.choices) for given in answers}
    shown = {question.pk for question in reached([given.question for given in answers], said, finished=True)}
    return [given for given in answers if given.question.pk in shown]


def drop_unasked(response: Response, survey: SurveyPage) -> None:
    """Delete the answers to questions that are no longer shown, because an earlier answer changed.

    Answers to questions that the survey has stopped asking since stay, and those about which somebody was worried:
    they are the safeguarding lead's. In the caller's transaction.
    """
    questions = survey.asked_questions
    shown = {question.pk for question in questions_for(response, questions, finished=True)}
    hidden = [question.pk for question in questions if question.pk not in shown]
    if hidden:
        Answer.objects.filter(response=response, question__in=hidden, concerns__isnull=True).delete()
