"""A small network read from a file of numbers and evaluated with numpy: nothing else is needed to serve."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from suluh.verification.matching.table import Table

FARTHEST = 4.0  # spreads from the mean at which a measure is cut off
SLOPE = 0.1  # of the units below zero

Floats = NDArray[np.float32]


@dataclass(frozen=True, kw_only=True)
class Net:
    """Some networks of one form, trained from different seeds, whose outputs are averaged.

    A candidate's output is its odds (as a logarithm) against "none of these", which stands at 0.
    """

    names: tuple[str, ...]  # the measures it reads
    mean: Floats  # [names]
    spread: Floats  # [names]
    first: Floats  # [seeds, names, hidden]
    first_bias: Floats  # [seeds, 1, hidden]
    second: Floats  # [seeds, hidden, half]
    second_bias: Floats  # [seeds, 1, half]
    last: Floats  # [seeds, half, 1]
    last_bias: Floats  # [seeds, 1, 1]

    @classmethod
    def read(cls, path: Path) -> Net:
        """Read a file that ``bench/train_matcher.py`` wrote."""
        with np.load(path, allow_pickle=False) as file:
            numbers = {name: file[name].astype(np.float32) for name in file.files if name != "names"}
            return cls(names=tuple(str(name) for name in file["names"]), **numbers)

    def odds(self, table: Table) -> Floats:
        """Return each candidate's odds (float32, [candidates])."""
        rows = np.clip((table.arranged(self.names) - self.mean) / self.spread, -FARTHEST, FARTHEST)
        rows = np.nan_to_num(rows, nan=0.0)
        hidden = bent(rows @ self.first + self.first_bias)
        half = bent(hidden @ self.second + self.second_bias)
        found: Floats = (half @ self.last + self.last_bias)[:, :, 0].mean(axis=0)
        return found


def bent(values: Floats) -> Floats:
    """Return the values with those below zero made small."""
    result: Floats = np.maximum(values, SLOPE * values)
    return result


def shares(odds: Floats) -> Floats:
    """Return the probability of each candidate where one of them or none is right."""
    highest = max(0.0, float(odds.max()))
    raised = np.exp(odds - highest)
    result: Floats = raised / (raised.sum() + np.exp(-highest))
    return result
