"""The process is killed in the middle of an import: nothing of it is there, and the same file can be imported again.

A copy of this process imports, and sends itself SIGKILL after its first write to the database, then after its second,
and so on, until one copy comes to the end. So no moment between two writes is left out.
"""

import os
import signal

import pytest
from django.db import connection, connections

from consultations.surveys.importing.checking import check_draft
from consultations.surveys.importing.reading import read_file
from consultations.surveys.models import Answer, ImportDraft, ImportedRow, Response, ResponseImport
from consultations.surveys.services.imports import import_rows, start_import
from tests.builders import make_officer
from tests.surveys.importing.files import csv_file
from tests.surveys.importing.officer import HEADINGS, ORIGIN, make_asked_survey

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.faults]

ROWS = [HEADINGS, *([f"row-{number}", "", "14", "2", "Train", f"marker-{number}"] for number in range(40))]
WRITES = ("INSERT", "UPDATE", "DELETE")
MOST_WRITES = 200


def import_and_die(draft: ImportDraft, fingerprint: str, *, after: int) -> bool:
    """Import in a copy of this process that dies after so many writes. Whether it came to the end."""
    # A connection belongs to one process.
    connections.close_all()
    child = os.fork()
    if child:
        _pid, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "The import failed by itself."
        return not os.WIFSIGNALED(status)
    written = 0

    def count(execute, sql, params, many, context):
        nonlocal written
        result = execute(sql, params, many, context)
        written += sql.lstrip().upper().startswith(WRITES)
        if written == after:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    ended = 1
    try:
        with connection.execute_wrapper(count):
            import_rows(draft=draft, by=draft.made_by, fingerprint=fingerprint)
        ended = 0
    finally:
        # Not the way out of a test: no fixture, no report, no browser is this copy's.
        os._exit(ended)


def test_a_killed_import_leaves_nothing_and_can_be_tried_again():
    survey = make_asked_survey()
    sheets = read_file(csv_file(ROWS))
    draft = start_import(survey=survey, by=make_officer(), origin=ORIGIN, file_name="answers.csv", sheets=sheets)
    fingerprint = check_draft(draft).fingerprint
    kills = 0
    while not import_and_die(draft, fingerprint, after=kills + 1):
        kills += 1
        left = [model.objects.count() for model in (ResponseImport, ImportedRow, Response, Answer)]
        assert left == [0, 0, 0, 0], f"Killed after write {kills}: {left} are there."
        kept = ImportDraft.objects.get()
        assert (kept.batch, bytes(kept.packed)) == (None, bytes(draft.packed))
        assert kills < MOST_WRITES
    stored = sorted(Answer.objects.exclude(text="").values_list("text", flat=True))
    print(f"\n{connection.vendor}: an import killed after each of its {kills} writes, 0 rows left, then {len(stored)}.")
    assert kills > 5
    assert stored == sorted(row[-1] for row in ROWS[1:])
    # The reply to the last one never came: pressing again gives the same import.
    batch = import_rows(draft=ImportDraft.objects.get(), by=draft.made_by, fingerprint=fingerprint)
    assert (ResponseImport.objects.get(), Response.objects.count()) == (batch, len(ROWS) - 1)
