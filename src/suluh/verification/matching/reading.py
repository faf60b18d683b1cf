"""The neural reader as the matcher uses it: measures where it is installed and has read, "not measured" otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from suluh.verification.matching.candidates import Candidate
from suluh.verification.matching.card import Asked
from suluh.verification.matching.neural.reader import FEATURES, Reader, Reading
from suluh.verification.matching.normalising import readable
from suluh.verification.matching.table import Column
from suluh.verification.matching.values import Known
from suluh.verification.matching.vectors import Vectors

BATCH = 200  # entries read between two writes


class Meaning:
    """Reads texts by meaning and keeps what it read of the known ones beside the index."""

    def __init__(self, *, folder: Path, reader: Reader | None) -> None:
        self._reader = reader
        self._vectors = Vectors(folder, made_by=reader.mark) if reader else None

    def near(self, asked: Asked, candidates: Sequence[Candidate]) -> Mapping[str, Column]:
        """Return each measure of nearness for the candidates."""
        if self._reader is None or self._vectors is None or not self._vectors.size():
            return no_measures(len(candidates))
        packed = self._vectors.get([candidate.card.known.key for candidate in candidates])
        if not any(packed):
            return no_measures(len(candidates))
        return measures(self._reader, reading=self._reader.read(readable(asked.text)), packed=packed)

    def learn(self, known: Sequence[Known], *, drop: Sequence[str] = ()) -> None:
        """Read fact-checks and keep what was read; forget what was dropped."""
        if self._reader is None or self._vectors is None:
            return
        if drop:
            self._vectors.change(put={}, drop=drop)
        for start in range(0, len(known), BATCH):
            part = known[start : start + BATCH]
            packed = self._reader.pack([(one.title, one.review) for one in part])
            self._vectors.change(put={one.key: data for one, data in zip(part, packed, strict=True)})

    def lacking(self, keys: Sequence[str]) -> list[str]:
        """Return the keys that have not been read."""
        if self._vectors is None:
            return []
        return [key for key, packed in zip(keys, self._vectors.get(keys), strict=True) if not packed]

    def size(self) -> int:
        """Return how many fact-checks have been read."""
        return self._vectors.size() if self._vectors else 0


def measures(reader: Reader, *, reading: Reading, packed: Sequence[bytes]) -> Mapping[str, Column]:
    """Return the reader's measures by name."""
    scores = reader.score(reading, packed)
    return {name: scores[:, at] for at, name in enumerate(FEATURES)}


def no_measures(count: int) -> Mapping[str, Column]:
    """Return the measures of candidates that nobody has read."""
    return {name: np.full(count, np.nan, dtype=np.float32) for name in FEATURES}
