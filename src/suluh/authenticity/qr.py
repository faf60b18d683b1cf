"""QR codes by segno, error correction M (about 15 % of the picture may be lost)."""

from __future__ import annotations

import io

import segno

# Modules of quiet zone around the code, as ISO/IEC 18004 asks.
QUIET_ZONE = 4


def matrix(url: str) -> tuple[tuple[bool, ...], ...]:
    """Return the code's rows, True where dark, without the quiet zone (draw ``QUIET_ZONE`` modules around it)."""
    return tuple(tuple(bool(module) for module in row) for row in _code(url).matrix)


def svg(url: str) -> str:
    """Return the code as an SVG element with its quiet zone, black on white in every theme (scanners want that)."""
    out = io.BytesIO()
    _code(url).save(
        out, kind="svg", border=QUIET_ZONE, xmldecl=False, dark="#000", light="#fff", title=url, omitsize=True, nl=False
    )
    return out.getvalue().decode()


def _code(url: str) -> segno.QRCode:
    return segno.make(url, error="m", micro=False, boost_error=False)
