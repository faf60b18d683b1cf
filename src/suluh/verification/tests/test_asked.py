from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from PIL import Image
from pytest_django import Settings

from suluh.content.api import PictureTooLarge
from suluh.foundation.addresses import AddressRefused
from suluh.foundation.errors import Refusal
from suluh.verification import asked, pictures
from suluh.verification.asked import AskedWords, read_asked, redrawn
from suluh.verification.pictures import NoWordsSeen, ReaderMissing, Words
from suluh.verification.sound import ListenerMissing

VOICE = b"OggS\x00\x02" + bytes(22) + b"OpusHead" + bytes(30)
Reads = Callable[..., None]


def _photo(*, size: tuple[int, int] = (60, 40)) -> bytes:
    """A JPEG that tells where and by whom it was taken."""
    picture = Image.effect_noise(size, 90).convert("RGB")
    exif = Image.Exif()
    exif[0x010F], exif[0x013B] = "Telepon", "Bu Rina"
    exif.get_ifd(0x8825)[1] = "S"
    made = io.BytesIO()
    picture.save(made, "JPEG", exif=exif, comment=b"rahasia")
    return made.getvalue()


class _FakeReader:
    def __init__(self, *, says: str | Refusal, confidence: float) -> None:
        self.says, self.confidence = says, confidence

    def available(self) -> bool:
        return True

    def read(self, picture: bytes) -> Words:
        if isinstance(self.says, Refusal):
            raise self.says
        return Words(text=self.says, boxes=(), confidence=self.confidence)


@pytest.fixture
def picture_says(monkeypatch: pytest.MonkeyPatch) -> Reads:
    """Let every picture say the same."""

    def say(says: str | Refusal, confidence: float = 0.99) -> None:
        monkeypatch.setattr(pictures, "reader", lambda: _FakeReader(says=says, confidence=confidence))

    return say


def test_a_text_is_taken_as_it_is() -> None:
    assert read_asked("  Air sumur tercemar \n") == AskedWords(kind="text", words="Air sumur tercemar")
    assert read_asked("lihat https://contoh.id/a ya").kind == "text"
    assert len(read_asked("a" * 20_000).words) == asked.LONGEST


def test_a_link_alone_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def page(url: str) -> str:
        opened.append(url)
        return "Judul\nIsi"

    monkeypatch.setattr(asked, "read_address", page)

    read = read_asked("www.contoh.id/berita")

    assert (read.kind, read.words, read.origin) == ("link", "Judul\nIsi", "https://www.contoh.id/berita")
    assert opened == ["https://www.contoh.id/berita"]


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/", "http://[::1]/", "https://169.254.169.254/latest", "http://10.1/"]
)
def test_a_link_into_the_house_is_not_opened_even_where_members_may(url: str, settings: Settings) -> None:
    settings.FETCH_HOSTS = frozenset({"127.0.0.1"})

    with pytest.raises(AddressRefused):
        read_asked(url)


def test_a_pictures_words_are_compared_and_only_its_pixels_kept(picture_says: Reads) -> None:
    picture_says("BANTUAN CAIR")

    read = read_asked(picture=_photo())

    assert (read.kind, read.words, read.notes) == ("picture", "BANTUAN CAIR", ())
    kept = Image.open(io.BytesIO(read.picture))
    assert (kept.format, kept.size) == ("WEBP", (60, 40))
    assert not kept.getexif()
    assert not any(word in read.picture for word in (b"Rina", b"Telepon", b"rahasia", b"EXIF", b"XMP"))


def test_typed_words_stand_before_those_of_the_picture(picture_says: Reads) -> None:
    picture_says("BANTUAN CAIR")

    assert read_asked("Benarkah?", picture=_photo()).words == "Benarkah?\nBANTUAN CAIR"


def test_words_that_were_hard_to_read_are_said_to_be(picture_says: Reads) -> None:
    picture_says("B4NTU4N", 0.6)

    (note,) = read_asked(picture=_photo()).notes

    assert str(note).startswith("Bagian gambar ini")


@pytest.mark.parametrize("refusal", [ReaderMissing("Ketik saja."), NoWordsSeen("Kosong.")], ids=["missing", "empty"])
def test_a_picture_that_is_not_read_falls_back_on_what_was_typed(picture_says: Reads, refusal: Refusal) -> None:
    picture_says(refusal)

    read = read_asked("Air tercemar", picture=_photo())

    assert (read.kind, read.words) == ("picture", "Air tercemar")
    assert read.picture
    assert str(refusal) in str(read.notes[0])
    with pytest.raises(type(refusal)):
        read_asked(picture=_photo())


def test_a_picture_without_words_is_told_so(picture_says: Reads) -> None:
    picture_says("  ")

    with pytest.raises(NoWordsSeen):
        read_asked(picture=_photo())


def test_a_voice_note_needs_an_engine_and_falls_back_on_what_was_typed() -> None:
    with pytest.raises(ListenerMissing):
        read_asked(picture=VOICE)

    assert read_asked("Air tercemar", picture=VOICE).words == "Air tercemar"


def test_a_document_is_read_by_contents_readers() -> None:
    assert read_asked(picture=b"Air sumur tercemar.").words == "Air sumur tercemar."


@pytest.mark.slow
def test_a_large_picture_is_kept_small() -> None:
    kept = redrawn(_photo(size=(3000, 2000)))

    assert len(kept) <= asked.LARGEST_KEPT
    assert max(Image.open(io.BytesIO(kept)).size) <= asked.LONGEST_SIDE


def test_a_picture_of_too_many_bytes_is_refused_before_it_is_opened() -> None:
    with pytest.raises(PictureTooLarge):
        read_asked(picture=b"\xff\xd8\xff" + bytes(16_000_000))
