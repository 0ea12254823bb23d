"""A file as sheets with headings and rows. What kind of file it is, its content says, not its name."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from consultations.surveys.importing.csv_files import read_csv
from consultations.surveys.importing.errors import NotReadable
from consultations.surveys.importing.limits import LARGEST_FILE, MOST_CELLS, MOST_CHARACTERS, MOST_COLUMNS, MOST_ROWS
from consultations.surveys.importing.workbooks import read_workbook
from engage.core.sanitise import plain_words

ZIP_START = b"PK\x03\x04"
# Excel until 2003, and every Excel file with a password.
OLD_EXCEL_START = b"\xd0\xcf\x11\xe0"
# What survey tools write into a second row of headings where a question has one column only.
PLAIN_SECOND_HEADINGS = {"response", "open-ended response"}


@dataclass(frozen=True)
class Sheet:
    """Headings, and rows as (line in the file, cells); each row has as many cells as there are headings."""

    name: str
    headings: list[str]
    rows: list[tuple[int, list[str]]]

    def as_plain(self) -> list:
        return [self.name, self.headings, self.rows]

    @classmethod
    def from_plain(cls, plain: list) -> "Sheet":
        name, headings, rows = plain
        return cls(name, headings, [(line, cells) for line, cells in rows])


def read_file(content: bytes) -> list[Sheet]:
    """The sheets of a CSV or XLSX file that have rows. Raises ``NotReadable``."""
    if not content.strip():
        raise NotReadable(_("This file is empty. Choose another."))
    if len(content) > LARGEST_FILE:
        message = _("This file is larger than %(size)d MB. Import the answers in parts.")
        raise NotReadable(message % {"size": LARGEST_FILE // 1024**2})
    if content.startswith(OLD_EXCEL_START):
        raise NotReadable(_("This is an old Excel file, or it has a password. Save it as XLSX without a password."))
    if content.startswith(ZIP_START):
        found = [as_sheet(name, records) for name, records in read_workbook(content)]
    else:
        found = [as_sheet("", read_csv(content))]
    sheets = [sheet for sheet in found if sheet.rows]
    if sheets:
        return sheets
    if any(sheet.headings for sheet in found):
        raise NotReadable(_("This file has headings, but no answers below them."))
    raise NotReadable(_("This file is empty. Choose another."))


def as_sheet(name: str, records: Iterable[list[str]]) -> Sheet:
    """The first filled record as headings, the filled ones below as rows. Raises ``NotReadable``."""
    filled = _filled(records)
    if not filled:
        return Sheet(name, [], [])
    headings, below = filled[0][1], filled[1:]
    if below and _are_second_headings(headings, below[0][1]):
        headings, below = _joined(headings, below[0][1]), below[1:]
    width = max(len(cells) for _line, cells in [(0, headings), *below])
    if width > MOST_COLUMNS:
        message = _("This file has more than %(most)d columns. Take those away that you do not need.")
        raise NotReadable(message % {"most": MOST_COLUMNS})
    rows = [(line, _padded(cells, width)) for line, cells in below]
    return Sheet(name, _padded(headings, width), rows)


def _filled(records: Iterable[list[str]]) -> list[tuple[int, list[str]]]:
    """The records with something in them, with their numbers in the file, cleaned."""
    filled: list[tuple[int, list[str]]] = []
    cells_so_far = characters = 0
    for line, record in enumerate(records, start=1):
        cells = [_clean(cell) for cell in record]
        while cells and not cells[-1]:
            cells.pop()
        if not cells:
            continue
        filled.append((line, cells))
        cells_so_far += len(cells)
        characters += sum(map(len, cells))
        if characters > MOST_CHARACTERS:
            raise NotReadable(
                _("This Excel file is too large when it is opened. Save only the sheet with the answers.")
            )
        if len(filled) > MOST_ROWS + 2 or cells_so_far > MOST_CELLS:
            message = _("This file has more than %(most)d rows. Import the answers in parts.")
            raise NotReadable(message % {"most": MOST_ROWS})
    return filled


def _clean(cell: str) -> str:
    return cell.strip() if cell.isprintable() else plain_words(cell)


def _padded(cells: list[str], width: int) -> list[str]:
    return cells + [""] * (width - len(cells))


def _are_second_headings(headings: list[str], below: list[str]) -> bool:
    """Whether the second record names the parts of questions: filled below gaps, and empty at the start."""
    gap = any(not heading and place < len(below) and below[place] for place, heading in enumerate(headings))
    longer = len(below) > len(headings)
    return (gap or longer) and bool(headings[0]) and not below[0]


def _joined(headings: list[str], second: list[str]) -> list[str]:
    """Two records of headings as one: "question [part]"; a question goes on to the right until the next."""
    width = max(len(headings), len(second))
    joined, question = [], ""
    for heading, part in zip(_padded(headings, width), _padded(second, width), strict=True):
        question = heading or question
        plain = not part or part.casefold() in PLAIN_SECOND_HEADINGS
        joined.append(question if plain else f"{question} [{part}]")
    return joined
