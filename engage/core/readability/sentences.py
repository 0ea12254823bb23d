"""Sentences and words of a text, with their places. Takes time in proportion to the text's length."""

import re
from dataclasses import dataclass

LINE = re.compile(r"[^\n\r]+")
CHUNK = re.compile(r"\S+")
WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}")
LIST_MARK = re.compile(r"(?:[-*•–—·‣]|\(?\d{1,3}[.)]|\(?[a-zA-Z]\))")
CLOSERS = "\"'”’»)]}*_"
OPENERS = "\"'“‘«([{*_"
STOPS = (".", "!", "?", "…", "。", "؟")
# A full stop after these does not end a sentence.
SHORT_FORMS = {"mr.", "mrs.", "ms.", "dr.", "st.", "no.", "e.g.", "i.e.", "approx.", "vs."}


@dataclass(frozen=True)
class Word:
    """``text`` stands at ``start`` to ``end`` of the whole. ``chunk`` is it with the signs around it."""

    text: str
    start: int
    end: int
    chunk: str
    is_address: bool = False

    @property
    def lower(self) -> str:
        return self.text.lower().replace("’", "'")


@dataclass(frozen=True)
class Sentence:
    words: tuple[Word, ...]
    start: int
    end: int


def split(text: str) -> list[Sentence]:
    """The sentences of a text. A line ends its sentence; a line without words is none."""
    found: list[Sentence] = []
    for line in LINE.finditer(text):
        words: list[Word] = []
        start = None
        chunks = list(CHUNK.finditer(line[0]))
        if len(chunks) > 1 and LIST_MARK.fullmatch(chunks[0][0]):
            chunks = chunks[1:]
        for chunk in chunks:
            begin = line.start() + chunk.start()
            start = begin if start is None else start
            words += _words(chunk[0], begin)
            if _ends_sentence(chunk[0]) and words:
                found.append(Sentence(tuple(words), start, begin + len(chunk[0])))
                words, start = [], None
        if words and start is not None:
            found.append(Sentence(tuple(words), start, line.end()))
    return found


def _ends_sentence(chunk: str) -> bool:
    if chunk.lower().lstrip(OPENERS) in SHORT_FORMS:
        return False
    bare = chunk.rstrip(CLOSERS)
    # Initials with dots, and a name's first letter as in "J. Smith", end a sentence only with the line.
    return bare.endswith(STOPS) and not re.fullmatch(r"(?:[^\W\d_]\.)+", bare.lstrip(OPENERS))


def _words(chunk: str, begin: int) -> list[Word]:
    if "://" in chunk or chunk.lower().startswith("www.") or "@" in chunk.strip("@"):
        return [Word(chunk, begin, begin + len(chunk), chunk, is_address=True)]
    bare = chunk.strip(OPENERS + CLOSERS + ",;:")
    if DOTTED.fullmatch(bare):
        place = begin + chunk.index(bare)
        return [Word(bare, place, place + len(bare), chunk)]
    return [Word(one[0], begin + one.start(), begin + one.end(), chunk) for one in WORD.finditer(chunk)]
