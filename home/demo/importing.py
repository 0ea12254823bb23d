"""Answers that a parent carer forum gathered in its own tool: a finished import, and one that an officer has begun."""

import csv
import io
from datetime import timedelta

from django.utils import timezone

from consultations.surveys.importing.checking import check_draft, questions_of
from consultations.surveys.importing.reading import read_file
from consultations.surveys.importing.targets import whole_key
from consultations.surveys.models import ImportDraft, SurveyPage
from consultations.surveys.services.imports import import_rows, keep_words, start_import
from engage.users.models import User
from home.demo.content import forum

SURVEY = "parents-and-carers"
STATEMENTS = ("equal-partner", "early-help", "trust-staff")


def load_imports(surveys: dict[str, SurveyPage], officer: User) -> None:
    """Import the forum's file, and bring its newer one as far as the check."""
    survey = surveys[SURVEY]
    draft = _begun(survey, officer, forum.FILE_NAME, forum.ROWS)
    _say_what_words_mean(draft)
    import_rows(draft=draft, by=officer, fingerprint=check_draft(draft).fingerprint)
    _say_what_words_mean(_begun(survey, officer, forum.NEWER_FILE_NAME, [*forum.ROWS, *forum.NEWER_ROWS]))


def _begun(survey: SurveyPage, officer: User, file_name: str, rows: list[tuple]) -> ImportDraft:
    """The file as the forum's tool writes it, read as an officer's is."""
    lines = io.StringIO()
    writer = csv.writer(lines, delimiter=";")
    writer.writerow(forum.HEADINGS)
    opened = timezone.localdate(survey.consultation.opens_at)
    ended = timezone.localdate() - timedelta(days=1)
    for number, (days, hour, *cells) in enumerate(rows, start=1):
        day = min(opened + timedelta(days=days), ended)
        writer.writerow([number, f"{day:%d/%m/%Y} {hour}", "anonymous", *_cells(*cells)])
    sheets = read_file(lines.getvalue().encode("cp1252"))
    return start_import(survey=survey, by=officer, origin=forum.ORIGIN, file_name=file_name, sheets=sheets)


def _cells(who: str, area: str, said: str, information: str, first: str, works: str, change: str) -> list[str]:
    """What stands in a row of the file."""
    statements = [forum.STATEMENTS[one] for one in said.split()]
    first_things = "".join(f"{forum.FIRST[one]};" for one in first.split())
    return [who, area, *statements, forum.INFORMATION[information], first_things, works, change]


def _say_what_words_mean(draft: ImportDraft) -> None:
    keys = [whole_key(question) for question in questions_of(draft.survey) if question.key in STATEMENTS]
    meanings = {word.lower(): meaning for word, meaning in forum.WORDS.items()}
    grandparent = {"grandparent": "value:parent"}
    keep_words(draft=draft, decided={**dict.fromkeys(keys, meanings), "group": grandparent})
