"""Looking into drawn pictures."""

from __future__ import annotations

import io
import re

import segno
from PIL import Image

from suluh.creative.drawing.mark import QUIET_ZONE


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


def sampled_qr_module_size(picture: Image.Image, *, url: str) -> float:
    """Return the px of a module of the QR code of ``url``, or 0 when it is not there: modules may lie between px.

    The upper left finder pattern is sought by its runs (1:1:3:1:1), then every module is looked at in its middle.
    """
    matrix = [bytes(row) for row in segno.make_qr(url, error="m", boost_error=False).matrix]
    grey = picture.convert("L").point(lambda light: 1 if light < 128 else 0)
    width, height = grey.size
    dark = grey.tobytes()
    for y in range(0, height, 3):
        runs = [match.span() for match in re.finditer(rb"\x01+", dark[y * width : (y + 1) * width])]
        for (a, b), (c, d), (e, f) in zip(runs, runs[1:], runs[2:], strict=False):
            module = (f - a) / 7
            is_finder = abs(d - c - 3 * module) < module / 2 and all(
                abs(n - module) < 0.4 * module for n in (b - a, f - e)
            )
            if is_finder and module > 2 and _is_sampled(dark, width, matrix, left=a, middle=y, module=module):
                return module
    return 0


def _is_sampled(dark: bytes, width: int, matrix: list[bytes], *, left: int, middle: int, module: float) -> bool:
    # The row may cut the finder's heart anywhere in its three modules.
    for shift in (2.6, 3.0, 3.5, 4.0, 4.4):
        top = middle - shift * module
        places = [
            [int(top + (y + 0.5) * module) * width + int(left + (x + 0.5) * module) for x in range(len(matrix))]
            for y in range(len(matrix))
        ]
        if places[0][0] < 0 or places[-1][-1] >= len(dark):
            continue
        if all(bytes(dark[at] for at in row) == modules for row, modules in zip(places, matrix, strict=True)):
            return True
    return False


def _stands(pixels: bytes, rows: list[bytes], stride: int, top: int, left: int, size: int) -> bool:
    # The corners of the quiet zone are rounded: only rows with modules are compared whole.
    for y in range(QUIET_ZONE, len(rows) - QUIET_ZONE):
        for line in range(size):
            start = (top + y * size + line) * stride + left
            if pixels[start : start + len(rows[y])] != rows[y]:
                return False
    return True
