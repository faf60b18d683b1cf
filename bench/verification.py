"""Measure the matcher: how often the right fact-check is found, how often a wrong one is answered, and time.

    OMP_NUM_THREADS=1 python -m bench.verification DATA_DIR [--pad N] [--peers] [--million] [--json] [--no-meaning]

DATA_DIR: see ``verify_data``. Nothing is trained or chosen here: the model and its thresholds are the shipped ones.
``--pad`` adds so many sentences of pad.jsonl that are no fact-checks, and titles made from its words past its end.
``detik`` is left out of the padding, as the ``news`` texts come from there. ``--million`` times a corpus of 1,000,000.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import shutil
import sqlite3
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import tantivy

from bench import verify_data
from bench.verify_data import Data, Query
from suluh.verification.matching.matcher import Matcher
from suluh.verification.matching.values import Answer, Heard, Known

SEED = 20261123
MILLION = 1_000_000
TIMED = 300  # texts of which the time at a million is taken
LOW_OVERLAP = 0.34
PART = 20_000  # entries applied at once
Figures = dict[str, float]


def generated(data: Data) -> Iterator[Known]:
    """Give endless titles put together from the padding's words."""
    words = [known.title.split() for _, known in data.pad] or [fact.title.split() for fact in data.facts]
    dice = random.Random(SEED)  # noqa: S311
    number = 0
    while True:
        number += 1
        parts = [dice.choice(words) for _ in range(3)]
        yield Known(key=f"made:{number}", title=" ".join(word for part in parts for word in part[: dice.randint(2, 6)]))


def corpus(data: Data, *, pad: int) -> list[Known]:
    """Return the fact-checks with so many other sentences."""
    padding = [known for source, known in data.pad if source != "detik"][:pad]
    made = islice(generated(data), pad - len(padding))
    return [*data.facts, *padding, *made]


def build(matcher: Matcher, entries: list[Known], *, meaning: bool) -> Figures:
    """Put all entries in, words first, and say how long it took."""
    before = time.perf_counter()
    for mark, start in enumerate(range(0, len(entries), PART), start=1):
        matcher.apply(put=entries[start : start + PART], drop=[], mark=mark)
    words = time.perf_counter() - before
    while meaning and matcher.complete(most=5000):
        pass
    return {"documents": len(entries), "build_s": words, "reading_s": time.perf_counter() - before - words}


def ask(matcher: Matcher, queries: list[Query]) -> tuple[list[Answer], list[float]]:
    """Return the answers and the processor milliseconds each took."""
    answers, times = [], []
    for query in queries:
        before = time.process_time()
        answers.append(matcher.match(query.text))
        times.append((time.process_time() - before) * 1000)
    return answers, times


def found_figures(queries: list[Query], ranked: list[list[str]]) -> Figures:
    """Return R@1, R@5 and MRR of ranked keys."""
    places = [
        next((at for at, key in enumerate(keys) if key in query.gold), None)
        for query, keys in zip(queries, ranked, strict=True)
    ]
    count = max(1, len(places))
    return {
        "texts": len(places),
        "R@1": sum(place == 0 for place in places) / count,
        "R@5": sum(place is not None for place in places) / count,
        "MRR": sum(1 / (place + 1) for place in places if place is not None) / count,
    }


def answered_figures(queries: list[Query], answers: list[Answer]) -> Figures:
    """Return how many are answered as known, rightly and wrongly."""
    pairs = list(zip(queries, answers, strict=True))
    right = sum(answer.known is not None and answer.known.key in query.gold for query, answer in pairs)
    wrong = sum(answer.known is not None and answer.known.key not in query.gold for query, answer in pairs)
    return {"recall": right / max(1, len(pairs)), "answered_otherwise": wrong / max(1, len(pairs))}


def by_kind(queries: list[Query], answers: list[Answer]) -> dict[str, Figures]:
    """Return the figures of all texts, of each kind, and of those that share few words with their title."""
    parts: dict[str, list[int]] = defaultdict(list)
    for at, query in enumerate(queries):
        parts["all"].append(at)
        parts[query.kind].append(at)
        if query.kind == "narasi" and query.overlap < LOW_OVERLAP:
            parts["low overlap"].append(at)
    result = {}
    for name, places in parts.items():
        asked, said = [queries[at] for at in places], [answers[at] for at in places]
        ranked = [[match.key for match in answer.matches] for answer in said]
        result[name] = found_figures(asked, ranked) | answered_figures(asked, said)
    return result


def false_answers(queries: list[Query], answers: list[Answer]) -> dict[str, Figures]:
    """Return the share of texts without a fact-check that are answered as known, by kind."""
    parts: dict[str, list[bool]] = defaultdict(list)
    for query, answer in zip(queries, answers, strict=True):
        parts["all"].append(answer.known is not None)
        parts[query.kind].append(answer.known is not None)
    return {name: {"texts": len(said), "false": sum(said) / len(said)} for name, said in parts.items()}


