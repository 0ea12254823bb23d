"""Dates, times and figures as people say them."""

from datetime import date, datetime
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from django.template import Context, Template

from engage.core.templatetags.words import clock, count_up, day, file_facts, lines, month, percent_of, sentences

LONDON = ZoneInfo("Europe/London")
UTC = ZoneInfo("UTC")


@pytest.mark.parametrize(
    "hour, minute, words",
    [
        (0, 0, "midnight"),
        (0, 5, "12.05 am"),
        (9, 0, "9 am"),
        (11, 59, "11.59 am"),
        (12, 0, "midday"),
        (12, 30, "12.30 pm"),
        (17, 0, "5 pm"),
        (23, 59, "11.59 pm"),
    ],
)
def test_the_time_is_said_as_people_say_it(hour, minute, words):
    assert clock(datetime(2026, 12, 14, hour, minute, tzinfo=LONDON)) == words


@pytest.mark.parametrize(
    "moment, words",
    [
        (datetime(2026, 12, 14, 17, 0, tzinfo=UTC), "Monday 14 December 2026, 5 pm"),
        (datetime(2026, 6, 30, 23, 30, tzinfo=UTC), "Wednesday 1 July 2026, 12.30 am"),
        (datetime(2026, 3, 29, 1, 0, tzinfo=UTC), "Sunday 29 March 2026, 2 am"),
        (None, ""),
    ],
)
def test_a_page_says_the_day_and_time_of_london(moment, words):
    template = Template("{% load words %}{{ moment|day_and_time }}")
    assert template.render(Context({"moment": moment})) == words


def test_a_day_and_a_month_are_words():
    assert day(date(2026, 12, 14)) == "Monday 14 December 2026"
    assert month(date(2026, 3, 1)) == "March 2026"
    assert (day(None), month(None), clock(None)) == ("", "", "")


def test_small_helpers():
    assert list(count_up(3)) == [1, 2, 3]
    assert list(count_up(None)) == []
    assert lines(" There is a lift. \n\n There is a bus. ") == ["There is a lift.", "There is a bus."]
    assert sentences("We paid for 12 clubs. You chose them! Did it help?") == [
        "We paid for 12 clubs.",
        "You chose them!",
        "Did it help?",
    ]
    assert sentences("About 3.5 of 5") == ["About 3.5 of 5"]
    assert sentences(None) == []


@pytest.mark.parametrize("value, best, percent", [(5, 5, 100), (3.4, 5, 68), (None, 5, 0), (9, 5, 100), (1, 0, 0)])
def test_a_score_is_a_part_of_the_best_score(value, best, percent):
    assert percent_of(value, best) == percent


@pytest.mark.parametrize("size, words", [(1_258_291, "PDF, 1.2\xa0MB"), (None, "PDF")])
def test_a_download_says_what_it_is(size, words):
    assert file_facts(SimpleNamespace(file_extension="pdf", file_size=size)) == words
