"""A page with ClaimReview as JSON-LD (schema.org/ClaimReview, read 2026-11-23): one object, a list or an @graph."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from suluh.foundation.language import lazy as _
from suluh.verification.corpus import texts
from suluh.verification.corpus.claim_reviews import Reader, claim_reviews
from suluh.verification.corpus.contract import Importer
from suluh.verification.corpus.values import Place, Row, Sheet, bad_page, numbered

_SCRIPT = re.compile(r"<script\b[^>]{0,300}?application/ld\+json[^>]{0,300}>", re.IGNORECASE)
_END = re.compile(r"</script", re.IGNORECASE)


class ClaimReviewPage(Importer):
    """Reads what a page says of itself for search engines."""

    kind = "claimreview"
    label = _("A page with ClaimReview")
    most_bytes = 5_000_000

    def rows(self, sheet: Sheet, *, place: Place) -> Iterator[Row]:
        """Yield the page's fact-checks. Raises ``BadPage`` where it has no ClaimReview."""
        reader = Reader(page=sheet.url or place.address)
        reviews = [review for block in _blocks(texts.text(sheet)) for review in claim_reviews(block)]
        if not reviews:
            raise bad_page(_("The page has no ClaimReview as JSON-LD."))
        yield from numbered(reader.read(review) for review in reviews)


def _blocks(page: str) -> Iterator[object]:
    """Yield the JSON of every JSON-LD script that can be read."""
    at = 0
    while begin := _SCRIPT.search(page, at):
        end = _END.search(page, begin.end())
        if end is None:
            return
        at = end.end()
        try:
            yield json.loads(page[begin.end() : end.start()], strict=False)
        except (ValueError, RecursionError):
            continue


IMPORTER = ClaimReviewPage()
