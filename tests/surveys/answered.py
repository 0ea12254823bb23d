"""A survey that people have answered, and what must still be there after an officer's work on it."""

from django.test import Client
from django.urls import reverse

from consultations.surveys.enums import QuestionKind
from consultations.surveys.models import Answer, Question, SurveyPage
from consultations.surveys.services.given import Given
from tests.builders import make_question, make_response, make_survey
from tests.editing import Editor

STREAMS = ("intro", "thanks_next")


def make_three_questions() -> SurveyPage:
    """A live survey with an I statement, a choice question and a text question."""
    return make_survey(
        questions=[
            make_question(QuestionKind.STATEMENT, text="People listen to me."),
            make_question(QuestionKind.ONE_CHOICE, text="Where do you live?", choices=("Town", "Village", "Farm")),
            make_question(QuestionKind.TEXT, text="What helps you?"),
        ]
    )


def answer_all(survey: SurveyPage) -> list[tuple]:
    """2 people answer all 3 questions; returns what ``kept`` reads then."""
    statement, place, words = survey.questions.all()
    for score, choice, text in ((5, "Town", "My aunt."), (2, "Village", "A bus.")):
        make_response(
            survey,
            answers={
                statement: Given(question=statement, score=score),
                place: Given(question=place, choices=[place.choices.get(text=choice)]),
                words: text,
            },
        )
    return kept()


def kept() -> list[tuple]:
    """Every answer with all that gives it its meaning, down to the rows that it points at."""
    return [
        (
            answer.pk,
            answer.question_id,
            answer.question.page_id,
            answer.question.kind,
            answer.question.scale,
            answer.question.key,
            answer.score,
            answer.text,
            [(choice.pk, choice.question_id, choice.key, choice.text) for choice in answer.choices.order_by("pk")],
        )
        for answer in Answer.objects.select_related("question").order_by("pk")
    ]


def editor(client, survey, **options) -> Editor:
    return Editor(client, survey, streams=STREAMS, **options)


def live(survey) -> SurveyPage:
    return SurveyPage.objects.get(pk=survey.pk)


def asked(survey) -> list[str]:
    return [question.text for question in live(survey).asked_questions]


def by_text(survey, text) -> Question:
    return Question.objects.get(page=survey, text=text)


def bulk(client: Client, action: str, *pages, **data):
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    ids = "&".join(f"id={page.pk}" for page in pages)
    return client.post(f"{url}?{ids}", data)
