"""A brand's four colours, grown into every colour that a layout or a motif may ask for by its use."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from suluh.agencies.brand import Brand
from suluh.creative.drawing.contrast import AA_LARGE, AA_TEXT, best_of, luminance, mix, ratio, readable

WHITE = "#ffffff"
# The luminance at which black and white read equally well on a ground.
_MIDDLE = 0.179

# The grounds that text is laid on. For each, a palette has "on-<ground>" (text, AA), "accent-on-<ground>" and
# "primary-on-<ground>" (large text and signs, AA large).
GROUNDS = ("primary", "accent", "accent-light", "ink", "paper", "ink-line", "card", "chip", "primary-dark")


def palette(brand: Brand) -> Mapping[str, str]:
    """Return the colours of ``brand`` by use; every "on-" colour is computed to be readable on its ground."""
    return _palette(*(colour.lower() for colour in (brand.primary, brand.accent, brand.ink, brand.paper)))


@lru_cache(maxsize=64)
def _palette(primary: str, accent: str, ink: str, paper: str) -> Mapping[str, str]:
    colours = _grounds(primary, accent, ink, paper)
    for ground in GROUNDS:
        colours |= _over(ground, colours=colours)
    # The letters of a badge that stands on the primary ground in its text's colour.
    colours["badge"] = readable(colours["primary"], on=colours["on-primary"])
    return MappingProxyType(colours)


def _grounds(primary: str, accent: str, ink: str, paper: str) -> dict[str, str]:
    primary_is_light = luminance(primary) > _MIDDLE
    return {
        "primary": primary,
        "primary-dark": mix(ink, into=primary, share=0.32),
        "primary-night": mix(ink, into=primary, share=0.5),
        "primary-deep": _thread(primary, light=primary_is_light, towards=ink, share=0.14),
        "primary-light": mix(WHITE, into=primary, share=0.22),
        "primary-pale": mix(primary, into=paper, share=0.16),
        "accent": accent,
        "accent-dark": mix(primary, into=accent, share=0.35),
        "accent-light": mix(WHITE, into=accent, share=0.45),
        "accent-pale": mix(accent, into=paper, share=0.30),
        "ink": ink,
        "ink-soft": _thread(ink, light=luminance(ink) > _MIDDLE, towards=WHITE, share=0.08),
        "ink-line": mix(WHITE, into=ink, share=0.22),
        "paper": paper,
        "paper-dark": mix(mix(accent, into=primary, share=0.6), into=paper, share=0.17),
        "paper-deep": mix(mix(accent, into=primary, share=0.5), into=paper, share=0.30),
        "card": WHITE,
        "line": mix(ink, into=paper, share=0.16),
        "chip": primary,
        "white": WHITE,
        # Leaves, water's banks: a green that takes a little of the brand's dark colour.
        "leaf": mix(ink, into="#1f9a79", share=0.16),
        "leaf-dark": mix(ink, into="#1f9a79", share=0.42),
        "good": "#0b6b4f",
        "good-light": "#1c7a5e",
        "on-good": WHITE,
        "bad": "#b3141f",
    }


def _over(ground: str, *, colours: Mapping[str, str]) -> dict[str, str]:
    """Return the colours that are read on one ground."""
    paper, ink, primary, accent = (colours[name] for name in ("paper", "ink", "primary", "accent"))
    under = colours[ground]
    is_strong = ground in ("primary", "chip", "ink", "ink-line", "primary-dark")
    text = best_of((WHITE, paper, ink) if is_strong else (ink, WHITE), on=under)
    return {
        f"on-{ground}": text,
        f"muted-on-{ground}": readable(mix(text, into=under, share=0.72), on=under),
        f"accent-on-{ground}": readable(accent, on=under, at_least=AA_LARGE),
        f"primary-on-{ground}": readable(primary, on=under, at_least=AA_LARGE),
        f"accent-text-on-{ground}": readable(accent, on=under),
        f"primary-text-on-{ground}": readable(primary, on=under),
    }


def _thread(ground: str, *, light: bool, towards: str, share: float) -> str:
    """Return the colour of a weave's lines on ``ground``: a little off it, and never nearer to the text upon it."""
    text = "#000000" if light else WHITE
    lines = mix(towards, into=ground, share=share)
    if ratio(text, on=lines) >= AA_TEXT:
        return lines
    return mix(WHITE if light else "#000000", into=ground, share=share)
