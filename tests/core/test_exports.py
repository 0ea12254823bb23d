"""Files that people take away."""

import csv
import io

import pytest

from engage.core.exports import BYTE_ORDER_MARK, csv_lines, csv_response, neutralised


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+44", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =cmd|' /C calc'!A0", '=HYPERLINK("x")', " \t@a"],
)
def test_a_cell_that_starts_like_a_formula_is_neutralised(cell):
    assert neutralised(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["I like school", "2 + 2 = 4", "'=1", "Ünï \u0627\u0631\u062f\u0648", ""])
def test_other_words_stay_as_they_are(cell):
    assert neutralised(cell) == cell


def test_numbers_and_empty_cells_stay_what_they_are():
    assert [neutralised(cell) for cell in (-3, 2.5, None)] == ["-3", "2.5", ""]


def test_a_file_reads_back_as_it_was_written():
    rows = [["response", "words"], [1, 'two\nlines, "quoted"\x00'], [2, "=1"]]
    text = "".join(csv_lines(rows))
    assert text.startswith(BYTE_ORDER_MARK)
    read = list(csv.reader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK), newline="")))
    assert read == [["response", "words"], ["1", 'two\nlines, "quoted"'], ["2", "'=1"]]


def test_a_download_is_written_while_it_is_read_and_kept_by_no_cache():
    taken = []

    def rows():
        for number in range(3):
            taken.append(number)
            yield [number]

    response = csv_response(rows(), filename="answers.csv")
    assert response.streaming
    assert taken == []
    assert response.headers["Cache-Control"] == "private, no-store"
    assert 'filename="answers.csv"' in response.headers["Content-Disposition"]
    assert b"".join(response.streaming_content).decode("utf-8-sig") == "0\r\n1\r\n2\r\n"
