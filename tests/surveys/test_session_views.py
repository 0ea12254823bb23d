"""Group sessions in the admin: opened, corrected and ended by officers; counts only, never words."""

from datetime import datetime, time, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from consultations.surveys.models import GroupSession, Response
from tests.builders import (
    make_ambassador,
    make_consultation,
    make_lead,
    make_officer,
    make_question,
    make_session,
    make_survey,
)
from tests.surveys.test_group_sessions import WORDS, Device

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(client):
    officer = make_officer()
    client.force_login(officer)
    return officer


@pytest.fixture
def survey():
    return make_survey(questions=[make_question()])


def filled(page, **values):
    today = timezone.localdate().isoformat()
    return {"survey": page.pk, "place": "Park School", "day": today, "ends_at": "", "group": "", "note": "", **values}


def test_an_officer_opens_a_session_until_the_end_of_its_day(client, officer, survey):
    page = client.post("/admin/sessions/new/", filled(survey, group="young_person", note="Class 9"), follow=True)
    session = GroupSession.objects.get()
    assert page.redirect_chain[-1][0] == f"/admin/sessions/{session.pk}/"
    assert (session.place, session.group, session.opened_by) == ("Park School", "young_person", officer)
    midnight = timezone.make_aware(datetime.combine(timezone.localdate() + timedelta(days=1), time.min))
    assert session.ends_at == midnight
    for words in (session.shown_code, "testserver/join", "<svg", "Class 9"):
        assert words in page.text, words
    assert f"/admin/sessions/{session.pk}/" in client.get("/admin/sessions/").text


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"place": ""}, "This field is required."),
        ({"day": "2001-01-01"}, "is not open on that day"),
        ({"day": "31/31/31"}, "Enter a valid date."),
        ({"ends_at": "2001-01-01 10:00"}, "cannot end before its day"),
        ({"ends_at": "2999-01-01 10:00"}, "It ends on its own day."),
        ({"survey": "999999"}, "Select a valid choice."),
        ({"group": "nobody"}, "Select a valid choice."),
    ],
)
def test_what_does_not_do_is_refused_and_stays_in_the_form(client, officer, survey, values, words):
    page = client.post("/admin/sessions/new/", filled(survey, note="My note", **values))
    assert page.status_code == 200
    assert words in page.text
    assert "My note" in page.text
    assert not GroupSession.objects.exists()


def test_a_session_is_only_for_surveys_that_people_can_still_answer(client, officer):
    over = make_survey(consultation=make_consultation(days_left=-1), title="Old questions", questions=[make_question()])
    assert "Old questions" not in client.get("/admin/sessions/new/").text
    client.post("/admin/sessions/new/", filled(over))
    assert not GroupSession.objects.exists()


def test_a_session_is_corrected_and_keeps_its_survey_and_code(client, officer, survey):
    session = make_session(survey=survey)
    other = make_survey(questions=[make_question()])
    Device(session).whole_turn()
    client.post(f"/admin/sessions/{session.pk}/edit/", filled(other, place="Town hall"))
    assert Response.objects.get().source_detail == "Town hall"
    again = GroupSession.objects.get()
    assert (again.place, again.survey_id, again.code) == ("Town hall", survey.pk, session.code)


def test_the_facilitator_sees_counts_and_no_word_of_anybody(client, officer, survey):
    session = make_session(survey=survey)
    Device(session).whole_turn()
    Device(session).start()
    for path in (f"/admin/sessions/{session.pk}/", f"/admin/sessions/{session.pk}/counts/"):
        page = client.get(path)
        assert (page.context["counts"].sent, page.context["counts"].answering) == (1, 1)
        assert WORDS not in page.text
        assert Response.objects.sent().get().receipt_code not in page.text


def test_a_session_is_ended_early_and_opened_again(client, officer, survey):
    session = make_session(survey=survey)
    address = f"/admin/sessions/{session.pk}/switch/"
    assert "End the session now" in client.get(f"/admin/sessions/{session.pk}/").text
    page = client.post(address, {"go": "end"}, follow=True)
    assert "Open it again" in page.text
    assert not GroupSession.objects.get().is_open()
    client.post(address, {"go": "reopen"})
    assert GroupSession.objects.get().is_open()


def test_the_poster_has_the_place_the_square_and_the_code(client, officer, survey):
    session = make_session(survey=survey)
    poster = client.get(f"/admin/sessions/{session.pk}/poster/").text
    for words in ("Park School", session.shown_code, "testserver/join", "<svg"):
        assert words in poster, words


@pytest.mark.parametrize("make_person", [make_lead, make_ambassador, None])
def test_people_without_the_permission_neither_see_nor_open_sessions(client, survey, make_person):
    session = make_session(survey=survey)
    if make_person:
        client.force_login(make_person())
    for part in ("", "new/", f"{session.pk}/", f"{session.pk}/edit/", f"{session.pk}/counts/", f"{session.pk}/poster/"):
        assert client.get(f"/admin/sessions/{part}").status_code == 302, part
    client.post("/admin/sessions/new/", filled(survey))
    client.post(f"/admin/sessions/{session.pk}/edit/", filled(survey, place="Mine"))
    client.post(f"/admin/sessions/{session.pk}/switch/", {"go": "end"})
    assert GroupSession.objects.get().is_open()
    assert GroupSession.objects.get().place == "Park School"


def test_ending_needs_a_press_and_the_forms_a_token(officer, survey):
    session = make_session(survey=survey)
    client = Client(enforce_csrf_checks=True)
    client.force_login(officer)
    assert client.get(f"/admin/sessions/{session.pk}/switch/").status_code == 405
    assert client.post(f"/admin/sessions/{session.pk}/switch/", {"go": "end"}).status_code == 403
    assert client.post("/admin/sessions/new/", filled(survey)).status_code == 403
    assert GroupSession.objects.get().is_open()


def test_nobody_deletes_a_session(client, officer, survey):
    session = make_session(survey=survey)
    for part in ("delete", "copy", "history"):
        assert client.get(f"/admin/sessions/{session.pk}/{part}/").status_code == 404
    assert client.get("/admin/sessions/999999/").status_code == 404
