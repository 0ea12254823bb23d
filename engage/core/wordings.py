"""The words of e-mails that officers may change: registered kinds, with placeholders from a list.

A placeholder is ``{name}``. It is replaced literally and once: a value never becomes a placeholder, and
nothing of a value is looked up (``str.format`` would do both).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise

Words = str | Promise
PLACEHOLDER = re.compile(r"\{([^{}\n]*)\}")


@dataclass(frozen=True)
class Kind:
    """A kind of e-mail: when it is sent, what may stand in it, and its first words.

    ``placeholders`` are names with what they mean; ``samples`` are values for the preview.
    """

    kind: str
    label: Words
    placeholders: Mapping[str, Words]
    subject: Words
    body: Words
    samples: Mapping[str, Words] = field(default_factory=dict)

    def sample_values(self) -> dict[str, str]:
        """A value for each placeholder, so that the words can be looked at."""
        return {name: str(self.samples.get(name, meaning)) for name, meaning in self.placeholders.items()}


_kinds: dict[str, Kind] = {}


class UnknownPlaceholder(ValueError):
    """The words hold placeholders that the kind does not have. ``names``: which."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(names)
        super().__init__(", ".join(self.names))


def register(
    *,
    kind: str,
    label: Words,
    placeholders: Mapping[str, Words],
    subject: Words,
    body: Words,
    samples: Mapping[str, Words] | None = None,
) -> None:
    """Add a kind of e-mail. Call it in ``AppConfig.ready``; a second one of the same name is refused."""
    if kind in _kinds:
        raise ValueError(f"There is a kind {kind} already.")
    _kinds[kind] = Kind(kind, label, placeholders, subject, body, samples or {})


def kinds() -> list[Kind]:
    """All kinds, in the order of their names."""
    return [_kinds[name] for name in sorted(_kinds)]


def kind_of(name: str) -> Kind:
    """The kind of this name. Raises ``KeyError``."""
    return _kinds[name]


def check_placeholders(words: str, kind: Kind) -> None:
    """Raises ``UnknownPlaceholder`` where the words hold one that the kind does not have."""
    unknown = dict.fromkeys(name for name in PLACEHOLDER.findall(words) if name not in kind.placeholders)
    if unknown:
        raise UnknownPlaceholder(unknown)


def fill(words: str, values: Mapping[str, str]) -> str:
    """Words with their placeholders replaced. What is no placeholder of ``values`` stays as it stands."""
    return PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), words)
