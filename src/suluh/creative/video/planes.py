"""Pictures as the planes that H.264 is made of (Y'CbCr, BT.709, limited range, colour halved), and laying them on.

A frame is put together in its planes: nothing is turned from RGB but a layer, once. Coordinates are even, so that the
halved planes meet the whole one.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

# ITU-R BT.709, limited range: rows of Y', Cb, Cr with what is added. Read 2026-11-27.
_MATRIX = (
    (0.18259, 0.61423, 0.06201, 16.0),
    (-0.10064, -0.33857, 0.43922, 128.0),
    (0.43922, -0.39894, -0.04027, 128.0),
)
_BLACK = (16, 128, 128)

Planes = tuple[Image.Image, Image.Image, Image.Image]


@dataclass(frozen=True, kw_only=True)
class Bitmap:
    """A picture in planes with its place. ``masks`` (whole, halved) say what of it covers; None: all of it."""

    x: int
    y: int
    width: int
    height: int
    planes: Planes
    masks: tuple[Image.Image, Image.Image] | None = None


def opened(data: bytes) -> Image.Image:
    """Return the picture of a PNG file, decoded."""
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


def opaque(picture: Image.Image, *, x: int = 0, y: int = 0) -> Bitmap:
    """Return a picture that covers its whole place."""
    rgb = picture.convert("RGB")
    whole, blue, red = (rgb.convert("L", row) for row in _MATRIX)
    return Bitmap(x=x, y=y, width=rgb.width, height=rgb.height, planes=(whole, _halved(blue), _halved(red)))


def _halved(plane: Image.Image) -> Image.Image:
    return plane.reduce(2)


def layer(picture: Image.Image, *, x: int = 0, y: int = 0) -> Bitmap | None:
    """Return what is drawn of a picture with clear parts, cut to its even bounds; None where nothing is."""
    picture = picture.convert("RGBA")
    bounds = picture.getchannel("A").getbbox()
    if bounds is None:
        return None
    left, top = bounds[0] & ~1, bounds[1] & ~1
    right, bottom = bounds[2] + (bounds[2] & 1), bounds[3] + (bounds[3] & 1)
    cut = np.asarray(picture.crop((left, top, right, bottom)), dtype=np.float32)
    alpha = cut[..., 3]
    colour = [cut[..., :3] @ np.array(row[:3], dtype=np.float32) + row[3] for row in _MATRIX]
    whole = _image(colour[0])
    half_alpha = _quarters(alpha)
    # Colour is averaged by what is covered: a clear neighbour has none of its own.
    halves = [_image(_quarters(plane * alpha) / np.maximum(half_alpha, 1e-3)) for plane in colour[1:]]
    return Bitmap(
        x=x + left,
        y=y + top,
        width=right - left,
        height=bottom - top,
        planes=(whole, halves[0], halves[1]),
        masks=(_image(alpha), _image(half_alpha)),
    )


def _quarters(plane: NDArray[Any]) -> NDArray[Any]:
    quarters: NDArray[Any] = (plane[0::2, 0::2] + plane[1::2, 0::2] + plane[0::2, 1::2] + plane[1::2, 1::2]) / 4
    return quarters


def _image(plane: NDArray[Any]) -> Image.Image:
    return Image.fromarray(np.clip(np.rint(plane), 0, 255).astype(np.uint8), "L")


class Frame:
    """One picture of the film, in planes."""

    def __init__(self, *, width: int, height: int) -> None:
        self.width, self.height = width, height
        sizes = ((width, height), (width // 2, height // 2), (width // 2, height // 2))
        self.planes = [Image.new("L", size, value) for size, value in zip(sizes, _BLACK, strict=True)]

    def lay(self, bitmap: Bitmap, *, dx: int = 0, dy: int = 0, share: float = 1.0) -> None:
        """Lay a bitmap on the frame, moved by ``dx`` and ``dy`` and shining through where ``share`` is below 1."""
        x, y = (bitmap.x + dx) & ~1, (bitmap.y + dy) & ~1
        if share <= 0 or x >= self.width or x + bitmap.width <= 0 or y >= self.height or y + bitmap.height <= 0:
            return
        masks: tuple[Image.Image | None, Image.Image | None] = bitmap.masks or (None, None)
        if bitmap.masks is None and share < 1:
            masks = _even(bitmap, share=share)
        elif bitmap.masks is not None and share < 1:
            table = [round(value * share) for value in range(256)]
            masks = (bitmap.masks[0].point(table), bitmap.masks[1].point(table))
        for plane, shown, half in zip(self.planes, bitmap.planes, (0, 1, 1), strict=True):
            plane.paste(shown, (x >> half, y >> half), masks[half])

    def lay_part(self, bitmap: Bitmap, *, left: int) -> None:
        """Lay the part of a wider bitmap that begins at ``left`` and is as wide as the frame."""
        left &= ~1
        for plane, shown, half in zip(self.planes, bitmap.planes, (0, 1, 1), strict=True):
            box = (left >> half, 0, (left + self.width) >> half, bitmap.height >> half)
            plane.paste(shown.crop(box), (0, bitmap.y >> half))

    def lay_frame(self, other: Frame, *, masks: tuple[Image.Image, Image.Image]) -> None:
        """Lay another frame on this one where the masks say so; the masks may be lower than the frame."""
        for plane, shown, half in zip(self.planes, other.planes, (0, 1, 1), strict=True):
            mask = masks[half]
            plane.paste(shown.crop((0, 0, *mask.size)), (0, 0), mask)

    def data(self) -> bytes:
        """Return the frame as raw yuv420p."""
        return b"".join(plane.tobytes() for plane in self.planes)

    def picture(self) -> Image.Image:
        """Return the frame as an RGB picture."""
        luma, blue, red = (np.asarray(p, dtype=np.float32) for p in self._whole())
        y, cb, cr = (luma - 16) * 1.164384, blue - 128, red - 128
        rgb = np.stack((y + 1.792741 * cr, y - 0.213249 * cb - 0.532909 * cr, y + 2.112402 * cb), axis=-1)
        return Image.fromarray(np.clip(np.rint(rgb), 0, 255).astype(np.uint8), "RGB")

    def _whole(self) -> list[Image.Image]:
        size = (self.width, self.height)
        return [self.planes[0], *(p.resize(size, Image.Resampling.BILINEAR) for p in self.planes[1:])]


def _even(bitmap: Bitmap, *, share: float) -> tuple[Image.Image, Image.Image]:
    value = round(255 * share)
    whole = Image.new("L", (bitmap.width, bitmap.height), value)
    return whole, Image.new("L", (bitmap.width // 2, bitmap.height // 2), value)


def resized(bitmap: Bitmap, *, by: float) -> Bitmap:
    """Return a layer made larger or smaller around its middle."""
    width, height = (max(2, round(side * by) & ~1) for side in (bitmap.width, bitmap.height))

    def sized(plane: Image.Image, half: int) -> Image.Image:
        return plane.resize((width >> half, height >> half), Image.Resampling.BILINEAR)

    return Bitmap(
        x=bitmap.x - (width - bitmap.width) // 2,
        y=bitmap.y - (height - bitmap.height) // 2,
        width=width,
        height=height,
        planes=(sized(bitmap.planes[0], 0), sized(bitmap.planes[1], 1), sized(bitmap.planes[2], 1)),
        masks=None if bitmap.masks is None else (sized(bitmap.masks[0], 0), sized(bitmap.masks[1], 1)),
    )
