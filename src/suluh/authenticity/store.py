"""The boxes of a C2PA manifest store (JUMBF, ISO/IEC 19566-5), held to the one form c2pa-rs writes them in.

What the boxes contain is signed and is not judged here. Their lengths, kinds, flags and labels, and the unsigned part
of the signature (its padding), are signed by nobody: they must be exactly what the kind of box asks. Seen 2026-11-23.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

_TAIL = bytes.fromhex("00110010800000aa00389b71")
# Flags of a box's description: "may be asked for" and "has a label"; with a salt, "has private data" too.
_LABELLED, _SALTED = 0x03, 0x13
ROOT_MARK = b"jumd" + b"c2pa" + _TAIL + b"\x03c2pa\x00"
_MANIFESTS = (b"c2ma", b"c2um", b"c2cm")
# The parts of a manifest, in order: kind and labels.
_PARTS = (
    (b"c2as", ("c2pa.assertions",)),
    (b"c2cl", ("c2pa.claim.v2", "c2pa.claim")),
    (b"c2cs", ("c2pa.signature",)),
)
_COSE_TAGGED_ARRAY = b"\xd2\x84"
# A map of two: 1 is -7, and 33 is what follows.
_COSE_ES256_X5CHAIN = b"\xa2\x01\x26\x18\x21"
_PADS = ("pad", "pad2")


class FrameError(ValueError):
    """A seal that stands otherwise than it was put. The text is for the operator, in English."""


@dataclass(frozen=True, kw_only=True)
class Box:
    """A described box: its kind's first four bytes, its label, what it holds (described boxes, or bytes)."""

    kind: bytes
    label: str
    inner: tuple[tuple[bytes, bytes], ...]


def check_store(store: bytes) -> None:
    """Raise ``FrameError`` unless every byte of the store is either signed or exactly as it must be."""
    ((kind, body),) = _split(store, at_most=1)
    root = _described(kind, body)
    if root.kind != b"c2pa" or root.label != "c2pa":
        raise FrameError("this is no manifest store")
    for kind, body in root.inner:
        _check_manifest(_described(kind, body))


def leaf_and_chain(store: bytes) -> tuple[bytes, ...]:
    """Return the certificates (DER) that the newest manifest names as its signer's, the signer's own first.

    Raises ``FrameError`` where the signature does not name them in its signed part, as c2pa-rs writes it: the
    algorithm (1: ES256) and x5chain (33: one certificate or a list, RFC 9360).
    """
    ((kind, body),) = _split(store, at_most=1)
    manifest = _described(*_described(kind, body).inner[-1])
    cose = _described(*manifest.inner[-1]).inner[0][1]
    protected, _end = _string(cose, at=2, major=2)
    if protected[:5] != _COSE_ES256_X5CHAIN:
        raise FrameError("the signature does not name its certificates")
    first, count = 5, 1
    if len(protected) > first and protected[first] >> 5 == 4:
        first, count = 6, protected[first] & 31
    chain, place = [], first
    for _certificate in range(count):
        certificate, place = _string(protected, at=place, major=2)
        chain.append(certificate)
    return tuple(chain)


def _check_manifest(manifest: Box) -> None:
    if manifest.kind not in _MANIFESTS or not manifest.label.startswith("urn:") or len(manifest.inner) != len(_PARTS):
        raise FrameError("a manifest is not of the form of a manifest")
    for (kind, body), (wanted, labels) in zip(manifest.inner, _PARTS, strict=True):
        part = _described(kind, body)
        if part.kind != wanted or part.label not in labels:
            raise FrameError("a part of a manifest is not where it belongs")
        if wanted == b"c2as":
            _check_assertions(part)
        elif [name for name, _body in part.inner] != [b"cbor"]:
            raise FrameError("a claim or signature is not one CBOR box")
        elif wanted == b"c2cs":
            _check_signature(part.inner[0][1])


def _check_assertions(part: Box) -> None:
    for kind, body in part.inner:
        _described(kind, body)


def _split(data: bytes, *, at_most: int = 10_000) -> list[tuple[bytes, bytes]]:
    """Return kind and body of the boxes that fill ``data`` without rest."""
    found: list[tuple[bytes, bytes]] = []
    place = 0
    while place < len(data) and len(found) < at_most:
        if place + 8 > len(data):
            raise FrameError("a box is cut off")
        length, kind = struct.unpack_from(">I4s", data, place)
        if length < 8 or place + length > len(data):
            raise FrameError("a box has a wrong length")
        found.append((kind, data[place + 8 : place + length]))
        place += length
    if place != len(data) or not found:
        raise FrameError("boxes do not fill their place")
    return found


def _described(kind: bytes, body: bytes) -> Box:
    if kind != b"jumb":
        raise FrameError("a described box was expected")
    (first, description), *inner = _split(body)
    if first != b"jumd" or len(description) < 18 or description[4:16] != _TAIL:
        raise FrameError("a box is described in another way")
    flags = description[16]
    label, end, private = description[17:].partition(b"\x00")
    if not end or flags != (_SALTED if private else _LABELLED) or (private and not _is_salt(private)):
        raise FrameError("the description of a box has other flags")
    try:
        return Box(kind=description[:4], label=label.decode("ascii"), inner=tuple(inner))
    except UnicodeDecodeError as error:
        raise FrameError("a box has a label that is not ASCII") from error


def _is_salt(private: bytes) -> bool:
    return [kind for kind, _body in _split(private)] == [b"c2sh"]


def _check_signature(cose: bytes) -> None:
    """Hold a COSE_Sign1 (RFC 9052) to: protected bytes, a map of empty paddings, nil, and 64 bytes of signature."""
    if cose[:2] != _COSE_TAGGED_ARRAY:
        raise FrameError("the signature is not a COSE_Sign1")
    _protected, place = _string(cose, at=2, major=2)
    entries = cose[place] - 0xA0 if place < len(cose) else -1
    if not 0 <= entries <= len(_PADS):
        raise FrameError("the signature has other unsigned fields")
    place += 1
    for _entry in range(entries):
        name, place = _string(cose, at=place, major=3)
        padding, place = _string(cose, at=place, major=2)
        if name.decode("ascii", "replace") not in _PADS or any(padding):
            raise FrameError("the padding of the signature is not empty")
    signature, end = _string(cose, at=place + 1, major=2)
    if cose[place : place + 1] != b"\xf6" or len(signature) != 64 or end != len(cose):
        raise FrameError("the signature does not end where it should")


def _string(data: bytes, *, at: int, major: int) -> tuple[bytes, int]:
    """Read a CBOR byte string (major 2) or text (3) in its shortest form; return it and the place after it."""
    if at >= len(data) or data[at] >> 5 != major:
        raise FrameError("the signature is not written as it should be")
    short = data[at] & 31
    width = {24: 1, 25: 2, 26: 4}.get(short, 0)
    length = int.from_bytes(data[at + 1 : at + 1 + width], "big") if width else short
    start = at + 1 + width
    if short > 26 or length < {0: 0, 1: 24, 2: 256, 4: 65536}[width] or start + length > len(data):
        raise FrameError("the signature is not written as it should be")
    return data[start : start + length], start + length
