"""Layouts that people wrote, as folders that the drawing reads: one a content, made when it is first asked for."""

from __future__ import annotations

import atexit
import hashlib
import shutil
import tempfile
from functools import cache, lru_cache
from pathlib import Path

from suluh.creative.designing.archive import Files
from suluh.creative.drawing.layouts import Layout, read_layout

_KEPT = 256


@cache
def _shelf() -> Path:
    shelf = Path(tempfile.mkdtemp(prefix="suluh-layouts-"))
    atexit.register(shutil.rmtree, shelf, ignore_errors=True)
    return shelf


@lru_cache(maxsize=_KEPT)
def layout_of(files: Files, *, name: str) -> Layout:
    """Return the layout of ``files`` under ``name``. Its form must have been checked (``form.check_form``)."""
    digest = hashlib.sha256("\0".join((name, files.form, files.program)).encode()).hexdigest()[:24]
    folder = _shelf() / digest / name
    folder.mkdir(parents=True, exist_ok=True)
    for file, text in files.named().items():
        (folder / file).write_text(text, encoding="utf-8")
    return read_layout(folder)
