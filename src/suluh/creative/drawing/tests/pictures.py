"""Looking into drawn pictures."""

from __future__ import annotations

import io

import segno
from PIL import Image

from suluh.creative.designing.mark_seen import qr_module_seen as sampled_qr_module_size
from suluh.creative.drawing.mark import QUIET_ZONE

__all__ = ["opened", "qr_module_size", "sampled_qr_module_size"]


def opened(data: bytes) -> Image.Image:
    """Return a drawn PNG as RGB pixels."""
    return Image.open(io.BytesIO(data)).convert("RGB")


def qr_module_size(picture: Image.Image, *, url: str) -> int:
    """Return how many px a module of the QR code of ``url`` has in the picture, or 0 when it is not exactly there.

    Every module must be drawn black or white, on whole px, with its quiet zone below and above.
    """
    matrix = [bytes(row) for row in segno.make_qr(url, error="m", boost_error=False).matrix_iter(border=QUIET_ZONE)]
    width, height = picture.size
    pixels = picture.tobytes()
    stride = 3 * width
    for size in range(8, 1, -1):
        rows = [b"".join((b"\0\0\0" if dark else b"\xff\xff\xff") * size for dark in row) for row in matrix]
        first = rows[QUIET_ZONE]
        at = pixels.find(first)
        while at != -1:
            top = at // stride - QUIET_ZONE * size
            left = at % stride
            if (
                left % 3 == 0
                and 0 <= top <= height - len(rows) * size
                and _stands(pixels, rows, stride, top, left, size)
            ):
                return size
            at = pixels.find(first, at + 1)
    return 0


def _stands(pixels: bytes, rows: list[bytes], stride: int, top: int, left: int, size: int) -> bool:
    # The corners of the quiet zone are rounded: only rows with modules are compared whole.
    for y in range(QUIET_ZONE, len(rows) - QUIET_ZONE):
        for line in range(size):
            start = (top + y * size + line) * stride + left
            if pixels[start : start + len(rows[y])] != rows[y]:
                return False
    return True
