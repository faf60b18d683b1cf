"""Colour arithmetic: how well one colour reads on another, and the nearest colour that reads well enough.

Ratios follow WCAG 2.2, "relative luminance" and "contrast ratio", read at w3.org/TR/WCAG22 on 2026-11-23.
"""

from __future__ import annotations

from functools import cache

# WCAG 2.2, success criterion 1.4.3 (AA): body text, and text from 24 px (18.66 px bold) on.
AA_TEXT = 4.5
AA_LARGE = 3.0

_BLACK, _WHITE = "#000000", "#ffffff"


def _channels(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue of "#rrggbb", 0 to 255; ``ValueError`` for any other form."""
    if len(colour) != 7 or not colour.startswith("#"):
        raise ValueError(f"not a colour of the form #rrggbb: {colour!r}")
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _linear(channel: int) -> float:
    share = channel / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


@cache
def luminance(colour: str) -> float:
    """Return the relative luminance of "#rrggbb", 0 (black) to 1 (white)."""
    red, green, blue = (_linear(c) for c in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(colour: str, *, on: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((luminance(colour), luminance(on)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mix(colour: str, *, into: str, share: float) -> str:
    """Return ``into`` with ``share`` (0 to 1) of ``colour`` mixed in."""
    pairs = zip(_channels(colour), _channels(into), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


@cache
def readable(colour: str, *, on: str, at_least: float = AA_TEXT) -> str:
    """Return the colour nearest to ``colour``, towards black or white, that reads on ``on``.

    Falls back to whichever of black and white reads best where the ground lets neither reach ``at_least``.
    """
    if ratio(colour, on=on) >= at_least:
        return colour
    for step in range(1, 21):
        towards = (mix(end, into=colour, share=step / 20) for end in (_BLACK, _WHITE))
        found = [c for c in towards if ratio(c, on=on) >= at_least]
        if found:
            return found[0]
    return max((_BLACK, _WHITE), key=lambda end: ratio(end, on=on))


def best_of(colours: tuple[str, ...], *, on: str, at_least: float = AA_TEXT) -> str:
    """Return the first of ``colours`` that reads on ``on``; else black or white, whichever reads better."""
    for colour in colours:
        if ratio(colour, on=on) >= at_least:
            return colour
    return max((_BLACK, _WHITE), key=lambda end: ratio(end, on=on))
