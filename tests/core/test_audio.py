"""What a recording really is is read from its bytes."""

import pytest

from engage.core.audio import NotAudio, mp4, read_audio
from engage.core.audio.kinds import number
from tests.recording import FILMS, SOUNDS, sound

HTML = b"<!DOCTYPE html><script>alert(1)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
TYPES = {"webm": "audio/webm", "m4a": "audio/mp4", "ogg": "audio/ogg"}


@pytest.mark.parametrize("name", SOUNDS)
def test_a_recording_tells_its_type_and_its_length(name):
    audio = read_audio(sound(name))
    assert (audio.extension, audio.media_type) == (name.split(".")[1], TYPES[name.split(".")[1]])
    assert 0.9 < audio.length < 1.3
    assert audio.seconds == 1


@pytest.mark.parametrize("name", FILMS)
def test_a_film_is_no_recording(name):
    with pytest.raises(NotAudio):
        read_audio(sound(name))


@pytest.mark.parametrize("content", [b"", b"\0", HTML, SVG, b"ID3" + bytes(200), b"RIFF\0\0\0\0WAVEfmt ", bytes(5000)])
def test_something_else_is_no_recording(content):
    with pytest.raises(NotAudio):
        read_audio(content)


@pytest.mark.parametrize("name", SOUNDS)
@pytest.mark.parametrize("words", [HTML, SVG])
def test_a_recording_with_something_before_or_behind_it_is_refused(name, words):
    for content in (words + sound(name), sound(name) + words):
        with pytest.raises(NotAudio):
            read_audio(content)


@pytest.mark.parametrize("name", SOUNDS)
def test_a_recording_that_was_cut_off_is_refused_or_was_whole_up_to_there(name):
    whole = sound(name)
    accepted = 0
    for length in range(len(whole)):
        try:
            audio = read_audio(whole[:length])
        except NotAudio:
            continue
        accepted += 1
        assert audio.length is None or audio.length <= read_audio(whole).length
    # Browsers write in blocks: after each of them a file is whole.
    assert accepted < 40


@pytest.mark.parametrize("name", SOUNDS)
def test_changed_bytes_never_break_the_reader(name):
    whole = sound(name)
    for place in range(min(len(whole), 1500)):
        for value in (0, 0x7F, 0xFF):
            try:
                read_audio(whole[:place] + bytes([value]) + whole[place + 1 :])
            except NotAudio:
                continue


def test_an_mp4_whose_track_is_no_sound_is_refused():
    assert sound("whole.m4a").count(b"soun") == 1
    for kind in (b"vide", b"text", b"meta"):
        with pytest.raises(NotAudio):
            read_audio(sound("whole.m4a").replace(b"soun", kind))


def test_an_attached_file_in_a_webm_is_refused():
    attached = bytes.fromhex("1941A469") + bytes([0x80 | len(HTML)]) + HTML
    with pytest.raises(NotAudio):
        read_audio(sound() + attached)


def test_millions_of_empty_parts_are_given_up_early():
    with pytest.raises(NotAudio, match="too many parts"):
        read_audio(sound() + b"\xec\x80" * 1_000_000)


def box(name: bytes, *held: bytes) -> bytes:
    content = b"".join(held)
    return (8 + len(content)).to_bytes(4, "big") + name + content


def mp4_of_many_parts(many: int) -> bytes:
    """As many empty parts in its head as it has fragments."""
    kind = box(b"hdlr", bytes(8), b"soun", bytes(12))
    times = box(b"mdhd", bytes(12), (1000).to_bytes(4, "big") * 2)
    track = box(b"trak", box(b"mdia", times, kind))
    return box(b"ftyp", b"M4A ") + box(b"moov", track, box(b"free") * many) + box(b"mdat", b"x") + box(b"moof") * many


def test_an_mp4_of_very_many_parts_is_given_up_early():
    with pytest.raises(NotAudio, match="too many parts"):
        read_audio(sound("fragments.m4a") + box(b"free") * 100_000)


def test_reading_an_mp4_takes_no_more_steps_than_it_has_parts(monkeypatch):
    steps = []
    monkeypatch.setattr(mp4, "number", lambda *args: steps.append(1) or number(*args))
    assert read_audio(mp4_of_many_parts(300)).seconds == 1
    assert len(steps) < 10 * 300


def element(kind: str, content: bytes) -> bytes:
    return bytes.fromhex(kind) + b"\x01" + len(content).to_bytes(7, "big") + content


@pytest.mark.parametrize(("scale", "moment"), [(b"\x01", b"\xff" * 300), (b"\xff" * 300, b"\x01")])
def test_a_webm_with_numbers_without_end_is_refused(scale, moment):
    track = element("ae", element("83", b"\x02") + element("86", b"A_OPUS"))
    cluster = element("1f43b675", element("e7", moment) + element("a3", b"\x81\0\0\0"))
    info = element("1549a966", element("2ad7b1", scale))
    head = element("1a45dfa3", element("4282", b"webm"))
    with pytest.raises(NotAudio):
        read_audio(head + element("18538067", info + element("1654ae6b", track) + cluster))


def test_two_streams_in_one_file_are_refused():
    ogg = sound("opus.ogg")
    other = bytearray(ogg)
    other[14] ^= 1
    for content in (ogg + ogg, ogg + bytes(other)):
        with pytest.raises(NotAudio):
            read_audio(content)
