"""Trains the matcher's re-ranker: a small network whose outputs compete within each text's list, with "none" at 0.

Plain numpy, so that an operator can train without anything else; deterministic for a seed.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from suluh.verification.matching.net import FARTHEST, SLOPE

Floats = NDArray[np.float32]
LENGTH = 40  # candidates of a list that are trained on
HIDDEN = 64
EPOCHS = 14
BATCH = 48
RATE, WARM_STEPS, DECAY = 2e-3, 100, 0.02
DROPPED = 0.15


@dataclass(frozen=True, kw_only=True)
class Lists:
    """Some lists: float32 [lists, LENGTH, measures], padded; targets and mask have one column more, for "none"."""

    rows: Floats
    targets: Floats
    mask: NDArray[np.bool_]
    weights: Floats  # [lists]


def lists_of(tables: list[tuple[Floats, NDArray[np.bool_], float]]) -> Lists:
    """Pad tables (rows, which are right, weight of the list) to one length."""
    count, measures = len(tables), tables[0][0].shape[1]
    rows = np.full((count, LENGTH, measures), np.nan, np.float32)
    targets = np.zeros((count, LENGTH + 1), np.float32)
    mask = np.zeros((count, LENGTH + 1), np.bool_)
    mask[:, LENGTH] = True
    for at, (own, right, _) in enumerate(tables):
        size = min(LENGTH, len(own))
        rows[at, :size], targets[at, :size], mask[at, :size] = own[:size], right[:size], True
        targets[at, LENGTH] = not right[:size].any()
    return Lists(rows=rows, targets=targets, mask=mask, weights=np.array([one[2] for one in tables], np.float32))


def scaled(rows: Floats, *, mean: Floats, spread: Floats) -> Floats:
    """Bring the measures to one scale; what is missing stands at the mean."""
    result: Floats = np.nan_to_num(np.clip((rows - mean) / spread, -FARTHEST, FARTHEST), nan=0.0).astype(np.float32)
    return result


class Learner:
    """One network while it learns (Adam with decay)."""

    def __init__(self, *, measures: int, seed: int) -> None:
        self.random = np.random.default_rng(seed)
        half = HIDDEN // 2
        self.numbers: list[Floats] = [
            (self.random.normal(size=(measures, HIDDEN)) * np.sqrt(1 / measures)).astype(np.float32),
            np.zeros(HIDDEN, np.float32),
            (self.random.normal(size=(HIDDEN, half)) * np.sqrt(2 / HIDDEN)).astype(np.float32),
            np.zeros(half, np.float32),
            (self.random.normal(size=(half, 1)) * 0.1).astype(np.float32),
            np.zeros(1, np.float32),
        ]
        self._mean = [np.zeros_like(one) for one in self.numbers]
        self._square = [np.zeros_like(one) for one in self.numbers]
        self._steps = 0

    def learn(self, lists: Lists, *, at: NDArray[np.int64], rate: float) -> None:
        """Take one step on some of the lists."""
        w1, b1, w2, b2, w3, b3 = self.numbers
        rows = lists.rows[at]
        before: Floats = rows @ w1 + b1
        kept = ((self.random.random(before.shape, dtype=np.float32) > DROPPED) / (1 - DROPPED)).astype(np.float32)
        hidden: Floats = np.maximum(before, SLOPE * before) * kept
        middle: Floats = hidden @ w2 + b2
        half: Floats = np.maximum(middle, SLOPE * middle)
        up: Floats = slope_of_loss((half @ w3 + b3)[..., 0], lists=lists, at=at)[..., None]
        to_half: Floats = (up @ w3.T) * np.where(middle > 0, 1, SLOPE).astype(np.float32)
        to_hidden: Floats = (to_half @ w2.T) * kept * np.where(before > 0, 1, SLOPE).astype(np.float32)
        slopes = [
            flat(rows).T @ flat(to_hidden),
            flat(to_hidden).sum(0),
            flat(hidden).T @ flat(to_half),
            flat(to_half).sum(0),
            flat(half).T @ flat(up),
            flat(up).sum(0),
        ]
        self._move(slopes, rate=rate)

    def _move(self, slopes: list[Floats], *, rate: float) -> None:
        self._steps += 1
        for at, slope in enumerate(slopes):
            self._mean[at] = 0.9 * self._mean[at] + 0.1 * slope
            self._square[at] = 0.999 * self._square[at] + 0.001 * slope * slope
            mean = self._mean[at] / (1 - 0.9**self._steps)
            square = self._square[at] / (1 - 0.999**self._steps)
            decay = DECAY * self.numbers[at] if slope.ndim > 1 else 0.0
            self.numbers[at] = (self.numbers[at] - rate * (mean / (np.sqrt(square) + 1e-8) + decay)).astype(np.float32)


def flat(values: Floats) -> Floats:
    """Put lists behind each other."""
    return values.reshape(-1, values.shape[-1])


def slope_of_loss(odds: Floats, *, lists: Lists, at: NDArray[np.int64]) -> Floats:
    """Return the slope of -log(chance that falls on what is right), for each candidate."""
    mask, targets = lists.mask[at], lists.targets[at]
    full = np.where(mask, np.concatenate([odds, np.zeros((len(odds), 1), np.float32)], axis=1), -1e9)
    chances = np.exp(full - full.max(axis=1, keepdims=True))
    chances /= chances.sum(axis=1, keepdims=True)
    right = chances * targets
    right /= np.maximum(right.sum(axis=1, keepdims=True), 1e-9)
    slope: Floats = ((chances - right) * lists.weights[at][:, None] / len(at))[:, :LENGTH].astype(np.float32)
    return slope


def train(tables: list[tuple[Floats, NDArray[np.bool_], float]], *, seeds: int) -> dict[str, Floats]:
    """Train some networks and return the numbers that ``net.Net`` reads (without the names)."""
    lists = lists_of(tables)
    seen = lists.rows[lists.mask[:, :LENGTH]]
    mean = np.nan_to_num(np.nanmean(seen, axis=0)).astype(np.float32)
    spread = (np.nan_to_num(np.nanstd(seen, axis=0)) + 1e-3).astype(np.float32)
    lists = Lists(
        rows=scaled(lists.rows, mean=mean, spread=spread), targets=lists.targets, mask=lists.mask, weights=lists.weights
    )
    trained = [train_one(lists, seed=seed + 1) for seed in range(seeds)]
    names = ("first", "first_bias", "second", "second_bias", "last", "last_bias")
    numbers = {name: np.stack([one[at] for one in trained]) for at, name in enumerate(names)}
    for name in ("first_bias", "second_bias", "last_bias"):
        numbers[name] = numbers[name][:, None, :]
    return {"mean": mean, "spread": spread, **numbers}


def train_one(lists: Lists, *, seed: int) -> list[Floats]:
    """Train one network."""
    learner = Learner(measures=lists.rows.shape[2], seed=seed)
    each = len(lists.rows) // BATCH
    step = 0
    for _ in range(EPOCHS):
        order = learner.random.permutation(len(lists.rows))
        for part in range(each):
            rate = RATE * min(1.0, step / WARM_STEPS) * (1 - step / (EPOCHS * each)) + 1e-5
            learner.learn(lists, at=order[part * BATCH : (part + 1) * BATCH], rate=rate)
            step += 1
    return learner.numbers
