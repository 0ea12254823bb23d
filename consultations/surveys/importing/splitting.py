"""Several choices in one cell."""

import re
from collections.abc import Callable

SEPARATORS = re.compile(r"[;|\n]")


def split_parts(cell: str, is_known: Callable[[str], bool]) -> list[str]:
    """The parts of a cell: at ; or | or a new line, else at commas. ``is_known`` says what is a whole part.

    A choice may have commas in its own words, so at commas the longest known part is taken.
    """
    if is_known(cell):
        return [cell]
    parts = [part.strip() for part in SEPARATORS.split(cell)]
    parts = [part for part in parts if part]
    if len(parts) != 1:
        return parts
    pieces = parts[0].split(",")
    found: list[str] = []
    start = 0
    while start < len(pieces):
        end = _longest(pieces, start, is_known)
        part = ",".join(pieces[start:end]).strip()
        if part:
            found.append(part)
        start = end
    # Nothing in it is known: then the commas are the person's own.
    return found if any(is_known(part) for part in found) else parts


def _longest(pieces: list[str], start: int, is_known: Callable[[str], bool]) -> int:
    """Where the longest known part that begins here ends."""
    for end in range(min(len(pieces), start + 20), start, -1):
        if is_known(",".join(pieces[start:end]).strip()):
            return end
    return start + 1
