"""Files as programs write them, and files that mean harm: read right, or refused with kind words."""

import zipfile
from datetime import date, datetime
from io import BytesIO

import pytest

from consultations.surveys.importing import limits, reading
from consultations.surveys.importing.errors import NotReadable
from consultations.surveys.importing.reading import read_file

from .files import csv_file, with_part, xlsx_file

ROWS = [["ID", "Où ? — “Why”"], ["1", "Café, £5; or “more”"], ["2", "Two\nlines"]]
FIRST_SHEET = "xl/worksheets/sheet1.xml"


def only_sheet(content):
    (sheet,) = read_file(content)
    return sheet


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_csv_file_is_read_in_the_usual_encodings_and_with_the_usual_separators(encoding, delimiter):
    sheet = only_sheet(csv_file(ROWS, encoding=encoding, delimiter=delimiter))
    assert sheet.headings == ROWS[0]
    assert [cells for _line, cells in sheet.rows] == ROWS[1:]


def test_every_script_arrives_as_it_was_written():
    words = ["میری مدد کریں", "ਮਦਦ ਕਰੋ", "Pomóż mi", "👍🏽 نعم", "i\u0307"]
    for make in (csv_file, xlsx_file):
        assert only_sheet(make([["q"], *([word] for word in words)])).rows == [
            (line, [word]) for line, word in enumerate(words, start=2)
        ]


def test_a_line_that_names_the_separator_is_no_heading():
    assert only_sheet(b"sep=;\r\nID;Say\r\n1;a,b\r\n").rows == [(2, ["1", "a,b"])]


def test_blank_lines_are_passed_over_and_short_rows_filled_up():
    sheet = only_sheet(b"\nID,a,b\n\n1\n\n2,x,y\n,,\n")
    assert (sheet.headings, sheet.rows) == (["ID", "a", "b"], [(4, ["1", "", ""]), (6, ["2", "x", "y"])])


def test_the_same_heading_twice_is_two_columns():
    assert only_sheet(b"a,a\n1,2\n").rows == [(2, ["1", "2"])]


def test_a_row_longer_than_the_headings_keeps_its_cells():
    assert only_sheet(b"a\n1,2\n") == reading.Sheet("", ["a", ""], [(2, ["1", "2"])])


def test_a_second_row_of_headings_belongs_to_the_first():
    rows = [
        ["Respondent ID", "What helps you?", "", "How are you?"],
        ["", "Bus", "Train", "Open-Ended Response"],
        ["7", "Bus", "", "Well"],
    ]
    sheet = only_sheet(csv_file(rows))
    assert sheet.headings == ["Respondent ID", "What helps you? [Bus]", "What helps you? [Train]", "How are you?"]
    assert sheet.rows == [(3, ["7", "Bus", "", "Well"])]


def test_an_excel_file_is_read_with_days_numbers_and_formulas_as_values():
    content = xlsx_file([["a", "b", "c", "d", "e"], [date(2026, 3, 31), datetime(2026, 3, 31, 9, 5), 5.0, 2.5, True]])
    assert only_sheet(content).rows == [(2, ["2026-03-31 00:00:00", "2026-03-31 09:05:00", "5", "2.5", "True"])]
    # A formula that no program has reckoned has no value; it is never reckoned here.
    assert only_sheet(xlsx_file([["a", "b"], ["x", '=HYPERLINK("http://example.org")']])).rows == [(2, ["x", ""])]


def test_each_sheet_with_rows_can_be_chosen_and_hidden_ones_are_not_there():
    content = xlsx_file([["a"], ["1"]], Other=[["b"], ["2"]], Empty=[], Headings=[["c"]])
    assert [(sheet.name, sheet.headings) for sheet in read_file(content)] == [("Sheet", ["a"]), ("Other", ["b"])]


