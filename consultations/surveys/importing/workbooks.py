"""XLSX files: every visible sheet, formulas as the values that they had when the file was saved."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import load_workbook

from consultations.surveys.importing.errors import NotReadable
from consultations.surveys.importing.limits import LARGEST_UNPACKED, MOST_COLUMNS, MOST_PARTS, MOST_ROWS

# Two rows of headings, and one more row to notice that there are too many.
ROWS_READ = MOST_ROWS + 3


def read_workbook(content: bytes) -> Iterator[tuple[str, Iterator[list[str]]]]:
    """The name and the rows of each visible sheet. Raises ``NotReadable``, also while the rows are read."""
    _refuse_bombs(content)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    except Exception as error:
        # Whatever a broken or hostile file makes the parser raise, it is the file's fault.
        raise _broken() from error
    for sheet in sheets:
        yield str(sheet.title), _rows(sheet)
    book.close()


def _rows(sheet: Any) -> Iterator[list[str]]:
    try:
        # What the file says of its own size may be wrong.
        sheet.reset_dimensions()
        for values in sheet.iter_rows(max_row=ROWS_READ, max_col=MOST_COLUMNS + 1, values_only=True):
            yield [as_text(value) for value in _without_end(values)]
    except Exception as error:
        raise _broken() from error


def as_text(value: Any) -> str:
    """A cell as a person would type it; days and times in the ISO form."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _without_end(values: tuple) -> tuple:
    """Without the empty cells at the end."""
    filled = len(values)
    while filled and values[filled - 1] is None:
        filled -= 1
    return values[:filled]


def _refuse_bombs(content: bytes) -> None:
    try:
        parts = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise _broken() from error
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise NotReadable(_("This Excel file is too large when it is opened. Save only the sheet with the answers."))


def _broken() -> NotReadable:
    return NotReadable(
        _("This Excel file cannot be read. Open it, save it again as XLSX or CSV, and choose that file.")
    )
