"""Families who press at the same moment, on the database that is under test. tests/faults does it in full size."""

import pytest
from django.db import connection

from consultations.events.models import Booking, ListeningEventPage
from engage.core.mail.models import OutboxMessage
from tests.builders import make_event
from tests.events.crowd import crowd, unfair

pytestmark = pytest.mark.django_db(transaction=True)

PEOPLE, PLACES = 16, 8


def rows(sql: str, *values) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql.replace("?", "%s"), values)
        return cursor.fetchall()


def test_a_crowd_never_gets_more_places_than_there_are_while_some_cancel_and_an_officer_adds_places(live_server):
    event = make_event(capacity=PLACES)
    session = event.sessions.get()

    def add_places() -> None:
        # Never fewer than the largest group: it would be told that it is too large.
        for capacity in (PLACES + 2, PLACES - 4, PLACES + 3):
            page = ListeningEventPage.objects.get(pk=event.pk)
            page.sessions.get_object_list()[0].capacity = capacity
            page.save()

    tally = crowd(live_server.url, session.pk, PEOPLE, at_the_same_moment=True, cancel_every=4, meanwhile=add_places)
    assert tally.broken == [] and tally.server_errors == 0
    assert Booking.objects.count() == PEOPLE
    assert unfair(rows, session.pk) == []
    assert Booking.objects.cancelled().count() == tally.answers["cancelled"] == PEOPLE / 4
    # Each family was told at once where it stands.
    assert OutboxMessage.objects.filter(kind__in=("events.booked", "events.waiting")).count() == PEOPLE
