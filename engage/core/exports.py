"""Spreadsheets that people take away: streamed, and harmless when a spreadsheet program opens them."""

import csv
from collections.abc import Iterable, Iterator, Sequence

from django.http import StreamingHttpResponse

# A spreadsheet program runs a cell that starts with one of these as a formula (OWASP, CSV injection).
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
# Excel reads UTF-8 only when the file starts with this mark.
BYTE_ORDER_MARK = "\ufeff"

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
