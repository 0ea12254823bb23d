"""The page of a listening event, in the editor and for the public."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from consultations.events.models import ListeningEventPage
from tests.builders import make_event
from tests.editing import Editor, officer_client

pytestmark = pytest.mark.django_db


def editor(event) -> Editor:
    return Editor(officer_client(), event, streams=("passages", "heard"))


def test_an_event_is_past_from_the_moment_it_ends():
    event = make_event(days=1)
    assert list(ListeningEventPage.objects.coming(event.ends_at - timedelta(seconds=1))) == [event]
    assert list(ListeningEventPage.objects.past(event.ends_at)) == [event]
    assert not event.is_past
    assert make_event(days=-1).is_past


def test_coming_events_stand_soonest_first_and_past_ones_latest_first():
    far, near, recent, old = (make_event(days=days) for days in (9, 1, -1, -9))
    assert list(ListeningEventPage.objects.coming()) == [near, far]
    assert list(ListeningEventPage.objects.past()) == [recent, old]


def test_an_officer_types_the_time_in_london():
    form = editor(make_event(days=1))
    form.fields |= {"sessions-0-starts_at": "2026-07-02 10:00", "sessions-0-ends_at": "2026-07-02 12:00"}
    assert form.publish().status_code == 302
    assert ListeningEventPage.objects.get().starts_at == datetime(2026, 7, 2, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [("starts_at", "2026-03-29 01:30", "Europe/London"), ("ends_at", "2020-01-01 09:00", "must come after the start")],
)
def test_times_that_cannot_be_are_refused_at_the_field(field, value, message):
    form = editor(make_event(days=1))
    form.fields[f"sessions-0-{field}"] = value
    reply = form.publish()
    assert reply.status_code == 200
    assert message in str(reply.context["form"].formsets["sessions"].forms[0].errors[field])


def test_a_draft_without_a_time_is_saved_and_all_previews_render():
    form = editor(make_event(days=1))
    form.fields |= {"sessions-0-starts_at": "", "sessions-0-ends_at": ""}
    assert form.save().status_code == 302
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[form.page.pk])
    assert form.client.post(url, form.fields).json()["is_valid"]
    for mode in ("before", "open", "full", "past"):
        assert form.client.get(url, {"mode": mode}).status_code == 200
    assert ListeningEventPage.objects.get().starts_at is not None
