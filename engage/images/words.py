"""Which pictures fit a sentence, by its words alone. Pure: no database, the same answer every time. English."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# They stand in nearly every sentence and say nothing about what it is about.
STOP_WORDS = frozenset(
    WORD.findall("""
    a about am an and any are as at be because been being but by can could did do does doing each every for
    from had has have having he her here him his how if in into is it its me more most my of on or our out
    over she so some such than that the their them then there these they this those to too up us very was we
    were what when where which who why will with would you your
    """)
)
# "mov", "lik", "car": no word of three letters that ends in -ing or -ed keeps its last letter single.
SHORT_STUMP = re.compile("[^aeiou][aeiou][^aeiouwxy]")
KEYWORD_WEIGHT = 3.0
TITLE_WEIGHT = 3.0
DESCRIPTION_WEIGHT = 1.0
# Several words in a row, such as "do not know", mean more than each of them.
PHRASE_WEIGHT = 4.0
LONGEST_SENTENCE = 500


@dataclass(frozen=True)
class PictureWords:
    """The words of one picture. ``number`` is its primary key."""

    number: int
    title: str
    description: str = ""
    keywords: tuple[str, ...] = ()


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word in small letters without its ending: buses, helped and helping become bus, help and help.

    Light on purpose: plural, -ed and -ing only, and never so short that different words become one.
    """
    word = word.casefold().replace("’", "'").removesuffix("'s")
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    for ending in ("sses", "shes", "ches", "xes", "uses"):
        if word.endswith(ending) and len(word) > len(ending):
            return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        word = word[:-1]
    for ending in ("ing", "ed"):
        stump = word.removesuffix(ending)
        if stump != word and len(stump) >= 3 and re.search("[aeiouy]", stump):
            word = _mended(stump)
            break
    # "change", "changed" and "changing" meet without the silent e, "worry" and "worried" with the y.
    if word.endswith("e") and len(word) > 4:
        return word[:-1]
    return word[:-1] + "y" if word.endswith("i") and len(word) > 3 else word


def _mended(stump: str) -> str:
    """What is left of a word after its ending: "runn" is "run", "travell" is "travel", "mov" is "move"."""
    if len(stump) > 3 and stump[-1] == stump[-2] and (stump[-1] not in "lsz" or (stump[-1] == "l" and len(stump) > 5)):
        return stump[:-1]
    return f"{stump}e" if SHORT_STUMP.fullmatch(stump) else stump


@lru_cache(maxsize=20_000)
def stems(text: str) -> tuple[str, ...]:
    """The stems of all words of a text, in their order, stop words included."""
    return tuple(stem(word) for word in WORD.findall(text[:LONGEST_SENTENCE]))


@lru_cache(maxsize=20_000)
def telling(text: str) -> frozenset[str]:
    """The stems of a text that say what it is about."""
    return frozenset(stem(word) for word in WORD.findall(text[:LONGEST_SENTENCE]) if word.casefold() not in STOP_WORDS)


def rank_pictures(sentence: str, pictures: Iterable[PictureWords], *, limit: int = 6) -> list[int]:
    """The numbers of at most ``limit`` pictures that fit a sentence, the best first; none where no word fits.

    A word counts for more the fewer pictures have it. Of equal pictures the one with more of its own
    title in the sentence comes first, then the smaller number.
    """
    asked, said = telling(sentence), stems(sentence)
    if not said:
        return []
    known = list(pictures)
    seen_in = Counter(word for picture in known for word in _all_words(picture))
    rarity = {word: math.log(1 + len(known) / seen_in[word]) for word in asked if seen_in[word]}
    scored = [(_score(picture, rarity, said), picture) for picture in known]
    found = [(score, _share_of_title(picture, asked), picture.number) for score, picture in scored if score]
    return [number for _score_, _share, number in sorted(found, key=lambda one: (-one[0], -one[1], one[2]))[:limit]]


def _all_words(picture: PictureWords) -> frozenset[str]:
    return telling(picture.title).union(telling(picture.description), *map(telling, picture.keywords))


def _score(picture: PictureWords, rarity: dict[str, float], said: Sequence[str]) -> float:
    title, description = telling(picture.title), telling(picture.description)
    single = {word for keyword in picture.keywords if len(stems(keyword)) == 1 for word in stems(keyword)}
    score = 0.0
    for word, weight in sorted(rarity.items()):
        if word in title or word in single:
            score += weight * (TITLE_WEIGHT if word in title else KEYWORD_WEIGHT)
        elif word in description:
            score += weight * DESCRIPTION_WEIGHT
    phrases = sorted({stems(words) for words in (picture.title, *picture.keywords)} - {()})
    return score + sum(PHRASE_WEIGHT * len(phrase) for phrase in phrases if len(phrase) > 1 and _holds(said, phrase))


def _holds(said: Sequence[str], phrase: Sequence[str]) -> bool:
    length = len(phrase)
    return any(tuple(said[start : start + length]) == tuple(phrase) for start in range(len(said) - length + 1))


def _share_of_title(picture: PictureWords, asked: frozenset[str]) -> float:
    title = telling(picture.title)
    return len(title & asked) / len(title) if title else 0.0
