"""One question in many presentations: the same rows, and what was shown is stored."""

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError

from consultations.analysis import breakdowns, counting
from consultations.surveys.models import Question
from consultations.surveys.services.given import Given
from consultations.surveys.services.speech import words_to_say
from consultations.surveys.wording import asked_wordings
from engage.core.glossary import Term
from engage.core.preferences import COOKIE_NAME, DisplayPreferences
from tests.builders import (
    make_consultation,
    make_document,
    make_officer,
    make_question,
    make_response,
    make_survey,
    publish,
)
from tests.surveys.journeys import Person

pytestmark = pytest.mark.django_db

EASY, LONG = "Do you like your school?", "Are you satisfied with your educational setting?"
LONG_DISPLAY = DisplayPreferences(version="long", signed="on")


def two_ways(kind: str = "text", **fields) -> Question:
    values = {"standard_text": LONG, "standard_help": "Consider lessons and breaks.", "help_text": "Think about it."}
    return make_question(kind, text=EASY, **{**values, **fields})


@pytest.fixture
def person():
    person = Person(make_survey(questions=[two_ways(), make_question(text="What else?")]))
    person.start()
    return person


def choose(person: Person, display: DisplayPreferences = LONG_DISPLAY) -> None:
    person.client.cookies[COOKIE_NAME] = display.as_cookie()


def open_question(person: Person, number: int = 1) -> str:
    person.page = person.client.get(person.question_url(number))
    return person.words


def test_people_read_easy_read_first_and_longer_words_when_they_choose_them(person):
    words = open_question(person)
    assert EASY in words and "Think about it." in words and LONG not in words
    choose(person)
    words = open_question(person)
    assert LONG in words and "Consider lessons" in words and EASY not in words
    assert "What else?" in open_question(person, 2)


def test_a_press_changes_the_words_and_keeps_what_was_typed(person):
    open_question(person)
    person.press(person.question_url(1), answer="The bell is loud.", version="long")
    assert LONG in person.words and "The bell is loud." in person.words
    assert DisplayPreferences.from_cookie(person.client.cookies[COOKIE_NAME].value).version == "long"


def test_a_press_with_an_answer_that_does_not_fit_keeps_it_and_changes_the_words(person):
    person.press(person.question_url(1), answer="a" * 5001, version="long")
    assert person.page.status_code == 200
    assert "Your answer is too long" in person.words and LONG in person.words


def test_an_unknown_way_changes_nothing(person):
    person.press(person.question_url(1), answer="The bell is loud.", version="klingon", go="next")
    assert COOKIE_NAME not in person.client.cookies
    assert "What else?" in person.words


def test_the_answer_keeps_which_words_were_shown_and_the_response_what_was_chosen(person):
    person.answer(1, "Fine")
    choose(person)
    person.answer(2, "Nothing")
    person.answer(1, "Fine")
    person.send()
    response = person.stored
    # The second question has no longer words.
    assert [answer.presentation for answer in response.answers.order_by("question__sort_order")] == ["long", "easy"]
    assert (response.presentation, response.pictures, response.signed, response.listen) == ("long", "on", "on", "on")
    assert LONG in person.client.get(person.step_url("sent")).content.decode()


def test_the_start_page_offers_what_the_questions_have(person):
    words = person.open_start().content.decode()
    assert "Show longer words" not in words
    survey = make_survey(questions=[two_ways(signed_link="https://example.org/film", signed_words="I sign.")])
    start = Person(survey).open_start().content.decode()
    for label in ("Show longer words", "Show signed films", "Hide pictures", "Hide Listen buttons"):
        assert label in start
    plain = Person(make_survey(questions=[make_question()])).open_start().content.decode()
    assert "Show longer words" not in plain and "Show signed films" not in plain


def test_a_signed_film_plays_here_or_opens_at_its_provider_with_its_words():
    film = make_document(name="signed.mp4")
    here = two_ways(signed_film=film, signed_words="I sign the question.")
    there = make_question(signed_link="https://example.org/film", signed_words="I sign.")
    person = Person(make_survey(questions=[here, there]))
    person.start()
    assert "<video" not in open_question(person)
    choose(person)
    words = open_question(person)
    assert f'src="{film.url}"' in words and "I sign the question." in words
    words = open_question(person, 2)
    assert 'href="https://example.org/film"' in words
    assert "<video" not in words and "<iframe" not in words


def test_a_signed_film_needs_its_words_before_it_is_published():
    assert "signed_words" in two_ways(signed_link="https://example.org/film").publishing_errors()
    assert "signed_words" in two_ways("statement", signed_link="https://example.org/film").publishing_errors()
    assert two_ways(signed_link="https://example.org/film", signed_words="I sign.").publishing_errors() == {}


