"""The file that a drawn picture is given away as: small enough to be posted and sent."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image

PNG, JPEG, WEBP, PDF = "image/png", "image/jpeg", "image/webp", "application/pdf"
SUFFIXES = {PNG: "png", JPEG: "jpg", WEBP: "webp", PDF: "pdf"}

# Bytes from which a PNG is given away as JPEG: drawings are smaller, so it holds a photograph.
_HEAVY_PNG = 400_000
# What a sticker may weigh for WhatsApp: github.com/WhatsApp/stickers, README, read on 2026-11-27.
_HEAVY_WEBP = 100_000
_WEBP_FORMS: tuple[dict[str, Any], ...] = (
    {"lossless": True, "quality": 0, "method": 0},
    *({"quality": quality, "alpha_quality": quality, "method": 4} for quality in (90, 70, 50, 30, 15, 5)),
)


def encoded(data: bytes, *, media_type: str) -> tuple[bytes, str]:
    """Return a drawn PNG or PDF as the file that a layout asks for, and its media type."""
    if media_type == PDF:
        # A document's pages are shown as pictures, small.
        return data, PDF if data.startswith(b"%PDF") else PNG
    if media_type == WEBP:
        return _webp(data), WEBP
    if media_type == JPEG or len(data) > _HEAVY_PNG:
        return _jpeg(data), JPEG
    return data, PNG


def _webp(png: bytes) -> bytes:
    """The quickest form that is light enough: without loss where that can be."""
    with Image.open(io.BytesIO(png)) as picture:
        for form in _WEBP_FORMS:
            out = io.BytesIO()
            picture.save(out, "WEBP", **form)
            if out.tell() <= _HEAVY_WEBP:
                break
    return out.getvalue()


def _jpeg(png: bytes) -> bytes:
    """Colours are kept at full sharpness: red letters would blur, and a code's modules."""
    with Image.open(io.BytesIO(png)) as picture:
        out = io.BytesIO()
        picture.convert("RGB").save(out, "JPEG", quality=88, subsampling=0)
    return out.getvalue()
