"""Whether a picture shows the QR code of an address: looked for in its pixels, whatever drew it."""

from __future__ import annotations

import re

import segno
from PIL import Image

# A module smaller than this is not read by every telephone.
SMALLEST_MODULE = 2


def qr_module_seen(picture: Image.Image, *, url: str) -> float:
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
            is_large = module > SMALLEST_MODULE
            if is_finder and is_large and _is_sampled(dark, width, matrix, left=a, middle=y, module=module):
                return module
    return 0


def _is_sampled(dark: bytes, width: int, matrix: list[bytes], *, left: int, middle: int, module: float) -> bool:
    columns = [int(left + (x + 0.5) * module) for x in range(len(matrix))]
    # The row may cut the finder's heart anywhere in its three modules.
    for shift in (2.6, 3.0, 3.5, 4.0, 4.4):
        starts = [int(middle + (y + 0.5 - shift) * module) * width for y in range(len(matrix))]
        if starts[0] < 0 or starts[-1] + columns[-1] >= len(dark):
            continue
        # The first row that differs ends the look.
        if all(bytes(dark[start + x] for x in columns) == row for start, row in zip(starts, matrix, strict=True)):
            return True
    return False
