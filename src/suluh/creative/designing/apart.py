"""The process that draws what people wrote. It closes itself off, then draws what it is told until nobody asks.

Started by ``press.py``. It imports nothing of the house but ``confine`` and ``wire``.
"""

from __future__ import annotations

import os
import select
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import typst

from suluh.creative.designing.confine import CannotConfine, allow_seconds, confine
from suluh.creative.designing.wire import packed, unpacked

# Seconds after which it ends when nobody asks.
IDLE = 90
MOST_ASKED = 64 * 1024 * 1024
_ORDER = 0


def main(*, root: Path, typefaces: tuple[Path, ...]) -> None:
    """Draw until the other side closes, or is silent for long."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[*map(str, typefaces)])
    try:
        means = confine(readable=(root, *typefaces))
    except CannotConfine as reason:
        _answer({"cannot": str(reason)})
        return
    nowhere = str(root / "none")
    compiler = typst.Compiler(
        root=str(root),
        font_paths=fonts,
        ignore_system_fonts=True,
        package_path=nowhere,
        package_cache_path=nowhere,
    )
    _answer({"means": list(means)})
    while select.select([_ORDER], [], [], IDLE)[0]:
        order = unpacked(_read, most=MOST_ASKED)
        if order is None:
            return
        _answer(*_drawn(compiler, order[0]))


def _drawn(compiler: typst.Compiler, order: dict[str, Any]) -> tuple[dict[str, Any], tuple[bytes, ...]]:
    allow_seconds(order["seconds"])
    stamp = order["stamp"]
    try:
        made = compiler.compile(
            input=order["program"].encode(),
            format=order["form"],
            ppi=order["ppi"],
            sys_inputs={"suluh": order["document"]},
            pdf_standards=order["standards"],
            timestamp=datetime.fromisoformat(stamp) if stamp else None,
        )
    except typst.TypstError as error:
        return {"message": str(error.message)[:2000], "diagnostic": str(error.diagnostic)[:8000]}, ()
    except MemoryError:
        return {"large": True}, ()
    pages = tuple(page for page in (made if isinstance(made, list) else [made]) if page is not None)
    if len(pages) > order["most_pages"]:
        return {"pages": len(pages)}, ()
    if sum(map(len, pages)) > order["most_bytes"]:
        return {"large": True}, ()
    return {}, pages


def _read(count: int) -> bytes:
    read = bytearray()
    while len(read) < count:
        part = os.read(_ORDER, count - len(read))
        if not part:
            break
        read += part
    return bytes(read)


def _answer(message: dict[str, Any], parts: tuple[bytes, ...] = ()) -> None:
    sys.stdout.buffer.write(packed(message, parts=parts))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main(root=Path(sys.argv[1]), typefaces=tuple(map(Path, sys.argv[2:])))
