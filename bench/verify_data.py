"""Fact-checks, circulating texts and padding in the layout that the matcher is measured and trained on.

A folder holds facts.jsonl (id, title, review, rating, date), queries.jsonl (qid, kind, text, gold; a noisy copy names
its ``base``), nomatch.jsonl (qid, kind, text) and pad.jsonl (id, source, text).
"""

from __future__ import annotations

import hashlib
import json
import random
import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from suluh.verification.matching.values import Known

FOLDS = 5
SEED = 1
GRAM = 4
ALIKE, WITHIN, LONG_ENOUGH = 0.45, 0.8, 20  # when two titles are near-duplicates: Jaccard; or one within the other
COMMON = 400  # titles a gram may stand in before it says nothing


@dataclass(frozen=True, kw_only=True)
class Query:
    """One text with the fact-checks that are right for it; none means "not known"."""

    qid: str
    kind: str
    text: str
    gold: frozenset[str]
    base: str
    overlap: float


@dataclass(frozen=True, kw_only=True)
class Data:
    """One folder, read."""

    facts: list[Known]
    queries: list[Query]
    nomatch: list[Query]
    pad: list[tuple[str, Known]]  # source, entry


def read(folder: Path) -> Data:
    """Read a data folder."""
    pad = [(row["source"], Known(key=row["id"], title=row["text"])) for row in lines(folder / "pad.jsonl")]
    random.Random(SEED).shuffle(pad)  # noqa: S311
    return Data(
        facts=[known_of(row) for row in lines(folder / "facts.jsonl")],
        queries=[query_of(row) for row in lines(folder / "queries.jsonl")],
        nomatch=[query_of(row) for row in lines(folder / "nomatch.jsonl")],
        pad=pad,
    )


def lines(path: Path) -> list[dict[str, Any]]:
    """Read a file of JSON lines; a missing one is empty."""
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def known_of(row: dict[str, Any]) -> Known:
    """Read one fact-check."""
    return Known(
        key=row["id"],
        title=row["title"],
        review=row.get("review") or "",
        rating=row.get("rating") or "",
        day=day_of(row.get("date") or ""),
    )


def day_of(written: str) -> date | None:
    """Read a whole date; a year alone is none."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def query_of(row: dict[str, Any]) -> Query:
    """Read one text."""
    return Query(
        qid=row["qid"],
        kind=row["kind"],
        text=row["text"],
        gold=frozenset(row.get("gold", ())),
        base=row.get("base", ""),
        overlap=float(row.get("overlap", 1.0)),
    )


def groups_of(data: Data) -> dict[str, str]:
    """Return for each fact-check the name of its group: near-duplicate titles and those that share a text."""
    parent = {fact.key: fact.key for fact in data.facts}

    def find(key: str) -> str:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for one, other in near_duplicates(data.facts):
        parent[find(one)] = find(other)
    for query in data.queries:
        first, *others = sorted(query.gold & parent.keys()) or [""]
        for other in others:
            parent[find(first)] = find(other)
    return {key: find(key) for key in parent}


def near_duplicates(facts: list[Known]) -> list[tuple[str, str]]:
    """Return pairs of fact-checks whose titles share most of their grams."""
    grams = {fact.key: grams_of(fact.title) for fact in facts}
    holders: dict[str, list[str]] = defaultdict(list)
    for key, own in grams.items():
        for gram in own:
            holders[gram].append(key)
    pairs = []
    for key, own in grams.items():
        counts = Counter(other for gram in own if len(holders[gram]) < COMMON for other in holders[gram])
        for other, _ in counts.most_common(40):
            both, least = len(own & grams[other]), min(len(own), len(grams[other]))
            inside = least >= LONG_ENOUGH and both / least >= WITHIN
            if other != key and (both / len(own | grams[other]) >= ALIKE or inside):
                pairs.append((key, other))
    return pairs


def grams_of(title: str) -> set[str]:
    """Return the overlapping pieces of a whole title."""
    plain = re.sub(r"[^a-z0-9 ]+", " ", unicodedata.normalize("NFKC", title).lower())
    padded = f" {' '.join(plain.split())} "
    return {padded[at : at + GRAM] for at in range(len(padded) - GRAM + 1)} or {padded}


def folds_of(data: Data, *, groups: dict[str, str]) -> dict[str, int]:
    """Return the fold of every text; all texts of one group are in one fold."""
    texts = Counter(groups[min(query.gold)] for query in data.queries if query.gold)
    load = [0] * FOLDS
    chosen: dict[str, int] = {}
    for group, count in sorted(texts.items(), key=lambda pair: (-pair[1], pair[0])):
        chosen[group] = min(range(FOLDS), key=lambda at: load[at])
        load[chosen[group]] += count
    folds = {query.qid: chosen[groups[min(query.gold)]] for query in data.queries if query.gold}
    return folds | {
        query.qid: int(hashlib.sha256(query.qid.encode()).hexdigest(), 16) % FOLDS for query in data.nomatch
    }
