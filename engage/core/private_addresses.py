"""Keeping private links out of the log: whoever reads it must not be able to open a family's booking or answers."""

import logging
import re

# In every language, as an address of its own or within a sentence, such as the referring page of a refused form.
PRIVATE = re.compile(r"(/(?:events/booking|answer)/)[^\s\"'<>]+")
INSTEAD = r"\1(private)"


class HidePrivateAddresses(logging.Filter):
    """For handlers: replaces what follows ``/events/booking/`` and ``/answer/`` in messages and tracebacks."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = _without(record.getMessage()), ()
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = _without(record.exc_text)
        return True


def _without(text: str) -> str:
    return PRIVATE.sub(INSTEAD, text)
