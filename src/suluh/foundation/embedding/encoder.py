"""Runs the network: texts in, the states of their pieces out."""

from __future__ import annotations

import numpy as np
import onnxruntime

from suluh.foundation.embedding import graph
from suluh.foundation.embedding.tokens import Numbers, Tokenizer
from suluh.foundation.embedding.weights import Floats, Weights


class Encoder:
    """multilingual-e5-small on one thread."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self.tokenizer = Tokenizer(weights.pieces)
        self.width = width = weights.shape.width
        kind = weights.floats("emb.type")[:width]
        self._places = weights.floats("emb.pos").reshape(-1, width) + kind
        self._gain, self._bias = weights.floats("emb.ln.w"), weights.floats("emb.ln.b")
        self._session = onnxruntime.InferenceSession(graph.written(weights), _options(), ["CPUExecutionProvider"])

    def states(self, numbers: Numbers) -> Floats:
        """Return the state of each piece of one text, float32 [pieces, width].

        Texts go one by one: 8-bit numbers share one scale for all that goes in together, so a text's states would
        depend on its neighbours (cosine .993), for a tenth of the time.
        """
        pieces = self._weights.rows("emb.word", numbers=numbers, columns=self.width)
        (states,) = self._session.run(None, {graph.INPUT: self._normed(pieces + self._places[: len(numbers)])[None]})
        found: Floats = np.asarray(states)[0]
        return found

    def _normed(self, rows: Floats) -> Floats:
        rows = rows - rows.mean(axis=1, keepdims=True)
        spread = np.sqrt((rows * rows).mean(axis=1, keepdims=True) + self._weights.shape.epsilon)
        normed: Floats = (rows / spread * self._gain + self._bias).astype(np.float32)
        return normed


def _options() -> onnxruntime.SessionOptions:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    # Written as it should run: the optimiser would join steps into slower ones.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    return options
