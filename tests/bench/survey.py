"""What the bench measures on: an open survey of 10 questions, in the demo's own database.

Run in a process of its own with the demo's settings: ``python -m tests.bench.survey [stored responses]``.
Prints the survey's number, its start page and its questions' addresses as JSON.
"""

import json
import sys
from datetime import timedelta

QUESTIONS = 10
BATCH = 2_000


def main() -> None:
    import django

    django.setup()

    from django.utils import timezone

    from consultations.surveys.models import Question, Response, SurveyPage
    from tests.builders import make_consultation, make_survey

    survey = SurveyPage.objects.filter(title="Bench").first()
    if survey is None:
        survey = make_survey(
            consultation=make_consultation(title="Bench", opens_at=timezone.now() - timedelta(days=1)),
            title="Bench",
            questions=_questions(),
        )
    if len(sys.argv) > 1:
        _store(int(sys.argv[1]) - Response.objects.count(), survey)
    described = {
        question.key: [str(choice.pk) for choice in question.choices.all()] or _values(question)
        for question in Question.objects.filter(page=survey).order_by("sort_order")
    }
    print(json.dumps({"survey": survey.pk, "start": survey.url, "questions": described}))


def _questions() -> list:
    """10 of the kinds that people press: 7 I statements, 2 with choices, 1 in words."""
    from consultations.surveys.enums import QuestionKind
    from tests.builders import make_question

    kinds = [QuestionKind.STATEMENT] * 7 + [QuestionKind.ONE_CHOICE, QuestionKind.SEVERAL_CHOICES, QuestionKind.TEXT]
    return [
        make_question(kind, text=f"What do you say to question {number}?", help_text="There is no wrong answer.")
        for number, kind in enumerate(kinds, start=1)
    ]


def _values(question) -> list[str]:
    from consultations.surveys.enums import QuestionKind

    return ["1", "3", "5"] if question.kind == QuestionKind.STATEMENT else ["The+bus+is+late.", "I+like+my+school."]


def _store(how_many: int, survey) -> None:
    """Sent responses with an answer to each I statement, straight into the tables."""
    from django.utils import timezone

    from consultations.surveys.enums import QuestionKind, ResponseStatus, Source
    from consultations.surveys.models import Answer, Response

    now = timezone.now()
    statements = [question for question in survey.questions.all() if question.kind == QuestionKind.STATEMENT]
    for begun in range(0, how_many, BATCH):
        stored = Response.objects.bulk_create(
            Response(survey=survey, status=ResponseStatus.SENT, source=Source.ONLINE, started_at=now, sent_at=now)
            for _number in range(min(BATCH, how_many - begun))
        )
        Answer.objects.bulk_create(
            Answer(response=response, question=question, score=1 + (response.pk + question.pk) % 5)
            for response in stored
            for question in statements
        )


if __name__ == "__main__":
    main()
