"""A reading of a source: page after page is fetched, read and kept, and can be broken off anywhere."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from django.conf import settings

from suluh.foundation import tenancy
from suluh.foundation.clock import now
from suluh.foundation.errors import Refusal
from suluh.foundation.http import Http
from suluh.verification.actions.keep_found import Kept, keep_found
from suluh.verification.corpus.contract import importer
from suluh.verification.corpus.fetching import Fetcher
from suluh.verification.corpus.values import Bad, Found, Place, Row, Sheet
from suluh.verification.models import Source

log = logging.getLogger("suluh.corpus")
# Pages of one reading; what is left is read the next time.
MOST_PAGES = 400
ROWS_AT_ONCE = 200
MOST_BAD_SHOWN = 20
# What the reading itself keeps in ``Source.position`` beside the importer's own.
_SEEN, _LAST = "_seen", "_last"


@dataclass
class Report:
    """What a reading brought. ``bad`` are the first bad rows, ``bad_count`` all; ``trouble`` is what ended it early."""

    kept: Kept = field(default_factory=Kept)
    pages: int = 0
    bad: list[Bad] = field(default_factory=list)
    bad_count: int = 0
    is_unchanged: bool = False
    is_finished: bool = False
    trouble: Refusal | None = None


def fetcher_for(source: Source, *, wait: Callable[[float], None] = time.sleep) -> Fetcher:
    """Return what fetches a source's pages, with this server's settings."""
    http = Http(allow_hosts=frozenset(settings.FETCH_HOSTS))
    return Fetcher(http=http, site=settings.SITE_URL, between=source.seconds_between, wait=wait)


def import_source(source: Source, *, fetcher: Fetcher | None = None, most_pages: int = MOST_PAGES) -> Report:
    """Read a source on from where it stands. What ends the reading early is told in the report and on the source."""
    report = Report()
    with tenancy.whole_house(reason="what a source says belongs to no office"):
        try:
            _read_pages(source, fetcher=fetcher or fetcher_for(source), report=report, most_pages=most_pages)
        except Refusal as refusal:
            log.warning("source %s: %s %s", source.slug, refusal.code, refusal.hint)
            report.trouble = refusal
        _tell(source, report=report)
    return report


def import_file(source: Source, *, data: bytes) -> Report:
    """Read a file as one page of a source; its position stays."""
    report = Report()
    with tenancy.whole_house(reason="what a source says belongs to no office"):
        try:
            reader, place = importer(source.kind), Place(address=source.address)
            _keep_page(source, rows=reader.rows(Sheet(body=data), place=place), position=source.position, report=report)
            report.is_finished = True
        except Refusal as refusal:
            report.trouble = refusal
        _tell(source, report=report)
    return report


def last_counts(source: Source) -> Mapping[str, int]:
    """Return what the last reading of a source brought: "new", "changed", "bad"."""
    counts = source.position.get(_LAST)
    return counts if isinstance(counts, dict) else {}


def _read_pages(source: Source, *, fetcher: Fetcher, report: Report, most_pages: int) -> None:
    reader = importer(source.kind)
    seen: Mapping[str, Any] = source.position.get(_SEEN) or {}
    position = _own(source.position)
    first: dict[str, str] | None = None
    while report.pages < most_pages and not report.is_finished:
        place = Place(address=source.address, position=position, key=settings.FACT_CHECK_KEY)
        request = reader.request(place)
        sheet, known = fetcher.page(request, importer=reader, seen=seen if first is None else {})
        if sheet is None:
            report.is_unchanged = report.is_finished = True
            return
        first = first or known
        onward = reader.onward(sheet, place=place)
        position = dict(onward.position)
        # Only a reading that came to its end may be told "nothing new" the next time.
        saved = position | {_SEEN: first if onward.is_end else {}}
        _keep_page(source, rows=reader.rows(sheet, place=place), position=saved, report=report)
        report.pages += 1
        report.is_finished = onward.is_end


def _keep_page(source: Source, *, rows: Iterator[Row], position: Mapping[str, Any], report: Report) -> None:
    """Keep a page in transactions of at most ``ROWS_AT_ONCE`` rows; the last one saves the position."""
    before = dict(source.position)
    batch = list(islice(rows, ROWS_AT_ONCE))
    while True:
        following = list(islice(rows, ROWS_AT_ONCE))
        found = [row for row in batch if isinstance(row, Found)]
        report.kept += keep_found(source, rows=found, position=before if following else position)
        for bad in (row for row in batch if isinstance(row, Bad)):
            _note(bad, source=source, report=report)
        if not following:
            return
        batch = following


def _note(bad: Bad, *, source: Source, report: Report) -> None:
    """Count a bad row; the first of a reading are told one by one."""
    report.bad_count += 1
    if len(report.bad) < MOST_BAD_SHOWN:
        report.bad.append(bad)
        log.info("source %s, page %d, row %d: %s", source.slug, report.pages + 1, bad.number, bad.why)


def _tell(source: Source, *, report: Report) -> None:
    source.refresh_from_db()
    counts = {"new": report.kept.new, "changed": report.kept.changed, "bad": report.bad_count}
    log.info("source %s: %d pages, %s", source.slug, report.pages, counts)
    source.position = source.position | {_LAST: counts}
    source.trouble = str(report.trouble)[:500] if report.trouble else ""
    source.read_at = now()
    source.save(update_fields=["position", "trouble", "read_at"])


def _own(position: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in position.items() if key not in {_SEEN, _LAST}}
