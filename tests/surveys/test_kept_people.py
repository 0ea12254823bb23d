"""People with different everything answer in turn: each meets the page that would be rendered for them alone."""

import re
from contextlib import contextmanager

import pytest

from consultations.models import Area
from consultations.surveys.enums import AgeBand, QuestionKind
from consultations.surveys.models import Answer, Need
from consultations.surveys.views import answering, sending, start
from engage.core import kept
from tests.builders import (
    make_document,
    make_image,
    make_priority,
    make_question,
    make_session,
    make_statement,
    make_survey,
)
from tests.surveys.conditions import when
from tests.surveys.journeys import Person
from tests.surveys.languages import in_urdu

pytestmark = pytest.mark.django_db

OWN = re.compile(r'(name="(?:csrfmiddlewaretoken|key)" value=")[^"]+')
EVERYTHING = "size.largest-theme.navy-letters.dyslexic-spacing.wide-pictures.off-listen.off-version.long-signed.on"

WORDS = {"What is wrong?": "کیا غلط ہے؟", "How do you go home?": "آپ گھر کیسے جاتے ہیں؟", "Walk": "پیدل"}

# What each says, by the question's place; the second never meets question 3.
SAID = [
    ["5", "1", ["0", "1"], "too <loud> & late\n“always”", "do_not_know", ["2", "0"], "7", ["0"]],
    ["1", "3", None, "My own & other words", "", ["1"], "0", ["2"]],
    ["5", "2", ["1"], "بہت شور", "3", ["0"], "7", ["1"]],
]
ABOUT = [{"group": "young_person", "age_band": AgeBand.values[1]}, {"group": "parent"}, {}]


@pytest.fixture
def survey():
    Area.objects.create(name="North", district="Northdale")
    Need.objects.create(text="I use a wheelchair", order=1)
    say = make_question(
        QuestionKind.STATEMENT, statement=make_statement(priorities=[make_priority()]), text="I have a say."
    )
    alone = make_question(QuestionKind.YES_NO, text="Do you travel alone?", help_text="There is no wrong answer.")
    takes = make_question(QuestionKind.SEVERAL_CHOICES, text="What do you take?", choices=("Bus", "Train"), at_most=2)
    film = make_document(name="film.mp4")
    return make_survey(
        ask_area=True,
        ask_needs=True,
        questions=[
            say,
            alone,
            when(takes, alone, "1", "2"),
            make_question(
                QuestionKind.TEXT,
                text="What is wrong?",
                standard_text="Which difficulties do you meet?",
                starters="It is",
            ),
            make_question(QuestionKind.STATEMENT, text="I am safe.", scale="3", picture=make_image()),
            make_question(QuestionKind.TOP_THREE, text="What matters?", choices=("Home", "Work", "Friends")),
            make_question(
                QuestionKind.HOW_MUCH, text="How happy are you?", signed_film=film, signed_words="How happy are you?"
            ),
            make_question(QuestionKind.ONE_CHOICE, text="How do you go home?", choices=("Bus", "Walk", "Car")),
        ],
    )


def as_it_is(request, *, stamp, key, render, own=None):
    """``kept_page`` without keeping and without places."""
    return render(dict(own or {}))


