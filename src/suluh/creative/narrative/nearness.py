"""How near texts are to each other: by meaning where the embedding network is at hand, by shared words otherwise."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from suluh.creative.narrative.languages import Words
from suluh.creative.narrative.sentences import content_words

Floats = NDArray[np.float32]
Embed = Callable[[Sequence[str]], Floats | None]
# Pieces read of one sentence: its first 20 words or so; what it is about stands there.
_PIECES = 32


def by_meaning(texts: Sequence[str]) -> Floats | None:
    """Return a vector of each text from the embedding network, None where it is not at hand."""
    found = [vector_of(text) for text in texts]
    vectors = [vector for vector in found if vector is not None]
    return np.array(vectors, dtype=np.float32) if len(vectors) == len(found) else None


@lru_cache(maxsize=512)
def vector_of(text: str) -> Floats | None:
    """Return one text's vector; a sentence that stays costs nothing when a story is read again after a change."""
    try:  # loaded here: who only imports the room must not wait for the engine that runs the network
        from suluh.foundation.embedding.embedder import embed
    except ImportError:
        return None
    read = embed([text], most=_PIECES)
    return None if read is None else read[0]


def by_words(texts: Sequence[str], *, words: Words) -> Floats:
    """Return a vector of each text from the words it shares with the others, rare ones counting more."""
    bags = [content_words(text, words=words) for text in texts]
    counts = Counter(word for bag in bags for word in bag)
    columns = {word: column for column, word in enumerate(sorted(counts))}
    vectors = np.zeros((len(texts), max(1, len(columns))), dtype=np.float32)
    for row, bag in zip(vectors, bags, strict=True):
        for word in bag:
            row[columns[word]] = 1 + math.log(len(texts) / counts[word])
    unit: Floats = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return unit


def spread(values: Floats) -> Floats:
    """Return values on a scale from 0 to 1: e5's cosines lie close together, and only their order says something."""
    low, high = float(values.min(initial=1)), float(values.max(initial=0))
    if high - low < 1e-6:
        return np.full_like(values, 0.5)
    scaled: Floats = (values - low) / (high - low)
    return scaled


def centrality(vectors: Floats) -> Floats:
    """Return how near each text is to all the others, from 0 to 1."""
    if len(vectors) < 2:
        return np.ones(len(vectors), dtype=np.float32)
    middle = vectors.sum(axis=0, keepdims=True) - vectors
    near: Floats = (vectors * middle).sum(axis=1) / np.maximum(np.linalg.norm(middle, axis=1), 1e-9)
    return spread(near)


def likeness(vectors: Floats) -> Floats:
    """Return how like each pair is, from 0 to 1; a text is not compared with itself."""
    alike = vectors @ vectors.T
    apart = ~np.eye(len(vectors), dtype=bool)
    if apart.any():
        alike[apart] = spread(alike[apart])
    np.fill_diagonal(alike, 1)
    return alike


def chosen(scores: Floats, *, alike: Floats, most: int, weight: float) -> list[int]:
    """Return the places of the best texts that differ from each other (maximal marginal relevance), the best first.

    ``weight`` is what a whole likeness to one chosen before takes off the score. Carbonell and Goldstein (1998).
    """
    picked: list[int] = []
    left = set(range(len(scores)))
    while left and len(picked) < most:
        best = max(left, key=lambda at: (scores[at] - weight * max((alike[at, p] for p in picked), default=0.0), -at))
        picked.append(best)
        left.remove(best)
    return picked