@pytest.mark.parametrize("fields", [{"signed_link": "http://example.org/film"}, {"signed_film": "voice.mp3"}])
def test_a_link_without_https_and_a_file_that_is_no_film_are_refused(fields):
    if "signed_film" in fields:
        fields = {"signed_film": make_document(name=fields["signed_film"])}
    question = two_ways(**fields)
    question.page = make_survey(questions=[make_question()])
    with pytest.raises(ValidationError) as refused:
        question.full_clean()
    assert set(refused.value.message_dict) == set(fields)


def test_a_voice_says_the_words_that_are_shown():
    question = two_ways(recording=make_document())
    assert LONG in words_to_say(question, "long") and "Consider lessons" in words_to_say(question, "long")
    assert EASY in words_to_say(question)
    assert question.recording_in("easy") is not None
    assert question.recording_in("long") is None
    assert make_question(recording=make_document()).recording_in("long") is not None


def test_officers_read_the_words_that_the_person_saw_after_a_correction(client):
    survey = make_survey(questions=[two_ways()])
    question = survey.questions.get()
    shown = make_response(survey, answers={question: Given(question=question, text="Yes", version="long")})
    easy = make_response(survey, answers={question: Given(question=question, text="No", version="easy")})
    row = survey.questions.get_object_list()[0]
    row.text, row.standard_text = "Is your school good?", "What is your view of your school?"
    publish(survey)
    wordings = [asked_wordings(response.answers.all()) for response in (shown, easy)]
    assert [list(one.values()) for one in wordings] == [[LONG], [EASY]]
    client.force_login(make_officer())
    page = client.get(f"/admin/responses/{shown.pk}/").content.decode()
    assert LONG in page and "Asked in longer words" in page


def test_scores_are_compared_by_the_words_that_were_shown_and_small_numbers_stay_hidden():
    consultation = make_consultation()
    survey = make_survey(consultation=consultation, questions=[two_ways("statement")])
    question = survey.questions.get()
    for version, score, people in (("easy", 5, 30), ("easy", 1, 20), ("long", 5, 20), ("long", 1, 5)):
        shown = DisplayPreferences(version=version)
        for _person in range(people):
            given = Given(question=question, score=score, version=version)
            make_response(survey, answers={question: given}, shown=shown)
    ((score,),) = [group.scores for group in counting.statement_scores_of(consultation)]
    easy, long = score.versions
    assert (easy.wording, long.wording) == ("Easy Read", "Longer words")
    assert (easy.answered.value, long.answered.value, score.answered.value) == (50, 25, 75)
    # 5 are too few to show, and none of the numbers beside them gives them away.
    assert long.no.figure.is_hidden and long.yes.figure.is_hidden
    assert easy.no.figure.is_hidden and easy.yes.figure.is_hidden
    words, *_others = breakdowns.presentations_of(consultation)
    assert [(row.responses.label, row.responses.figure.value) for row in words.rows] == [
        ("Easy Read", 50),
        ("Longer words", 25),
    ]


def test_scores_are_not_compared_where_nobody_read_longer_words():
    consultation = make_consultation()
    survey = make_survey(consultation=consultation, questions=[two_ways("statement")])
    question = survey.questions.get()
    make_response(survey, answers={question: Given(question=question, score=5, version="easy")})
    ((score,),) = [group.scores for group in counting.statement_scores_of(consultation)]
    assert score.versions == ()
    assert breakdowns.presentations_of(consultation) == []


def test_hard_words_are_explained_under_the_question_and_spoken_in_the_version_that_holds_them(person):
    cache.clear()
    Term.objects.create(word="setting", explanation="A school, a college or a nursery.")
    Term.objects.create(word="lessons", explanation="When somebody teaches you.", known=True)
    assert "Words to know" not in open_question(person)
    choose(person)
    words = open_question(person)
    assert "Words to know" in words and "A school, a college or a nursery." in words
    assert "When somebody teaches you." not in words
    question = person.survey.questions.first()
    assert "A school, a college or a nursery." in words_to_say(question, "long")
    assert "nursery" not in words_to_say(question)


def test_a_question_with_everything_needs_at_most_ten_queries(person, django_assert_max_num_queries):
    Term.objects.create(word="setting", explanation="A school, a college or a nursery.")
    film = make_document(name="signed.mp4")
    person.survey.questions.update(signed_film=film, signed_words="I sign.", recording=make_document())
    choose(person)
    cache.clear()
    # What stands around every page is kept in the cache as well.
    open_question(person, 2)
    with django_assert_max_num_queries(10):
        assert "Words to know" in open_question(person)


def test_the_editor_keeps_the_other_ways_to_ask_closed(client, person):
    client.force_login(make_officer())
    page = client.get(f"/admin/pages/{person.survey.pk}/edit/").content.decode()
    closed = page.split('id="inline_child_questions-0"')[1].split("<details>")[1].split("</details>")[0]
    assert "Longer words and a signed film" in closed
    for name in ("standard_text", "standard_help", "signed_film", "signed_link", "signed_words"):
        assert f'name="questions-0-{name}"' in closed
