"""What a file and a picture are recognised by: SHA-256 of the bytes, and a 64-bit perceptual hash of the pixels.

The perceptual hash is the plain DCT one: 32 x 32 grey, the 8 x 8 lowest frequencies, one bit each for "above the
median". It finds re-encodings and new sizes; crops, screenshots and captions on top need more and are found elsewhere.
"""

from __future__ import annotations

import hashlib
import io
import warnings
from dataclasses import dataclass

import numpy as np
from PIL import Image, UnidentifiedImageError

_SIDE, _KEPT = 32, 8
# Pixels a picture may have before it is taken for a bomb.
MAX_PIXELS = 50_000_000
FORMATS = ("PNG", "JPEG", "WEBP")
# The lowest waves of the discrete cosine transform, one a row: _KEPT x _SIDE.
_COSINES = np.cos(np.pi * np.outer(np.arange(_KEPT), 2 * np.arange(_SIDE) + 1) / (2 * _SIDE))


@dataclass(frozen=True, kw_only=True)
class Fingerprint:
    """``sha256`` in hex; ``perceptual`` 0 to 2^64 - 1, or None where the file is no picture we can read."""

    sha256: str
    perceptual: int | None = None

    @property
    def perceptual_hex(self) -> str:
        """The perceptual hash as 16 hex digits, or "" where there is none: what the register keeps."""
        return "" if self.perceptual is None else f"{self.perceptual:016x}"


def fingerprint(data: bytes) -> Fingerprint:
    """Return the fingerprint of a file's bytes. Never raises: what is no readable picture has no perceptual hash."""
    return Fingerprint(sha256=hashlib.sha256(data).hexdigest(), perceptual=_perceptual(data))


def distance(first: int, *, to: int) -> int:
    """Return in how many of the 64 bits two perceptual hashes differ; up to 10 is likely the same picture."""
    return (first ^ to).bit_count()


def _perceptual(data: bytes) -> int | None:
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(data), formats=FORMATS) as picture:
            if picture.width * picture.height > MAX_PIXELS:
                return None
            picture.draft("L", (256, 256))
            # Halved by plain means first: the same hash at a third of the time.
            small = _flattened(picture).resize((_SIDE, _SIDE), Image.Resampling.LANCZOS, reducing_gap=3.0)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    return _hash(small.tobytes())


def _flattened(picture: Image.Image) -> Image.Image:
    """Return the picture in grey, on white where it is transparent."""
    if picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info:
        see_through = picture.convert("RGBA")
        if see_through.getchannel("A").getextrema() == (255, 255):
            return see_through.convert("L")
        ground = Image.new("RGBA", see_through.size, "white")
        return Image.alpha_composite(ground, see_through).convert("L")
    return picture.convert("L")


def _hash(grey: bytes) -> int:
    pixels = np.frombuffer(grey, dtype=np.uint8).reshape(_SIDE, _SIDE).astype(np.float64)
    # Row by row of waves across, then down.
    waves = (_COSINES @ (pixels @ _COSINES.T)).reshape(-1)
    # The first is the mean brightness and says nothing about form.
    bits = np.packbits(waves > np.median(waves[1:]))
    return int.from_bytes(bits.tobytes(), "big")
