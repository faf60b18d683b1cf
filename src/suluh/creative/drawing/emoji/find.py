"""The emoji that drawings show: a part of Noto Color Emoji (OFL-1.1), made by ``bin/subset-emoji``. Plain Python."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
_VARIATION, _JOINER = "\ufe0f", "\u200d"
_TONE = "\U0001f3fb-\U0001f3ff"
_ONE = f"[^\\s\\w{_VARIATION}{_JOINER}{_TONE}]{_VARIATION}?[{_TONE}]?{_VARIATION}?"
# What reads as one emoji: a flag, a keycap, or signs joined to one (Unicode 17, UTS 51, read on 2026-11-27).
_CLUSTER = re.compile(f"[\U0001f1e6-\U0001f1ff]{{2}}|[0-9#*]{_VARIATION}?\u20e3|{_ONE}(?:{_JOINER}{_ONE})*")


@cache
def sequences() -> frozenset[str]:
    """Return every emoji the font can draw, without variation selectors."""
    return frozenset((FOLDER / "sequences.txt").read_text(encoding="utf-8").split("\n")) - {""}


def in_parts(text: str) -> Iterator[tuple[str, bool]]:
    """Yield ``text`` in parts, each with whether it is one emoji that the font can draw.

    A skin tone that the font lacks is left away. Of signs joined to one that it lacks, the first that it has is drawn.
    """
    read = 0
    if not text.isascii():
        for found in _CLUSTER.finditer(text):
            shown = _drawn(found.group())
            if shown is None:
                continue
            if text[read : found.start()]:
                yield text[read : found.start()], False
            yield shown, True
            read = found.end()
    if text[read:]:
        yield text[read:], False


def _drawn(cluster: str) -> str | None:
    """Return an emoji as the font can draw it; None for what is no emoji, or not in the font."""
    bare = cluster.replace(_VARIATION, "")
    without_tone = re.sub(f"[{_TONE}]", "", bare)
    for tried in (bare, without_tone, *without_tone.split(_JOINER)):
        if tried in sequences():
            return tried + (_VARIATION if tried == bare and cluster.endswith(_VARIATION) else "")
    return None
