"""What the neural reader made of each entry, kept beside the index and fetched by key: a tantivy folder of its own.

Reading takes milliseconds an entry where words take a tenth of one, so vectors may come later than their entry; a match
works without them, somewhat worse.
"""

from __future__ import annotations

import fcntl
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import tantivy

WRITER_MEMORY = 32_000_000  # bytes


class Vectors:
    """The packed vectors of one index folder, made by one version of the reader."""

    def __init__(self, folder: Path, *, made_by: str) -> None:
        self._folder = folder
        self._store = folder / f"vectors-{made_by}"
        self._store.mkdir(parents=True, exist_ok=True)
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("key", stored=True, tokenizer_name="raw", index_option="basic")
        builder.add_bytes_field("packed", stored=True)
        self._schema = builder.build()
        with self._lock():
            self._index = tantivy.Index(self._schema, path=str(self._store))
        self._index.config_reader(reload_policy="manual")
        self._seen = (0, 0)
        self._searcher = self._index.searcher()

    @contextmanager
    def _lock(self) -> Iterator[None]:
        with (self._folder / "vectors.lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def _view(self) -> tantivy.Searcher:
        now = (self._store / "meta.json").stat()
        if (now.st_mtime_ns, now.st_ino) != self._seen:
            self._index.reload()
            self._seen = (now.st_mtime_ns, now.st_ino)
            self._searcher = self._index.searcher()
        return self._searcher

    def size(self) -> int:
        """Return how many entries have a vector."""
        return int(self._view().num_docs)

    def get(self, keys: Sequence[str]) -> list[bytes]:
        """Return the packed vector of each key, nothing (b"") for one that has none."""
        view = self._view()
        found = []
        for key in keys:
            hits = view.search(tantivy.Query.term_query(self._schema, "key", key, "basic"), limit=1, count=False).hits
            found.append(bytes(view.doc(hits[0][1])["packed"][0]) if hits else b"")
        return found

    def change(self, *, put: Mapping[str, bytes], drop: Iterable[str] = ()) -> None:
        """Put and drop vectors in one change."""
        with self._lock():
            writer = self._index.writer(WRITER_MEMORY, 1)
            for key in (*drop, *put):
                writer.delete_documents_by_term("key", key)
            for key, packed in put.items():
                document = tantivy.Document()
                document.add_text("key", key)
                document.add_bytes("packed", packed)
                writer.add_document(document)
            writer.commit()
            writer.wait_merging_threads()
