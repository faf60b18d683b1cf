"""What a drawing is given away as: its form and its weight."""

from __future__ import annotations

import io
import random

import pytest
from PIL import Image

from suluh.agencies.brand import Brand
from suluh.content.blocks import Picture, StoryText
from suluh.creative.drawing import draw, preview
from suluh.creative.drawing.encoding import encoded
from suluh.creative.drawing.tests.samples import BRANDS, MARK, SUMSEL, TYPICAL

WHATSAPP_STICKER_BYTES = 100_000


def noise(size: tuple[int, int], mode: str = "RGB") -> bytes:
    """Return a PNG that cannot be made small without loss."""
    out = io.BytesIO()
    data = random.Random(7).randbytes(size[0] * size[1] * len(mode))  # noqa: S311 - a picture, not a secret
    Image.frombytes(mode, size, data).save(out, "PNG")
    return out.getvalue()


def test_a_sticker_never_weighs_more_than_whatsapp_takes() -> None:
    data, media_type = encoded(noise((256, 256), "RGBA"), media_type="image/webp")

    assert media_type == "image/webp"
    assert len(data) <= WHATSAPP_STICKER_BYTES


@pytest.mark.slow
@pytest.mark.parametrize("brand", BRANDS.values(), ids=lambda brand: brand.slug)
def test_a_sticker_is_a_webp_with_a_transparent_ground_and_its_margin_free(brand: Brand) -> None:
    (made,) = draw(TYPICAL, brand=brand, layout="sticker", mark=MARK)

    picture = Image.open(io.BytesIO(made.data))
    assert (made.name, made.media_type, picture.format, picture.size) == (
        "sticker.webp",
        "image/webp",
        "WEBP",
        (512, 512),
    )
    assert len(made.data) <= WHATSAPP_STICKER_BYTES
    left, top, right, bottom = picture.getchannel("A").getbbox() or (0, 0, 0, 0)
    assert min(left, top, 512 - right, 512 - bottom) >= 15


def test_a_picture_with_a_photograph_becomes_a_jpeg() -> None:
    heavy, light = noise((500, 500)), noise((40, 40))

    assert encoded(heavy, media_type="image/png")[1] == "image/jpeg"
    assert encoded(light, media_type="image/png") == (light, "image/png")


@pytest.mark.slow
def test_a_drawing_with_a_photograph_is_light_enough_to_post() -> None:
    story = StoryText(headline="Loket buka Sabtu", blocks=(Picture(media="1", alt="Loket"),))
    files = {"1": noise((1200, 900))}

    (made,) = draw(story, brand=SUMSEL, layout="story_cover", mark=MARK, pictures=files)

    assert made.name == "story_cover.jpg"
    assert Image.open(io.BytesIO(made.data)).size == (1080, 1920)
    (small,) = preview(story, brand=SUMSEL, layout="story_cover", mark=MARK, pictures=files)
    assert small.media_type == "image/png", "a preview is shown as it was drawn"
