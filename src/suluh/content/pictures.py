"""Pictures from outside, redrawn: only pixels come in. Plain Python: no Django, no database.

What a file is, is judged by its content. The pixels are decoded by Pillow within limits and encoded anew, so that
nothing else of the file (metadata, thumbnails, scripts, trailing bytes) is kept.
Pillow 13, "Image.open", "ImageOps.exif_transpose", "ImageCms", read on 2026-11-23.
"""

from __future__ import annotations

import io
import threading
import warnings
from dataclasses import dataclass

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _

LARGEST_FILE = 15 * 1024 * 1024
# Pixels a file may claim before it is decoded: 64 million is an 8000 x 8000 picture, 256 MB when open.
LARGEST_AREA = 64_000_000
LONGEST_SIDE = 4096
SMALL_SIDE = 480
# An open picture of the largest area takes up to 700 MB: several at once would end the server.
_one_at_a_time = threading.Lock()
FORMATS = ("JPEG", "PNG", "WEBP")


class PictureRefused(Refusal):
    """A file that is no picture Suluh takes, or a damaged one."""

    code = "content.E160"


class PictureTooLarge(Refusal):
    """A picture with too many bytes or too many pixels."""

    code = "content.E161"


@dataclass(frozen=True, kw_only=True)
class Redrawn:
    """A clean picture. ``small`` is the same as WebP, at most ``SMALL_SIDE`` px long, for lists and pickers."""

    data: bytes
    small: bytes
    media_type: str
    suffix: str
    width: int
    height: int


def redraw(data: bytes) -> Redrawn:
    """Return the picture in ``data`` drawn anew: upright, sRGB, at most 4096 px long, without metadata.

    A picture with transparency becomes PNG, any other JPEG. Raises ``PictureTooLarge`` and ``PictureRefused``.
    """
    if len(data) > LARGEST_FILE:
        raise PictureTooLarge(_("The picture is larger than 15 MB. Make it smaller and try again."))
    with _one_at_a_time:
        return _encoded(_opened(data))


def _opened(data: bytes) -> Image.Image:
    with warnings.catch_warnings():
        # Pillow warns of bombs and of broken metadata; the area is checked here and metadata is thrown away.
        warnings.simplefilter("ignore")
        try:
            return _decoded(data)
        except Refusal:
            raise
        except Image.DecompressionBombError as error:
            raise PictureTooLarge(
                _("The picture has too many pixels. Make it smaller and try again."), hint=str(error)
            ) from error
        except Exception as error:  # Pillow's decoders raise many kinds for a damaged file
            raise PictureRefused(
                _("This picture is damaged and cannot be opened. Save it again as JPEG or PNG and try once more."),
                hint=repr(error)[:200],
            ) from error


def _decoded(data: bytes) -> Image.Image:
    try:
        picture = Image.open(io.BytesIO(data), formats=FORMATS)
    except UnidentifiedImageError as error:
        raise PictureRefused(_("This is not a JPEG, PNG or WebP picture. Choose another file.")) from error
    if picture.width * picture.height > LARGEST_AREA:
        raise PictureTooLarge(
            _("The picture has too many pixels. Make it smaller and try again."),
            hint=f"{picture.width} x {picture.height}",
        )
    if picture.format == "JPEG":
        # Decodes a large photo at a half, a quarter or an eighth: less memory, the same result once it is shrunk.
        picture.draft(None, (LONGEST_SIDE, LONGEST_SIDE))
    profile = picture.info.get("icc_profile")
    picture.seek(0)
    upright = ImageOps.exif_transpose(picture)
    if upright.mode not in ("RGB", "RGBA", "L", "LA", "CMYK"):
        upright = upright.convert("RGBA" if _has_transparency(upright) else "RGB")
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    return _in_srgb(upright, profile=profile)


def _has_transparency(picture: Image.Image) -> bool:
    return picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info


def _in_srgb(picture: Image.Image, *, profile: bytes | None) -> Image.Image:
    """Return the picture in sRGB as RGB or RGBA; a profile that cannot be used is left out of account."""
    alpha = picture.getchannel("A") if "A" in picture.getbands() else None
    opaque = picture.convert("RGB") if picture.mode in ("RGBA", "LA", "L") else picture
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(opaque, source, target, outputMode="RGB")
            opaque = converted or opaque
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass
    clean = opaque.convert("RGB")
    if alpha is not None and alpha.getextrema() != (255, 255):
        clean.putalpha(alpha)
    return clean


def _encoded(picture: Image.Image) -> Redrawn:
    picture.info.clear()
    is_clear = picture.mode == "RGBA"
    out, small = io.BytesIO(), io.BytesIO()
    if is_clear:
        picture.save(out, "PNG", optimize=False, compress_level=6)
    else:
        picture.save(out, "JPEG", quality=88, optimize=True, progressive=True, subsampling="4:2:0")
    reduced = picture.copy()
    reduced.thumbnail((SMALL_SIDE, SMALL_SIDE), Image.Resampling.LANCZOS)
    reduced.save(small, "WEBP", quality=80)
    return Redrawn(
        data=out.getvalue(),
        small=small.getvalue(),
        media_type="image/png" if is_clear else "image/jpeg",
        suffix="png" if is_clear else "jpg",
        width=picture.width,
        height=picture.height,
    )
