"""The measures of a text's candidates side by side: each pair's own, and how each stands among its rivals."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from suluh.verification.matching.candidates import Candidate
from suluh.verification.matching.card import Asked
from suluh.verification.matching.pairs import Weights, further_row

Column = NDArray[np.float32]
COMPARED = (
    "coverage",
    "near_coverage",
    "claim_coverage",
    "hit_sum",
    "cosine",
    "window",
    "asked_share",
    "piece_share",
    "pairs",
)


@dataclass(frozen=True, kw_only=True)
class Table:
    """One row for each candidate: float32 [candidates, names]."""

    names: tuple[str, ...]
    rows: NDArray[np.float32]

    def column(self, name: str) -> Column:
        """Return one measure of all candidates."""
        found: Column = self.rows[:, self.names.index(name)]
        return found

    def arranged(self, names: Sequence[str]) -> NDArray[np.float32]:
        """Return the rows with the columns that a model asks for, NaN for those that are not here."""
        missing = np.full(len(self.rows), np.nan, dtype=np.float32)
        here = {name: at for at, name in enumerate(self.names)}
        return np.stack([self.rows[:, here[name]] if name in here else missing for name in names], axis=1)


def table(asked: Asked, candidates: Sequence[Candidate], *, weights: Weights, near: Mapping[str, Column]) -> Table:
    """Return the table of a short list; ``near`` holds what the neural reader says of each, NaN for nothing."""
    rows = [one.row | further_row(asked, one.card, weights=weights) for one in candidates]
    columns = {name: np.array([row[name] for row in rows], dtype=np.float32) for name in rows[0]}
    for name in COMPARED:
        columns |= compared(name, columns[name])
    for name, values in near.items():
        columns |= {f"near_{name}": values} | compared(f"near_{name}", values)
    count = len(candidates)
    columns["asked_stems"] = np.full(count, math.log1p(len(asked.stems)), dtype=np.float32)
    columns["asked_weight"] = np.full(count, math.log1p(weights.all_of(asked)), dtype=np.float32)
    return Table(names=tuple(columns), rows=np.stack(list(columns.values()), axis=1).astype(np.float32))


def compared(name: str, values: Column) -> dict[str, Column]:
    """Return a measure less the best rival's, and its rank; what is missing stays missing."""
    known = values[np.isfinite(values)]
    if not len(known):
        return {f"{name}_lead": values, f"{name}_rank": values}
    ordered = np.sort(known)[::-1]
    best, second = ordered[0], ordered[1] if len(ordered) > 1 else np.float32(0)
    rank = (np.nan_to_num(values, nan=-np.inf)[None, :] > values[:, None]).sum(axis=1).astype(np.float32)
    return {
        f"{name}_lead": values - np.where(values >= best, second, best),
        f"{name}_rank": np.where(np.isnan(values), np.nan, rank).astype(np.float32),
    }
