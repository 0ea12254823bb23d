"""Ogg with Opus or Vorbis, as older Firefox records it."""

from .kinds import Audio, NotAudio, number

HEAD = 27
FIRST, LAST = 2, 4
OPUS_RATE = 48_000
NO_MOMENT = (1 << 64) - 1


def read_ogg(data: bytes) -> Audio:
    """Read an Ogg file with one stream of Opus or Vorbis. Raises ``NotAudio``."""
    start, rate, skipped, last, stream, ended = 0, 0, 0, 0, None, False
    while start < len(data):
        if data[start : start + 4] != b"OggS" or ended:
            raise NotAudio("There is something else between the pages.")
        table = data[start + HEAD : start + HEAD + number(data, start + 26, 1)]
        begins = start + HEAD + len(table)
        ends = begins + sum(table)
        if ends > len(data) or len(table) != data[start + 26]:
            raise NotAudio("The file ends too early.")
        serial, flags = data[start + 14 : start + 18], data[start + 5]
        if stream is None and flags & FIRST:
            rate, skipped = _head(data[begins:ends])
            stream = serial
        elif serial != stream or flags & FIRST:
            raise NotAudio("A recording has one stream.")
        moment = int.from_bytes(data[start + 6 : start + 14], "little")
        last = last if moment == NO_MOMENT else max(last, moment)
        ended, start = bool(flags & LAST), ends
    if not ended or last <= skipped:
        raise NotAudio("The file ends too early.")
    return Audio("ogg", "audio/ogg", (last - skipped) / rate)


def _head(packet: bytes) -> tuple[int, int]:
    """How many samples a second, and how many at the start are not heard."""
    if packet[:8] == b"OpusHead" and len(packet) >= 19:
        return OPUS_RATE, int.from_bytes(packet[10:12], "little")
    if packet[:7] == b"\x01vorbis" and len(packet) == 30:
        rate = int.from_bytes(packet[12:16], "little")
        if rate:
            return rate, 0
    raise NotAudio("The stream is not sound.")
