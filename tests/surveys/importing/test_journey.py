"""An officer imports a file: columns, words, check, import, again, undo."""

import csv
import io
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings

from consultations.surveys.enums import AnswerState, Source
from consultations.surveys.models import Answer, ImportDraft, Response
from tests.builders import (
    make_consultation,
    make_question,
    make_survey,
)

from .files import csv_file, xlsx_file
from .officer import HEADINGS, ORIGIN, ROWS, START, Importer

pytestmark = pytest.mark.django_db


def stored_words(line):
    response = Response.objects.get(imported_row__line=line)
    return [answer.words for answer in response.answers.for_showing()]


def test_a_file_is_imported_step_by_step_and_nothing_is_stored_before_the_last(importer, officer):
    page = importer.bring(csv_file(ROWS))
    assert "What are the columns?" in page.text and "The file has 3 rows." in page.text
    page = importer.columns()
    assert "This would happen" in page.text and "Yes, always" in page.text
    assert not Response.objects.exists()
    page = importer.press_import()
    assert "3 responses are imported." in page.text
    assert stored_words(2) == ["Yes, always", "Bus, Walk", "The bus is late."]
    assert stored_words(3) == ["Not often", "Train", "=1+1"]
    assert stored_words(4) == ["I do not know", "Left out", "Left out"]
    response = Response.objects.get(imported_row__line=2)
    assert (response.source, response.source_detail, response.entered_by) == (Source.IMPORT, ORIGIN, officer)
    assert response.sent_at == datetime(2026, 3, 31, 9, 30, tzinfo=ZoneInfo("Europe/London"))
    assert (response.is_sent, response.people, response.age_band) == (True, 1, "11_15")
    assert response.survey_revision_id == importer.survey.live_revision_id
    assert set(response.answers.values_list("asked_revision", flat=True)) == {importer.survey.live_revision_id}
    assert response.receipt_code and response.presentation == ""


def test_an_excel_file_gives_the_same_as_a_csv_file(importer):
    importer.import_all(xlsx_file(ROWS), name="answers.xlsx")
    assert stored_words(2) == ["Yes, always", "Bus, Walk", "The bus is late."]
    assert importer.batch.file_name == "answers.xlsx"


def test_another_sheet_of_the_file_can_be_chosen(importer):
    importer.bring(xlsx_file([["Nothing"], ["of this"]], Answers=ROWS), name="answers.xlsx")
    page = importer.client.post(importer.address("sheet"), {"sheet": "1"}, follow=True)
    assert "The file has 3 rows." in page.text
    importer.columns()
    importer.press_import()
    assert Response.objects.count() == 3


@pytest.mark.parametrize("number", ["7", "-1", "x", "", "²", "9" * 5000])
def test_a_sheet_that_is_not_there_changes_nothing(importer, number):
    importer.bring(csv_file(ROWS))
    assert importer.client.post(importer.address("sheet"), {"sheet": number}).status_code == 302
    assert importer.draft.sheet == 0


@pytest.mark.parametrize("named", [True, False], ids=["with a number of its own", "without"])
def test_the_same_file_again_adds_nothing(importer, named):
    rows = ROWS if named else [row[1:] for row in ROWS]
    importer.import_all(csv_file(rows))
    before = list(Response.objects.values_list("pk", flat=True))
    importer.bring(csv_file(rows), origin="Said otherwise")
    importer.columns()
    checked = importer.check()
    assert (len(checked.ready), len(checked.already), len(checked.wrong)) == (0, 3, 0)
    assert "There is no row to import." in importer.press_import().text
    assert list(Response.objects.values_list("pk", flat=True)) == before


def test_a_longer_file_of_the_same_form_adds_only_what_is_new(importer):
    importer.import_all(csv_file(ROWS))
    mended = [*ROWS[:2], ["a2", "", "", "5", "", "Other words"], ROWS[3], ["a4", "", "", "1", "", ""]]
    importer.bring(csv_file(mended))
    importer.columns()
    assert [row.line for row in importer.check().changed] == [3]
    assert "says something else than before" in importer.page.text
    importer.press_import()
    assert Response.objects.count() == 4
    assert stored_words(3)[2] == "=1+1"


def test_the_same_numbers_from_elsewhere_are_other_people(importer):
    importer.import_all(csv_file(ROWS))
    other = [[*row[:5], "Something else" if row is not HEADINGS else row[5]] for row in ROWS]
    importer.import_all(csv_file(other), origin="Youth club")
    assert Response.objects.count() == 6


def test_two_people_who_said_the_same_are_two(importer):
    importer.import_all(csv_file([["What else?"], ["Nothing"], ["Nothing"]]))
    assert Response.objects.count() == 2


def test_wrong_rows_are_named_and_the_others_can_be_imported(importer):
    rows = [*ROWS, ["a5", "31/13/2026", "", "5", "", "x"], ["a1", "", "", "5", "", "x"], ["", "", "", "", "", "words"]]
    importer.bring(csv_file(rows))
    importer.columns()
    checked = importer.check()
    assert (len(checked.ready), len(checked.wrong)) == (3, 3)
    for words in ("There is no such day", "Line 2 has the same number", "no number of its own", "31/13/2026"):
        assert words in importer.page.text
    page = importer.press_import()
    assert Response.objects.count() == 3 and importer.batch.wrong == 3
    assert "Download the wrong rows" in page.text
    table = list(csv.reader(io.StringIO(importer.client.get(importer.address("wrong")).getvalue().decode("utf-8-sig"))))
    assert table[0] == [*HEADINGS, "line in the file", "what is wrong"]
    assert [row[6] for row in table[1:]] == ["5", "6", "7"]
    assert table[1][7].startswith("Date submitted: There is no such day")


