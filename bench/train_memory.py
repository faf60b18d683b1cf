"""Make the matcher's claim memory model from data that the operator names.

    python -m bench.train_memory DATA_DIR [--out DIR]

Texts as they circulated are put in as heard messages; their noisy copies must lead back to them, and texts without a
fact-check, and texts whose own message was left out, must not. A logistic regression over a handful of measures.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench import verify_data
from bench.verify_data import Query
from suluh.verification.matching.card import Asked
from suluh.verification.matching.index import Index
from suluh.verification.matching.matcher import MODELS
from suluh.verification.matching.memory import NAMES, chance, compare
from suluh.verification.matching.pairs import Row
from suluh.verification.matching.values import Heard

ACCEPTED = 0.003  # share of texts never heard that may be taken for heard ones
STEPS, RATE, DECAY = 4000, 0.5, 1e-4
Floats = NDArray[np.float64]


def best_rows(index: Index, queries: list[Query], *, leave_out: dict[str, str]) -> list[list[tuple[bool, Row]]]:
    """Return for each text the heard messages like it: whether each has a right answer, and how it is alike."""
    found = []
    for query in queries:
        alike = [pair for pair in compare(index, Asked(query.text)) if pair[0].key != leave_out.get(query.qid)]
        found.append([(heard.known in query.gold, row) for heard, row in alike])
    return found


def learn(rows: Floats, *, right: Floats) -> dict[str, float]:
    """Fit a logistic regression."""
    mean, spread = rows.mean(0), rows.std(0) + 1e-6
    scaled = (rows - mean) / spread
    slopes, bias = np.zeros(rows.shape[1]), 0.0
    balance = np.where(right > 0, 1.0, right.sum() / max(1.0, (1 - right).sum()))
    for _ in range(STEPS):
        error = (1 / (1 + np.exp(-(scaled @ slopes + bias))) - right) * balance
        slopes -= RATE * ((error[:, None] * scaled).mean(0) + DECAY * slopes)
        bias -= RATE * float(error.mean())
    plain = slopes / spread
    return {name: round(float(value), 5) for name, value in zip(NAMES, plain, strict=True)} | {
        "bias": round(float(bias - (plain * mean).sum()), 5)
    }


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, default=MODELS)
    given = parser.parse_args()
    data = verify_data.read(given.folder)
    told = {query.qid: query for query in data.queries if query.kind == "narasi"}
    copies = [query for query in data.queries if query.base in told]
    index = Index(Path(tempfile.mkdtemp()))
    heard = [Heard(key=qid, text=one.text, known=min(one.gold)) for qid, one in told.items()]
    index.apply(put=heard, drop=[], mark=1)
    own = best_rows(index, copies, leave_out={})
    strange = best_rows(index, data.nomatch, leave_out={})
    orphans = best_rows(index, copies, leave_out={query.qid: query.base for query in copies})
    pairs = [pair for rows in own for pair in rows] + [pair for rows in strange for pair in rows[:3]]
    model = learn(
        np.array([[row[name] for name in NAMES] for _, row in pairs]),
        right=np.array([float(is_right) for is_right, _ in pairs]),
    )
    write(model, own=own, strange=strange, out=given.out)
    best = [max(((chance(row, model=model), ok) for ok, row in rows), default=(0.0, False)) for rows in orphans]
    limit = json.loads((given.out / "thresholds.json").read_text())["memory"]
    print("copies whose own message is not there: answered", np.mean([one[0] >= limit for one in best]))
    print("... of these rightly", np.mean([one[1] for one in best if one[0] >= limit]))


def write(
    model: dict[str, float], *, own: list[list[tuple[bool, Row]]], strange: list[list[tuple[bool, Row]]], out: Path
) -> None:
    """Write the model and the threshold, and print what they reach on the data they were made from."""
    out.mkdir(parents=True, exist_ok=True)
    (out / "memory.json").write_text(json.dumps(model, indent=1) + "\n")
    false = sorted((max((chance(row, model=model) for _, row in rows), default=0.0) for rows in strange), reverse=True)
    limit = max(0.5, false[int(ACCEPTED * len(false))] + 1e-4)
    best = [max(((chance(row, model=model), ok) for ok, row in rows), default=(0.0, False)) for rows in own]
    place = out / "thresholds.json"
    old = json.loads(place.read_text()) if place.exists() else {"near": 0.3, "known": 0.8, "scale": 1.0, "shift": 0.0}
    place.write_text(json.dumps(old | {"memory": round(limit, 4)}, indent=1) + "\n")
    print("memory from", round(limit, 4), "recall", np.mean([ok and value >= limit for value, ok in best]))
    print("texts without a fact-check answered", np.mean([value >= limit for value in false]), "highest", false[:8])


if __name__ == "__main__":
    main()
