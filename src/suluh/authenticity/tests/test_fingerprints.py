import io

import pytest
from PIL import Image, ImageDraw

from suluh.authenticity import media, qr
from suluh.authenticity.fingerprints import distance, fingerprint
from suluh.authenticity.tests.samples import sample


def drawing(*, shift: int = 0) -> Image.Image:
    picture = Image.new("RGB", (400, 500), "#0b3d2e")
    pen = ImageDraw.Draw(picture)
    for step in range(6):
        pen.ellipse(
            (30 * step + shift, 60 * step, 30 * step + 140 + shift, 60 * step + 90),
            fill=(250 - 30 * step, 200, 40 * step),
        )
    return picture


def saved(picture: Image.Image, *, kind: str, **options: int) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def hash_of(data: bytes) -> int:
    found = fingerprint(data).perceptual
    assert found is not None
    return found


@pytest.mark.slow
def test_a_picture_is_known_after_a_new_size_and_a_strong_compression() -> None:
    original = hash_of(saved(drawing(), kind="PNG"))
    small = hash_of(saved(drawing().resize((200, 250)), kind="JPEG", quality=40))
    other = hash_of(saved(drawing(shift=150), kind="PNG"))

    assert distance(original, to=small) <= 6
    assert distance(original, to=other) > 10


def test_what_is_no_picture_has_only_its_bytes_hash() -> None:
    found = fingerprint(b"halo")

    assert (found.perceptual, found.perceptual_hex) == (None, "")
    assert found.sha256.startswith("a4e63bca")


@pytest.mark.parametrize("data", [sample(media.PNG)[:60], sample(media.JPEG)[:200], sample(media.PDF), b""])
def test_damaged_pictures_raise_nothing(data: bytes) -> None:
    assert fingerprint(data).perceptual is None


def test_the_hash_is_written_in_sixteen_digits() -> None:
    assert len(fingerprint(sample(media.PNG)).perceptual_hex) == 16


def test_a_code_is_drawn_as_a_square_of_modules() -> None:
    rows = qr.matrix("https://suluh.sumselprov.go.id/c/K7QX-42M8")

    assert {len(row) for row in rows} == {len(rows)} == {29}
    assert rows[0][:8] == (True,) * 7 + (False,)


def test_the_svg_is_black_on_white_and_escapes_its_address() -> None:
    drawn = qr.svg("https://suluh.example/c/<script>")

    assert drawn.startswith("<svg")
    assert "#000" in drawn
    assert "<script>" not in drawn
