"""The drawn signs that stand beside a point, chosen by the words it begins with.

A sign is one SVG file of this folder, 24 by 24, drawn in "currentColor"; the words it stands for are in its
``<desc>``, the beginnings of words, divided by spaces. Adding a sign is adding a file.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent
_DESC = re.compile(r"<desc>(.*?)</desc>", re.DOTALL)
_INNER = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)
_WORD = re.compile(r"\w+")


@cache
def icons() -> dict[str, tuple[str, ...]]:
    """Return each sign's name with the beginnings of words it stands for."""
    found = {}
    for path in sorted(_FOLDER.glob("*.svg")):
        desc = _DESC.search(path.read_text(encoding="utf-8"))
        found[path.stem] = tuple(desc.group(1).split()) if desc else ()
    return found


def icon_for(title: str, *, then: str = "") -> str:
    """Return the name of the sign for the first word of ``title`` (or of ``then``) that one stands for; else ""."""
    for word in _WORD.findall(f"{title} {then}".lower()):
        for name, beginnings in icons().items():
            if word.startswith(beginnings):
                return name
    return ""


@cache
def drawing_of(name: str) -> str:
    """Return what a sign's SVG holds, without its outer element."""
    text = (_FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    inner = _INNER.search(_DESC.sub("", text))
    if inner is None:
        raise ValueError(f"the sign {name} is not an SVG picture")
    return inner.group(1).strip()
