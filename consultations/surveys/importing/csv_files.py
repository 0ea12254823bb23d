"""CSV files in the encodings and with the separators that spreadsheet programs write."""

import codecs
import csv
import io
from collections.abc import Iterator
from itertools import islice

from django.utils.translation import gettext as _

from consultations.surveys.importing.errors import NotReadable

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SEPARATORS = (",", ";", "\t")
LOOKED_AT = 20
# Some programs say in the first line which separator follows.
SEPARATOR_LINE = "sep="
ORDINARY_CONTROLS = {"\t", "\n", "\r", "\x00"}


def read_csv(content: bytes) -> Iterator[list[str]]:
    """The records of a CSV file, blank ones too. Raises ``NotReadable``."""
    text = decoded(content)
    _refuse_other_files(text)
    separator = ""
    first, _end, rest = text.partition("\n")
    if first.lower().startswith(SEPARATOR_LINE):
        separator, text = first.strip()[len(SEPARATOR_LINE) :], rest
    return _records(text, separator if separator in SEPARATORS else find_separator(text))


def decoded(content: bytes) -> str:
    """The words of a file: by its byte order mark, else UTF-16 by its zeros, else UTF-8, else Windows' own."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    start = content[:4000]
    for encoding, zeros in (("utf-16-le", start[1::2]), ("utf-16-be", start[::2])):
        if len(start) > 3 and zeros.count(0) > 0.6 * len(zeros):
            return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def find_separator(text: str) -> str:
    """The separator that gives most columns in most of the first records; a comma where none does."""
    best, most = SEPARATORS[0], 1
    for separator in SEPARATORS:
        try:
            widths = [len(record) for record in islice(_records(text, separator), LOOKED_AT) if record]
        except NotReadable:
            continue
        usual = max(set(widths), key=widths.count, default=1)
        if usual > most:
            best, most = separator, usual
    return best


def _records(text: str, separator: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        yield from reader
    except csv.Error as error:
        message = _("Line %(line)d cannot be read. Perhaps a quotation mark is missing there.")
        raise NotReadable(message % {"line": reader.line_num}) from error


def _refuse_other_files(text: str) -> None:
    """A picture or a program is no text: it is full of signs that nobody types."""
    start = text[:4000]
    odd = sum(1 for sign in start if (ord(sign) < 32 and sign not in ORDINARY_CONTROLS) or sign == "\ufffd")
    if odd > 0.05 * len(start) or start.count("\x00") > 0.1 * len(start):
        raise NotReadable(_("This is not a spreadsheet. Save your answers as CSV or XLSX, and choose that file."))
