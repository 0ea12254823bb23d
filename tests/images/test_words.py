"""Which pictures fit a sentence: by its words alone."""

import random

import pytest

from engage.images.words import PictureWords, rank_pictures, stem

BUS = PictureWords(1, "Bus", "A bus.", ("travel", "journey", "driver"))
HOME = PictureWords(2, "Home", "A house.", ("house", "where I live", "family"))
FAMILY = PictureWords(3, "Family", "Two grown-ups with a child.", ("parents", "home"))
NOT_KNOW = PictureWords(4, "Do not know", "A person shrugs.", ("not sure", "unsure"))
TREE = PictureWords(5, "Park", "A tree and a bench.", ("outside", "tree"))
ALL = [BUS, HOME, FAMILY, NOT_KNOW, TREE]


@pytest.mark.parametrize(
    "words",
    [
        ("bus", "buses", "Bus", "bus's"),
        ("help", "helps", "helped", "helping"),
        ("plan", "plans", "planned", "planning"),
        ("move", "moves", "moved", "moving"),
        ("worry", "worries", "worried", "worrying"),
        ("choice", "choices"),
        ("class", "classes"),
        ("house", "houses"),
        ("feeling", "feelings"),
    ],
)
def test_forms_of_a_word_have_one_stem(words):
    assert len({stem(word) for word in words}) == 1, [stem(word) for word in words]


@pytest.mark.parametrize(("one", "other"), [("sing", "s"), ("bed", "b"), ("king", "k"), ("bus", "bu"), ("thing", "th")])
def test_short_words_keep_what_only_looks_like_an_ending(one, other):
    assert stem(one) == one
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("sentence", "first"),
    [
        ("The buses are late.", 1),
        ("Travelling is hard.", 1),
        ("I want to choose where I live.", 2),
        ("My parents help me.", 3),
        ("You may say that you do not know.", 4),
        ("We sat under the TREES!", 5),
    ],
)
def test_the_picture_of_the_telling_word_comes_first(sentence, first):
    assert rank_pictures(sentence, ALL)[0] == first


def test_a_rare_word_counts_for_more_than_one_that_many_pictures_have():
    many = [PictureWords(number, f"Person {number}", "", ("person",)) for number in range(10, 20)]
    assert rank_pictures("A person on a bus.", [*many, BUS])[0] == BUS.number


@pytest.mark.parametrize("sentence", ["", " ", "?!", "the and of it is", "xylophone", "\x00", "🙂", "میرا منصوبہ"])
def test_a_sentence_without_a_known_word_has_no_pictures(sentence):
    assert rank_pictures(sentence, ALL) == []


def test_at_most_6_and_the_same_whatever_the_order_of_the_pictures():
    many = [PictureWords(number, "Bus", "A bus.", ("bus",)) for number in range(1, 20)]
    shuffled = random.Random(1).sample(many, len(many))
    assert rank_pictures("A bus.", many) == rank_pictures("A bus.", shuffled) == [1, 2, 3, 4, 5, 6]
