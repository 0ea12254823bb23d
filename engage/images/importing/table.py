"""The CSV of a set of pictures: which file is what."""

import csv
import io
import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from engage.images.importing.sources import UnusableSource
from engage.images.services.keywords import LONGEST_KEYWORD

NEEDED = ("file", "keywords", "licence", "credit")
OPTIONAL = ("title", "description")
LENGTHS = {"file": 200, "licence": 120, "credit": 200, "title": 255, "description": 255}
# What people also write at the head of a column.
OTHER_NAMES = {
    "license": "licence",
    "filename": "file",
    "keyword": "keywords",
    "tags": "keywords",
    "alt": "description",
}
MOST_ROWS = 2_000
MOST_KEYWORDS = 40


@dataclass(frozen=True)
class Row:
    """One picture as the CSV says it. ``line`` counts from 1, with the names of the columns in line 1."""

    line: int
    file: str
    keywords: tuple[str, ...]
    licence: str
    credit: str
    title: str
    description: str

    def errors(self) -> list[str]:
        """What is wrong with the row by itself."""
        found = []
        if not self.file:
            found.append(_("The name of the file is missing."))
        if not self.keywords:
            found.append(_("Keywords are missing. Nobody would find the picture."))
        if not (self.licence and self.credit):
            found.append(_("Say the licence and who made the picture (credit)."))
        for name, longest in LENGTHS.items():
            if len(getattr(self, name)) > longest:
                found.append(_("“%(column)s” is longer than %(longest)s signs.") % {"column": name, "longest": longest})
        if len(self.keywords) > MOST_KEYWORDS or any(len(word) > LONGEST_KEYWORD for word in self.keywords):
            found.append(
                _("At most %(most)s keywords, each with at most %(longest)s signs.")
                % {"most": MOST_KEYWORDS, "longest": LONGEST_KEYWORD}
            )
        return found


def read_rows(content: bytes) -> list[Row]:
    """The rows of a CSV, with commas or semicolons, in UTF-8 or as Excel writes it. Raises ``UnusableSource``."""
    text = _decoded(content)
    heading = text.split("\n", 1)[0]
    separator = max(",;\t", key=heading.count)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise UnusableSource(_("The CSV file cannot be read. Is it saved as CSV?")) from error
    names = [name.strip().casefold() for name in lines[0]] if lines else []
    columns = {OTHER_NAMES.get(name, name): position for position, name in enumerate(names)}
    missing = [name for name in NEEDED if name not in columns]
    if missing:
        raise UnusableSource(
            _("The first line of the CSV file must name the columns. Missing: %s.") % ", ".join(missing)
        )
    rows = [
        _row(number, cells, columns) for number, cells in enumerate(lines[1:], start=2) if any(map(str.strip, cells))
    ]
    if not rows:
        raise UnusableSource(_("The CSV file has no rows below the names of its columns."))
    if len(rows) > MOST_ROWS:
        raise UnusableSource(_("The CSV file has more than %s rows. Import them in parts.") % MOST_ROWS)
    return rows


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding).replace("\x00", "")
        except UnicodeDecodeError:
            continue
    raise UnusableSource(_("The CSV file is not text. Save it as CSV UTF-8."))


def _row(line: int, cells: list[str], columns: dict[str, int]) -> Row:
    values = {}
    for name in (*NEEDED, *OPTIONAL):
        position = columns.get(name, len(cells))
        values[name] = " ".join(cells[position].split()) if position < len(cells) else ""
    words = [word.strip() for word in re.split(r"[|;,]", values.pop("keywords"))]
    file = values["file"]
    title = values["title"] or _title_of(file)
    return Row(
        line=line,
        file=file,
        keywords=tuple({word.casefold(): word for word in words if word}.values()),
        licence=values["licence"],
        credit=values["credit"],
        title=title,
        description=values["description"] or title,
    )


def _title_of(file: str) -> str:
    """A file's name as words: "signs/bus-stop_2.svg" is "Bus stop 2"."""
    stem = file.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0]
    words = " ".join(re.sub(r"[-_]+", " ", stem).split())
    return words[:1].upper() + words[1:]
