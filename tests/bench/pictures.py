"""How often the picture that a person chose is among those that Engage suggests for the sentence.

Run by ``python -m tests.bench.pictures``; prints figures, asserts nothing. The sentences and their pictures are
those of the demo's content that somebody paired by hand; the candidates are all of the project's pictograms.
"""

import csv
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

from engage.images.words import PictureWords, rank_pictures
from home.demo import content

CATALOGUE = Path(__file__).resolve().parents[2] / "engage" / "static" / "engage" / "pictograms" / "catalogue.csv"


def pairs_in(node: object) -> Iterator[tuple[str, str]]:
    """Every (sentence, slug of its picture) in the demo's data, wherever it stands."""
    if isinstance(node, dict):
        if isinstance(node.get("picture"), str) and node["picture"] and isinstance(node.get("text"), str):
            yield node["text"], node["picture"]
        node = list(node.values())
    if isinstance(node, list | tuple):
        for child in node:
            yield from pairs_in(child)


def all_pairs() -> list[tuple[str, str]]:
    """The distinct pairs of all content modules, sorted."""
    found: set[tuple[str, str]] = set()
    for module in pkgutil.iter_modules(content.__path__):
        values = vars(importlib.import_module(f"{content.__name__}.{module.name}"))
        found.update(pairs_in([value for name, value in values.items() if name.isupper()]))
    return sorted(found)


def main() -> None:
    with CATALOGUE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    pictures = [
        PictureWords(number, row["title"], row["description"], tuple(row["keywords"].split("|")))
        for number, row in enumerate(rows)
    ]
    pairs = all_pairs()
    ranked = {text: [rows[number]["slug"] for number in rank_pictures(text, pictures)] for text, _slug in pairs}
    first = sum(ranked[text][:1] == [slug] for text, slug in pairs)
    among = sum(slug in ranked[text] for text, slug in pairs)
    nothing = sum(not ranked[text] for text, _slug in pairs)
    print(f"{len(pairs)} different sentences with a picture; {len(rows)} pictures to choose from.")
    for words, count in (("first", first), ("among the first 6", among), ("nothing suggested", nothing)):
        print(f"{words:20}{count:5}{count / len(pairs):8.0%}")


if __name__ == "__main__":
    main()
