"""Where words stand: from a map of how likely each pixel belongs to a line of text, to slanted boxes.

The map is that of "Real-time Scene Text Detection with Differentiable Binarization" (Liao et al., arXiv:1911.08947,
read 2026-11-23): it shows lines shrunk to their cores, which are grown again by area × ratio ÷ circumference.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LIKELY = 0.3  # a pixel belongs to a line
SURE = 0.6  # a line's pixels on average
GROWN = 1.6
SMALLEST = 3  # px, the shorter side of a core
MOST = 400  # lines of one picture

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]


@dataclass(frozen=True, kw_only=True)
class Region:
    """A slanted box: its middle, its sides, px of the map, and its slant in radians, clockwise."""

    x: float
    y: float
    width: float
    height: float
    slant: float


def regions(likely: Floats) -> list[Region]:
    """Return the boxes of text in a map of shape (height, width) with values 0 to 1."""
    rows, columns, labels = _pieces(likely > LIKELY)
    if not labels.size:
        return []
    count = int(labels.max()) + 1
    sizes = np.bincount(labels, minlength=count).astype(np.float64)
    sure = np.bincount(labels, weights=likely[rows, columns], minlength=count) / sizes
    chosen = [label for label in np.argsort(-sizes) if sure[label] >= SURE and sizes[label] >= SMALLEST**2][:MOST]
    order = np.argsort(labels, kind="stable")
    starts = np.concatenate([[0], np.cumsum(sizes).astype(np.int64)])
    found = []
    for label in chosen:
        inside = order[starts[label] : starts[label + 1]]
        region = _boxed(columns[inside].astype(np.float64), rows[inside].astype(np.float64))
        if region is not None:
            found.append(region)
    return found


def _boxed(xs: NDArray[np.float64], ys: NDArray[np.float64]) -> Region | None:
    """Return the box around a core's pixels, grown to the letters' full height; None where it is too small."""
    mid_x, mid_y = xs.mean(), ys.mean()
    slant = _slant(xs - mid_x, ys - mid_y)
    cos, sin = math.cos(slant), math.sin(slant)
    along = (xs - mid_x) * cos + (ys - mid_y) * sin
    across = (ys - mid_y) * cos - (xs - mid_x) * sin
    left, right = float(along.min()) - 0.5, float(along.max()) + 0.5
    top, bottom = float(across.min()) - 0.5, float(across.max()) + 0.5
    width, height = right - left, bottom - top
    if min(width, height) < SMALLEST:
        return None
    grown = width * height * GROWN / (2 * (width + height))
    at, down = (left + right) / 2, (top + bottom) / 2
    return Region(
        x=float(mid_x + at * cos - down * sin) + 0.5,
        y=float(mid_y + at * sin + down * cos) + 0.5,
        width=width + 2 * grown,
        height=height + 2 * grown,
        slant=slant,
    )


def _slant(xs: NDArray[np.float64], ys: NDArray[np.float64]) -> float:
    """Return the slant of a long line by its second moments; short pieces stand straight."""
    var_x, var_y, both = float((xs**2).mean()), float((ys**2).mean()), float((xs * ys).mean())
    if var_x < 6 * var_y or abs(both) < 1e-9:
        return 0.0
    slant = 0.5 * math.atan2(2 * both, var_x - var_y)
    return slant if abs(slant) > 0.003 else 0.0


def _pieces(mask: NDArray[np.bool_]) -> tuple[Numbers, Numbers, Numbers]:
    """Return the row, the column and the number of the connected piece of every pixel that is set.

    Runs of set pixels are joined with the runs they touch in the row above (corners count) by union-find.
    """
    padded = np.zeros((mask.shape[0], mask.shape[1] + 2), np.int8)
    padded[:, 1:-1] = mask
    edges = np.diff(padded, axis=1)
    row_of, start = np.nonzero(edges == 1)
    _same, end = np.nonzero(edges == -1)  # one behind a run's last pixel
    parents = _joined(row_of.tolist(), start.tolist(), end.tolist())
    _roots, numbers = np.unique(np.array(parents, np.int64), return_inverse=True)
    lengths = end - start
    ends = np.cumsum(lengths)
    columns = np.arange(int(lengths.sum())) - np.repeat(ends - lengths, lengths) + np.repeat(start, lengths)
    return np.repeat(row_of, lengths), columns, np.repeat(numbers, lengths)


def _joined(rows: list[int], starts: list[int], ends: list[int]) -> list[int]:
    """Return for every run the first run of its piece. Runs come row by row, from left to right."""
    parents = list(range(len(rows)))

    def root(run: int) -> int:
        while parents[run] != run:
            parents[run] = parents[parents[run]]
            run = parents[run]
        return run

    above = 0
    for run, row in enumerate(rows):
        while above < run and (rows[above] < row - 1 or (rows[above] == row - 1 and ends[above] < starts[run])):
            above += 1
        touching = above
        while touching < run and rows[touching] == row - 1 and starts[touching] <= ends[run]:
            first, second = sorted((root(touching), root(run)))
            parents[second] = first
            touching += 1
    return [root(run) for run in range(len(parents))]
