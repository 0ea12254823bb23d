"""What stays of an import: all or nothing, the file for a day, the list, undo; and who may."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone
from wagtail.models import ModelLogEntry

from consultations.analysis.models import Coding
from consultations.analysis.services import tag_answers
from consultations.surveys.enums import QuestionKind
from consultations.surveys.models import Answer, ImportDraft, ImportedRow, Response, ResponseImport
from consultations.surveys.services import imports
from consultations.surveys.services.concerns import decide_concern
from consultations.surveys.services.retention import erase_response, purge_responses
from tests.builders import (
    make_ambassador,
    make_concern,
    make_lead,
    make_officer,
    make_theme,
    make_user,
)

from .files import csv_file, upload
from .officer import HEADINGS, ORIGIN, ROWS, START

pytestmark = pytest.mark.django_db


def test_pressing_import_twice_imports_once(importer):
    importer.bring(csv_file(ROWS))
    importer.columns()
    fingerprint = importer.check().fingerprint
    for _press in range(2):
        page = importer.client.post(importer.address("check"), {"checked": fingerprint}, follow=True)
        assert page.redirect_chain[-1][0] == f"/admin/imports/{importer.batch.pk}/"
    assert (Response.objects.count(), ResponseImport.objects.count()) == (3, 1)


def test_a_survey_that_changed_since_the_check_is_looked_at_again(importer):
    importer.bring(csv_file(ROWS))
    importer.columns()
    fingerprint = importer.check().fingerprint
    importer.survey.questions.filter(kind=QuestionKind.TEXT).update(retired=True)
    Response.objects.all().delete()
    page = importer.client.post(importer.address("check"), {"checked": f"{fingerprint}0"}, follow=True)
    assert "Something has changed since you looked." in page.text
    assert not Response.objects.exists()


def test_an_import_that_breaks_in_the_middle_leaves_nothing(importer, monkeypatch):
    importer.bring(csv_file(ROWS))
    importer.columns()
    fingerprint = importer.check().fingerprint

    def broken(*_args, **_kwargs):
        raise RuntimeError("the power is gone")

    monkeypatch.setattr(ImportedRow.objects, "bulk_create", broken)
    with pytest.raises(RuntimeError):
        imports.import_rows(draft=importer.draft, by=importer.draft.made_by, fingerprint=fingerprint)
    assert not Response.objects.exists() and not Answer.objects.exists() and not ResponseImport.objects.exists()
    monkeypatch.undo()
    importer.press_import()
    assert Response.objects.count() == 3


def test_the_file_is_forgotten_after_the_import_when_a_day_has_passed_or_when_it_is_dropped(importer):
    importer.import_all(csv_file(ROWS))
    assert bytes(importer.draft.packed) == b""
    importer.bring(csv_file([HEADINGS, ["b1", "", "", "5", "", ""]]))
    purge_responses(at=timezone.now() + timedelta(hours=settings.ENGAGE_IMPORT_HOURS, minutes=1))
    assert not ImportDraft.objects.exists()
    importer.bring(csv_file([HEADINGS, ["b1", "", "", "5", "", ""]]))
    page = importer.client.post(importer.address("drop"), follow=True)
    assert "The file is forgotten." in page.text
    assert not ImportDraft.objects.exists()
    assert Response.objects.count() == 3


def test_a_file_older_than_a_day_cannot_be_gone_on_with_before_it_is_purged(importer):
    importer.bring(csv_file(ROWS))
    ImportDraft.objects.update(made_at=timezone.now() - timedelta(hours=settings.ENGAGE_IMPORT_HOURS, minutes=1))
    assert "not kept any more" in importer.client.get(importer.address("check"), follow=True).text


def test_nobody_else_sees_the_file_of_an_officer(importer, client):
    importer.bring(csv_file(ROWS))
    importer.columns()
    client.force_login(make_officer("second"))
    for step in ("columns", "words", "check", "wrong"):
        page = client.get(importer.address(step), follow=True)
        assert "not kept any more" in page.text and "The bus is late." not in page.text
    client.post(importer.address("drop"))
    assert ImportDraft.objects.count() == 1


def test_undo_takes_back_what_the_import_added_and_the_file_can_come_again(importer, officer):
    importer.import_all(csv_file(ROWS))
    answer = Answer.objects.get(text="The bus is late.")
    tag_answers(answers=[answer], themes=[make_theme()], coder=officer)
    undo = f"/admin/imports/{importer.batch.pk}/undo/"
    page = importer.client.get(undo)
    assert "This deletes 3 responses" in page.text and "1 codings" in page.text.replace("\n", " ")
    assert Response.objects.count() == 3
    page = importer.client.post(undo, follow=True)
    assert "3 responses are deleted." in page.text
    assert not Response.objects.exists() and not Coding.objects.exists()
    assert importer.batch.undone_by == officer
    assert "Nothing of this import is there any more." in importer.client.post(undo, follow=True).text
    importer.import_all(csv_file(ROWS))
    assert Response.objects.count() == 3
    assert ModelLogEntry.objects.filter(action=imports.UNDO_IMPORT_ACTION).count() == 1


def test_undo_leaves_other_responses_alone(importer):
    importer.import_all(csv_file(ROWS))
    first = importer.batch
    importer.import_all(csv_file([HEADINGS, ["b1", "", "", "5", "", ""]]))
    importer.client.post(f"/admin/imports/{first.pk}/undo/")
    assert Response.objects.get().imported_row.batch == importer.batch


def test_an_answer_with_the_safeguarding_lead_stays_until_they_have_decided(importer, officer):
    importer.import_all(csv_file(ROWS))
    concern = make_concern(Answer.objects.get(text="The bus is late."), raised_by=officer)
    undo = f"/admin/imports/{importer.batch.pk}/undo/"
    page = importer.client.get(undo)
    assert "The safeguarding lead has an answer of 1 response." in page.text
    assert "This deletes 2 responses" in page.text
    importer.client.post(undo)
    assert Response.objects.get() == concern.answer.response
    decide_concern(concern=concern, decided_by=make_lead(), keep_out=False, words="All is well.")
    importer.client.post(undo)
    assert not Response.objects.exists()


def test_what_somebody_had_deleted_does_not_come_back_with_the_file(importer, officer):
    importer.import_all(csv_file(ROWS))
    erase_response(response=Response.objects.get(imported_row__line=2), by=officer)
    importer.client.post(f"/admin/imports/{importer.batch.pk}/undo/")
    importer.import_all(csv_file(ROWS))
    assert sorted(Response.objects.values_list("imported_row__line", flat=True)) == [3, 4]


def test_imports_are_listed_with_who_when_and_how_many(importer, officer):
    importer.import_all(csv_file(ROWS), name="forum.csv")
    page = importer.client.get("/admin/imports/")
    for words in ("forum.csv", ORIGIN, str(officer), f"Import {importer.batch.pk}"):
        assert words in page.text
    entry = ModelLogEntry.objects.get(action=imports.IMPORT_ACTION)
    assert (entry.user, entry.data["rows"]) == (officer, 3)


def test_an_unfinished_file_is_offered_again_to_its_officer_only(importer, client):
    importer.bring(csv_file(ROWS), name="half.csv")
    assert "half.csv" in client.get("/admin/imports/").text
    client.force_login(make_officer("second"))
    assert "half.csv" not in client.get("/admin/imports/").text


def test_the_way_there_begins_at_the_responses_and_at_the_survey(client, officer, survey):
    assert "/admin/imports/" in client.get("/admin/responses/").text
    assert f"/admin/imports/new/?survey={survey.pk}" in client.get(f"/admin/pages/{survey.pk}/edit/").text
    page = client.get(f"{START}?survey={survey.pk}")
    assert f'<option value="{survey.pk}" selected>' in page.text
    assert client.get(f"{START}?survey=x'").status_code == 200


@pytest.mark.parametrize("make", [make_lead, make_ambassador, lambda: make_user("visitor")])
def test_without_the_permission_nothing_can_be_imported_seen_or_undone(importer, client, make):
    importer.import_all(csv_file(ROWS))
    batch = importer.batch
    importer.bring(csv_file([HEADINGS, ["b1", "", "", "5", "", ""]]))
    draft = importer.draft
    client.force_login(make())
    views = ["", "new/", f"{batch.pk}/", f"{batch.pk}/undo/"]
    views += [f"file/{draft.pk}/{step}/" for step in ("sheet", "columns", "words", "check", "wrong", "drop")]
    for view in views:
        for method in (client.get, client.post):
            reply = method(f"/admin/imports/{view}")
            assert reply.status_code in {302, 403} and "/imports/" not in reply.get("Location", "").split("?")[0], view
    assert Response.objects.count() == 3 and ImportDraft.objects.count() == 2
    assert "/admin/imports/" not in client.get("/admin/responses/").text


@pytest.mark.parametrize("step", ["sheet", "drop"])
def test_a_link_alone_changes_nothing(importer, step):
    importer.bring(csv_file(ROWS))
    assert importer.client.get(importer.address(step)).status_code == 405
    assert ImportDraft.objects.exists()


def test_the_file_is_nowhere_among_the_uploads(importer, tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path
    importer.bring(csv_file(ROWS))
    importer.columns()
    importer.press_import()
    assert list(tmp_path.rglob("*")) == []
    assert importer.client.post(START, {"file": upload(csv_file(ROWS))}).status_code == 200