def test_the_wrong_rows_come_back_harmless(importer):
    importer.bring(csv_file([["What else?", "Response ID"], ["=cmd|' /C calc'!A0", ""]]))
    importer.columns()
    content = importer.client.get(importer.address("wrong")).getvalue().decode("utf-8-sig")
    assert "'=cmd" in content and "\n=cmd" not in content


def test_words_that_nobody_knows_are_asked_for(importer):
    importer.bring(csv_file([["I am listened to."], ["a bit"], ["A bit!"], ["always"], ["nope"]]))
    page = importer.columns()
    assert "We do not know these 2 words of the file." in page.text
    assert "2 times" in page.text
    importer.words(**{"a bit": "score:3"})
    checked = importer.check()
    assert (len(checked.ready), [row.line for row in checked.wrong]) == (3, [5])
    importer.words(nope="score:1")
    importer.press_import()
    assert sorted(Answer.objects.values_list("score", flat=True)) == [1, 3, 3, 5]


def test_a_scale_that_runs_the_other_way_can_be_turned_round(importer):
    importer.bring(csv_file([["I am listened to."], ["1"], ["5"]]))
    importer.columns()
    importer.words(**{"1": "score:5", "5": "score:1"})
    importer.press_import()
    assert [stored_words(line) for line in (2, 3)] == [["Yes, always"], ["No, never"]]


def test_a_meaning_that_is_not_offered_is_refused_and_the_others_are_kept(importer):
    importer.bring(csv_file([["I am listened to."], ["x"], ["y"]]))
    importer.columns()
    form = importer.client.get(importer.address("words")).context["form"]
    first, second = form.words()
    page = importer.client.post(importer.address("words"), {first.name: "choice:99", second.name: "score:2"})
    assert page.status_code == 200 and "Please choose again" in page.text
    assert '<option value="score:2" selected>' in page.text
    assert importer.draft.plan["decided"] == {}


def test_two_columns_cannot_be_the_same_and_what_was_chosen_stays(importer):
    importer.bring(csv_file(ROWS))
    target = importer.draft.plan["columns"]["3"]
    page = importer.columns(column_0=target, column_2="area")
    assert "is this already" in page.text
    assert page.text.count(f'<option value="{target}" selected>') == 2
    assert '<option value="area" selected>' in page.text


def test_at_least_one_column_is_an_answer(importer):
    importer.bring(csv_file([["Name", "Phone"], ["x", "y"]]))
    assert "Say at least for one column" in importer.columns().text


def test_a_target_that_is_not_there_is_refused(importer):
    importer.bring(csv_file(ROWS))
    assert importer.columns(column_0="question:nobody").status_code == 200
    assert importer.draft.plan["columns"]["0"] == "row_key"


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"", "empty"), (b"a,b\n", "no answers below"), (b"\xd0\xcf\x11\xe0abc", "old Excel file")],
)
def test_a_file_that_cannot_be_read_keeps_what_was_typed(importer, content, message):
    page = importer.bring(content)
    assert message in page.text and f'value="{ORIGIN}"' in page.text
    assert f'<option value="{importer.survey.pk}" selected>' in page.text
    assert not ImportDraft.objects.exists()


def test_without_a_file_or_a_name_nothing_is_kept(client, officer, survey):
    page = client.post(START, {"survey": survey.pk, "origin": "  "})
    assert "Choose the file." in page.text and "Say where the answers come from." in page.text
    assert not ImportDraft.objects.exists()


@pytest.mark.parametrize(
    ("dates", "offered"),
    [
        ({"days_open": 1, "days_left": None}, True),
        ({"days_open": 400, "days_left": -365}, True),
        ({"days_open": None, "days_left": None}, False),
        ({"days_open": -1, "days_left": 9}, False),
        ({"days_open": 900, "days_left": -365 * settings.ENGAGE_ANSWERS_YEARS - 2}, False),
    ],
)
def test_answers_are_imported_from_the_opening_until_they_are_deleted(client, officer, dates, offered):
    survey = make_survey(consultation=make_consultation(**dates), questions=[make_question(text="What else?")])
    importer = Importer(client, survey)
    assert (survey.title in client.get(START).text) == offered
    importer.bring(csv_file([["What else?"], ["x"]]))
    assert ImportDraft.objects.exists() == offered


def test_what_people_wrote_never_becomes_markup(importer):
    canary = "<script>alert(1)</script>"
    importer.bring(csv_file([[canary, "I am listened to.", "What else?"], [canary, canary, canary]]), origin=canary)
    pages = [importer.page.text, importer.columns().text]
    importer.check()
    pages.append(importer.page.text)
    assert all(canary not in page and "&lt;script&gt;" in page for page in pages)


def test_the_states_of_answers_are_kept(importer):
    importer.import_all(csv_file([["I am listened to.", "What else?"], ["Prefer not to say", "I do not understand"]]))
    assert list(Answer.objects.order_by("pk").values_list("state", flat=True)) == [
        AnswerState.DO_NOT_WANT_TO_SAY,
        AnswerState.DO_NOT_UNDERSTAND,
    ]


def test_the_language_of_a_column_is_kept(importer):
    rows = [["What else?", "startlanguage"], ["مدد", "ur"], ["Help", "en"], ["Pomoc", "Klingon"]]
    importer.bring(csv_file(rows))
    importer.columns()
    assert [row.line for row in importer.check().wrong] == [4]
    importer.press_import()
    assert set(Response.objects.values_list("answers__text", "language")) == {("مدد", "ur"), ("Help", "en-gb")}
