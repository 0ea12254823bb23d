"""Answers go when their time is over, and only then. The clock is moved by the ``at`` of the purge."""

from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from consultations.analysis.models import Coding
from consultations.analysis.services import tag_answers
from consultations.surveys.models import Answer, Concern, Response
from consultations.surveys.services.concerns import decide_concern
from consultations.surveys.services.retention import purge_responses, years_before
from tests.builders import (
    make_answer,
    make_concern,
    make_consultation,
    make_lead,
    make_officer,
    make_question,
    make_survey,
    make_theme,
)

pytestmark = pytest.mark.django_db


def later(**periods):
    return timezone.now() + timedelta(**periods)


def unsent(answer):
    Response.objects.filter(pk=answer.response_id).update(status="started", sent_at=None)
    return answer.response


def test_an_unfinished_response_goes_30_days_after_the_last_change():
    response = unsent(make_answer())
    assert purge_responses(at=later(days=29)).unfinished == 0
    assert Response.objects.filter(pk=response.pk).exists()
    assert purge_responses(at=later(days=31)).unfinished == 1
    assert not Response.objects.exists()


def test_a_late_answer_keeps_an_unfinished_response():
    answer = make_answer()
    unsent(answer)
    Response.objects.update(changed_at=timezone.now() - timedelta(days=60))
    assert purge_responses().unfinished == 0
    Answer.objects.update(answered_at=timezone.now() - timedelta(days=60))
    assert purge_responses().unfinished == 1


def test_answers_go_2_years_after_the_consultation_closed():
    make_answer()
    closes_at = Response.objects.get().survey.consultation.closes_at
    assert purge_responses(at=closes_at + timedelta(days=729)).past_their_time == 0
    assert purge_responses(at=closes_at + timedelta(days=732)).past_their_time == 1
    assert not Response.objects.exists()


def test_a_consultation_without_an_end_keeps_its_answers():
    survey = make_survey(consultation=make_consultation(days_left=None), questions=[make_question()])
    make_answer(question=survey.questions.get())
    assert purge_responses(at=later(days=5000)).past_their_time == 0
    assert Response.objects.count() == 1


def test_other_consultations_keep_theirs():
    old = make_survey(consultation=make_consultation(days_open=900, days_left=-800), questions=[make_question()])
    gone, kept = make_answer(question=old.questions.get()), make_answer()
    assert purge_responses().past_their_time == 1
    assert list(Response.objects.all()) == [kept.response]
    assert not Answer.objects.filter(pk=gone.pk).exists()


def test_a_response_with_an_open_or_kept_concern_is_never_taken():
    waiting, kept_out = make_concern(), make_concern()
    decide_concern(concern=kept_out, decided_by=make_lead(), keep_out=True, words="Passed on.")
    report = purge_responses(at=later(days=5000))
    assert (report.unfinished, report.past_their_time, report.held_by_concern) == (0, 0, 2)
    assert set(Concern.objects.all()) == {waiting, kept_out}
    assert Answer.objects.count() == 2


def test_a_cleared_concern_goes_with_its_answer_and_the_codings_go_too():
    concern = make_concern()
    decide_concern(concern=concern, decided_by=make_lead(), keep_out=False, words="Fine.")
    tag_answers(answers=[concern.answer], themes=[make_theme()], coder=make_officer("coder"))
    assert purge_responses(at=later(days=5000)).past_their_time == 1
    assert not Concern.objects.exists()
    assert not Coding.objects.exists()


def test_a_dry_run_counts_and_deletes_nothing():
    make_answer()
    unsent(make_answer())
    make_concern()
    report = purge_responses(at=later(days=5000), dry_run=True)
    assert (report.unfinished, report.past_their_time, report.held_by_concern) == (1, 1, 1)
    assert Response.objects.count() == 3


def test_running_it_again_finds_nothing():
    make_answer()
    purge_responses(at=later(days=5000))
    assert purge_responses(at=later(days=5000)).past_their_time == 0


def test_the_command_says_what_it_did():
    unsent(make_answer())
    Response.objects.update(changed_at=timezone.now() - timedelta(days=60))
    Answer.objects.update(answered_at=timezone.now() - timedelta(days=60))
    out = StringIO()
    call_command("purge_responses", dry_run=True, stdout=out)
    assert "Would delete 1 unfinished responses." in out.getvalue()
    assert Response.objects.count() == 1
    call_command("purge_responses", stdout=out)
    assert "Deleted 1 unfinished responses." in out.getvalue()
    assert not Response.objects.exists()


def test_2_years_before_a_leap_day_is_the_last_of_february():
    assert years_before(datetime(2028, 2, 29, 12, tzinfo=UTC), 2) == datetime(2026, 2, 28, 12, tzinfo=UTC)
