"""What kind of recording a file is, by its first bytes.

Ogg: RFC 3533 and RFC 7845 (Opus). MP4: ISO/IEC 14496-12, box "ftyp". AMR: RFC 4867. MP3: ID3v2 and the frame's head.
WebM: RFC 8794 (EBML). Read 2026-11-23.
"""

from __future__ import annotations

from typing import Literal

Kind = Literal["opus", "ogg", "m4a", "film", "mp3", "wav", "amr", "webm"]


def kind_of(data: bytes) -> Kind | None:
    """Return the kind of a recording of sound or film, or None where it is something else."""
    if data.startswith(b"OggS"):
        return "opus" if b"OpusHead" in data[:128] else "ogg"
    if data[4:8] == b"ftyp":
        return _kind_of_mp4(data[8:12])
    if data.startswith(b"ID3") or (data[:1] == b"\xff" and data[1:2] in (b"\xfb", b"\xf3", b"\xf2", b"\xfa")):
        return "mp3"
    if data.startswith(b"RIFF") and data[8:12] == b"WAVE":
        return "wav"
    if data.startswith(b"#!AMR"):
        return "amr"
    return "webm" if data.startswith(b"\x1aE\xdf\xa3") else None


def _kind_of_mp4(brand: bytes) -> Kind | None:
    if brand in (b"M4A ", b"M4B "):
        return "m4a"
    # HEIC and AVIF are pictures in the same container.
    return None if brand[:3] in (b"hei", b"hev", b"mif", b"msf", b"avi") else "film"
