"""What kind of file some bytes are, by their first bytes, never by their name."""

from __future__ import annotations

PNG, JPEG, WEBP = "image/png", "image/jpeg", "image/webp"
SVG, MP4, PDF, TEXT = "image/svg+xml", "video/mp4", "application/pdf", "text/plain"

# Kinds that carry their seal inside.
SEALED_INSIDE = (PNG, JPEG, WEBP, SVG, MP4, PDF)

_HEAD = 4096


def sniff(data: bytes) -> str | None:
    """Return the media type of a file that Suluh can judge, "text/plain" for UTF-8 text, or None."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if data.startswith(b"\xff\xd8\xff"):
        return JPEG
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return WEBP
    if data[4:8] == b"ftyp":
        return MP4
    if data.startswith(b"%PDF-"):
        return PDF
    return _written(data)


def _written(data: bytes) -> str | None:
    if b"\x00" in data:
        return None
    try:
        data.decode()
    except UnicodeDecodeError:
        return None
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    return SVG if head.startswith(b"<") and b"<svg" in head else TEXT
