"""Runs the network: texts in, the states of their pieces out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import onnxruntime

from suluh.verification.matching.neural import graph
from suluh.verification.matching.neural.tokens import Numbers, Tokenizer
from suluh.verification.matching.neural.weights import Floats, Weights

AT_ONCE: Final = 128
"""Pieces of several short texts that go through the network together."""
FAR: Final = -1e4


class Encoder:
    """multilingual-e5-small on one thread."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self.tokenizer = Tokenizer(weights.pieces)
        width = weights.shape.width
        kind = weights.floats("emb.type")[:width]
        self._places = weights.floats("emb.pos").reshape(-1, width) + kind
        self._gain, self._bias = weights.floats("emb.ln.w"), weights.floats("emb.ln.b")
        self._session = onnxruntime.InferenceSession(graph.written(weights), _options(), ["CPUExecutionProvider"])

    def states(self, rows: Sequence[Numbers]) -> list[Floats]:
        """Return for each row of pieces its states, float32 [pieces, width]; short rows share one run."""
        out: list[Floats] = []
        group: list[Numbers] = []
        for row in rows:
            if group and sum(map(len, group)) + len(row) > AT_ONCE:
                out += self._run(group)
                group = []
            group.append(row)
        return out + (self._run(group) if group else [])

    def _run(self, group: Sequence[Numbers]) -> list[Floats]:
        numbers = np.concatenate(group)
        lengths = [len(row) for row in group]
        places = np.concatenate([np.arange(length) for length in lengths])
        pieces = self._weights.rows("emb.word", numbers=numbers, columns=self._weights.shape.width)
        (states,) = self._session.run(
            None, {graph.INPUT: self._normed(pieces + self._places[places])[None], graph.APART: _apart(lengths)}
        )
        return np.split(np.asarray(states)[0], np.cumsum(lengths)[:-1])

    def _normed(self, rows: Floats) -> Floats:
        rows = rows - rows.mean(axis=1, keepdims=True)
        spread = np.sqrt((rows * rows).mean(axis=1, keepdims=True) + self._weights.shape.epsilon)
        normed: Floats = (rows / spread * self._gain + self._bias).astype(np.float32)
        return normed


def _apart(lengths: Sequence[int]) -> Floats:
    """Return what is added to attention so that each text sees itself only, [1, 1, pieces, pieces]."""
    owner = np.repeat(np.arange(len(lengths)), lengths)
    return np.where(owner[:, None] == owner[None], np.float32(0), np.float32(FAR))[None, None]


def _options() -> onnxruntime.SessionOptions:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    # Written as it should run: the optimiser would join steps into slower ones.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    return options
