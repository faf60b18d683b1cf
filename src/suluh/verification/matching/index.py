"""The matcher's index on disk: a tantivy folder that one process writes at a time and many read.

Each document is one Known or Heard, with the words it may be found by and a JSON body to read it back from. The number
of the last change stands in a document of its own, so that it is true exactly when the change is. Terms are made by us
and indexed as they are: tantivy only splits them at spaces.
"""

from __future__ import annotations

import fcntl
import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

import tantivy

from suluh.verification.matching.values import Heard, Known
from suluh.verification.matching.words import read_words

Field = Literal["title", "review", "pieces", "heard", "heard_pieces"]
LAYOUT = "2"  # raised when documents change their form; a folder of another layout is begun anew
MARK_KEY = "\x00mark"
WRITER_MEMORY = 64_000_000  # bytes tantivy may gather before it writes a segment
MOST_REMEMBERED = 200_000  # term frequencies kept in memory
PAGE = 500
LONGEST_FIELD = 600  # terms of one field that are indexed
TERM_FIELDS: tuple[Field, ...] = ("title", "review", "pieces", "heard", "heard_pieces")


def schema() -> tantivy.Schema:
    """Return the layout of the documents."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("key", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("kind", tokenizer_name="raw", index_option="basic")
    for name in TERM_FIELDS:
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    builder.add_bytes_field("body", stored=True)
    return builder.build()


@dataclass(frozen=True, slots=True)
class Hit:
    """One document that a list proposes."""

    score: float
    body: bytes


class Index:
    """One folder. Reading sees what any process has written before."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._store = folder / f"words-{LAYOUT}"
        self._store.mkdir(parents=True, exist_ok=True)
        self._schema = schema()
        with self._lock():
            self._index = tantivy.Index(self._schema, path=str(self._store))
        self._index.config_reader(reload_policy="manual")
        self._seen = (0, 0)
        self._generation = 0
        self._searcher = self._index.searcher()
        self._frequencies: dict[tuple[str, str], int] = {}

    @contextmanager
    def _lock(self) -> Iterator[None]:
        """Let one process write at a time; the others wait."""
        with (self.folder / "writing.lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            try:
                yield
            finally:
                fcntl.flock(file, fcntl.LOCK_UN)

    def searcher(self) -> tantivy.Searcher:
        """Return a view of the index as it is now."""
        now = (self._store / "meta.json").stat()
        seen = (now.st_mtime_ns, now.st_ino)
        if seen != self._seen:
            self._index.reload()
            self._seen = seen
            self._generation += 1
            self._frequencies.clear()
            self._searcher = self._index.searcher()
        return self._searcher

    def mark(self) -> int:
        """Return the number of the last change applied, 0 for an empty index."""
        body = self.body(MARK_KEY)
        return int(json.loads(body)["mark"]) if body else 0

    def body(self, key: str) -> bytes | None:
        """Return the stored body of one document."""
        searcher = self.searcher()
        hits = searcher.search(tantivy.Query.term_query(self._schema, "key", key), limit=1).hits
        return bytes(searcher.doc(hits[0][1])["body"][0]) if hits else None

    def apply(self, *, put: Iterable[Known | Heard], drop: Iterable[str], mark: int) -> None:
        """Put and drop documents in one change that readers see whole. An older ``mark`` never replaces a newer one."""
        with self._lock():
            writer = self._index.writer(WRITER_MEMORY, 1)
            fresh = self.searcher().num_docs == 0
            for key in drop:
                writer.delete_documents_by_term("key", key)
            for entry in put:
                if not fresh:
                    writer.delete_documents_by_term("key", entry.key)
                writer.add_document(document_of(entry))
            newest = max(mark, self.mark())
            writer.delete_documents_by_term("key", MARK_KEY)
            writer.add_document(tantivy.Document(key=MARK_KEY, body=json.dumps({"mark": newest}).encode()))
            writer.commit()
            writer.wait_merging_threads()

    def rarest(self, field: Field, *, terms: Sequence[str], most: int) -> list[tuple[str, float]]:
        """Return the rarest of the terms that the field has, weighted by how often they were said."""
        counts = Counter(terms)
        found = {term: self.frequency(field, term=term) for term in counts}
        rare = sorted((term for term in counts if found[term]), key=lambda term: found[term])[:most]
        return [(term, 1 + math.log(counts[term])) for term in rare]

    def ask(self, field: Field, *, terms: Sequence[tuple[str, float]], limit: int) -> list[Hit]:
        """Return the best documents by BM25 for weighted terms of one field, best first."""
        searcher = self.searcher()
        if not terms or not searcher.num_docs:
            return []
        query = tantivy.Query
        parts = [
            (tantivy.Occur.Should, query.boost_query(query.term_query(self._schema, field, term, "freq"), weight))
            for term, weight in terms
        ]
        hits = searcher.search(query.boolean_query(parts), limit=limit, count=False).hits
        return [Hit(score=float(score), body=bytes(searcher.doc(address)["body"][0])) for score, address in hits]

    def frequency(self, field: Field, *, term: str) -> int:
        """Return how many documents have a term in one field."""
        known = self._frequencies.get((field, term))
        if known is None:
            if len(self._frequencies) > MOST_REMEMBERED:
                self._frequencies.clear()
            known = self._frequencies[field, term] = int(self._searcher.doc_freq(field, term))
        return known

    def known_bodies(self) -> Iterator[list[bytes]]:
        """Give the bodies of all Known, some at a time."""
        searcher = self.searcher()
        query = tantivy.Query.term_query(self._schema, "kind", "known", "basic")
        for start in range(0, searcher.num_docs, PAGE):
            hits = searcher.search(query, limit=PAGE, offset=start, count=False).hits
            if not hits:
                return
            yield [bytes(searcher.doc(address)["body"][0]) for _, address in hits]

    def generation(self) -> int:
        """Return a number that changes whenever the index does."""
        self.searcher()
        return self._generation

    def size(self) -> int:
        """Return how many documents there are."""
        return int(self.searcher().num_docs)


def document_of(entry: Known | Heard) -> tantivy.Document:
    """Return the index's document for one entry."""
    document = tantivy.Document()
    document.add_text("key", entry.key)
    document.add_text("kind", "heard" if isinstance(entry, Heard) else "known")
    body: dict[str, str | list[str]] = {"key": entry.key}
    if isinstance(entry, Heard):
        words = read_words(entry.text)
        terms = {"heard": words.stems, "heard_pieces": words.pieces}
        body |= {"text": entry.text[:4000], "known": entry.known}
    else:
        words = read_words("\n".join((entry.title, *entry.pictures)))
        terms = {"title": words.stems, "pieces": words.pieces, "review": read_words(entry.review).stems}
        body |= {
            "title": entry.title,
            "review": entry.review[:1500],
            "rating": entry.rating,
            "day": entry.day.isoformat() if entry.day else "",
            "pictures": list(entry.pictures),
        }
    for field, values in terms.items():
        document.add_text(field, " ".join(values[:LONGEST_FIELD]))
    document.add_bytes("body", json.dumps(body, ensure_ascii=False).encode())
    return document


def known_of(body: bytes) -> Known:
    """Read a Known back."""
    found = json.loads(body)
    return Known(
        key=found["key"],
        title=found["title"],
        review=found["review"],
        rating=found["rating"],
        day=date.fromisoformat(found["day"]) if found["day"] else None,
        pictures=tuple(found["pictures"]),
    )


def heard_of(body: bytes) -> Heard:
    """Read a Heard back."""
    found = json.loads(body)
    return Heard(key=found["key"], text=found["text"], known=found["known"])
