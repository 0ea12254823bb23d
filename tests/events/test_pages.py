"""The page of a listening event, in the editor and for the public."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from consultations.events.models import ListeningEventPage
from tests.builders import make_consultation, publish
from tests.editing import Editor, officer_client

pytestmark = pytest.mark.django_db


def make_event(days: int, **fields) -> ListeningEventPage:
    """A live event of 2 hours that begins in so many days."""
    starts_at = timezone.now() + timedelta(days=days)
    page = ListeningEventPage(
        title=f"Event in {days} days", starts_at=starts_at, ends_at=starts_at + timedelta(hours=2), **fields
    )
    make_consultation().add_child(instance=page)
    return publish(page)


def editor(event) -> Editor:
    return Editor(officer_client(), event, streams=("passages", "heard"))


def test_an_event_is_past_from_the_moment_it_ends():
    event = make_event(1)
    assert list(ListeningEventPage.objects.coming(event.ends_at - timedelta(seconds=1))) == [event]
    assert list(ListeningEventPage.objects.past(event.ends_at)) == [event]
    assert not event.is_past
    assert make_event(-1).is_past


def test_coming_events_stand_soonest_first_and_past_ones_latest_first():
    far, near, recent, old = make_event(9), make_event(1), make_event(-1), make_event(-9)
    assert list(ListeningEventPage.objects.coming()) == [near, far]
    assert list(ListeningEventPage.objects.past()) == [recent, old]


def test_an_officer_types_the_time_in_london():
    form = editor(make_event(1))
    form.fields |= {"starts_at": "2026-07-02 10:00", "ends_at": "2026-07-02 12:00"}
    assert form.publish().status_code == 302
    assert ListeningEventPage.objects.get().starts_at == datetime(2026, 7, 2, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [("starts_at", "2026-03-29 01:30", "Europe/London"), ("ends_at", "2020-01-01 09:00", "must come after the start")],
)
def test_times_that_cannot_be_are_refused_at_the_field(field, value, message):
    form = editor(make_event(1))
    form.fields[field] = value
    reply = form.publish()
    assert reply.status_code == 200
    assert message in str(reply.context["form"].errors[field])


def test_a_draft_without_a_time_is_saved_and_both_previews_render():
    form = editor(make_event(1))
    form.fields |= {"starts_at": "", "ends_at": ""}
    assert form.save().status_code == 302
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[form.page.pk])
    assert form.client.post(url, form.fields).json()["is_valid"]
    for mode in ("coming", "past"):
        assert form.client.get(url, {"mode": mode}).status_code == 200
    assert ListeningEventPage.objects.get().starts_at is not None
