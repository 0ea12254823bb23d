"""Threads of one process that write to SQLite: one after another, and nobody keeps the queue."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.db import IntegrityError, OperationalError, connection, transaction

from consultations.surveys.models import Need

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'sqlite'", reason="SQLite's own queue"),
]


def in_a_thread(do):
    """Run ``do`` with a connection of its own; gives what is to come."""

    def run():
        try:
            return do()
        finally:
            connection.close()

    threads = ThreadPoolExecutor(1)
    try:
        return threads.submit(run)
    finally:
        threads.shutdown(wait=False)


def write(text: str) -> str:
    with transaction.atomic():
        Need.objects.create(text=text)
    return text


def test_the_next_thread_writes_when_the_first_has_ended_however_it_ended():
    begun, go_on = Event(), Event()

    def slowly():
        with transaction.atomic():
            Need.objects.create(text="first")
            begun.set()
            assert go_on.wait(10)

    first = in_a_thread(slowly)
    assert begun.wait(10)
    second = in_a_thread(lambda: write("second"))
    assert Need.objects.count() == 0
    go_on.set()
    first.result(10)
    assert second.result(10) == "second"

    with pytest.raises(IntegrityError), transaction.atomic():
        Need.objects.create(pk=Need.objects.first().pk, text="twice")
    assert in_a_thread(lambda: write("after a mistake")).result(10)

    with transaction.atomic():
        Need.objects.create(text="gone with its connection")
        connection.close()
        transaction.set_rollback(True)
    assert in_a_thread(lambda: write("after a lost connection")).result(10)
    assert sorted(Need.objects.values_list("text", flat=True)) == [
        "after a lost connection",
        "after a mistake",
        "first",
        "second",
    ]


def test_who_waits_too_long_is_told_and_others_may_write_afterwards(monkeypatch):
    options = {**connection.settings_dict["OPTIONS"], "timeout": 0.05}
    monkeypatch.setitem(connection.settings_dict, "OPTIONS", options)
    with transaction.atomic(), pytest.raises(OperationalError, match="locked"):
        in_a_thread(lambda: write("too late")).result(10)
    assert in_a_thread(lambda: write("in time")).result(10) == "in time"
    assert list(Need.objects.values_list("text", flat=True)) == ["in time"]
