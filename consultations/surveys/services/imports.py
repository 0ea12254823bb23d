"""Bringing in answers from a spreadsheet, step by step, and taking an import back."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.log_actions import log

from consultations.models import ConsultationPage
from consultations.surveys.enums import Source
from consultations.surveys.importing.checking import Checked, check_draft, questions_of, sheet_of
from consultations.surveys.importing.guessing import guess_plan
from consultations.surveys.importing.plans import Plan
from consultations.surveys.importing.reading import Sheet
from consultations.surveys.models import (
    Answer,
    ImportDraft,
    ImportedRow,
    Question,
    Response,
    ResponseImport,
    SurveyPage,
)
from engage.users.models import User

from .recording import Recorded, record_responses
from .retention import delete_with_concerns, forget_drafts, years_before

IMPORT_ACTION = "surveys.import.add"
UNDO_IMPORT_ACTION = "surveys.import.undo"
CHUNK = 500


class ImportsClosed(Exception):
    """The survey is not open yet, or its answers are deleted by now."""


class NotAsChecked(Exception):
    """Since the officer looked, the survey or the rows that are there have changed: look again."""


class NothingToImport(Exception):
    """No row is right and new."""


class AlreadyUndone(Exception):
    """None of the rows of the import is there any more."""


def may_import(consultation: ConsultationPage, at: datetime | None = None) -> bool:
    """Whether answers to its surveys may be imported: from the opening on, while its answers are kept."""
    at = at or timezone.now()
    opened = consultation.opens_at is not None and at >= consultation.opens_at
    closes_at = consultation.closes_at
    kept = closes_at is None or closes_at > years_before(at, settings.ENGAGE_ANSWERS_YEARS)
    return consultation.live and opened and kept


def start_import(*, survey: SurveyPage, by: User, origin: str, file_name: str, sheets: Sequence[Sheet]) -> ImportDraft:
    """Keep the rows of a file for the next steps, with a guess of what its columns are.

    ``origin`` is where the answers come from: with a row's own number it says which row it is. Raises
    ``ImportsClosed``.
    """
    if not may_import(survey.consultation):
        raise ImportsClosed
    forget_drafts(at=timezone.now())
    plan = guess_plan(sheets[0], questions_of(survey))
    return ImportDraft.objects.create(
        survey=survey,
        made_by=by,
        origin=origin,
        file_name=file_name,
        packed=ImportDraft.pack([sheet.as_plain() for sheet in sheets]),
        plan=plan.as_plain(),
    )


def choose_sheet(*, draft: ImportDraft, number: int) -> None:
    """Take another sheet of the file, with a new guess of its columns."""
    draft.sheet = number
    draft.plan = guess_plan(sheet_of(draft), questions_of(draft.survey)).as_plain()
    draft.save(update_fields=["sheet", "plan"])


def keep_columns(*, draft: ImportDraft, columns: dict[int, str], dates: str) -> None:
    """Keep what the officer says that the columns are."""
    plan = Plan.from_plain(draft.plan)
    plan.columns, plan.dates = columns, dates
    draft.plan = plan.as_plain()
    draft.save(update_fields=["plan"])


def keep_words(*, draft: ImportDraft, decided: dict[str, dict[str, str]]) -> None:
    """Keep what the officer says that words mean, beside what was said of other words before."""
    plan = Plan.from_plain(draft.plan)
    for vocabulary, words in decided.items():
        plan.decided[vocabulary] = {**plan.decided.get(vocabulary, {}), **words}
    draft.plan = plan.as_plain()
    draft.save(update_fields=["plan"])


def import_rows(*, draft: ImportDraft, by: User, fingerprint: str) -> ResponseImport:
    """Store every row that is right and new, in one transaction: all of them or none.

    ``fingerprint`` is that of the check which the officer saw. A second press gives the same import. When
    nothing was wrong the file is forgotten at once. Raises ``ImportsClosed``, ``NotAsChecked``, ``NothingToImport``.
    """
    try:
        with transaction.atomic():
            return _import_rows(draft, by, fingerprint)
    except IntegrityError as error:
        # Somebody else imported the same rows at the same moment.
        raise NotAsChecked from error


def _import_rows(draft: ImportDraft, by: User, fingerprint: str) -> ResponseImport:
    locked = ImportDraft.objects.select_for_update(of=("self",)).select_related("batch", "survey").get(pk=draft.pk)
    if locked.batch:
        return locked.batch
    if not may_import(locked.survey.consultation):
        raise ImportsClosed
    # Nobody changes what a question means while its answers come in; other people's answers do not wait.
    list(Question.objects.select_for_update(no_key=True).filter(page_id=locked.survey_id).values_list("pk"))
    checked = check_draft(locked)
    if checked.fingerprint != fingerprint:
        raise NotAsChecked
    if not checked.ready:
        raise NothingToImport
    batch = ResponseImport.objects.create(
        survey=locked.survey,
        origin=locked.origin,
        file_name=locked.file_name,
        added=len(checked.ready),
        already=len(checked.already),
        wrong=len(checked.wrong),
        made_by=by,
    )
    _store(batch, checked, by)
    locked.batch = batch
    if not checked.wrong:
        locked.packed = b""
    locked.save(update_fields=["batch", "packed"])
    log(instance=batch, action=IMPORT_ACTION, user=by, data={"rows": batch.added})
    return batch


def _store(batch: ResponseImport, checked: Checked, by: User) -> None:
    rows = [(row, row.record) for row in checked.rows if row.record]
    responses = record_responses(
        survey=batch.survey,
        recorded=[Recorded(record.answers, record.sent_at, record.said, record.language) for _row, record in rows],
        source=Source.IMPORT,
        source_detail=batch.origin,
        entered_by=by,
    )
    ImportedRow.objects.bulk_create(
        ImportedRow(
            batch=batch,
            survey_id=batch.survey_id,
            response=response,
            line=row.line,
            key_hash=row.key_hash,
            row_hash=row.row_hash,
        )
        for (row, _record), response in zip(rows, responses, strict=True)
    )


def drop_draft(*, draft: ImportDraft) -> None:
    """Forget a file that is not to be imported."""
    draft.delete()


@transaction.atomic
def undo_import(*, batch: ResponseImport, by: User) -> int:
    """Delete what an import brought, with tags and cleared concerns; returns how many responses.

    A response with an answer that a concern withholds stays: the safeguarding lead decides first, then it can be
    undone again. Rows that somebody had deleted stay known, so that no later import brings them back. The log
    keeps who and how many. Raises ``AlreadyUndone``.
    """
    locked = ResponseImport.objects.select_for_update(of=("self",)).get(pk=batch.pk)
    keys = list(locked.responses.select_for_update(of=("self",)).values_list("pk", flat=True))
    if not keys:
        raise AlreadyUndone
    withheld = set(
        Answer.objects.withheld().filter(response__imported_row__batch=locked).values_list("response_id", flat=True)
    )
    free = [key for key in keys if key not in withheld]
    for start in range(0, len(free), CHUNK):
        some = free[start : start + CHUNK]
        ImportedRow.objects.filter(batch=locked, response__in=some).delete()
        delete_with_concerns(some)
    if free:
        locked.undone_at, locked.undone_by = timezone.now(), by
        locked.save(update_fields=["undone_at", "undone_by"])
        log(instance=locked, action=UNDO_IMPORT_ACTION, user=by, data={"rows": len(free)})
    return len(free)


def what_hangs_on(batch: ResponseImport) -> dict[str, int]:
    """How many things other parts of Engage put on its answers, by their names: they go when it is undone."""
    counts: dict[str, int] = {}
    for relation in Answer._meta.related_objects:
        model = relation.related_model
        if model._meta.app_label == Answer._meta.app_label:
            continue
        answers = {f"{relation.field.name}__response__imported_row__batch": batch}
        number = model._base_manager.filter(**answers).count()
        if number:
            counts[str(model._meta.verbose_name_plural)] = number
    return counts


def withheld_responses(batch: ResponseImport) -> int:
    """How many of its responses have an answer that only the safeguarding lead may see."""
    return batch.responses.filter(answers__in=Answer.objects.withheld()).distinct().count()


def responses_left(batch: ResponseImport) -> int:
    """How many of its responses are still there."""
    return Response.objects.filter(imported_row__batch=batch).count()
