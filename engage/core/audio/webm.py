"""WebM, as Chromium and Firefox record it: EBML elements, often of a length that was not known beforehand."""

import math
import struct
from collections.abc import Iterator

from .kinds import Audio, NotAudio, number

SEGMENT, INFO, TRACKS, CLUSTER = 0x18538067, 0x1549A966, 0x1654AE6B, 0x1F43B675
TRACK, TRACK_TYPE, CODEC = 0xAE, 0x83, 0x86
SCALE, DURATION = 0x2AD7B1, 0x4489
TIME, SIMPLE_BLOCK, GROUP, BLOCK = 0xE7, 0xA3, 0xA0, 0xA1
DOC_TYPE = 0x4282
# An index, cues and tags of a segment; empty room and check sums of any element. No attached files, no chapters.
BESIDE = {0x114D9B74, 0x1C53BB6B, 0x1254C367}
ANYWHERE = {0xEC, 0xBF}
# Beside the blocks of a cluster: its place, and the length of the one before.
IN_CLUSTER = {TIME, SIMPLE_BLOCK, GROUP, 0xA7, 0xAB} | ANYWHERE
SOUND = 2
NANOSECONDS = 1_000_000_000
# Two minutes of the shortest usual blocks are 12,000. A file of millions would keep the server busy for seconds.
MOST_ELEMENTS = 50_000

Element = tuple[int, int, int]


def read_webm(data: bytes) -> Audio:
    """Read a WebM file with one track of sound. Raises ``NotAudio``."""
    file = _File(data)
    top = list(file.elements(0, len(data), open_ended={SEGMENT}))
    if len(top) != 2 or top[1][0] != SEGMENT:
        raise NotAudio("A WebM file holds a head and one segment.")
    if file.first(top[0], DOC_TYPE).rstrip(b"\0") != b"webm":
        raise NotAudio("This is another kind of EBML.")
    parts = list(file.elements(*top[1][1:], open_ended={CLUSTER}))
    if {kind for kind, _start, _end in parts} - {INFO, TRACKS, CLUSTER} - BESIDE - ANYWHERE:
        raise NotAudio("The segment holds more than sound.")
    _check_tracks(file, [part for part in parts if part[0] == TRACKS])
    clusters = [part for part in parts if part[0] == CLUSTER]
    if not clusters:
        raise NotAudio("There is no sound in the file.")
    return Audio("webm", "audio/webm", _length(file, parts, clusters))


class _File:
    """The bytes, and how many more elements we are ready to read."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.left = MOST_ELEMENTS

    def elements(self, start: int, end: int, *, open_ended: set[int] | None = None) -> Iterator[Element]:
        """The elements between two places as (id, start, end) of what they hold; they fill the room exactly.

        Those in ``open_ended`` may be of unknown length: a segment ends with the file, a cluster before
        the next element of its segment.
        """
        while start < end:
            kind, begins, size = self._head(start)
            if size is None:
                if kind not in (open_ended or ()):
                    raise NotAudio("An element has no length.")
                ends = end if kind == SEGMENT else self._end_of_cluster(begins, end)
            else:
                ends = begins + size
            if ends > end:
                raise NotAudio("The file ends too early.")
            yield kind, begins, ends
            start = ends

    def first(self, parent: Element, wanted: int) -> bytes:
        """What the first element of that kind in another holds."""
        for kind, start, end in self.elements(*parent[1:]):
            if kind == wanted:
                return self.data[start:end]
        raise NotAudio("Something is missing in the file.")

    def unsigned(self, start: int, end: int) -> int:
        """A number of at most 8 bytes, as EBML has them: what is counted with larger ones is no length any more."""
        if end - start > 8:
            raise NotAudio("This is no number.")
        return number(self.data, start, end - start)

    def moment(self, start: int) -> int:
        """When a block begins, from the beginning of its cluster: after the number of its track."""
        _track, after = self._varint(start, keep_mark=False)
        return number(self.data, after, 2)

    def _end_of_cluster(self, start: int, end: int) -> int:
        while start < end:
            kind, begins, size = self._head(start)
            if kind in {CLUSTER, INFO, TRACKS} | BESIDE:
                return start
            if size is None:
                raise NotAudio("An element has no length.")
            start = begins + size
        return start

    def _head(self, start: int) -> tuple[int, int, int | None]:
        """The id of an element, where what it holds begins, and how long that is; None where nobody knew."""
        self.left -= 1
        if self.left < 0:
            raise NotAudio("The file has too many parts.")
        kind, after = self._varint(start, keep_mark=True)
        size, begins = self._varint(after, keep_mark=False)
        return kind, begins, None if size == (1 << 7 * (begins - after)) - 1 else size

    def _varint(self, start: int, *, keep_mark: bool) -> tuple[int, int]:
        """A number of EBML's own kind, and the place after it. Ids keep the mark of their length."""
        length = 9 - number(self.data, start, 1).bit_length()
        if length > 8:
            raise NotAudio("This is no number.")
        value = number(self.data, start, length)
        return (value if keep_mark else value & ((1 << 7 * length) - 1)), start + length


def _check_tracks(file: _File, lists: list[Element]) -> None:
    tracks = [track for one in lists for track in file.elements(*one[1:]) if track[0] not in ANYWHERE]
    if len(tracks) != 1 or tracks[0][0] != TRACK:
        raise NotAudio("A recording has one track.")
    kind = int.from_bytes(file.first(tracks[0], TRACK_TYPE), "big")
    if kind != SOUND or not file.first(tracks[0], CODEC).startswith(b"A_"):
        raise NotAudio("The track is not sound.")


def _length(file: _File, parts: list[Element], clusters: list[Element]) -> float:
    """Seconds by the moment of the last block, or as written in the file where that is longer."""
    scale, written = 1_000_000, 0.0
    for part in (part for part in parts if part[0] == INFO):
        for kind, start, end in file.elements(*part[1:]):
            if kind == SCALE:
                scale = file.unsigned(start, end)
            elif kind == DURATION:
                written = struct.unpack(">f" if end - start == 4 else ">d", file.data[start:end])[0]
    last = max(_last_block(file, cluster) for cluster in clusters)
    ticks = max(last, written) if math.isfinite(written) else last
    return ticks * scale / NANOSECONDS


def _last_block(file: _File, cluster: Element) -> int:
    begins, last = 0, -1
    for kind, start, end in file.elements(*cluster[1:]):
        if kind not in IN_CLUSTER:
            raise NotAudio("The segment holds more than sound.")
        if kind == TIME:
            begins = file.unsigned(start, end)
        elif kind == SIMPLE_BLOCK:
            last = max(last, file.moment(start))
        elif kind == GROUP:
            blocks = (inner for inner in file.elements(start, end) if inner[0] == BLOCK)
            last = max([last, *(file.moment(block[1]) for block in blocks)])
    if last < 0:
        raise NotAudio("There is no sound in the file.")
    return begins + last
