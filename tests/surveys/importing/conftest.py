"""An officer who imports answers to a survey of three questions."""

import pytest

from consultations.surveys.enums import QuestionKind
from tests.builders import make_officer, make_question, make_survey

from .officer import Importer


@pytest.fixture
def officer(client):
    officer = make_officer()
    client.force_login(officer)
    return officer


@pytest.fixture
def survey():
    questions = [
        make_question(QuestionKind.STATEMENT, text="I am listened to."),
        make_question(QuestionKind.SEVERAL_CHOICES, text="What helps you?"),
        make_question(QuestionKind.TEXT, text="What else?"),
    ]
    return make_survey(questions=questions)


@pytest.fixture
def importer(client, officer, survey):
    return Importer(client, survey)
