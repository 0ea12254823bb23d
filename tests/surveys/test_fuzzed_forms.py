"""Forms of the journey filled with what no person types: never an error of the server, nothing odd stored.

``make faults`` sends 10,000; ``make test`` a small share of them. The values are the same at every run.
"""

import os
import random
from collections import Counter

import pytest
from django.test import Client

from consultations.surveys.enums import AgeBand, AnsweredBy, AnswerState, QuestionKind, RespondentGroup
from consultations.surveys.models import Answer, Response
from tests.builders import make_survey
from tests.surveys.journeys import Person

pytestmark = [pytest.mark.django_db, pytest.mark.faults]

HOW_MANY = 10_000 if os.environ.get("ENGAGE_FAULTS") == "full" else 300
STEPS = ["who", "about-you", "check", "clear"]
NAMES = ["answer", "instead", "go", "from", "answered_by", "group", "age_band", "key", "csrfmiddlewaretoken"]


def odd_values(chance):
    """One of the values that break programs."""
    return chance.choice(
        [
            "",
            "\x00",
            "a\x00b",
            "\ud800".encode("utf-8", "surrogatepass"),
            b"\xff\xfe\xfa",
            "﷽" * 50,
            "a" * 6_000,
            "'; DROP TABLE surveys_answer; --",
            "<script>alert(1)</script>",
            "{{ 7*7 }}{% debug %}",
            "%s%n%(x)s{0}",
            "-1",
            "1e400",
            "999999999999999999999999",
            "٣",
            "True",
            "[]",
            "../../etc/passwd",
            "\r\nSet-Cookie: a=b",
            "given",
            "left_out",
            "do_not_know",
            "next",
            "back",
            "5",
        ]
    )


def odd_form(chance):
    """A form with some of the names, each with one or several odd values."""
    names = chance.sample(NAMES, chance.randint(1, 5)) + ["x" * chance.randint(0, 300)]
    return {name: [odd_values(chance) for _value in range(chance.choice([1, 1, 1, 3]))] for name in names}


def addresses(survey):
    steps = [f"/answer/{survey.pk}/{name}/" for name in STEPS]
    questions = [f"/answer/{survey.pk}/question/{one.key}/" for one in survey.asked_questions]
    return [survey.url, *steps, *questions * 4, f"/answer/{survey.pk}/question/none/", "/answer/0/who/", "/display/"]


def test_fuzzed_forms_are_answered_and_store_only_what_is_offered():
    chance = random.Random(2019)
    survey = make_survey()
    client = Client(raise_request_exception=False)
    statuses = Counter()
    for number in range(HOW_MANY):
        if number % 25 == 0:
            Person(survey, client=client).press(f"/answer/{survey.pk}/clear/")
            Person(survey, client=client).start()
        reply = client.post(chance.choice(addresses(survey)), odd_form(chance))
        statuses[reply.status_code] += 1
    print(f"\nfuzzed forms: tried {HOW_MANY}, answered {dict(sorted(statuses.items()))}")
    assert not [status for status in statuses if status >= 500]
    assert Response.objects.exclude(answered_by__in=["", *AnsweredBy.values]).count() == 0
    assert Response.objects.exclude(group__in=["", *RespondentGroup.values]).count() == 0
    assert Response.objects.exclude(age_band__in=["", *AgeBand.values]).count() == 0
    assert Answer.objects.exclude(state__in=AnswerState.values).count() == 0
    assert Answer.objects.exclude(state=AnswerState.GIVEN).exclude(text="").count() == 0
    assert Answer.objects.exclude(question__kind=QuestionKind.TEXT).exclude(text="").count() == 0
    assert not [answer for answer in Answer.objects.all() if "\x00" in answer.text or len(answer.text) > 5000]


def test_a_form_with_five_thousand_fields_or_a_megabyte_of_words_is_answered():
    survey = make_survey()
    person = Person(survey, client=Client(raise_request_exception=False))
    person.start()
    many = {f"field-{number}": "x" for number in range(5_000)}
    assert person.client.post(person.question_url(1), many).status_code < 500
    for number in (1, 2, 3, 4):
        reply = person.client.post(person.question_url(number), {"answer": "a" * 1_000_000, "go": "next"})
        assert reply.status_code < 500
    assert not Answer.objects.exclude(text="").exists()


@pytest.mark.parametrize(
    "path",
    [
        '/search/?q="',
        "/search/?q=%00",
        "/search/?q='%20OR%201=1",
        "/search/?q=*&page=-1",
        "/search/?q=a&page=9999999999999999999",
        "/display/?next=//evil.example",
        "/display/?next=%00",
        "/answer/99999999999999999999/who/",
        "/what-changed/?priority=%00&state='",
        "/have-your-say/%00/",
        "/%ED%A0%80/",
    ],
)
def test_odd_addresses_are_answered(path):
    make_survey()
    assert Client(raise_request_exception=False).get(path).status_code < 500
