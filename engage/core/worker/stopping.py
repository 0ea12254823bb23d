"""Whether this process was asked to end: jobs that take long ask between two things.

Plain values and short sleeps: a signal comes in the middle of anything, also in the middle of a lock.
"""

import os
import time

SHORT = 0.2
_asked = False
_parent: int | None = None


def ask_to_stop() -> None:
    """Let the worker end after what it is doing."""
    global _asked
    _asked = True


def stop_with_parent(number: int) -> None:
    """End when the process of this number, which started this one, has ended, however it did."""
    global _parent
    _parent = number


def is_asked_to_stop() -> bool:
    return _asked or _parent not in (None, os.getppid())


def wait_for_stop(seconds: float) -> None:
    """Sleep, but hardly longer than until somebody asks to stop."""
    until = time.monotonic() + seconds
    while not is_asked_to_stop() and time.monotonic() < until:
        time.sleep(SHORT)
