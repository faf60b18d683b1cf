"""Which chart a story's figures make. The author types nothing for it: the figures' own words decide.

- **timeline**: three or more figures or points that each name a date or a year
- **map**: three or more figures of one unit whose labels each name a different part of the office's province
- **bars**: three or more figures of one unit; bars begin at zero, and their lengths are the amounts
- **share**: a figure in per cent, from 0 to 100, as a ring
- **one**: any other figure, as large as it can be

What stands in no chart stands as a tile beside it. Every figure is printed as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from suluh.content.blocks import Number, Step, StoryText
from suluh.creative.packs.plan import Bar, Chart, Figure, Moment, Piece
from suluh.creative.packs.quantities import Quantity, moment, quantity

_FEWEST, _MOST_BARS, _MOST_MOMENTS, _MOST_TILES = 3, 7, 6, 2
_KIND = re.compile(r"\b(?:kabupaten|kab\.?|kota)\b", re.IGNORECASE)


def charted(story: StoryText, *, figures: Sequence[Figure]) -> Chart | None:
    """Return the chart of a story's figures, or None where it has none. ``figures`` are its numbers with a value."""
    moments = _moments(story, figures=figures)
    if len(moments) >= _FEWEST:
        rest = [figure for figure in figures if not _when(figure)]
        return Chart(moments=moments[:_MOST_MOMENTS], tiles=_tiles(rest, language=story.language))
    bars = _bars(figures, language=story.language)
    rest = [figure for figure in figures if figure.value.block not in {bar.value.block for bar in bars}]
    tiles = _tiles(rest, language=story.language)
    return Chart(bars=bars, tiles=tiles) if bars or tiles else None


def _tiles(figures: Sequence[Figure], *, language: str) -> tuple[Figure, ...]:
    """Return the first figures, those that are shares with the share to draw."""
    return tuple(replace(figure, share=_share(figure, language=language)) for figure in figures[:_MOST_TILES])


def _share(figure: Figure, *, language: str) -> float | None:
    found = quantity(figure.value.text, language=language)
    return found.amount / 100 if found and found.unit == "%" and 0 <= found.amount <= 100 else None


def _bars(figures: Sequence[Figure], *, language: str) -> tuple[Bar, ...]:
    """Return the largest group of figures of one unit, as bars; empty where there are not enough of them."""
    read = [(figure, found) for figure in figures if (found := quantity(figure.value.text, language=language))]
    groups: dict[str, list[tuple[Figure, Quantity]]] = {}
    for figure, found in read:
        if figure.label.text:
            groups.setdefault(found.unit, []).append((figure, found))
    largest = max(groups.values(), key=len, default=[])
    if len(largest) < _FEWEST or len(largest) > _MOST_BARS * 3:
        return ()
    most = max(found.amount for _figure, found in largest)
    return tuple(
        Bar(value=figure.value, label=figure.label, source=figure.source, share=found.amount / most if most else 0)
        for figure, found in largest
    )


def _when(figure: Figure) -> str:
    return moment(figure.label.text) or moment(figure.value.text)


def _moments(story: StoryText, *, figures: Sequence[Figure]) -> tuple[Moment, ...]:
    """Return figures and points that name a date, in the story's order."""
    by_block = {figure.value.block: figure for figure in figures}
    found: list[Moment] = []
    for block in story.blocks:
        if isinstance(block, Number) and block.id in by_block:
            found += _moment_of_figure(by_block[block.id])
        elif isinstance(block, Step) and (when := moment(block.title)):
            told = block.title.split(when, 1)[-1].strip(" :-–—") or block.text
            if told.strip():
                found.append(Moment(when=_piece(when, block.id, block.kind), told=_piece(told, block.id, block.kind)))
    return tuple(found)


def _moment_of_figure(figure: Figure) -> list[Moment]:
    if moment(figure.value.text) and figure.label.text:
        return [Moment(when=figure.value, told=figure.label)]
    if when := moment(figure.label.text):
        return [Moment(when=_piece(when, figure.label.block, figure.label.kind), told=figure.value)]
    return []


def _piece(text: str, block: str, kind: str) -> Piece:
    return Piece(text=" ".join(text.split()), block=block, kind=kind)


def places_of(labels: Sequence[str], *, known: Mapping[str, Sequence[str]]) -> list[str] | None:
    """Return the place that each label names, or None where one names none or two name the same.

    ``known`` holds each place's slug with the names it goes by.
    """
    by_name = {_bare(name): slug for slug, names in known.items() for name in names}
    found = [by_name.get(_bare(label), "") for label in labels]
    return found if all(found) and len(set(found)) == len(found) else None


def _bare(name: str) -> str:
    return re.sub(r"\W+", " ", _KIND.sub(" ", name)).strip().casefold()
