"""Spreadsheets that people take away: streamed, and harmless when a spreadsheet program opens them."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from tempfile import SpooledTemporaryFile
from typing import Any

from django.http import FileResponse, StreamingHttpResponse
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

# A spreadsheet program runs a cell that starts with one of these as a formula (OWASP, CSV injection).
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
# Excel reads UTF-8 only when the file starts with this mark.
BYTE_ORDER_MARK = "\ufeff"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# A workbook up to this size is held in memory, a larger one in a file without a name.
HELD_IN_MEMORY = 2_000_000
# What Excel takes in one cell.
LONGEST_CELL = 32_767

Cell = str | int | float | None


def neutralised(cell: Cell) -> str:
    """A cell as text that no spreadsheet program runs.

    Words that start like a formula get an apostrophe in front, also behind blanks. Numbers that
    come as numbers stay as they are; None is an empty cell. NUL, which readers refuse, is dropped.
    """
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return str(cell)
    text = cell.replace("\x00", "")
    if text.startswith(FORMULA_STARTS) or text.lstrip().startswith(FORMULA_STARTS):
        return f"'{text}"
    return text


class _Echo:
    """A file for ``csv.writer`` that hands back each line instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def csv_lines(rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """The lines of a CSV file, every cell neutralised."""
    writer = csv.writer(_Echo())
    yield BYTE_ORDER_MARK
    for row in rows:
        line: str = writer.writerow([neutralised(cell) for cell in row])
        yield line


def csv_response(rows: Iterable[Sequence[Cell]], *, filename: str) -> StreamingHttpResponse:
    """A download that is written while it is read and that no cache keeps."""
    response = StreamingHttpResponse(csv_lines(rows), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{filename}"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


def xlsx_response(rows: Iterable[Sequence[Cell]], *, filename: str) -> FileResponse:
    """A workbook with one sheet, which no cache keeps. Words are text in it, whatever they start with."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append([_as_cell(sheet, cell) for cell in row])
    # The response closes the file, and with that it is gone.
    file = SpooledTemporaryFile(max_size=HELD_IN_MEMORY)  # noqa: SIM115
    book.save(file)
    file.seek(0)
    response = FileResponse(file, content_type=XLSX_TYPE, as_attachment=True, filename=filename)
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _as_cell(sheet: Any, cell: Cell) -> Any:
    """Numbers stay numbers. Words are marked as text, so that no program takes them for a formula."""
    if not isinstance(cell, str):
        return cell
    written = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", neutralised(cell))[:LONGEST_CELL])
    written.data_type = "s"
    return written
