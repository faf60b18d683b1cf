"""Small files of every kind that carries a seal, made here, for tests and for the bench."""

from __future__ import annotations

import io
import random
import struct

from PIL import Image

from suluh.authenticity import media

# A page that a PDF reader opens, with one line on it.
_PDF_OBJECTS = (
    b"<</Type/Catalog/Pages 2 0 R>>",
    b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
    b"<</Length 37>>stream\nBT /F 18 Tf 20 100 Td (Suluh) Tj ET  \nendstream",
    b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
)
_MATRIX = struct.pack(">9I", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)


def sample(media_type: str, *, size: tuple[int, int] = (48, 32)) -> bytes:
    """Return a small file of that kind, always the same."""
    if media_type == media.SVG:
        return b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9"><path d="M0 0h5"/></svg>'
    if media_type == media.PDF:
        return _pdf()
    if media_type == media.MP4:
        return _mp4()
    grain = random.Random(7).randbytes(size[0] * size[1] * 3)  # noqa: S311 - the same grain every time
    out = io.BytesIO()
    Image.frombytes("RGB", size, grain).save(out, media_type.removeprefix("image/").upper())
    return out.getvalue()


def _pdf() -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(_PDF_OBJECTS, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, table)
    return bytes(out)


def _mp4() -> bytes:
    kind = _box(b"ftyp", b"isom", bytes(4), b"isomiso2mp41")
    picture = random.Random(7).randbytes(400)  # noqa: S311 - the same every time
    offset = len(kind) + len(_moov(len(picture), offset=0)) + 16
    return kind + _moov(len(picture), offset=offset) + _box(b"free") + _box(b"mdat", picture)


def _moov(length: int, *, offset: int) -> bytes:
    entry = _box(b"mp4v", bytes(6), b"\0\1", bytes(16), struct.pack(">HH", 64, 64), bytes(50))
    table = _box(
        b"stbl",
        _full(b"stsd", struct.pack(">I", 1), entry),
        _full(b"stts", struct.pack(">3I", 1, 1, 1000)),
        _full(b"stsc", struct.pack(">4I", 1, 1, 1, 1)),
        _full(b"stsz", struct.pack(">3I", 0, 1, length)),
        _full(b"stco", struct.pack(">2I", 1, offset)),
    )
    source = _box(b"dinf", _full(b"dref", struct.pack(">I", 1), _full(b"url ", flags=1)))
    media_box = _box(
        b"mdia",
        _full(b"mdhd", struct.pack(">4I2H", 0, 0, 1000, 1000, 0x55C4, 0)),
        _full(b"hdlr", bytes(4), b"vide", bytes(12), b"V\0"),
        _box(b"minf", _full(b"vmhd", bytes(8), flags=1), source, table),
    )
    sides = struct.pack(">2I", 64 << 16, 64 << 16)
    track = _full(b"tkhd", struct.pack(">5I", 0, 0, 1, 0, 1000), bytes(16), _MATRIX, sides, flags=7)
    movie = _full(
        b"mvhd",
        struct.pack(">4I", 0, 0, 1000, 1000),
        struct.pack(">I2H2I", 0x10000, 0x100, 0, 0, 0),
        _MATRIX,
        bytes(24),
        struct.pack(">I", 2),
    )
    return _box(b"moov", movie, _box(b"trak", track, media_box))


def _box(kind: bytes, *parts: bytes) -> bytes:
    body = b"".join(parts)
    return struct.pack(">I4s", 8 + len(body), kind) + body


def _full(kind: bytes, *parts: bytes, flags: int = 0) -> bytes:
    return _box(kind, struct.pack(">I", flags), *parts)
