"""Doing the same for many in a job of the worker: one that fails stops no other."""

import logging
from collections.abc import Callable

logger = logging.getLogger(__name__)


class SomeFailed(Exception):
    """Some were left out, and are tried again when the job runs next. The log has what happened to each."""


class Each:
    """Counts what is done. ``what`` is a word for the log; each act has its own transaction."""

    def __init__(self, what: str) -> None:
        self.what, self.done, self.failed = what, 0, 0

    def act(self, act: Callable[..., int], *args: object) -> None:
        """Do it for one: ``act`` returns how many things it did."""
        try:
            done = act(*args)
        except Exception as error:
            self.failed += 1
            # The name only: what an error says can hold somebody's address or words.
            logger.error("One of many failed (%s, %s)", self.what, type(error).__name__)
        else:
            self.done += done

    def finish(self) -> int:
        """How many things were done. Raises ``SomeFailed``, so that the job counts as failed."""
        if self.failed:
            raise SomeFailed(f"{self.what}: {self.failed}")
        return self.done
