"""Photographs and logos, made small enough and wrapped as SVG, so that a layout gets them as text."""

from __future__ import annotations

import base64
import hashlib
import io
from typing import Any

from PIL import Image, ImageOps

from suluh.agencies.brand import Brand

_LOGO_SIDE = 400
# A pack shows the same photograph in several layouts: it is decoded once.
_KEPT = 8
# A longer strip than this is made smaller still: its file would be larger than the drawing.
_LONGEST_SHAPE = 4
_kept: dict[tuple[bytes, int], dict[str, Any]] = {}


def embedded(data: bytes, *, longest: int) -> dict[str, Any]:
    """Return a raster picture as SVG body with its size; scaled down so that its longer side is ``longest`` px."""
    with Image.open(io.BytesIO(data)) as opened:
        # A JPEG is decoded at a half, a quarter or an eighth where that is still large enough.
        opened.draft(None, (longest, longest))
        picture = ImageOps.exif_transpose(opened)
        has_alpha = "A" in picture.getbands() or "transparency" in picture.info
        picture = picture.convert("RGBA" if has_alpha else "RGB")
        picture.thumbnail((longest, longest), Image.Resampling.LANCZOS)
        out = io.BytesIO()
        form = "png" if has_alpha else "jpeg"
        picture.save(out, format=form, quality=88)
    width, height = picture.size
    encoded = base64.b64encode(out.getvalue()).decode("ascii")
    image = f'<image width="{width}" height="{height}" href="data:image/{form};base64,{encoded}"/>'
    return {"body": image, "width": width, "height": height}


def photograph(data: bytes, *, shortest: int) -> dict[str, Any]:
    """Return a whole photograph as SVG body with its size; its shorter side is at most ``shortest`` px."""
    key = (hashlib.sha256(data).digest(), shortest)
    if key not in _kept:
        with Image.open(io.BytesIO(data)) as opened:
            longer, shorter = max(opened.size), min(opened.size)
        made = embedded(data, longest=round(shortest * min(longer / shorter, _LONGEST_SHAPE)))
        while len(_kept) >= _KEPT:
            _kept.pop(next(iter(_kept)), None)
        _kept[key] = made
    return _kept[key]


def brand_logo(brand: Brand) -> dict[str, Any] | None:
    """Return a brand's logo as an SVG body with its size, or None where initials are drawn instead."""
    if brand.logo is None:
        return None
    data = brand.logo.read_bytes()
    if brand.logo.suffix.lower() != ".svg":
        return embedded(data, longest=_LOGO_SIDE)
    encoded = base64.b64encode(data).decode("ascii")
    side = _LOGO_SIDE
    image = f'<image width="{side}" height="{side}" href="data:image/svg+xml;base64,{encoded}"/>'
    return {"body": image, "width": side, "height": side}
