"""The matcher's bench reads its layout and counts rightly, on a tiny corpus of our own."""

import json
from argparse import Namespace
from pathlib import Path
from typing import Any

import pytest

from bench import verification, verify_data

pytestmark = pytest.mark.slow

ROWS: dict[str, list[dict[str, Any]]] = {
    "facts": [
        {
            "id": "f1",
            "title": "Jembatan Sungai Lilin ambruk dihantam kapal",
            "review": "Foto lama.",
            "date": "2026-01-02",
        },
        {"id": "f2", "title": "Minum air garam menyembuhkan demam berdarah", "review": "", "date": "2026"},
    ],
    "queries": [
        {"qid": "q1", "kind": "narasi", "text": "Jembatan Sungai Lilin ambruk!", "gold": ["f1"], "overlap": 0.9},
        {"qid": "q2", "kind": "typo", "text": "Jembatn Sungai Lilin ambruk!", "gold": ["f1"], "base": "q1"},
    ],
    "nomatch": [{"qid": "n1", "kind": "news", "text": "Panen raya padi dimulai di lumbung desa"}],
    "pad": [
        {"id": "p1", "source": "detik", "text": "Kabar detik"},
        {"id": "p2", "source": "other", "text": "Padi menguning"},
    ],
}


def test_the_bench_measures_a_tiny_corpus(tmp_path: Path) -> None:
    for name, rows in ROWS.items():
        (tmp_path / f"{name}.jsonl").write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    data = verify_data.read(tmp_path)
    given = Namespace(pad=3, peers=True, million=False, no_meaning=True)
    result: dict[str, Any] = verification.measure(data, tmp_path / "place", given=given)
    assert result["index"]["documents"] == 5
    assert result["found"]["all"]["R@1"] == 1
    assert result["no fact-check"]["all"]["false"] == 0
    assert result["claim memory"]["recall"] == 1
    assert "p1" not in {entry.key for entry in verification.corpus(data, pad=3)}
    assert result["peers"]["SQLite FTS5"]["R@1"] == 1
