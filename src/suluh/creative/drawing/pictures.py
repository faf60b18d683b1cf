"""Photographs and logos, made small enough and wrapped as SVG, so that a layout gets them as text."""

from __future__ import annotations

import base64
import io
from typing import Any

from PIL import Image, ImageOps

from suluh.agencies.brand import Brand

_LOGO_SIDE = 400


def embedded(data: bytes, *, longest: int) -> dict[str, Any]:
    """Return a raster picture as SVG body with its size; scaled down so that its longer side is ``longest`` px."""
    with Image.open(io.BytesIO(data)) as opened:
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