def memory_figures(data: Data, folder: Path) -> Figures:
    """Index the texts as they circulated as heard messages, and ask their noisy copies and the unknown texts."""
    matcher = Matcher.open(folder)
    told = {query.qid: query for query in data.queries if query.kind == "narasi"}
    copies = [query for query in data.queries if query.base in told]
    heard = [Heard(key=f"heard:{one.qid}", text=one.text, known=min(one.gold)) for one in told.values()]
    matcher.apply(put=[*data.facts, *heard], drop=[], mark=1)
    answers = [matcher.match(query.text, limit=3) for query in copies]
    said = [answer.known if answer.known and answer.known.by == "memory" else None for answer in answers]
    right = sum(one is not None and one.key in query.gold for query, one in zip(copies, said, strict=True))
    unknown = [matcher.match(query.text, limit=3).known for query in data.nomatch]
    wrong = sum(one is not None and one.by == "memory" for one in unknown)
    return {"copies": len(copies), "recall": right / max(1, len(copies)), "false": wrong / max(1, len(unknown))}


def time_figures(times: list[float]) -> Figures:
    """Return median and 95th percentile."""
    ordered = sorted(times) or [0.0]
    return {"median_ms": ordered[len(ordered) // 2], "p95_ms": ordered[int(len(ordered) * 0.95)]}


def peers(entries: list[Known], queries: list[Query]) -> dict[str, Figures]:
    """Return what plain BM25 (tantivy) and SQLite's FTS5 find in the same corpus."""
    return {
        name: found_figures(queries, [search(query.text) for query in queries])
        for name, search in (("tantivy BM25", tantivy_search(entries)), ("SQLite FTS5", fts5_search(entries)))
    }


def words_of(text: str) -> list[str]:
    """Return the plain words of a text, each once, as a peer without our normaliser would ask them."""
    kept = "".join(sign if sign.isalnum() else " " for sign in text.lower())
    return list(dict.fromkeys(kept.split()))


def tantivy_search(entries: list[Known]) -> Callable[[str], list[str]]:
    """Index titles and reviews with tantivy as it comes."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("key", stored=True, tokenizer_name="raw")
    builder.add_text_field("words")
    schema = builder.build()
    index = tantivy.Index(schema)
    writer = index.writer(64_000_000, 1)
    for entry in entries:
        writer.add_document(tantivy.Document(key=entry.key, words=f"{entry.title} {entry.review}"))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def search(text: str) -> list[str]:
        terms = [(tantivy.Occur.Should, tantivy.Query.term_query(schema, "words", word)) for word in words_of(text)]
        hits = searcher.search(tantivy.Query.boolean_query(terms), limit=5).hits if terms else []
        return [str(searcher.doc(address)["key"][0]) for _, address in hits]

    return search


def fts5_search(entries: list[Known]) -> Callable[[str], list[str]]:
    """Index titles and reviews with SQLite."""
    database = sqlite3.connect(":memory:")
    database.execute("create virtual table facts using fts5(key unindexed, words)")
    rows = ((entry.key, f"{entry.title} {entry.review}") for entry in entries)
    database.executemany("insert into facts values (?, ?)", rows)

    def search(text: str) -> list[str]:
        asked = " OR ".join(f'"{word}"' for word in words_of(text))
        if not asked:
            return []
        found = database.execute("select key from facts where facts match ? order by rank limit 5", (asked,))
        return [str(key) for (key,) in found]

    return search


def million(data: Data, folder: Path) -> Figures:
    """Time the matcher among a million titles, most of them generated."""
    matcher = Matcher.open(folder)
    figures = build(matcher, corpus(data, pad=MILLION - len(data.facts)), meaning=False)
    matcher.complete(most=len(data.facts))
    some = random.Random(SEED).sample(data.queries, min(TIMED, len(data.queries)))  # noqa: S311
    ask(matcher, some[:20])
    return figures | time_figures(ask(matcher, some)[1]) | {"index_mb": size_of(folder)}


def size_of(folder: Path) -> float:
    """Return the megabytes a folder takes."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6


def memory_mb() -> float:
    """Return the most memory this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(data: Data, place: Path, *, given: argparse.Namespace) -> dict[str, object]:
    """Take all figures that were asked for."""
    entries = corpus(data, pad=given.pad)
    matcher = Matcher.open(place / "facts")
    result: dict[str, object] = {"index": build(matcher, entries, meaning=not given.no_meaning)}
    answers, times = ask(matcher, data.queries)
    unknown, more_times = ask(matcher, data.nomatch)
    result["time"] = time_figures(times + more_times) | {"memory_mb": memory_mb(), "index_mb": size_of(place)}
    result["thresholds"] = {"known": matcher.thresholds.known, "near": matcher.thresholds.near}
    result["found"] = by_kind(data.queries, answers)
    result["no fact-check"] = false_answers(data.nomatch, unknown)
    result["claim memory"] = memory_figures(data, place / "memory")
    if given.peers:
        result["peers"] = peers(entries, data.queries)
    if given.million:
        result["million"] = million(data, place / "million")
    return result


def show(result: dict[str, object]) -> None:
    """Print the figures for people."""
    for name, part in result.items():
        print(name)
        rows = part.items() if isinstance(part, dict) else []
        for key, value in rows:
            cells = value.items() if isinstance(value, dict) else [("", value)]
            print(f"  {key:14}", "  ".join(f"{label} {number:.4g}" for label, number in cells))


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pad", type=int, default=0)
    for name in ("--peers", "--million", "--json", "--no-meaning"):
        parser.add_argument(name, action="store_true")
    given = parser.parse_args()
    place = Path(tempfile.mkdtemp())
    try:
        result = measure(verify_data.read(given.folder), place, given=given)
    finally:
        shutil.rmtree(place)
    if given.json:
        print(json.dumps(result, indent=1))
    else:
        show(result)


if __name__ == "__main__":
    main()
