"""Words that somebody typed stand in the box again exactly as they were typed."""

import pytest
from bs4 import BeautifulSoup

from consultations.surveys.enums import QuestionKind
from tests import builders
from tests.surveys.journeys import Person

pytestmark = pytest.mark.django_db


def in_the_box(person: Person) -> str:
    """The value that a browser gives the text box: its content without the first line end."""
    content = BeautifulSoup(person.words, "html.parser").select_one("textarea[name=answer]").string or ""
    return content.removeprefix("\n")


@pytest.mark.parametrize("typed", ["More clubs.", "One line.\n\nAnother line.", '<b>Loud</b> & "quoted"', ""])
def test_typed_words_stand_in_the_box_as_they_were_typed(typed):
    survey = builders.make_survey(questions=[builders.make_question(QuestionKind.TEXT, text="What would you change?")])
    person = Person(survey)
    person.start()
    person.answer(1, typed)
    person.page = person.client.get(person.question_url(1))
    assert in_the_box(person) == typed
