"""Looking at every row of a file before anything is written."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Prefetch
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from consultations.surveys.importing.folding import folded
from consultations.surveys.importing.plans import Plan
from consultations.surveys.importing.reading import Sheet
from consultations.surveys.importing.records import Problem, Record, RecordReader
from consultations.surveys.importing.targets import ROW_KEY
from consultations.surveys.models import Choice, ImportDraft, ImportedRow, Question, SurveyPage


@dataclass(frozen=True)
class CheckedRow:
    """One row of the file. ``record`` is there when it can be imported now.

    ``already`` says that an earlier import brought it, ``other_words`` that it said something else then.
    """

    line: int
    cells: list[str]
    key_hash: str
    row_hash: str
    record: Record | None
    problems: list[Problem]
    already: bool = False
    other_words: bool = False


@dataclass
class Checked:
    """What an import would do."""

    sheet: Sheet
    rows: list[CheckedRow] = field(default_factory=list)

    @property
    def ready(self) -> list[CheckedRow]:
        return [row for row in self.rows if row.record]

    @property
    def already(self) -> list[CheckedRow]:
        return [row for row in self.rows if row.already]

    @property
    def changed(self) -> list[CheckedRow]:
        """Rows whose number an earlier import brought, but with other words."""
        return [row for row in self.rows if row.other_words]

    @property
    def wrong(self) -> list[CheckedRow]:
        return [row for row in self.rows if row.problems]

    @property
    def fingerprint(self) -> str:
        """What an officer has seen; another one after the survey or the rows that are there have changed."""
        return f"{len(self.ready)}-{len(self.already)}-{len(self.wrong)}"

    def heading(self, column: int | None) -> str:
        """The words over a column, or its number where there are none."""
        if column is None:
            return ""
        return self.sheet.headings[column] or str(_("Column %(number)d") % {"number": column + 1})


def questions_of(survey: SurveyPage) -> list[Question]:
    """The questions that a survey asks now, with all that reading an answer needs. Two queries."""
    choices = Prefetch("choices", queryset=Choice.objects.order_by("sort_order"))
    asked = survey.questions.asked().select_related("statement").prefetch_related(choices)
    return list(asked.order_by("sort_order"))


def sheet_of(draft: ImportDraft) -> Sheet:
    """The sheet of a file that is being imported."""
    return Sheet.from_plain(draft.unpack()[draft.sheet])


def check_draft(draft: ImportDraft, *, now: datetime | None = None) -> Checked:
    """Every row of a file, with what is wrong in it or that it is there already."""
    sheet, plan = sheet_of(draft), Plan.from_plain(draft.plan)
    reader = RecordReader(questions_of(draft.survey), plan, now or timezone.now())
    key_column = reader.columns.get(ROW_KEY)
    stored = ImportedRow.objects.filter(survey=draft.survey_id)
    known_keys, known_rows = set(), set()
    for key_hash, row_hash in stored.values_list("key_hash", "row_hash").iterator():
        known_keys.add(key_hash)
        known_rows.add(row_hash)
    checked = Checked(sheet)
    times: Counter[str] = Counter()
    first_lines: dict[str, int] = {}
    for line, cells in sheet.rows:
        whole = "\x1f".join(cells)
        times[whole] += 1
        row_hash = _hash(draft.survey_id, "row", whole, str(times[whole]))
        key = cells[key_column] if key_column is not None else ""
        key_hash = _hash(draft.survey_id, "key", folded(draft.origin), key) if key else row_hash
        wrong_key = _key_problems(key_column, key, first_lines.get(key))
        first_lines.setdefault(key, line)
        same, other = row_hash in known_rows, key_hash in known_keys
        if (same or other) and not wrong_key:
            checked.rows.append(
                CheckedRow(line, cells, key_hash, row_hash, None, [], already=True, other_words=not same)
            )
            continue
        record, problems = reader.read(cells)
        problems = [*problems, *wrong_key]
        checked.rows.append(CheckedRow(line, cells, key_hash, row_hash, None if problems else record, problems))
    return checked


def _key_problems(column: int | None, key: str, first_line: int | None) -> list[Problem]:
    if column is None:
        return []
    if not key:
        return [Problem(column, "", _("This row has no number of its own."))]
    if first_line is not None:
        message = _("Line %(line)d has the same number. Each row needs its own.") % {"line": first_line}
        return [Problem(column, key, message)]
    return []


def _hash(survey: int, kind: str, *parts: str) -> str:
    """Keyed, so that nobody who reads the database can try out what a row said."""
    value = "\x1e".join([str(survey), kind, *parts])
    return salted_hmac("consultations.surveys.importing", value, algorithm="sha256").hexdigest()
