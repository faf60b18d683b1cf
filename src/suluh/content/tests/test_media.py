"""Pictures from outside come in as pixels only."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from suluh.agencies.models import Member
from suluh.content import api as content
from suluh.content.actions.add_media import AlreadyThere, Description, NotDescribed
from suluh.content.models import Media
from suluh.content.pictures import LARGEST_FILE, LONGEST_SIDE, PictureRefused, PictureTooLarge, redraw

ORIENTATION, DESCRIPTION = 0x0112, 0x010E


def picture(*, size: tuple[int, int] = (80, 40), form: str = "JPEG", mode: str = "RGB", **options: object) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, "#c8102e").save(out, form, **options)
    return out.getvalue()


def described(**values: object) -> Description:
    return Description(**({"alt": "Dua orang berjabat tangan", "credit": "Humas"} | values))  # type: ignore[arg-type]


def test_a_photo_is_turned_upright_and_loses_its_metadata() -> None:
    exif = Image.Exif()
    exif[ORIENTATION], exif[DESCRIPTION] = 6, "di rumah pelapor"
    drawn = redraw(picture(exif=exif))
    assert (drawn.width, drawn.height) == (40, 80)
    assert b"pelapor" not in drawn.data
    assert not Image.open(io.BytesIO(drawn.data)).getexif()


def test_what_follows_the_picture_in_its_file_is_left_behind() -> None:
    assert b"PK\x03\x04" not in redraw(picture() + b"PK\x03\x04 rahasia").data


@pytest.mark.slow
def test_a_large_picture_is_made_smaller() -> None:
    drawn = redraw(picture(size=(5000, 100)))
    assert drawn.width == LONGEST_SIDE


def test_transparency_stays() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (10, 10), (200, 0, 0, 100)).save(out, "WEBP")
    assert redraw(out.getvalue()).media_type == "image/png"


@pytest.mark.parametrize("data", [b"", b"<svg onload=alert(1)>", b"%PDF-1.7", b"GIF89a", picture(form="GIF")])
def test_what_is_no_picture_of_ours_is_refused(data: bytes) -> None:
    with pytest.raises(PictureRefused):
        redraw(data)


def test_a_damaged_picture_is_refused() -> None:
    whole = picture(size=(400, 400), form="PNG")
    with pytest.raises(PictureRefused):
        redraw(whole[: len(whole) // 2])


@pytest.mark.slow
def test_a_picture_of_too_many_pixels_is_refused_before_it_is_opened() -> None:
    with pytest.raises(PictureTooLarge):
        redraw(picture(size=(20_000, 20_000), form="PNG", mode="1"))


def test_a_file_of_too_many_bytes_is_refused() -> None:
    with pytest.raises(PictureTooLarge):
        redraw(b"\xff" * (LARGEST_FILE + 1))


def test_a_picture_needs_alt_text_and_credit(author: Member, acting_office: object) -> None:
    for lacking in ({"alt": " "}, {"credit": ""}, {"focal_x": 1.5}, {"rights": "mine"}):
        with pytest.raises(NotDescribed):
            content.add_media(picture(), description=described(**lacking), by=author)


def test_the_same_file_twice_is_one_picture(author: Member, acting_office: object) -> None:
    media = content.add_media(picture(), description=described(), by=author)
    with pytest.raises(AlreadyThere) as refused:
        content.add_media(picture(), description=described(alt="Lain"), by=author)
    assert refused.value.media == media.pk
    assert Media.objects.count() == 1
