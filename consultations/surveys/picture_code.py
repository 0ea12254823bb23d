"""Codes of pictures with words: 8 different ones of 40, in order; 41.5 bits. Pure functions, no queries.

The pictures, their order and their English words never change: codes that people wrote down depend
on them. A word's picture is the symbol of that name in ``img/picture-code.svg``.
Why so, and why the hash is both keyed and slow: docs/decisions/0018-picture-codes.md.
"""

import hashlib
import math
import re
from collections.abc import Sequence

from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

# For finding them in the grid. Each picture is marked for translation as it stands.
GROUPS = (
    (_("Animals"), (_("cat"), _("dog"), _("fish"), _("bird"), _("snail"), _("rabbit"), _("frog"), _("bee"))),
    (
        _("Food"),
        (_("apple"), _("banana"), _("carrot"), _("cake"), _("egg"), _("cheese"), _("pizza"), _("grapes")),
    ),
    (
        _("Outside"),
        (_("tree"), _("flower"), _("sun"), _("moon"), _("cloud"), _("rainbow"), _("house"), _("tent")),
    ),
    (
        _("Things that move"),
        (_("bus"), _("train"), _("boat"), _("bike"), _("plane"), _("rocket"), _("tractor"), _("balloon")),
    ),
    (
        _("Other things"),
        (_("key"), _("phone"), _("book"), _("clock"), _("heart"), _("star"), _("drum"), _("chair")),
    ),
)
PICTURES = (
    *("cat", "dog", "fish", "bird", "snail", "rabbit", "frog", "bee"),
    *("apple", "banana", "carrot", "cake", "egg", "cheese", "pizza", "grapes"),
    *("tree", "flower", "sun", "moon", "cloud", "rainbow", "house", "tent"),
    *("bus", "train", "boat", "bike", "plane", "rocket", "tractor", "balloon"),
    *("key", "phone", "book", "clock", "heart", "star", "drum", "chair"),
)
LABELS = dict(zip(PICTURES, (label for _title, labels in GROUPS for label in labels), strict=True))
LENGTH = 8
# How many codes there are: 40 * 39 * ... * 33 = 3,100,796,899,200.
CODES = math.perm(len(PICTURES), LENGTH)

# scrypt: 16 MB and about 50 ms for each try.
SCRYPT = {"n": 2**14, "r": 8, "p": 1}


class UnknownWord(ValueError):
    """A typed word is none of the pictures, or could be two of them. ``word`` is what was typed."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word


def code_of_device(key: str, number: int) -> tuple[str, ...]:
    """The code that a device's key gives; another ``number``, another code.

    Made from the key so that the device can show it again without anybody having stored it.
    """
    digest = salted_hmac("engage.picture-code", f"{key}:{number}", algorithm="sha256").digest()
    # 256 bits over 41.5: every code is as likely as any other.
    return code_of_number(int.from_bytes(digest, "big") % CODES)


def code_of_number(number: int) -> tuple[str, ...]:
    """The code with a number from 0 to ``CODES - 1``: every number another code."""
    left, code = list(PICTURES), []
    for _place in range(LENGTH):
        number, place = divmod(number, len(left))
        code.append(left.pop(place))
    return tuple(code)


def hash_code(code: Sequence[str]) -> str:
    """The form in which a code is stored: of no use without the server's SECRET_KEY, and slow with it."""
    pepper = salted_hmac("engage.picture-code.hash", "", algorithm="sha256").digest()
    return hashlib.scrypt(" ".join(code).encode(), salt=pepper, dklen=32, **SCRYPT).hex()


def read_words(typed: str) -> list[str]:
    """The pictures of typed words, in order. Capitals, signs and small slips do not matter.

    Raises ``UnknownWord`` for the first word that is no picture, or could be more than one.
    """
    return [_picture_of(word) for word in re.findall(r"[^\W\d_]+", typed.casefold())]


def _picture_of(word: str) -> str:
    near: dict[int, set[str]] = {}
    for picture, label in LABELS.items():
        for known in {picture, str(label).casefold()}:
            near.setdefault(_slips(word, known), set()).add(picture)
    fewest = min(near)
    # One slip in a short word, two in a longer one; of two words that are as near, none.
    if fewest > (1 if len(word) <= 4 else 2) or len(near[fewest]) > 1 or fewest >= len(word):
        raise UnknownWord(word)
    return near[fewest].pop()


def _slips(one: str, other: str) -> int:
    """How many letters are wrong, missing, too many, or changed places with the next."""
    if abs(len(one) - len(other)) > 2:
        return 3
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        older, before, row = before, row, [i]
        for j, wanted in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]
