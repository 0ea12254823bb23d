"""Words of a file, and the answers they become."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from consultations.models import Area
from consultations.surveys.enums import QuestionKind, Scale
from consultations.surveys.importing.dates import MONTH_FIRST, NotADay, read_moment
from consultations.surveys.importing.examples import words_of
from consultations.surveys.importing.plans import Plan
from consultations.surveys.importing.records import RecordReader
from consultations.surveys.importing.targets import whole_key
from consultations.surveys.models import Need
from tests.builders import make_question

from .questions import as_stored

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)
TRANSPORT = ("Bus", "Train, tram or boat", "Something else")


def read(question, cells, columns):
    """What cells say to a question, in words; the message where they are no answer."""
    (question,) = as_stored(question)
    targets = {number: whole_key(question) + part for number, part in enumerate(columns)}
    record, problems = RecordReader([question], Plan(targets), NOW).read(cells)
    return problems[0].message if problems else words_of(record.answers[0])


def transport(kind, **fields):
    question = make_question(kind, choices=TRANSPORT, **fields)
    question.choices.get_object_list()[2].own_words = kind != QuestionKind.TOP_THREE
    return question


@pytest.mark.parametrize(
    ("kind", "cell", "words"),
    [
        (QuestionKind.STATEMENT, "Yes, always", "Yes, always"),
        (QuestionKind.STATEMENT, "MOST OF THE TIME.", "Most of the time"),
        (QuestionKind.STATEMENT, "Strongly disagree", "No, never"),
        (QuestionKind.STATEMENT, "3", "Sometimes"),
        (QuestionKind.STATEMENT, "Prefer not to say", "I do not want to say"),
        (QuestionKind.STATEMENT, "I don’t know", "I do not know"),
        (QuestionKind.STATEMENT, "6", "This is not an answer to this question."),
        (QuestionKind.STATEMENT, "A1", "This is not an answer to this question."),
        (QuestionKind.YES_NO, "Y", "Yes"),
        (QuestionKind.YES_NO, "FALSE", "No"),
        (QuestionKind.YES_NO, "Don't know", "Not sure"),
        (QuestionKind.YES_NO, "2", "This is not an answer to this question."),
        (QuestionKind.HOW_MUCH, "0", "0 out of 10"),
        (QuestionKind.HOW_MUCH, "10/10", "10 out of 10"),
        (QuestionKind.HOW_MUCH, "11", "This is not an answer to this question."),
        (QuestionKind.TEXT, "I don't know", "I don't know"),
        (QuestionKind.TEXT, "I do not know", "I do not know"),
        (QuestionKind.TEXT, "n/a", "n/a"),
        (QuestionKind.TEXT, "x" * 5001, "These words are too long: more than 5000 letters."),
        (QuestionKind.ONE_CHOICE, "bus", "Bus"),
        (QuestionKind.ONE_CHOICE, "A2", "Train, tram or boat"),
        (QuestionKind.ONE_CHOICE, "2", "Train, tram or boat"),
        (QuestionKind.ONE_CHOICE, "Other", "Something else"),
        (QuestionKind.ONE_CHOICE, "Other: my horse", "Something else: my horse"),
        (QuestionKind.ONE_CHOICE, "My horse", "Something else: My horse"),
        (QuestionKind.SEVERAL_CHOICES, "Bus;Train, tram or boat;", "Bus, Train, tram or boat"),
        (QuestionKind.SEVERAL_CHOICES, "Bus|Bus", "Bus"),
        (QuestionKind.SEVERAL_CHOICES, "Train, tram or boat, Bus", "Train, tram or boat, Bus"),
        (QuestionKind.SEVERAL_CHOICES, "Bus, my horse, and me", "Bus, Something else: my horse; and me"),
        (QuestionKind.SEVERAL_CHOICES, "My horse, and me", "Something else: My horse, and me"),
        (QuestionKind.SEVERAL_CHOICES, "Bus; I do not know", "This is an answer and “I do not know” at once."),
        (QuestionKind.TOP_THREE, "Something else;Bus", "1. Something else, 2. Bus"),
        (QuestionKind.TOP_THREE, "Horse", "This is not an answer to this question."),
    ],
)
def test_the_words_of_a_cell_become_an_answer(kind, cell, words):
    question = transport(kind) if "choice" in kind or kind == QuestionKind.TOP_THREE else make_question(kind)
    assert read(question, [cell], [""]) == words


def test_a_scale_of_three_has_its_own_scores():
    question = make_question(QuestionKind.STATEMENT, scale=Scale.THREE)
    assert read(question, ["3"], [""]) == "Yes"


@pytest.mark.parametrize(
    ("kind", "columns", "cells", "words"),
    [
        ("several_choices", ["/choice:c1", "/choice:c2", "/choice:c3"], ["Y", "", "no"], "Bus"),
        ("several_choices", ["/choice:c1", "/choice:c2"], ["Bus", "TRUE"], "Bus, Train, tram or boat"),
        ("several_choices", ["/choice:c1", "/choice:c3"], ["1", "My horse"], "Bus, Something else: My horse"),
        ("several_choices", ["/choice:c1", "/words"], ["Yes", "My horse"], "Bus, Something else: My horse"),
        ("several_choices", ["/choice:c1"], ["perhaps"], "This does not say whether it was chosen."),
        ("one_choice", ["", "/words"], ["-oth-", "My horse"], "Something else: My horse"),
        ("one_choice", ["", "/words"], ["Bus", "My horse"], "Only one of these can be the answer."),
        ("one_choice", ["/choice:c1", "/choice:c2"], ["x", "x"], "Only one of these can be the answer."),
        ("top_three", ["/place:2", "/place:1"], ["Bus", "Something else"], "1. Something else, 2. Bus"),
        ("top_three", ["/choice:c1", "/choice:c2", "/choice:c3"], ["3", "1", ""], "1. Train, tram or boat, 2. Bus"),
        ("top_three", ["/choice:c1"], ["first"], "This is not a place. It must be a number such as 1, 2 or 3."),
    ],
)
def test_the_columns_of_a_question_become_one_answer(kind, columns, cells, words):
    assert read(transport(QuestionKind(kind)), cells, columns) == words


def test_more_choices_than_may_be_ticked_are_refused():
    assert read(transport(QuestionKind.SEVERAL_CHOICES, at_most=1), ["Bus;Other"], [""]) == "More than 1 choices."


@pytest.mark.django_db
def test_what_people_say_of_themselves_becomes_our_words():
    for district in ("North", "South"):
        Area.objects.create(name="Hill", district=district)
    sea = Area.objects.create(name="Sea", district="North")
    needs = [Need.objects.create(text=text) for text in ("I use a wheelchair", "I find it hard to talk, or read")]
    (question,) = as_stored(make_question())
    plan = Plan({0: whole_key(question), 1: "age_band", 2: "group", 3: "area", 4: "needs", 5: "answered_by"})
    reader = RecordReader([question], plan, NOW)
    record, _none = reader.read(
        ["x", "17", "Parent / carer", "sea", "I find it hard to talk, or read; I use a wheelchair", "With help"]
    )
    assert record.said == {
        "age_band": "16_18",
        "group": "parent",
        "area": sea,
        "needs": [needs[1], needs[0]],
        "answered_by": "help_to_read",
    }
    record, _none = reader.read(["x", "Prefer not to say", "", "Hill (South)", "n/a", "-"])
    assert (record.said["age_band"], record.said["group"], str(record.said["area"])) == ("", "", "Hill (South)")
    record, problems = reader.read(["x", "older", "", "Hill", "", ""])
    assert record is None and [problem.value for problem in problems] == ["older", "Hill"]


def test_a_row_without_an_answer_is_no_response():
    assert read(make_question(), [""], [""]) == "No question is answered in this row."


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("31/03/2026", datetime(2026, 3, 31, 12, tzinfo=LONDON)),
        ("31.3.26 9:05", datetime(2026, 3, 31, 9, 5, tzinfo=LONDON)),
        ("2026-03-31", datetime(2026, 3, 31, 12, tzinfo=LONDON)),
        ("2026-03-31 00:00:00", datetime(2026, 3, 31, 12, tzinfo=LONDON)),
        ("2026-01-31T09:05:06", datetime(2026, 1, 31, 9, 5, 6, tzinfo=LONDON)),
        ("2026-03-31T09:05:06Z", datetime(2026, 3, 31, 9, 5, 6, tzinfo=UTC)),
        ("2026/03/31 2:05:06 pm GMT+1", datetime(2026, 3, 31, 13, 5, 6, tzinfo=UTC)),
        ("31/03/2026 12:10 am", datetime(2026, 3, 31, 0, 10, tzinfo=LONDON)),
        ("46112", datetime(2026, 3, 31, 12, tzinfo=LONDON)),
        ("46112.5", datetime(2026, 3, 31, 12, tzinfo=LONDON)),
        ("23/11/2026", datetime(2026, 11, 23, 12, tzinfo=LONDON)),
        # The first of the two hours that the clocks have in October.
        ("25/10/2026 01:30", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
    ],
)
def test_days_and_hours_are_those_of_the_district(words, moment):
    assert read_moment(words, now=NOW).astimezone(UTC) == moment


def test_the_month_can_come_first():
    assert read_moment("3/31/26 10:20:11", order=MONTH_FIRST, now=NOW).day == 31


def test_a_day_without_an_hour_is_today_before_noon_too():
    morning = datetime(2026, 11, 23, 8, tzinfo=UTC)
    assert read_moment("23/11/2026", now=morning) == morning


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("soon", "not a day"),
        ("31/02/2026", "no such day"),
        ("31/03/2026 25:00", "no such day"),
        ("31/03/2026 13:00 pm", "no such day"),
        ("2026-13-01T00:00:00Z", "no such day"),
        ("24/11/2026", "not come yet"),
        ("31/03/1999", "too long ago"),
        ("29/03/2026 01:30", "clocks went forward"),
        ("99999", "not come yet"),
        ("9999-12-31T23:59:59-14:00", "no such day"),
        ("01/01/0001 00:30 GMT+14", "no such day"),
        ("\u0663\u0661/03/2026x", "not a day"),
    ],
)
def test_what_is_no_day_is_refused_with_a_reason(words, message):
    with pytest.raises(NotADay, match=message):
        read_moment(words, now=NOW)
