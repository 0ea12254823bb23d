"""What the Easy Read checker reads and what it says."""

from dataclasses import dataclass, field, replace
from enum import StrEnum


def gettext_noop(message: str) -> str:
    """Mark a sentence for translation; whoever shows it translates it."""
    return message


class Severity(StrEnum):
    """A warning breaks a rule of Easy Read. A hint is something to look at once more."""

    WARNING = "warning"
    HINT = "hint"


class Rule(StrEnum):
    """The rules, by the name under which they are counted and exported."""

    LONG_SENTENCE = "long-sentence"
    MANY_SENTENCES = "many-sentences"
    LONG_WORD = "long-word"
    INITIALS = "initials"
    JARGON = "jargon"
    PASSIVE = "passive"
    DOUBLE_NEGATIVE = "double-negative"
    METAPHOR = "metaphor"
    NUMBER_IN_WORDS = "number-in-words"
    CAPITALS = "capitals"
    ITALICS = "italics"
    NO_PICTURE = "no-picture"


HINTS = {Rule.LONG_WORD, Rule.PASSIVE}


@dataclass(frozen=True)
class Piece:
    """A stretch of text as people meet it: one block, one question, one field.

    ``where`` says in words where it stands ("Question 2, help"). ``sentences_at_most`` is how many
    sentences it may have; None is any number. ``picture`` is whether it has its picture; None
    where none is needed. ``italics`` are the stretches of ``text`` in italics, as (start, end).
    """

    text: str
    where: str = ""
    sentences_at_most: int | None = None
    picture: bool | None = None
    italics: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Finding:
    """One thing to mend. ``words`` stand at ``text[start:end]`` of the piece.

    ``reason`` is an English sentence. ``message`` and ``values`` are the same, before they are put
    together, for whoever translates it. ``swap`` holds plainer words, or "".
    """

    rule: Rule
    message: str
    words: str = ""
    start: int = 0
    end: int = 0
    swap: str = ""
    values: dict = field(default_factory=dict)
    where: str = ""

    @property
    def severity(self) -> Severity:
        return Severity.HINT if self.rule in HINTS else Severity.WARNING

    @property
    def reason(self) -> str:
        return self.message % self.values

    def at(self, where: str) -> "Finding":
        """The same finding, with where it stands."""
        return replace(self, where=where)


@dataclass(frozen=True)
class Result:
    """What was found in some pieces. ``checked`` is False for a language that the checker cannot read."""

    findings: tuple[Finding, ...] = ()
    sentences: int = 0
    words: int = 0
    checked: bool = True

    @property
    def warnings(self) -> tuple[Finding, ...]:
        return tuple(one for one in self.findings if one.severity == Severity.WARNING)

    @property
    def hints(self) -> tuple[Finding, ...]:
        return tuple(one for one in self.findings if one.severity == Severity.HINT)

    @property
    def words_a_sentence(self) -> float:
        """The average, with one decimal; 0 without sentences."""
        return round(self.words / self.sentences, 1) if self.sentences else 0.0

    @property
    def warnings_in_100(self) -> int:
        """Warnings for each 100 sentences, so that short and long pages compare."""
        return round(100 * len(self.warnings) / max(self.sentences, 1))
