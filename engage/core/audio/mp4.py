"""MP4 with sound only, as Safari records it: in one piece, or in fragments."""

from collections.abc import Iterator

from .kinds import Audio, NotAudio, number

TOP = {b"ftyp", b"moov", b"moof", b"mdat", b"free", b"skip", b"wide", b"styp", b"sidx", b"mfra", b"prft"}
# Beside one another. Two minutes in fragments of a tenth of a second are 2,400. A file of hundreds of thousands would
# keep the server busy for hours.
MOST_BOXES = 20_000

Box = tuple[bytes, int, int]


def read_mp4(data: bytes) -> Audio:
    """Read an MP4 file with one track of sound. Raises ``NotAudio``."""
    top = list(_boxes(data, 0, len(data)))
    names = [name for name, _start, _end in top]
    if set(names) - TOP or names.count(b"moov") != 1 or b"mdat" not in names:
        raise NotAudio("The file holds more than sound, or none.")
    moov = top[names.index(b"moov")]
    tracks = list(_inside(data, moov, b"trak"))
    if len(tracks) != 1:
        raise NotAudio("A recording has one track.")
    media = _only(data, tracks[0], b"mdia")
    kind = _only(data, media, b"hdlr")
    if data[kind[1] + 8 : kind[1] + 12] != b"soun":
        raise NotAudio("The track is not sound.")
    scale, ticks = _times(data, _only(data, media, b"mdhd"))
    # Once: a file can have as many boxes to look through here as it has fragments.
    usual = _usual(data, moov)
    ticks += sum(_fragment(data, box, usual) for box in top if box[0] == b"moof")
    return Audio("m4a", "audio/mp4", ticks / scale if ticks else None)


def _times(data: bytes, box: Box) -> tuple[int, int]:
    """How many ticks a second, and the track's length in ticks; 0 where the fragments tell it."""
    long = data[box[1]] == 1
    place = box[1] + (20 if long else 12)
    scale, ticks = number(data, place, 4), number(data, place + 4, 8 if long else 4)
    if not scale:
        raise NotAudio("Time does not pass in the file.")
    return scale, 0 if ticks in (0xFFFFFFFF, 0xFFFFFFFFFFFFFFFF) else ticks


def _usual(data: bytes, moov: Box) -> int:
    """How long a sample of the fragments is, where they do not say otherwise."""
    for extends in _inside(data, moov, b"mvex"):
        for track in _inside(data, extends, b"trex"):
            return number(data, track[1] + 12, 4)
    return 0


def _fragment(data: bytes, moof: Box, usual: int) -> int:
    """The ticks of a fragment."""
    ticks = 0
    for track in _inside(data, moof, b"traf"):
        head = _only(data, track, b"tfhd")
        flags, place = number(data, head[1] + 1, 3), head[1] + 8
        place += 8 * bool(flags & 1) + 4 * bool(flags & 2)
        each = number(data, place, 4) if flags & 8 else usual
        ticks += sum(_run(data, run, each) for run in _inside(data, track, b"trun"))
    return ticks


def _run(data: bytes, run: Box, each: int) -> int:
    flags, samples = number(data, run[1] + 1, 3), number(data, run[1] + 4, 4)
    if not flags & 0x100:
        return samples * each
    place = run[1] + 8 + 4 * bool(flags & 1) + 4 * bool(flags & 4)
    step = 4 * bin(flags & 0xF00).count("1")
    if place + samples * step > run[2]:
        raise NotAudio("The file ends too early.")
    return sum(number(data, place + step * index, 4) for index in range(samples))


def _only(data: bytes, parent: Box, name: bytes) -> Box:
    found = list(_inside(data, parent, name))
    if len(found) != 1:
        raise NotAudio("Something is missing in the file.")
    return found[0]


def _inside(data: bytes, parent: Box, name: bytes) -> Iterator[Box]:
    return (box for box in _boxes(data, parent[1], parent[2]) if box[0] == name)


def _boxes(data: bytes, start: int, end: int) -> Iterator[Box]:
    """The boxes between two places as (name, start, end) of what they hold; they fill the room exactly."""
    found = 0
    while start < end:
        found += 1
        if found > MOST_BOXES:
            raise NotAudio("The file has too many parts.")
        size, head = number(data, start, 4), 8
        if size == 1:
            size, head = number(data, start + 8, 8), 16
        elif size == 0:
            size = end - start
        if size < head or start + size > end:
            raise NotAudio("The file ends too early.")
        yield data[start + 4 : start + 8], start + head, start + size
        start += size
