"""A table as CSV (RFC 4180) in UTF-8 with a line of column names; docs/how-to/import-fact-checks.md lists them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _
from suluh.verification.corpus import texts
from suluh.verification.corpus.contract import Importer
from suluh.verification.corpus.values import BadRow, Found, Place, Row, Sheet, bad_page, found, numbered

# Each column by its name here, and by what else it may be called.
COLUMNS = {
    "id": ("nomor", "kode"),
    "title": ("claim", "klaim", "judul"),
    "verdict": ("rating", "putusan", "hasil"),
    "reason": ("alasan",),
    "review": ("penjelasan", "isi"),
    "appeared": ("muncul", "sumber"),
    "first_seen_on": ("pertama_terlihat",),
    "checked_on": ("date", "tanggal", "tanggal_periksa"),
    "link": ("url", "tautan"),
    "links": ("urls", "bukti"),
    "language": ("bahasa",),
    "messages": ("message", "pesan", "narasi"),
}
MUST = ("title", "verdict")
BETWEEN_MESSAGES = "||"
_NAMES = {alias: name for name, aliases in COLUMNS.items() for alias in (name, *aliases)}


class Table(Importer):
    """Reads one fact-check a line."""

    kind = "csv"
    label = _("CSV table")
    most_bytes = 50_000_000
    timeout = 120

    def rows(self, sheet: Sheet, *, place: Place) -> Iterator[Row]:
        """Yield the lines' fact-checks. Raises ``BadPage`` where needed columns are missing."""
        text = texts.text(sheet)
        head = text.partition("\n")[0]
        delimiter = max(",;\t", key=head.count)
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        columns = [_NAMES.get(name.strip().casefold().replace(" ", "_"), "") for name in next(reader, [])]
        missing = [name for name in MUST if name not in columns]
        if missing:
            raise bad_page(
                _("The table has no column “%(column)s”. Its first line must name the columns: %(all)s.")
                % {"column": missing[0], "all": ", ".join(COLUMNS)}
            )
        yield from numbered(_lines(reader, columns=columns))


def _lines(reader: Iterator[list[str]], *, columns: list[str]) -> Iterator[Found | Refusal]:
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield BadRow(_("the line cannot be read as CSV"), hint=str(error))
            continue
        if any(cell.strip() for cell in cells):
            yield _read(dict(zip(columns, cells, strict=False)))


def _read(cells: dict[str, str]) -> Found | Refusal:
    try:
        return found(
            external_id=cells.get("id") or cells.get("link") or cells.get("title", ""),
            title=cells.get("title"),
            rating=cells.get("verdict"),
            reason=cells.get("reason"),
            review=cells.get("review"),
            appeared=cells.get("appeared"),
            first_seen_on=cells.get("first_seen_on"),
            checked_on=cells.get("checked_on"),
            link=cells.get("link"),
            links=cells.get("links", "").split(),
            language=cells.get("language"),
            messages=cells.get("messages", "").split(BETWEEN_MESSAGES),
        )
    except Refusal as refusal:
        return refusal


IMPORTER = Table()
