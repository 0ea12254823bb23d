"""How much the Easy Read checker finds: in a text file, or in the pages of this site.

    python -m tests.bench.easy_read a-text.txt     each paragraph of the file
    python -m tests.bench.easy_read                the published pages of the database (ENGAGE_VAR)

Prints, asserts nothing. The words of the list are those of a new installation.
"""

import csv
import os
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from engage.core.readability import Piece, PlainWord, Result, Vocabulary, check

TERMS = Path(__file__).resolve().parents[2] / "engage" / "core" / "terms.csv"
# Fewer words are headings, table cells and lines of a contents list.
LEAST_WORDS = 12


def first_vocabulary() -> Vocabulary:
    with TERMS.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return Vocabulary(PlainWord(row["word"], tuple(row["forms"].split(";")), row["swap"]) for row in rows)


def paragraphs(path: Path) -> list[Piece]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [Piece(line) for line in lines if len(line.split()) >= LEAST_WORDS]


def results_of_site() -> list[Result]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "engage.settings.dev")
    import django

    django.setup()
    from wagtail.models import Page

    from engage.core.easy_read_report import checked_rows

    return [row.result for row in checked_rows(Page.objects.live())]


def say(name: str, results: Iterable[Result]) -> None:
    results = list(results)
    sentences = sum(result.sentences for result in results)
    words = sum(result.words for result in results)
    warnings = Counter(finding.rule for result in results for finding in result.warnings)
    hints = Counter(finding.rule for result in results for finding in result.hints)
    each = 100 / max(sentences, 1)
    print(f"{name}: {sentences} sentences of {words / max(sentences, 1):.1f} words on average")
    print(f"  in 100 sentences: {warnings.total() * each:.1f} warnings, {hints.total() * each:.1f} hints")
    for rule, count in (warnings + hints).most_common():
        print(f"  {count * each:6.1f}  {rule}")


def main() -> None:
    if len(sys.argv) > 1:
        path = Path(sys.argv[1])
        say(path.name, [check(paragraphs(path), language="en", vocabulary=first_vocabulary())])
    else:
        say("published pages", results_of_site())


if __name__ == "__main__":
    main()
