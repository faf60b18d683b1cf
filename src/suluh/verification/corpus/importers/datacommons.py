"""A feed of ClaimReviews: schema.org's DataFeed in JSON, as datacommons.org/factcheck publishes it. Read 2026-11-23.

The feed is the whole world's: behind "#only=" the address may name the sites that are wanted, with commas between.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _
from suluh.verification.corpus import texts
from suluh.verification.corpus.claim_reviews import Reader, claim_reviews
from suluh.verification.corpus.contract import Importer
from suluh.verification.corpus.values import Found, Place, Request, Row, Sheet, bad_page, numbered

_LIST = re.compile(r'"dataFeedElement"\s*:\s*\[')
_BETWEEN = re.compile(r"[\s,]*")


class DataFeed(Importer):
    """Reads a feed one element after the other: it may have a hundred thousand."""

    kind = "datacommons"
    label = _("A feed of ClaimReviews (Data Commons)")
    most_bytes = 200_000_000
    timeout = 300

    def request(self, place: Place) -> Request:
        """Return the feed's address without what stands for us behind "#"."""
        return Request(url=place.address.partition("#")[0])

    def rows(self, sheet: Sheet, *, place: Place) -> Iterator[Row]:
        """Yield the feed's fact-checks. Raises ``BadPage`` where it is no DataFeed."""
        reader, only = Reader(), _only(place.address)
        read = (reader.read(review) for element in _elements(texts.text(sheet)) for review in claim_reviews(element))
        yield from numbered(row for row in read if _is_wanted(row, only=only))


def _only(address: str) -> tuple[str, ...]:
    fragment = address.partition("#")[2]
    names = fragment.removeprefix("only=").split(",") if fragment.startswith("only=") else []
    return tuple(name.strip().lower().removeprefix("www.") for name in names if name.strip())


def _is_wanted(row: Found | Refusal, *, only: tuple[str, ...]) -> bool:
    if not only:
        return True
    host = (urlsplit(row.link).hostname or "").removeprefix("www.") if isinstance(row, Found) else ""
    return any(host == name or host.endswith(f".{name}") for name in only)


def _elements(feed: str) -> Iterator[Any]:
    """Yield the elements of a feed without reading it whole; a feed cut short gives those before the cut."""
    begin = _LIST.search(feed)
    if begin is None:
        raise bad_page(_("The answer is no DataFeed: it has no “dataFeedElement”. Check the address of the source."))
    decoder, at = json.JSONDecoder(), begin.end()
    while True:
        between = _BETWEEN.match(feed, at)
        at = between.end() if between else at
        if feed[at : at + 1] == "]":
            return
        try:
            element, at = decoder.raw_decode(feed, at)
        except (ValueError, RecursionError) as error:
            raise bad_page(_("The feed cannot be read to its end."), hint=error) from error
        yield element


IMPORTER = DataFeed()
