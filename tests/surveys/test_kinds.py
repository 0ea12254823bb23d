"""The kinds of questions beside faces and plain choices, as a browser without scripts meets them."""

import re

import pytest
from django.db import IntegrityError, transaction

from consultations.surveys.enums import AnswerState, QuestionKind
from consultations.surveys.models import Answer, AnswerChoice, Choice, Question
from consultations.surveys.services.given import AnswerDoesNotFit, Given
from tests.builders import make_question, make_response, make_survey
from tests.surveys.journeys import Person

pytestmark = pytest.mark.django_db


def asking(kind, **fields) -> Person:
    """A person who has started a survey with one such question."""
    question = make_question(kind, **fields)
    if fields.get("choices", ("",))[-1] == "Something else":
        question.choices.get_object_list()[-1].own_words = True
    person = Person(make_survey(questions=[question]))
    person.start()
    return person


def pk_of(words: str) -> str:
    return str(Choice.objects.get(text=words).pk)


def stored() -> Answer:
    return Answer.objects.get()


def chosen() -> list[str]:
    return [pick.choice.text for pick in stored().picks.all()]


# At most so many


def test_more_ticks_than_allowed_are_refused_kindly_and_stay():
    person = asking(QuestionKind.SEVERAL_CHOICES, choices=("Bus", "Train", "Walk"), at_most=2)
    person.answer(1, [pk_of("Bus"), pk_of("Train"), pk_of("Walk")])
    assert "You chose 3 answers. Please choose at most 2. Take away 1." in person.words
    assert person.words.count(" checked") == 3
    assert not Answer.objects.exists()
    person.answer(1, [pk_of("Bus"), pk_of("Walk")])
    assert chosen() == ["Bus", "Walk"]


@pytest.mark.parametrize(
    ("help_text", "shown"),
    [
        ("", "Choose at most 2."),
        ("Think back.", "Think back. Choose at most 2."),
        ("Choose up to 2.", "Choose up to 2."),
    ],
)
def test_people_read_before_how_many_they_may_choose(help_text, shown):
    person = asking(QuestionKind.SEVERAL_CHOICES, at_most=2, help_text=help_text)
    page = person.client.get(person.question_url(1)).text
    assert f'id="question-help">{shown}</p>' in page


# Something else


OWN = ("Bus", "Train", "Something else")


@pytest.mark.parametrize("kind", [QuestionKind.ONE_CHOICE, QuestionKind.SEVERAL_CHOICES])
def test_something_else_keeps_the_persons_own_words(kind):
    person = asking(kind, choices=OWN)
    assert "0800 1111" in person.client.get(person.question_url(1)).text
    person.answer(1, pk_of("Something else"), words="My scooter")
    assert (stored().text, stored().words) == ("My scooter", "Something else: My scooter")
    assert 'value="My scooter"' in person.client.get(person.question_url(1)).text
    assert Question.objects.in_words().get() == stored().question


@pytest.mark.parametrize("kind", [QuestionKind.ONE_CHOICE, QuestionKind.SEVERAL_CHOICES])
def test_words_alone_choose_something_else_and_it_may_stay_without_words(kind):
    person = asking(kind, choices=OWN)
    person.answer(1, words="My scooter")
    assert chosen() == ["Something else"]
    person.answer(1, pk_of("Something else"), words="")
    assert (chosen(), stored().text) == (["Something else"], "")


def test_own_words_and_another_choice_are_refused_kindly_where_only_one_fits():
    person = asking(QuestionKind.ONE_CHOICE, choices=OWN)
    person.answer(1, pk_of("Bus"), words="My scooter")
    assert "Press “Something else”, or take your words out." in person.words
    assert 'value="My scooter"' in person.words
    assert not Answer.objects.exists()


def test_own_words_count_among_the_ticks():
    person = asking(QuestionKind.SEVERAL_CHOICES, choices=OWN, at_most=1)
    person.answer(1, pk_of("Bus"), words="My scooter")
    assert "Take away 1." in person.words
    person.answer(1, instead="do_not_know", words="My scooter")
    assert "Keep only one of them." in person.words
    assert not Answer.objects.exists()


def test_a_question_without_something_else_takes_no_words():
    person = asking(QuestionKind.ONE_CHOICE, choices=("Bus", "Train"))
    person.answer(1, pk_of("Bus"), words="My scooter")
    assert stored().text == ""
    assert 'name="words"' not in person.client.get(person.question_url(1)).text


def test_the_words_stay_beside_something_else_when_its_flag_is_taken_away():
    person = asking(QuestionKind.ONE_CHOICE, choices=OWN)
    person.answer(1, words="My scooter")
    survey = person.survey
    question = survey.questions.get()
    for choice in question.choices.get_object_list():
        choice.own_words = False
    question.choices.add(*question.choices.get_object_list())
    survey.questions.add(question)
    survey.save()
    assert Choice.objects.get(text="Something else").own_words


# Yes, no, not sure


@pytest.mark.parametrize(("score", "words"), [(3, "Yes"), (2, "Not sure"), (1, "No")])
def test_yes_no_and_not_sure_are_answers_with_pictures(score, words):
    person = asking(QuestionKind.YES_NO)
    page = person.client.get(person.question_url(1)).text
    assert "do_not_know" not in page
    assert page.count('name="answer"') == 5
    assert len(re.findall(r"/(?:yes|no|not-sure)[.\w]*\.svg", page)) == 3
    person.answer(1, str(score))
    assert (stored().score, stored().words) == (score, words)


