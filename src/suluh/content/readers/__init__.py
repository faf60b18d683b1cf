"""Reading the text of a file somebody brings. One file of this folder a format; each holds one ``READER``."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from suluh.content.readers.contract import (
    LARGEST_FILE,
    LARGEST_TEXT,
    FileTooLarge,
    KindUnknown,
    NoTextInside,
    Reader,
)
from suluh.foundation.language import lazy as _

__all__ = ["LARGEST_FILE", "read", "readers"]


def read(data: bytes, *, name: str, media_type: str = "") -> str:
    """Return the text of a file: paragraphs on lines of their own, a title first where the file names one.

    What the bytes are is found by looking at them; ``name`` and ``media_type`` only help the operator's log.
    Raises a ``Refusal`` of ``readers.contract`` that says what to do instead.
    """
    if len(data) > LARGEST_FILE:
        raise FileTooLarge(_("The file is larger than 10 MB. Send the text alone, without its pictures."), hint=name)
    for reader in readers():
        if reader.recognises(data):
            text = reader.read(data)
            break
    else:
        raise KindUnknown(
            _("Suluh cannot read this kind of file. Bring a .docx, .pdf, .txt or .html file, or paste the text."),
            hint=f"{name[:80]} {media_type[:80]} {data[:8].hex()}",
        )
    if not text.strip():
        raise NoTextInside(_("There is no text in this file. Choose another file, or paste the text."), hint=name)
    if len(text) > LARGEST_TEXT:
        raise FileTooLarge(_("The file holds more text than a press release can. Send the release alone."), hint=name)
    return text


@cache
def readers() -> tuple[Reader, ...]:
    """Return the readers of this folder, the one that is asked first at the front."""
    found: list[Reader] = []
    for module in pkgutil.iter_modules(__path__):
        reader = getattr(importlib.import_module(f"{__name__}.{module.name}"), "READER", None)
        if isinstance(reader, Reader):
            found.append(reader)
    return tuple(sorted(found, key=lambda reader: -reader.precedence))
