"""What a recording really is, read from its bytes: sound only, in one of three containers, and how long.

Neither the name of a file nor the type that a browser sends is believed.
"""

import struct

from .kinds import Audio, NotAudio
from .mp4 import read_mp4
from .ogg import read_ogg
from .webm import read_webm

__all__ = ["Audio", "NotAudio", "read_audio"]

READERS = ((b"\x1a\x45\xdf\xa3", 0, read_webm), (b"OggS", 0, read_ogg), (b"ftyp", 4, read_mp4))


def read_audio(data: bytes) -> Audio:
    """The container and the length of a recording that is whole and holds one track of sound, and nothing else.

    Raises ``NotAudio`` for everything else.
    """
    for mark, place, read in READERS:
        if data[place : place + len(mark)] == mark:
            try:
                return read(data)
            except (IndexError, ValueError, struct.error) as error:
                raise NotAudio("The file is broken.") from error
    raise NotAudio("This is no container of sound that we know.")
