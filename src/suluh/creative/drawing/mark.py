"""The mark of authenticity that every drawing carries: a short code and a QR code of the page that explains it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import segno

# ISO/IEC 18004: four modules of quiet zone around a QR code.
QUIET_ZONE = 4


@dataclass(frozen=True, kw_only=True)
class Mark:
    """``code`` as it is printed ("K7QX-42MD"), ``url`` the full address that the QR code holds."""

    code: str
    url: str

    @property
    def printed_url(self) -> str:
        """Return the address as people read it: without scheme and "www."."""
        return self.url.split("://", 1)[-1].removeprefix("www.").rstrip("/")


@dataclass(frozen=True, kw_only=True)
class QrCode:
    """``modules`` is the side in modules, quiet zone included; ``path`` the dark ones as SVG path data."""

    modules: int
    path: str


@lru_cache(maxsize=64)
def qr_code(mark: Mark) -> QrCode:
    """Return the QR code of a mark's address: error correction M, four modules of quiet zone."""
    code = segno.make_qr(mark.url, error="m", boost_error=False)
    rows = [bytes(row) for row in code.matrix]
    pieces = [
        f"M{x + QUIET_ZONE} {y + QUIET_ZONE}h{length}v1h-{length}z"
        for y, row in enumerate(rows)
        for x, length in _runs(row)
    ]
    return QrCode(modules=len(rows) + 2 * QUIET_ZONE, path="".join(pieces))


def _runs(row: bytes) -> list[tuple[int, int]]:
    """Return where each run of dark modules starts and how long it is."""
    runs: list[tuple[int, int]] = []
    for x, dark in enumerate(row):
        if not dark:
            continue
        if runs and sum(runs[-1]) == x:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((x, 1))
    return runs
