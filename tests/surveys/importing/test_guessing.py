"""Headings as survey tools write them, and the column each is taken for."""

import pytest

from consultations.surveys.enums import QuestionKind
from consultations.surveys.importing.dates import DAY_FIRST, MONTH_FIRST
from consultations.surveys.importing.guessing import guess_order, guess_plan
from consultations.surveys.importing.reading import Sheet
from tests.builders import make_question

from .questions import as_stored


@pytest.fixture
def questions():
    listened = make_question(
        QuestionKind.STATEMENT, text="I am listened to.", standard_text="People listen to my views."
    )
    several = make_question(QuestionKind.SEVERAL_CHOICES, text="What helps you to get around?")
    several.choices.get_object_list()[2].own_words = True
    top = make_question(QuestionKind.TOP_THREE, text="What matters most?", choices=("Home", "Fun", "Work", "Rest"))
    return as_stored(listened, several, top, make_question(text="What is 1 thing you would change?"))


def guessed(questions, *headings):
    columns = guess_plan(Sheet("", list(headings), []), questions).columns
    return [columns.get(number, "").replace("question:q", "Q") for number in range(len(headings))]


@pytest.mark.parametrize(
    ("heading", "target"),
    [
        ("I am listened to.", "Q1"),
        ("  i AM listened to ", "Q1"),
        ("People listen to my views.", "Q1"),
        ("Q1. I am listened to.", "Q1"),
        ("1) I am listened to", "Q1"),
        ("How do you feel? [I am listened to.]", "Q1"),
        ("What is one thing you would change?", "Q4"),
        ("Q12: What is 1 thing you would change?", "Q4"),
        ("feel01. What is 1 thing you would change?", "Q4"),
        ("What is 1 thing you would change? [Response]", "Q4"),
        ("What helps you to get around?", "Q2"),
        ("What helps you to get around? [Train]", "Q2/choice:c2"),
        ("g2. What helps you to get around? [SQ001]", "Q2/choice:c1"),
        ("Q3. What helps you to get around? - Bus", "Q2/choice:c1"),
        ("What helps you to get around?: Bus", "Q2/choice:c1"),
        ("What helps you to get around? [Other]", "Q2/words"),
        ("Train", "Q2/choice:c2"),
        ("What matters most? [Rank 2]", "Q3/place:2"),
        ("What matters most? [Rank 4]", ""),
        ("What matters most? [Fun]", "Q3/choice:c2"),
        ("Something that nobody asked", ""),
        ("", ""),
        ("[", ""),
        ("What helps you to get around? [Bicycle]", ""),
        ("x" * 5000, ""),
    ],
)
def test_a_heading_is_taken_for_a_question_or_a_part_of_one(questions, heading, target):
    assert guessed(questions, heading) == [target]


def test_our_own_file_is_understood(questions):
    key = questions[2].key
    found = guessed(questions, "response", f"my-survey.{questions[0].key}", f"my-survey.{key}", f"my-survey.{key}.1")
    assert found == ["row_key", "Q1", "Q3", "Q3/place:1"]


def test_what_tools_say_about_a_response_is_known(questions):
    headings = [
        "Response ID",
        "startdate",
        "Start time",
        "submitdate",
        "Are you",
        "How old are you?",
        "Where do you live?",
    ]
    assert guessed(questions, *headings) == ["row_key", "", "", "sent_at", "group", "age_band", "area"]


def test_of_two_columns_with_the_same_heading_the_first_is_taken(questions):
    assert guessed(questions, "I am listened to.", "I am listened to.") == ["Q1", ""]


@pytest.mark.parametrize(
    ("days", "order"),
    [
        (["03/04/2026", "05/06/2026"], DAY_FIRST),
        (["03/04/2026", "03/31/2026"], MONTH_FIRST),
        (["31/03/2026", "03/31/2026"], DAY_FIRST),
        (["", "2026-03-31"], DAY_FIRST),
        ([], DAY_FIRST),
    ],
)
def test_days_are_day_first_unless_only_month_first_can_be(days, order):
    assert guess_order(days) == order
