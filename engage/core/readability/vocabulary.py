"""The list of hard words with plainer ones, and where a text explains a word itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .sentences import Sentence, Word, split

# What may follow a hard word to explain it: "Provision means ...", "EHCP is short for ...".
EXPLAINING = (("means",), ("mean",), ("stands", "for"), ("is", "short", "for"), ("is", "when"), ("are", "when"))

# A sentence that begins so explains the one before it: "That means ...".
POINTING_BACK = {"that", "this", "it", "these", "they"}
# After a comma these begin an explanation: "the Local Offer, our website about help".
ADDING = {"our", "which", "who", "a", "an"}


@dataclass(frozen=True)
class PlainWord:
    """A hard word. ``forms`` are other ways to write it. A ``known`` word is never found."""

    word: str
    forms: tuple[str, ...] = ()
    swap: str = ""
    explanation: str = ""
    known: bool = False


@dataclass(frozen=True)
class Use:
    """A hard word in a sentence, from word ``first`` up to, not with, word ``last``."""

    term: PlainWord
    first: int
    last: int


class Vocabulary:
    """Finds the words of a list in sentences, the longest first; plural and possessive forms too."""

    def __init__(self, terms: Iterable[PlainWord] = ()) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], PlainWord]]] = {}
        for term in terms:
            for form in (term.word, *term.forms):
                # Initials keep their capitals: SEND is not "send", and SALT is not salt.
                words = tuple(
                    word.text if word.text.isupper() and len(word.text) > 1 else word.lower
                    for sentence in split(form)
                    for word in sentence.words
                )
                if words:
                    self._by_first.setdefault(words[0], []).append((words, term))
        for listed in self._by_first.values():
            listed.sort(key=lambda entry: len(entry[0]), reverse=True)

    def uses(self, sentence: Sentence) -> Iterator[Use]:
        """The listed words of a sentence, in order, none inside another."""
        place = 0
        while place < len(sentence.words):
            use = self._use_at(sentence.words, place)
            if use is None:
                place += 1
            else:
                yield use
                place = use.last

    def _use_at(self, words: tuple[Word, ...], place: int) -> Use | None:
        for first in stems(words[place]):
            for listed, term in self._by_first.get(first, ()):
                last = place + len(listed)
                if last <= len(words) and all(
                    wanted in stems(word) for wanted, word in zip(listed, words[place:last], strict=True)
                ):
                    return Use(term, place, last)
        return None


def stems(word: Word) -> list[str]:
    """The word in small letters and as it is written, each also without a plural or possessive ending."""
    found = []
    for text in dict.fromkeys((word.lower, word.text.replace("’", "'"))):
        found.append(text)
        if text.endswith(("'s", "s'")):
            found.append(text[:-2])
        elif text.endswith("s") and len(text) > 2:
            found.append(text[:-1])
    return found


def is_explained(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the sentence explains its words ``first`` to ``last``: "X means ...", "... (X)", "X (...)"."""
    words = sentence.words
    after = [word.lower for word in words[last : last + 3]]
    if any(tuple(after[: len(clue)]) == clue for clue in EXPLAINING):
        return True
    if words[first].chunk.startswith("(") and ")" in words[last - 1].chunk and first > 0:
        return True
    if last == len(words):
        return False
    return words[last].chunk.startswith("(") or (words[last - 1].chunk.endswith(",") and after[0] in ADDING)


def explains_the_last(sentence: Sentence) -> bool:
    """Whether it explains what the sentence before it said: "That means ..."."""
    first = [word.lower for word in sentence.words[:2]]
    return len(first) == 2 and first[0] in POINTING_BACK and first[1] in {"mean", "means"}