@contextmanager
def nothing_is_kept(monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(kept, "OLDEST", -1.0)
        for module in (answering, sending, start):
            patched.setattr(module, "kept_page", as_it_is)
        yield


class Somebody(Person):
    """A person who reads the survey in the language of the prefix."""

    prefix = ""

    def say(self, url: str, **values) -> None:
        assert self.client.post(self.prefix + url, {**values, "go": "next"}).status_code == 302

    def start(self) -> None:
        key = re.search(r'name="key" value="([^"]+)"', self.client.get(self.prefix + self.survey.url).content.decode())
        self.say(self.survey.url, key=key[1])


def shown(person: Somebody, url: str) -> str:
    page = person.client.get(person.prefix + url)
    assert page.status_code == 200, url
    return OWN.sub(r"\1", page.content.decode())


def look(people: list[Somebody], monkeypatch, *urls: str) -> None:
    """Everybody opens the pages, in turn and twice; nobody meets another page than their own."""
    for url in urls:
        with nothing_is_kept(monkeypatch):
            alone = [shown(person, url) for person in people]
        for _again in range(2):
            for person, expected in zip(people, alone, strict=True):
                assert shown(person, url) == expected, url


def values(survey, number: int, said) -> dict:
    """The form's values for the question at a place from 0; choices are named by their place."""
    question = survey.asked_questions[number]
    if not question.choices.exists():
        return {"answer": said} if said else {}
    pks = [str(choice.pk) for choice in question.choices.all()]
    return {"answer": [pks[int(place)] for place in said]}


@pytest.fixture
def people(survey) -> list[Somebody]:
    """In English, in English with everything else changed, and in Urdu."""
    in_urdu(survey, WORDS)
    people = [Somebody(survey) for _number in range(3)]
    people[1].client.cookies["engage_display"] = EVERYTHING
    people[2].prefix = "/ur"
    return people


def test_people_who_differ_in_everything_meet_their_own_pages(survey, people, monkeypatch):
    step = people[0].step_url
    look(people, monkeypatch, survey.url, f"{survey.url}?from=poster")
    for person in people[:2]:
        person.start()
    look(people, monkeypatch, survey.url)
    people[2].start()
    people[0].say(step("who"), answered_by="alone")
    look(people, monkeypatch, step("who"))
    for number, url in enumerate([people[0].question_url(number) for number in range(1, 9)]):
        asked = [(person, said[number]) for person, said in zip(people, SAID, strict=True) if said[number] is not None]
        here = [person for person, _said in asked]
        look(here, monkeypatch, url)
        for person, said in asked:
            person.say(url, **values(survey, number, said))
        look(here, monkeypatch, url, f"{url}?from=check")
    look(people, monkeypatch, people[0].question_url(1), step("about-you"), step("check"))
    for person, said in zip(people, ABOUT, strict=True):
        person.say(step("about-you"), **said)
    look(people, monkeypatch, step("about-you"), step("check"))
    for person in people:
        person.say(step("check"))
    look(people, monkeypatch, survey.url, step("thank-you"), step("who") + "?from=sent")
    look(people, monkeypatch, people[0].question_url(1) + "?from=sent", people[0].question_url(4) + "?from=sent")


def test_each_language_has_its_own_words_and_answers_go_to_the_same_question(survey, people):
    for person in people:
        person.start()
    url = people[0].question_url(8)
    for _again in range(2):
        assert "How do you go home?" in shown(people[0], url)
        page = shown(people[2], url)
        assert '<html lang="ur" dir="rtl"' in page
        assert WORDS["How do you go home?"] in page and WORDS["Walk"] in page
    people[2].say(url, **values(survey, 7, ["1"]))
    assert Answer.objects.get().question == survey.asked_questions[7]
    assert WORDS["Walk"] in shown(people[2], people[0].step_url("check"))


def test_new_words_of_a_translation_show_when_they_are_published(survey, people):
    people[2].start()
    url = people[0].question_url(8)
    assert WORDS["How do you go home?"] in shown(people[2], url)
    in_urdu(survey, {**WORDS, "How do you go home?": "آپ کیسے جاتے ہیں؟"})
    assert "آپ کیسے جاتے ہیں؟" in shown(people[2], url)


def test_a_page_with_what_was_wrong_is_nobody_elses(survey, people, monkeypatch):
    for person in people:
        person.start()
    url = people[0].question_url(3)
    first = survey.asked_questions[2].choices.first()
    refused = people[0].client.post(url, {"answer": str(first.pk), "instead": "do_not_know", "go": "next"})
    assert "Error:" in refused.content.decode()
    assert "Error:" not in shown(people[0], url) + shown(people[1], url)


def test_only_the_page_of_somebody_who_may_record_allows_the_microphone_also_when_it_was_kept():
    survey = make_survey(questions=[make_question(text="What would you change?", takes_voice=True)])
    session = make_session(survey=survey)
    alone, in_session = Person(survey), Person(survey)
    alone.start()
    in_session.press(f"/join/{session.code}/")
    url = alone.question_url(1)
    for _again in range(2):
        page, other = alone.client.get(url), in_session.client.get(url)
        assert "microphone=(self)" in page["Permissions-Policy"] and "blob:" in page["Content-Security-Policy"]
        assert "voice.js" in page.content.decode()
        assert "microphone=()" in other["Permissions-Policy"] and "blob:" not in other["Content-Security-Policy"]
        assert "voice.js" not in other.content.decode()
