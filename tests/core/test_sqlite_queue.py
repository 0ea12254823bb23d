"""Threads of one process that write to SQLite: one after another, and nobody keeps the queue."""

from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event

import pytest
from django.db import IntegrityError, OperationalError, transaction
from django.db.utils import ConnectionHandler

from engage.settings.base import database_settings

pytestmark = pytest.mark.django_db


class Words:
    """A table of words in a file of its own; every thread has its own connection to it."""

    def __init__(self, url: str) -> None:
        self.connections = ConnectionHandler({"default": database_settings(url)})
        self.ask("CREATE TABLE words (word TEXT UNIQUE)")

    @property
    def connection(self):
        return self.connections["default"]

    def ask(self, sql: str, *values: str) -> list[tuple]:
        with self.connection.cursor() as cursor:
            return cursor.execute(sql, values).fetchall()

    def write(self, word: str) -> str:
        with transaction.atomic():
            self.ask("INSERT INTO words VALUES (%s)", word)
        return word

    def all(self) -> list[str]:
        return [word for (word,) in self.ask("SELECT word FROM words ORDER BY rowid")]


@pytest.fixture
def words(tmp_path, monkeypatch):
    words = Words(f"sqlite:///{tmp_path / 'words.sqlite3'}")
    monkeypatch.setattr(transaction, "get_connection", lambda _using=None: words.connection)
    yield words
    words.connection.close()


def in_a_thread(words: Words, do) -> Future:
    """Run ``do`` with a connection of its own; gives what is to come."""

    def run():
        try:
            return do()
        finally:
            words.connection.close()

    threads = ThreadPoolExecutor(1)
    try:
        return threads.submit(run)
    finally:
        threads.shutdown(wait=False)


def test_the_next_thread_writes_when_the_one_before_has_ended_however_it_ended(words):
    begun, go_on = Event(), Event()

    def slowly():
        with transaction.atomic():
            words.write("first")
            begun.set()
            assert go_on.wait(10)

    first = in_a_thread(words, slowly)
    assert begun.wait(10)
    second = in_a_thread(words, lambda: words.write("second"))
    assert words.all() == []
    go_on.set()
    first.result(10)
    assert second.result(10) == "second"

    with pytest.raises(IntegrityError):
        words.write("first")
    assert in_a_thread(words, lambda: words.write("after a mistake")).result(10)

    with transaction.atomic():
        words.write("gone with its connection")
        words.connection.close()
    assert in_a_thread(words, lambda: words.write("after a lost connection")).result(10)
    assert words.all() == ["first", "second", "after a mistake", "after a lost connection"]


def test_who_waits_too_long_is_told_and_the_next_one_may_write(words, monkeypatch):
    options = {**words.connection.settings_dict["OPTIONS"], "timeout": 0.05}
    monkeypatch.setitem(words.connection.settings_dict, "OPTIONS", options)
    with transaction.atomic(), pytest.raises(OperationalError, match="locked"):
        in_a_thread(words, lambda: words.write("too late")).result(10)
    assert in_a_thread(words, lambda: words.write("in time")).result(10)
    assert words.all() == ["in time"]
