"""The rules for one sentence. Each takes a sentence and yields what it finds."""

import re
from collections.abc import Iterator

from .findings import Finding, Rule, gettext_noop
from .sentences import Sentence, Word
from .vocabulary import PlainWord, Vocabulary
from .wordlists import (
    BE,
    KNOWN_INITIALS,
    KNOWN_LONG_WORDS,
    METAPHORS,
    NEGATIVES,
    NEW_THOUGHT,
    NUMBERS,
    PARTICIPLES,
    STATES,
    TURNING,
)

MOST_WORDS = 15
AIMED_WORDS = 10
LONG_WORD_LETTERS = 12
# Longer than any usual initials: a word that somebody wrote in capitals.
SHOUTED_LETTERS = 6
INITIALS = re.compile(r"[A-Z][A-Z0-9]*[A-Z][A-Z0-9]*s?|(?:[A-Z]\.){2,}")
FIGURES_OF_SPEECH = Vocabulary(PlainWord(word, swap=swap) for word, swap in METAPHORS.items())


def found(rule: Rule, message: str, first: Word, last: Word, text: str, *, swap: str = "") -> Finding:
    """A finding from the first to the last of some words."""
    return Finding(rule, message, words=text[first.start : last.end], start=first.start, end=last.end, swap=swap)


def long_sentence(sentence: Sentence, text: str) -> Iterator[Finding]:
    count = len(sentence.words)
    if count > MOST_WORDS:
        message = gettext_noop(
            "This sentence has %(count)d words. Write at most %(most)d. Make it into 2 or more sentences."
        )
        yield Finding(
            Rule.LONG_SENTENCE,
            message,
            words=text[sentence.start : sentence.end],
            start=sentence.start,
            end=sentence.end,
            values={"count": count, "most": MOST_WORDS},
        )


def long_words(sentence: Sentence, text: str) -> Iterator[Finding]:
    for place, word in enumerate(sentence.words):
        is_name = place > 0 and word.text[:1].isupper()
        if word.is_address or is_name or word.lower in KNOWN_LONG_WORDS:
            continue
        longest = max(len(part) for part in re.split(r"['’\-]", word.text))
        if longest >= LONG_WORD_LETTERS:
            yield found(Rule.LONG_WORD, gettext_noop("This is a long word. Is there a shorter one?"), word, word, text)


def metaphors(sentence: Sentence, text: str) -> Iterator[Finding]:
    message = gettext_noop("This is a figure of speech. Some people read it word for word.")
    for use in FIGURES_OF_SPEECH.uses(sentence):
        first, last = sentence.words[use.first], sentence.words[use.last - 1]
        yield found(Rule.METAPHOR, message, first, last, text, swap=use.term.swap)


def numbers_in_words(sentence: Sentence, text: str) -> Iterator[Finding]:
    message = gettext_noop("Write a number with digits. They are easier to see.")
    for word in sentence.words:
        if word.lower in NUMBERS:
            yield found(Rule.NUMBER_IN_WORDS, message, word, word, text, swap=NUMBERS[word.lower])


def double_negatives(sentence: Sentence, text: str) -> Iterator[Finding]:
    """Two negatives in one thought, such as "not without". "No" beside "or" is an answer."""
    first = None
    for place, word in enumerate(sentence.words):
        if first is not None and (word.lower in TURNING or _is_negative(sentence.words, place)):
            message = gettext_noop("There are 2 negative words here. Say what is so, not what is not so.")
            yield found(Rule.DOUBLE_NEGATIVE, message, first, word, text)
            first = None
        elif _is_negative(sentence.words, place):
            first = word
        elif word.lower in NEW_THOUGHT:
            first = None
        if word.chunk.endswith((",", ";", ":")):
            first = None


def _is_negative(words: tuple[Word, ...], place: int) -> bool:
    word = words[place].lower
    if word == "no":
        around = {one.lower for one in words[max(place - 1, 0) : place + 2]}
        return not around & {"or", "yes", "say", "said", "says"} and not words[place].chunk.startswith(("“", '"', "‘"))
    return word in NEGATIVES or word.endswith("n't")


def passives(sentence: Sentence, text: str) -> Iterator[Finding]:
    message = gettext_noop("Who does it? Say first who, then what they do.")
    for place, word in enumerate(sentence.words[:-1]):
        if word.lower not in BE:
            continue
        after = sentence.words[place + 1 : place + 3]
        verb = (
            after[1] if len(after) > 1 and (after[0].lower in {"not", "being"} or after[0].lower[-2:] == "ly") else None
        )
        for one in (after[0], verb):
            if one is not None and _is_participle(one.lower):
                yield found(Rule.PASSIVE, message, word, one, text)
                break


def _is_participle(word: str) -> bool:
    return word not in STATES and (word in PARTICIPLES or (len(word) > 4 and word.endswith("ed") and word[-3] != "e"))


def capitals(sentence: Sentence, text: str) -> Iterator[Finding]:
    """Words in capitals only. Initials are a rule of their own."""
    message = gettext_noop("Words in capital letters are hard to read. Use small letters.")
    for run in _runs_of_capitals(sentence):
        words = sentence.words[run.start : run.stop]
        if _is_shouted(run, sentence):
            first, last = words[0], words[-1]
            yield found(Rule.CAPITALS, message, first, last, text, swap=text[first.start : last.end].lower())


def initials(sentence: Sentence) -> Iterator[int]:
    """The places of initials in the sentence, whether explained or not."""
    shouted = {place for run in _runs_of_capitals(sentence) if _is_shouted(run, sentence) for place in run}
    for place, word in enumerate(sentence.words):
        name = plain_initials(word)
        if name and name not in KNOWN_INITIALS and place not in shouted:
            yield place


def _runs_of_capitals(sentence: Sentence) -> Iterator[range]:
    start = None
    for place, word in enumerate((*sentence.words, None)):
        if word is not None and word.text.isupper() and len(word.text) > 1 and not word.is_address:
            start = place if start is None else start
        elif start is not None:
            yield range(start, place)
            start = None


def _is_shouted(run: range, sentence: Sentence) -> bool:
    words = [sentence.words[place].text for place in run]
    return len(words) > 2 or any(len(word) >= SHOUTED_LETTERS and word.isalpha() for word in words)


def plain_initials(word: Word) -> str:
    """Initials without dots and plural: "EHCP" for "E.H.C.P." and "EHCPs"; "" for another word."""
    bare = re.sub(r"['’]s$", "", word.text)
    if word.is_address or not INITIALS.fullmatch(bare):
        return ""
    return bare.replace(".", "").removesuffix("s")


SENTENCE_RULES = (long_sentence, long_words, metaphors, numbers_in_words, double_negatives, passives, capitals)
