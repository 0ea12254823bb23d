"""A survey with questions that are shown only after a given answer."""

import re

from consultations.surveys.enums import QuestionKind
from consultations.surveys.models import Question, SurveyPage
from tests.builders import make_question, make_survey


def when(question: Question, on: Question, *answers: str) -> Question:
    """Let an unsaved question be shown only after these answers: words of choices, or scores."""
    uids = {choice.text: str(choice.uid) for choice in on.choices.all()}
    question.condition_uid = on.uid
    question.condition_values = [uids.get(answer, answer) for answer in answers]
    return question


def travel_survey() -> SurveyPage:
    """Alone? If not: what helps (bus or train)? If the bus: what is wrong with it? Then anything else."""
    alone = make_question(QuestionKind.YES_NO, text="Do you travel alone?")
    helps = when(
        make_question(QuestionKind.SEVERAL_CHOICES, text="What do you take?", choices=("Bus", "Train")), alone, "1", "2"
    )
    wrong = when(make_question(text="What is wrong with it?"), helps, "Bus")
    return make_survey(questions=[alone, helps, wrong, make_question(text="Anything else?")])


def heading(person) -> str:
    """The progress and the question that the person meets now."""
    title = re.search(r"<title>\s*(.*?) \|", person.words, re.S).group(1)
    return " ".join(title.split())
