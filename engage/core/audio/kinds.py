"""What the readers of all containers share."""

import math
from dataclasses import dataclass


class NotAudio(Exception):
    """The bytes are no recording: another kind of file, a picture beside the sound, or cut off."""


@dataclass(frozen=True)
class Audio:
    """A recording. ``extension`` and ``media_type`` follow its container; ``length`` is in seconds.

    ``length`` is None where the container does not tell it.
    """

    extension: str
    media_type: str
    length: float | None

    @property
    def seconds(self) -> int | None:
        """The length in whole seconds, at least 1."""
        return None if self.length is None else max(1, math.floor(self.length))


def number(data: bytes, start: int, size: int) -> int:
    """The unsigned number of ``size`` bytes at ``start``, the high byte first. Raises ``NotAudio`` past the end."""
    if start < 0 or start + size > len(data):
        raise NotAudio("The file ends too early.")
    return int.from_bytes(data[start : start + size], "big")
