"""How long an import of 10,000 rows takes, step by step, and taking it back. Run by
``python -m tests.bench.imports [rows]``; prints seconds, asserts nothing.

A database of its own: SQLite in a temporary folder, or the one of ``DATABASE_URL``.
"""

import csv
import io
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager

ROWS = 10_000
SEED = 118


@contextmanager
def timed(what: str) -> Iterator[None]:
    """Print how long it took."""
    began = time.perf_counter()
    yield
    print(f"{what:34}{time.perf_counter() - began:8.1f}", flush=True)


def table(how_many: int) -> list[list]:
    """A file with a column for each kind of question, as the builders make them."""
    chance = random.Random(SEED)
    headings = ["Response ID", "Date submitted", "How old are you?", "Who are you?", *(f"Q{n}" for n in range(8))]
    rows = [
        [
            f"r{number}",
            f"{chance.randint(1, 28):02}/{chance.randint(1, 6):02}/2026 10:{chance.randint(0, 59):02}",
            chance.randint(8, 50),
            chance.choice(["Young person", "Parent", "Prefer not to say"]),
            chance.choice(["Strongly agree", "Agree", "Disagree", "Don't know"]),
            chance.choice(["Bus", "Train", "Walk"]),
            chance.choice(["Bus;Walk", "Train", "Bus;Train;Walk"]),
            chance.choice(["Yes", "No", "Not sure"]),
            chance.choice(["Walk;Bus;Train", "Bus;Train;Walk"]),
            chance.randint(0, 10),
            f"The bus is late, and number {number} says so.",
            "Ünïcode “quotes” and\na second line",
        ]
        for number in range(how_many)
    ]
    return [headings, *rows]


def as_csv(rows: list[list]) -> bytes:
    lines = io.StringIO()
    csv.writer(lines).writerows(rows)
    return lines.getvalue().encode()


def as_xlsx(rows: list[list]) -> bytes:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def run(how_many: int) -> None:
    """Bring, check, import and undo one file."""
    from consultations.surveys.enums import QuestionKind
    from consultations.surveys.importing.checking import check_draft
    from consultations.surveys.importing.reading import read_file
    from consultations.surveys.models import Answer, Response
    from consultations.surveys.services.imports import import_rows, start_import, undo_import
    from tests.builders import make_officer, make_question, make_standing_rows, make_survey

    make_standing_rows()
    kinds = [*QuestionKind, QuestionKind.TEXT]
    survey = make_survey(questions=[make_question(kind, text=f"Q{number}") for number, kind in enumerate(kinds)])
    officer = make_officer()
    rows = table(how_many)
    print(f"{how_many} rows, {len(rows[0])} columns, {len(kinds)} questions; seconds")
    for name, make in (("CSV", as_csv), ("XLSX", as_xlsx)):
        content = make(rows)
        with timed(f"{name} of {len(content) / 1e6:.1f} MB: read"):
            sheets = read_file(content)
    with timed("guess the columns, keep the file"):
        draft = start_import(survey=survey, by=officer, origin="Bench", file_name="bench.csv", sheets=sheets)
    with timed("check every row"):
        checked = check_draft(draft)
    with timed("import (checks again)"):
        batch = import_rows(draft=draft, by=officer, fingerprint=checked.fingerprint)
    print(f"{Response.objects.count()} responses, {Answer.objects.count()} answers; {len(checked.wrong)} wrong rows")
    with timed("undo"):
        undo_import(batch=batch, by=officer)


def main() -> None:
    import django
    from django.core.management import call_command

    with tempfile.TemporaryDirectory(prefix="engage-bench-") as folder:
        os.environ.update(DJANGO_SETTINGS_MODULE="engage.settings.dev", ENGAGE_VAR=folder, DEBUG="0")
        django.setup()
        call_command("migrate", verbosity=0)
        run(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS)


if __name__ == "__main__":
    main()