@pytest.mark.parametrize("name", ["answers.csv", "answers.xlsx"])
def test_what_a_file_is_its_content_says(name):
    assert only_sheet(xlsx_file(ROWS)).rows == only_sheet(csv_file(ROWS)).rows


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "empty"),
        (b"  \r\n \n", "empty"),
        (xlsx_file(), "empty"),
        (b"ID,What do you think?\n", "no answers below"),
        (xlsx_file([["ID", "What"]]), "no answers below"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "old Excel file"),
        (b"PK\x03\x04 and then nothing of the kind", "cannot be read"),
        (xlsx_file(ROWS)[:900], "cannot be read"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "not a spreadsheet"),
        (b"MZ\x90\x00" + b"\x00\x01\x02" * 900, "not a spreadsheet"),
        (b'a,b\n1,"' + b"x" * 200_000, "quotation mark"),
        (b",".join([b"a"] * 1_000_000) + b"\n1\n", "columns"),
        (b"a\n" + b"1\n" * (limits.MOST_ROWS + 2), "rows"),
        (b"x" * (limits.LARGEST_FILE + 1), "larger than"),
    ],
    # Not the size: a spreadsheet holds when it was made, and the workers must agree on the names of tests.
    ids=lambda value: value if isinstance(value, str) else "file",
)
def test_what_cannot_be_imported_is_refused_with_a_reason(content, message):
    with pytest.raises(NotReadable, match=message):
        read_file(content)


def test_nul_bytes_and_other_controls_are_taken_out():
    assert only_sheet(b"a,b\nx\x00y,\x07bell and more words than signs\n").rows == [
        (2, ["xy", "bell and more words than signs"])
    ]


def test_an_excel_file_that_unpacks_to_too_much_is_refused_before_it_is_unpacked():
    bomb = with_part(xlsx_file(ROWS), "xl/media/image.bin", b"\x00" * (limits.LARGEST_UNPACKED + 1))
    assert len(bomb) < 1_000_000
    with pytest.raises(NotReadable, match="too large when it is opened"):
        read_file(bomb)


def test_a_size_that_lies_does_not_unpack_more():
    bomb = with_part(xlsx_file(ROWS), FIRST_SHEET, b"<worksheet>" + b" " * 5_000_000)
    with zipfile.ZipFile(BytesIO(bomb)) as parts:
        size = parts.getinfo(FIRST_SHEET).file_size.to_bytes(4, "little")
    lying = bomb.replace(size, (100).to_bytes(4, "little"))
    with pytest.raises(NotReadable, match="cannot be read"):
        read_file(lying)


@pytest.mark.parametrize(
    "sheet",
    [
        # Entities that grow when they are read.
        b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData>&b;</sheetData></worksheet>',
        b"<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>999999</v></c></row></sheetData></worksheet>",
        b"<worksheet><sheetData><row r='x'>",
        b"\x00\x01",
    ],
)
def test_a_hostile_sheet_is_refused(sheet):
    namespace = b"<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>"
    with pytest.raises(NotReadable):
        read_file(with_part(xlsx_file(ROWS), FIRST_SHEET, sheet.replace(b"<worksheet>", namespace)))


@pytest.mark.parametrize("row", ["1048576", "99999999999999"])
def test_a_cell_in_the_last_corner_costs_nothing(row):
    sheet = (
        "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><dimension ref='A1:XFD1048576'/>"
        "<sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>a</t></is></c></row>"
        "<row r='2'><c r='A2' t='inlineStr'><is><t>1</t></is></c><c r='XFD2'><v>5</v></c></row>"
        f"<row r='{row}'><c r='A{row}'><v>5</v></c></row></sheetData></worksheet>"
    )
    assert only_sheet(with_part(xlsx_file(), FIRST_SHEET, sheet.encode())).rows == [(2, ["1"])]


def test_one_long_text_in_very_many_cells_is_refused():
    main = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    text = b"<sst %b><si><t>%b</t></si></sst>" % (main, b"a" * 300_000)
    rows = b"<row>%b</row>" % (b'<c t="s"><v>0</v></c>' * 20) * 20
    content = with_part(xlsx_file([["q"]]), "xl/sharedStrings.xml", text)
    kinds = zipfile.ZipFile(BytesIO(content)).read("[Content_Types].xml")
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    part = b'<Override PartName="/xl/sharedStrings.xml" ContentType="%b"/></Types>' % kind
    content = with_part(content, "[Content_Types].xml", kinds.replace(b"</Types>", part))
    content = with_part(content, FIRST_SHEET, b"<worksheet %b><sheetData>%b</sheetData></worksheet>" % (main, rows))
    with pytest.raises(NotReadable, match="too large when it is opened"):
        read_file(content)
