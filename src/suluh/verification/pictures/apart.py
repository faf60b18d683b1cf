"""The process in which pictures are read: ``python -m suluh.verification.pictures.apart``, started by ``process``.

It takes a picture (8 bytes of length, then the file) and answers a JSON object (8 bytes of length, then UTF-8), one
after another, and ends when nothing was asked for a while: the memory of the networks is held only while it is used.
"""

from __future__ import annotations

import io
import json
import os
import select
import struct
import sys
from dataclasses import asdict
from typing import IO, Any

from PIL import Image, ImageOps

IDLE = 60.0  # seconds
LARGEST_AREA = 20_000_000  # px; what content redraws has at most 4096 x 4096
FORMATS = ("JPEG", "PNG", "WEBP")
_LENGTH = struct.Struct(">Q")
_THREADS = 2
_NICER = 5  # the server's own threads come first


def send(data: bytes, *, to: IO[bytes]) -> None:
    """Write a message."""
    to.write(_LENGTH.pack(len(data)))
    to.write(data)
    to.flush()


def receive(source: IO[bytes]) -> bytes | None:
    """Read a message; None where the other side has ended."""
    head = source.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    data = source.read(length)
    return data if len(data) == length else None


def opened(data: bytes) -> Image.Image:
    """Return an RGB picture, upright, on white where it was transparent. Raises ``ValueError`` with a word of why."""
    try:
        picture = Image.open(io.BytesIO(data), formats=FORMATS)
        if picture.width * picture.height > LARGEST_AREA:
            raise ValueError("large")
        upright = ImageOps.exif_transpose(picture).convert("RGBA")
    except (OSError, SyntaxError, Image.DecompressionBombError, struct.error, EOFError) as error:
        raise ValueError("damaged") from error
    paper = Image.new("RGBA", upright.size, "white")
    paper.alpha_composite(upright)
    return paper.convert("RGB")


def main() -> None:
    """Read pictures from standard input until nobody asks any more."""
    from suluh.verification.pictures.neural import Networks, models

    os.nice(_NICER)
    paths = models()
    if paths is None:
        return
    networks = Networks(finding=paths[0], reading=paths[1], threads=_THREADS)
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    while select.select([asked], [], [], IDLE)[0]:
        data = receive(asked)
        if data is None:
            return
        send(json.dumps(_answer(data, networks=networks)).encode(), to=answers)


def _answer(data: bytes, *, networks: Any) -> dict[str, Any]:
    from suluh.verification.pictures.layout import paragraphs

    try:
        picture = opened(data)
    except ValueError as error:
        return {"refused": str(error)}
    return {"paragraphs": [asdict(line) for line in paragraphs(networks.lines(picture))]}


if __name__ == "__main__":
    main()
