"""Django's SQLite, with a queue of each process for its threads that write.

SQLite lets one write at a time, and lets everybody else look again after 1, 2, 5, 10 and more milliseconds. With
some threads in a process most of the time of a save was that sleep. Here the next thread of the process goes on
at once; only the processes still wait for one another in SQLite's own way. Nothing rests on the queue: what
one write sees of the other is SQLite's business alone (docs/decisions/0038-writers-queue-in-the-process.md).
"""

from collections import defaultdict
from threading import Lock

from django.db import OperationalError
from django.db.backends.sqlite3 import base

# Of each file, who writes. As long as SQLite itself waits where the settings say nothing.
_queues: defaultdict[str, Lock] = defaultdict(Lock)
SECONDS = 5.0


class DatabaseWrapper(base.DatabaseWrapper):
    """A transaction begins when no other thread of this process is in one, and SQLite lets it write.

    The stubs of Django's types leave out its methods for backends.
    """

    _held: "Lock | None" = None

    def _start_transaction_under_autocommit(self) -> None:
        if self._held is None:
            queue = _queues[str(self.settings_dict["NAME"])]
            if not queue.acquire(timeout=self.settings_dict["OPTIONS"].get("timeout", SECONDS)):
                raise OperationalError("database is locked")
            self._held = queue
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self._leave()
            raise

    def _commit(self) -> None:
        super()._commit()  # type: ignore[misc]
        self._leave()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]
        finally:
            self._leave()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]
        finally:
            self._leave()

    def _leave(self) -> None:
        held, self._held = self._held, None
        if held:
            held.release()
