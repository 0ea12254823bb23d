"""The checker: pieces of a page in, findings out. Pure Python; nothing is fetched, nothing is kept."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from .findings import Finding, Piece, Result, Rule, gettext_noop
from .rules import SENTENCE_RULES, found, initials, plain_initials
from .sentences import Sentence, split
from .vocabulary import Vocabulary, explains_the_last, is_explained

LANGUAGE = "en"


def reads(language: str) -> bool:
    """Whether the checker knows the language, such as "en-gb"."""
    return language.lower().replace("_", "-").split("-")[0] == LANGUAGE


def check(pieces: Iterable[Piece], *, language: str, vocabulary: Vocabulary | None = None) -> Result:
    """Check the pieces of one page together: what one piece explains, the others may use.

    A language that it does not know gives a result without findings, with ``checked`` False.
    """
    if not reads(language):
        return Result(checked=False)
    vocabulary = vocabulary or Vocabulary()
    read = [(piece, split(piece.text)) for piece in pieces]
    sentences = [sentence for _piece, those in read for sentence in those]
    explained = set(_explained(sentences, vocabulary))
    findings = [
        finding.at(piece.where)
        for piece, those in read
        for finding in _check_piece(piece, those, vocabulary, explained)
    ]
    return Result(tuple(findings), len(sentences), sum(len(sentence.words) for sentence in sentences))


def _explained(sentences: list[Sentence], vocabulary: Vocabulary) -> Iterator[str]:
    """The listed words and initials that some sentence explains."""
    for sentence, following in zip_longest(sentences, sentences[1:]):
        below = following is not None and explains_the_last(following)
        for use in vocabulary.uses(sentence):
            if below or is_explained(sentence, use.first, use.last):
                yield use.term.word
        for place in initials(sentence):
            if below or is_explained(sentence, place, place + 1):
                yield plain_initials(sentence.words[place])


def _check_piece(
    piece: Piece, sentences: list[Sentence], vocabulary: Vocabulary, explained: set[str]
) -> Iterator[Finding]:
    found_here: list[Finding] = []
    for sentence in sentences:
        hard = list(_hard_words(sentence, piece.text, vocabulary, explained))
        uses = ((sentence.words[use.first], sentence.words[use.last - 1]) for use in vocabulary.uses(sentence))
        listed = [(first.start, last.end) for first, last in uses]
        found_here += hard
        for rule in SENTENCE_RULES:
            # Of a listed word the list decides: its plain words are said once, and nothing of one that is explained.
            found_here += [
                one
                for one in rule(sentence, piece.text)
                if one.rule not in {Rule.LONG_WORD, Rule.METAPHOR}
                or not any(start <= one.start and one.end <= end for start, end in listed)
            ]
    found_here += [
        Finding(
            Rule.ITALICS,
            gettext_noop("Letters in italics are hard to read. Use straight letters."),
            words=piece.text[start:end],
            start=start,
            end=end,
        )
        for start, end in piece.italics
    ]
    yield from sorted(found_here, key=lambda one: (one.start, one.end))
    yield from _whole_piece(piece, sentences)


def _hard_words(sentence: Sentence, text: str, vocabulary: Vocabulary, explained: set[str]) -> Iterator[Finding]:
    taken: set[int] = set()
    for use in vocabulary.uses(sentence):
        taken.update(range(use.first, use.last))
        if use.term.known or use.term.word in explained:
            continue
        message = gettext_noop("Some people do not know this word. Use plainer words, or explain it here.")
        first, last = sentence.words[use.first], sentence.words[use.last - 1]
        yield found(Rule.JARGON, message, first, last, text, swap=use.term.swap)
    for place in initials(sentence):
        word = sentence.words[place]
        if place not in taken and plain_initials(word) not in explained:
            message = gettext_noop("Some people do not know these letters. Write the words, or say what they mean.")
            yield found(Rule.INITIALS, message, word, word, text)


def _whole_piece(piece: Piece, sentences: list[Sentence]) -> Iterator[Finding]:
    most = piece.sentences_at_most
    if most is not None and len(sentences) > most:
        start, end = sentences[most].start, sentences[-1].end
        yield Finding(
            Rule.MANY_SENTENCES,
            gettext_noop("There are %(count)d sentences here. Write at most %(most)d, one idea in each."),
            words=piece.text[start:end],
            start=start,
            end=end,
            values={"count": len(sentences), "most": most},
        )
    if piece.picture is False and sentences:
        message = gettext_noop("There is no picture. A picture helps people to understand the words.")
        yield Finding(Rule.NO_PICTURE, message)
