"""Contrast of an office's colours, so that every pack and page drawn with them can be read. Plain Python.

Source of the rule: WCAG 2.2, "relative luminance" and success criteria 1.4.3 and 1.4.11, read on 2026-11-23.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from suluh.foundation.errors import Refusal
from suluh.foundation.language import Lazy
from suluh.foundation.language import lazy as _

HEX = re.compile(r"#[0-9a-f]{6}")
# The least contrast of running text, and of large or bold words and of what must be told apart.
TEXT, LARGE = 4.5, 3.0

COLOUR_NAMES: dict[str, Lazy] = {
    "primary": _("main colour"),
    "accent": _("accent colour"),
    "ink": _("dark colour"),
    "paper": _("light colour"),
}
# Which colour stands on which in the layouts, and the least contrast it must have there.
COMBINATIONS: tuple[tuple[str, str, float], ...] = (
    ("ink", "paper", TEXT),
    ("paper", "primary", TEXT),
    ("accent", "ink", LARGE),
)


class BadColour(Refusal):
    """A colour that is not written as #rrggbb."""

    code = "agencies.E120"


class TooLittleContrast(Refusal):
    """Two colours of an office that stand on each other and cannot be read."""

    code = "agencies.E121"


@dataclass(frozen=True)
class Contrast:
    """``ratio`` of ``text`` on ``ground`` (names of a brand's colours), 1 to 21, and the ``least`` it must have."""

    text: str
    ground: str
    ratio: float
    least: float

    @property
    def is_enough(self) -> bool:
        return self.ratio >= self.least

    def sentence(self) -> str:
        """Return what the reader should know, in the reader's language."""
        said = _("The %(text)s on the %(ground)s has a contrast of %(ratio)s : 1; it needs at least %(least)s : 1.")
        return str(
            said
            % {
                "text": COLOUR_NAMES[self.text],
                "ground": COLOUR_NAMES[self.ground],
                "ratio": f"{int(self.ratio * 10) / 10:.1f}",
                "least": f"{self.least:.1f}",
            }
        )


def parse_colour(given: str) -> str:
    """Return a colour as "#rrggbb" in lower case. Raises ``BadColour`` for anything else."""
    colour = given.strip().lower()
    if not HEX.fullmatch(colour):
        raise BadColour(
            _("“%(given)s” is not a colour. Write # and six digits or letters from a to f, such as #c8102e.")
            % {"given": given.strip()[:20]}
        )
    return colour


def luminance(colour: str) -> float:
    """Return the relative luminance of "#rrggbb", 0 (black) to 1 (white)."""
    linear = []
    for start in (1, 3, 5):
        share = int(colour[start : start + 2], 16) / 255
        linear.append(share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4)
    red, green, blue = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(text: str, *, ground: str) -> float:
    """Return the contrast ratio of two colours "#rrggbb", 1 to 21."""
    light, dark = sorted((luminance(text), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def contrasts_of(colours: dict[str, str]) -> tuple[Contrast, ...]:
    """Return the contrast of every combination the layouts use. ``colours`` holds the four names of a brand."""
    return tuple(
        Contrast(text, ground, contrast(colours[text], ground=colours[ground]), least)
        for text, ground, least in COMBINATIONS
    )


def check_contrast(colours: dict[str, str]) -> None:
    """Do nothing where every combination can be read. Raises ``TooLittleContrast`` naming those that cannot."""
    weak = [found for found in contrasts_of(colours) if not found.is_enough]
    if weak:
        said = " ".join(found.sentence() for found in weak)
        raise TooLittleContrast(
            _("These colours cannot be read well together. %(which)s Make one of the two darker or lighter.")
            % {"which": said}
        )
