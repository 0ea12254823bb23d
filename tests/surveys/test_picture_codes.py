"""Picture codes: what they are made of, what is stored, what typed words become."""

import hashlib

import pytest

from consultations.surveys import picture_code
from consultations.surveys.picture_code import (
    CODES,
    GROUPS,
    LABELS,
    LENGTH,
    PICTURES,
    UnknownWord,
    code_of_device,
    code_of_number,
    hash_code,
    read_words,
)
from tests.core.test_style_sheet import STATIC

SPRITE = (STATIC / "img" / "picture-code.svg").read_text()


def test_the_words_and_their_order_never_change():
    """Codes on paper depend on them: whoever changes this number breaks every code that people hold."""
    assert hashlib.sha256(" ".join(PICTURES).encode()).hexdigest()[:16] == "9dc17904854e9383"


def test_a_code_has_more_than_40_bits():
    assert CODES == 3_100_796_899_200 > 2**41


def test_every_word_has_a_picture_and_a_label_in_its_group():
    assert [label for _title, labels in GROUPS for label in labels] == list(PICTURES)
    assert all(f'<symbol id="{word}" ' in SPRITE for word in PICTURES)
    assert SPRITE.count("<symbol ") == len(PICTURES) == len(LABELS) == 40


def test_every_number_gives_another_code_of_different_pictures():
    numbers = [*range(2000), CODES // 2, CODES - 1]
    codes = {code_of_number(number) for number in numbers}
    assert len(codes) == len(numbers)
    assert all(len(set(code)) == LENGTH for code in codes)
    assert {code[-1] for code in map(code_of_number, range(0, CODES, CODES // 997))} == set(PICTURES)


def test_a_device_gets_the_same_code_again_and_another_one_for_the_next_number():
    assert code_of_device("key", 1) == code_of_device("key", 1)
    assert len({code_of_device("key", 1), code_of_device("key", 2), code_of_device("other", 1)}) == 3


def test_the_stored_form_needs_the_secret_of_the_server(settings):
    code = code_of_number(7)
    stored = hash_code(code)
    assert stored == hash_code(list(code))
    settings.SECRET_KEY = "another server's"
    assert hash_code(code) != stored


def test_the_stored_form_takes_16_mb_and_depends_on_the_order():
    assert 128 * picture_code.SCRYPT["n"] * picture_code.SCRYPT["r"] == 16 * 1024 * 1024
    assert hash_code(code_of_number(0)) != hash_code(code_of_number(0)[::-1])


@pytest.mark.parametrize(
    "typed",
    [
        "bus cat sun",
        "  BUS, Cat;  sUN. ",
        "1. bus\n2. cat\n3. sun",
        "bus-cat-sun",
        "bsu cta sun",
        "buss catt sunn",
    ],
)
def test_typed_words_are_understood_whatever_the_capitals_signs_and_small_slips(typed):
    assert read_words(typed) == ["bus", "cat", "sun"]


@pytest.mark.parametrize(
    "typed, word",
    [("baloon", "balloon"), ("rabit", "rabbit"), ("chese", "cheese"), ("traktor", "tractor"), ("flowr", "flower")],
)
def test_common_misspellings_are_understood(typed, word):
    assert read_words(typed) == [word]


@pytest.mark.parametrize("typed", ["giraffe", "clocd", "x", "bo", "hous e"])
def test_a_word_that_is_none_or_could_be_two_is_asked_again(typed):
    with pytest.raises(UnknownWord):
        read_words(typed)


def test_no_two_words_are_one_slip_apart():
    close = [
        (one, other) for one in PICTURES for other in PICTURES if one < other and picture_code._slips(one, other) < 2
    ]
    assert close == []