# How much


def test_how_much_takes_0_to_10_and_says_what_both_ends_mean():
    person = asking(QuestionKind.HOW_MUCH, low_words="Not at all happy", high_words="Very happy")
    page = person.client.get(person.question_url(1)).text
    assert page.count('name="answer"') == 11 + 3
    assert page.index("Not at all happy") < page.index("Very happy")
    person.answer(1, "0")
    assert (stored().state, stored().score, stored().words) == (AnswerState.GIVEN, 0, "0 out of 10")
    assert person.client.get(person.question_url(1)).text.count(" checked") == 1
    person.answer(1, "10")
    assert stored().score == 10
    person.answer(1, "11")
    assert stored().score == 10


def test_the_database_refuses_a_score_over_10():
    question = make_survey(questions=[make_question(QuestionKind.HOW_MUCH)]).questions.get()
    answer = make_response(question.page, answers={question: Given(question=question, score=10)}).answers.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Answer.objects.filter(pk=answer.pk).update(score=11)


# Top three


FOUR = ("Friends", "Fun", "Work", "Home")


def press(person, words, **values):
    """Press a card of the page that is shown, with what that page holds."""
    held = re.findall(r'<input type="hidden" name="answer" value="(\d+)"', person.words)
    return person.press(person.question_url(1), answer=held, press=pk_of(words), **values)


def test_cards_take_the_next_place_and_give_it_back():
    person = asking(QuestionKind.TOP_THREE, choices=FOUR)
    person.answer(1, go="back")
    person.page = person.client.get(person.question_url(1))
    for words in ("Work", "Friends", "Home"):
        press(person, words)
        assert person.url == person.question_url(1) + "#order"
    assert stored().words == "1. Work, 2. Friends, 3. Home"
    press(person, "Friends")
    assert stored().words == "1. Work, 2. Home"
    assert [pick.rank for pick in stored().picks.all()] == [1, 2]
    assert person.words.count('aria-pressed="true"') == 2
    person.answer(1, re.findall(r'type="hidden" name="answer" value="(\d+)"', person.words))
    assert stored().words == "1. Work, 2. Home"


def test_a_fourth_card_is_refused_kindly_and_the_order_stays():
    person = asking(QuestionKind.TOP_THREE, choices=FOUR)
    person.page = person.client.get(person.question_url(1))
    for words in FOUR:
        press(person, words)
    assert "You have chosen 3 already." in person.words
    assert person.words.count('aria-pressed="true"') == 3
    assert chosen() == ["Friends", "Fun", "Work"]


def test_a_double_press_counts_once():
    person = asking(QuestionKind.TOP_THREE, choices=FOUR)
    for _press in range(2):
        person.press(person.question_url(1), press=pk_of("Fun"))
    assert stored().words == "1. Fun"


def test_a_card_takes_the_place_of_do_not_know():
    person = asking(QuestionKind.TOP_THREE, choices=FOUR)
    person.answer(1, instead="do_not_know")
    assert stored().state == AnswerState.DO_NOT_KNOW
    person.press(person.question_url(1), press=pk_of("Fun"), instead="do_not_know")
    assert (stored().state, chosen()) == (AnswerState.GIVEN, ["Fun"])


def test_the_way_back_to_check_is_kept_through_presses():
    person = asking(QuestionKind.TOP_THREE, choices=FOUR)
    person.press(person.question_url(1) + "?from=check", press=pk_of("Fun"), **{"from": "check"})
    assert person.url == person.question_url(1) + "?from=check#order"
    assert '<input type="hidden" name="from" value="check">' in person.words


def test_a_choice_of_another_question_or_twice_the_same_has_no_place():
    person = asking(QuestionKind.TOP_THREE, choices=FOUR)
    person.answer(1, [pk_of("Fun"), pk_of("Fun")])
    assert stored().words == "1. Fun"
    person.press(person.question_url(1), press="999999")
    assert stored().words == "1. Fun"
    question = stored().question
    with pytest.raises(AnswerDoesNotFit):
        Given(question=question, choices=tuple(question.choices.all())).check()
    with pytest.raises(IntegrityError), transaction.atomic():
        AnswerChoice.objects.create(answer=stored(), choice=question.choices.get(text="Home"), rank=1)


# Starts of sentences


def test_a_start_goes_to_the_end_of_what_was_typed():
    person = asking(QuestionKind.TEXT, starters="I like\nIt helps me when\n")
    page = person.client.get(person.question_url(1)).text
    assert "It helps me when" in page
    person.press(person.question_url(1), answer="Hello.", starter="1", instead="do_not_know")
    assert person.url == person.question_url(1) + "#answer"
    assert stored().text == "Hello.\nIt helps me when"
    assert "Hello.\nIt helps me when</textarea>" in person.words


def test_a_start_that_nobody_offers_changes_nothing():
    person = asking(QuestionKind.TEXT, starters="I like")
    person.press(person.question_url(1), answer="Hello.", starter="7")
    assert "Hello." in person.words
    assert not Answer.objects.exists()
