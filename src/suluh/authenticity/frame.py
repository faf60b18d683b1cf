"""Holds the bytes that no hash of C2PA covers to the one form a Suluh seal has.

A C2PA hash leaves out the manifest store itself and some of what stands around it: lengths, checksums, box labels, the
padding of the signature, and in MP4 the file-type box. c2pa-rs reads all of these forgivingly, so that bytes there can
be changed unseen (measured 2026-11-23 with c2pa-rs 0.91.3: 1,040 of 2,779 added bytes in a PNG, nearly all of them
padding). Here each must be exactly what it was written as: then no byte of a sealed file can change unnoticed.

Containers: PNG 1.2, JPEG's APP11 (ISO/IEC 19566-5), RIFF, ISO/IEC 14496-12 and PDF, as c2pa-rs 0.91.3 was seen to embed
a store in each on 2026-11-23 (the specification's text itself was not at hand). The store's own boxes are held to their
form in ``store``.
"""

from __future__ import annotations

import base64
import binascii
import re
import struct
import zlib
from collections.abc import Callable
from typing import TypeVar

from suluh.authenticity import media
from suluh.authenticity.store import ROOT_MARK, FrameError

Found = TypeVar("Found")

_MP4_STORE = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")
_MP4_HEAD = b"\x00\x00\x00\x00manifest\x00" + bytes(8)
# ISO/IEC 14496-12 boxes that a C2PA hash passes over, besides the store: each must be listed by the seal itself.
_MP4_UNHASHED = frozenset({b"ftyp", b"mfra", b"free", b"skip"})
_SVG_STORE = re.compile(rb"<c2pa:manifest>([^<]*)</c2pa:manifest>")
_JPEG_HEAD = b"JP\x02\x11"


def store_in(data: bytes, *, media_type: str) -> bytes:
    """Return the manifest store of a sealed file. Raises ``FrameError`` where it does not stand as it was put."""
    return _FINDERS[media_type](data)


def is_marked(data: bytes) -> bool:
    """Say whether some part of a manifest store can be seen in the bytes, whole or not."""
    return ROOT_MARK in data or b"c2pa:manifest" in data or _MP4_STORE in data


def unhashed_boxes(data: bytes) -> list[tuple[bytes, bytes]]:
    """Return kind and bytes of the top boxes of an MP4 that a C2PA hash passes over, the store left out."""
    return [(kind, data[start:end]) for kind, start, end in _boxes(data) if kind in _MP4_UNHASHED]


def _in_png(data: bytes) -> bytes:
    found = [(start, length) for kind, start, length in _png_chunks(data) if kind == b"caBX"]
    (start, length) = _only(found)
    body = data[start + 4 : start + 8 + length]
    if data[start + 8 + length : start + 12 + length] != zlib.crc32(body).to_bytes(4, "big"):
        raise FrameError("the checksum of the seal's chunk is wrong")
    return body[4:]


def _png_chunks(data: bytes) -> list[tuple[bytes, int, int]]:
    """Return kind, place and length of each chunk."""
    found, place = [], 8
    while place + 12 <= len(data):
        length = int.from_bytes(data[place : place + 4], "big")
        found.append((data[place + 4 : place + 8], place, length))
        place += 12 + length
    if place != len(data):
        raise FrameError("the picture does not end with a chunk")
    return found


def _in_jpeg(data: bytes) -> bytes:
    """Join the store's APP11 segments: "JP", box number, counter, and from the second on the box's header again."""
    parts: list[bytes] = []
    box = b""
    for payload in _jpeg_segments(data):
        counter, rest = int.from_bytes(payload[4:8], "big"), payload[8:]
        if payload[:4] != _JPEG_HEAD or counter != len(parts) + 1:
            raise FrameError("the seal's segments are not in order")
        box = box or rest[:8]
        if rest[:8] != box:
            raise FrameError("the seal's segments do not belong together")
        parts.append(rest[8:])
    return box + b"".join(parts)


def _jpeg_segments(data: bytes) -> list[bytes]:
    """Return the payloads of the APP11 segments before the picture's scan."""
    found, place = [], 2
    while place + 4 <= len(data) and data[place] == 0xFF and data[place + 1] != 0xDA:
        length = int.from_bytes(data[place + 2 : place + 4], "big")
        if data[place + 1] == 0xEB:
            found.append(data[place + 4 : place + 2 + length])
        place += 2 + length
    return found


def _in_webp(data: bytes) -> bytes:
    found, place = [], 12
    while place + 8 <= len(data):
        kind, length = data[place : place + 4], int.from_bytes(data[place + 4 : place + 8], "little")
        if kind == b"C2PA":
            found.append((place, length))
        place += 8 + length + length % 2
    (start, length) = _only(found)
    end = start + 8 + length
    if length % 2 and data[end : end + 1] != b"\x00":
        raise FrameError("the padding of the seal's chunk is not empty")
    if place != len(data) or int.from_bytes(data[4:8], "little") + 8 != len(data):
        raise FrameError("the picture does not end with a chunk")
    return data[start + 8 : end]


def _in_svg(data: bytes) -> bytes:
    written = _only(_SVG_STORE.findall(data))
    try:
        store = base64.b64decode(written, validate=True)
    except binascii.Error as error:
        raise FrameError("the seal is not base 64") from error
    if base64.b64encode(store) != written:
        raise FrameError("the seal is not written the one way base 64 has")
    return store


def _in_mp4(data: bytes) -> bytes:
    found = [data[start + 24 : end] for kind, start, end in _boxes(data) if _is_store(data, kind=kind, start=start)]
    body = _only(found)
    if not body.startswith(_MP4_HEAD):
        raise FrameError("the head of the seal's box is not as it was written")
    return body[len(_MP4_HEAD) :]


def _is_store(data: bytes, *, kind: bytes, start: int) -> bool:
    return kind == b"uuid" and data[start + 8 : start + 24] == _MP4_STORE


def _boxes(data: bytes) -> list[tuple[bytes, int, int]]:
    """Return kind, start and end of the top boxes of an MP4."""
    found, place = [], 0
    while place + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, place)
        if length == 1 and place + 16 <= len(data):
            length = int.from_bytes(data[place + 8 : place + 16], "big")
        end = len(data) if length == 0 else place + length
        if end < place + 8 or end > len(data):
            raise FrameError("a box of the video runs past its end")
        found.append((kind, place, end))
        place = end
    return found


def _in_pdf(data: bytes) -> bytes:
    mark = _only([m.start() for m in re.finditer(re.escape(ROOT_MARK), data)])
    start = mark - 12
    length = int.from_bytes(data[start : start + 4], "big")
    before, after = data[max(0, start - 16) : start], data[start + length : start + length + 16]
    if not re.search(rb"stream\r?\n$", before) or not re.match(rb"\r?\n?endstream", after):
        raise FrameError("the seal does not fill its stream")
    return data[start : start + length]


def _only(found: list[Found]) -> Found:
    if len(found) != 1:
        raise FrameError(f"{len(found)} seals where there should be one")
    return found[0]


_FINDERS: dict[str, Callable[[bytes], bytes]] = {
    media.PNG: _in_png,
    media.JPEG: _in_jpeg,
    media.WEBP: _in_webp,
    media.SVG: _in_svg,
    media.MP4: _in_mp4,
    media.PDF: _in_pdf,
}
