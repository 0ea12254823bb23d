"""The stage of a consultation comes from the clock in London; nobody sets it."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from consultations.enums import Stage
from consultations.models import ConsultationPage
from tests.builders import make_consultation, make_outcome_page
from tests.editing import consultation_editor

pytestmark = pytest.mark.django_db
LONDON = ZoneInfo("Europe/London")
SECOND = timedelta(seconds=1)


def consultation(**fields) -> ConsultationPage:
    values = {"opens_at": datetime(2026, 7, 1, 9, tzinfo=LONDON), "closes_at": datetime(2026, 7, 31, 17, tzinfo=LONDON)}
    return make_consultation(**{**values, **fields})


@pytest.mark.parametrize(
    ("moment", "stage"),
    [
        (datetime(2026, 7, 1, 7, 59, 59, tzinfo=UTC), Stage.PLANNED),
        (datetime(2026, 7, 1, 8, tzinfo=UTC), Stage.OPEN),
        (datetime(2026, 7, 31, 15, 59, 59, tzinfo=UTC), Stage.OPEN),
        (datetime(2026, 7, 31, 16, tzinfo=UTC), Stage.CLOSED),
    ],
)
def test_a_consultation_that_closes_at_5_in_july_closes_at_4_by_universal_time(moment, stage):
    page = consultation()
    assert page.stage(moment) == stage
    assert page.may_start(moment) == (stage == Stage.OPEN)
    by_stage = {Stage.PLANNED: "planned", Stage.OPEN: "open", Stage.CLOSED: "ended"}
    for name in by_stage.values():
        found = getattr(ConsultationPage.objects, name)(moment).filter(pk=page.pk).exists()
        assert found == (name == by_stage[stage])


def test_in_winter_5_o_clock_is_5_by_universal_time():
    page = consultation(closes_at=datetime(2026, 12, 4, 17, tzinfo=LONDON))
    assert page.stage(datetime(2026, 12, 4, 16, 59, 59, tzinfo=UTC)) == Stage.OPEN
    assert page.stage(datetime(2026, 12, 4, 17, tzinfo=UTC)) == Stage.CLOSED


def test_without_an_opening_date_it_is_planned_and_without_an_end_it_stays_open():
    assert make_consultation(days_open=None, days_left=None).stage() == Stage.PLANNED
    assert make_consultation(days_left=None).stage(timezone.now() + timedelta(days=4000)) == Stage.OPEN


def test_a_closed_consultation_is_answered_once_its_answer_is_live():
    page = make_consultation(days_left=-1)
    answer = make_outcome_page(consultation=page, live=False)
    assert page.stage() == Stage.CLOSED
    answer.latest_revision.publish()
    assert ConsultationPage.objects.get().stage() == Stage.ANSWERED
    assert ConsultationPage.objects.with_answer().get().stage() == Stage.ANSWERED


def test_an_answer_to_another_consultation_does_not_count():
    page = make_consultation(days_left=-1)
    make_outcome_page()
    assert ConsultationPage.objects.with_answer().get(pk=page.pk).stage() == Stage.CLOSED


def test_an_open_consultation_with_an_early_answer_is_still_open():
    page = make_consultation()
    make_outcome_page(consultation=page)
    assert ConsultationPage.objects.with_answer().get().stage() == Stage.OPEN


@pytest.mark.parametrize("hours", [0, 24])
def test_whoever_started_may_send_for_the_hours_that_were_set(hours):
    page = consultation(grace_hours=hours)
    end = page.closes_at + timedelta(hours=hours)
    assert not page.may_start(page.closes_at)
    assert page.may_send(end - SECOND)
    assert not page.may_send(end)
    assert not page.may_send(page.opens_at - SECOND)


def test_nobody_starts_while_the_page_is_not_live():
    page = make_consultation()
    page.unpublish()
    assert page.stage() == Stage.OPEN
    assert not page.may_start()


# Dates in the editor


@pytest.fixture
def editor():
    return consultation_editor(make_consultation(days_left=None))


def test_a_date_is_typed_in_london_time_and_kept_as_universal_time(editor):
    editor.fields |= {"opens_at": "2026-07-01 09:00", "closes_at": "2026-07-31 17:00"}
    assert editor.publish().status_code == 302
    page = ConsultationPage.objects.get()
    assert page.closes_at == datetime(2026, 7, 31, 16, tzinfo=UTC)
    assert 'value="2026-07-31 17:00"' in editor.client.get(editor.url).content.decode()


@pytest.mark.parametrize("way", ["save", "publish"])
@pytest.mark.parametrize("time", ["2026-03-29 01:30", "2026-10-25 01:30"])
def test_a_time_that_the_clock_skips_or_shows_twice_is_refused_at_the_field(editor, way, time):
    editor.fields["opens_at"] = time
    reply = getattr(editor, way)()
    assert reply.status_code == 200
    assert "Europe/London" in str(reply.context["form"].errors["opens_at"])
    assert time in reply.content.decode()


def test_an_end_before_the_start_is_refused_at_the_field(editor):
    editor.fields |= {"opens_at": "2026-07-31 17:00", "closes_at": "2026-07-01 09:00"}
    reply = editor.publish()
    assert "must come after the start" in str(reply.context["form"].errors["closes_at"])


def test_an_officer_says_who_it_is_for(editor):
    editor.fields["audience"] = ["parents", "young_people"]
    assert editor.publish().status_code == 302
    page = ConsultationPage.objects.get()
    assert page.audience_labels == ["Children and young people", "Parents and carers"]
    html = editor.client.get(editor.url).content.decode()
    assert html.count("checked") >= 2


def test_an_audience_that_does_not_exist_is_refused(editor):
    editor.fields["audience"] = ["everybody-else"]
    assert "audience" in editor.publish().context["form"].errors
