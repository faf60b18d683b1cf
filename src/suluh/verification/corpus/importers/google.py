"""Google's Fact Check Tools API, claims:search.

developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/claims/search, read 2026-11-23. The address of the
source is the API's with what is searched for: ".../v1alpha1/claims:search?query=bansos&languageCode=id".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _
from suluh.verification.corpus import texts
from suluh.verification.corpus.contract import Importer
from suluh.verification.corpus.values import BadRow, Found, Onward, Place, Request, Row, Sheet, found, numbered

CLAIMS_A_PAGE = 50


class NoKey(Refusal):
    """The API wants a key, and none is set."""

    code = "verification.E115"


class FactCheckTools(Importer):
    """Reads what a search finds, all its pages. The key goes as a header: addresses are logged, headers are not."""

    kind = "google"
    label = _("Google's Fact Check Tools API")
    asks_robots = False

    def request(self, place: Place) -> Request:
        """Return the address of the next page of the search. Raises ``NoKey``."""
        if not place.key:
            raise NoKey(_("This source needs a key of Google's Fact Check Tools API. Set SULUH_FACT_CHECK_KEY."))
        parts = urlsplit(place.address)
        asked = {name: value for name, value in parse_qsl(parts.query) if name != "key"}
        asked |= {"pageSize": str(CLAIMS_A_PAGE)}
        token = place.position.get("token")
        if isinstance(token, str) and token:
            asked["pageToken"] = token
        url = urlunsplit((parts.scheme, parts.netloc, parts.path, urlencode(asked), ""))
        return Request(url=url, headers={"X-Goog-Api-Key": place.key})

    def rows(self, sheet: Sheet, *, place: Place) -> Iterator[Row]:
        """Yield a row for each review of each claim."""
        yield from numbered(_reviews(_answer(sheet)))

    def onward(self, sheet: Sheet, *, place: Place) -> Onward:
        """Go on to the next page, which the answer names."""
        token = _answer(sheet).get("nextPageToken")
        if isinstance(token, str) and token and token != place.position.get("token"):
            return Onward(position={"token": token}, is_end=False)
        return Onward()


def _answer(sheet: Sheet) -> dict[str, Any]:
    given = texts.parsed(sheet)
    return given if isinstance(given, dict) else {}


def _reviews(answer: dict[str, Any]) -> Iterator[Found | Refusal]:
    claims = answer.get("claims")
    for claim in claims if isinstance(claims, list) else []:
        given = claim if isinstance(claim, dict) else {}
        reviews = given.get("claimReview")
        if not isinstance(reviews, list) or not reviews:
            yield BadRow(_("it bears no verdict"))
            continue
        for review in reviews:
            yield _read(given, review=review if isinstance(review, dict) else {})


def _read(claim: dict[str, Any], *, review: dict[str, Any]) -> Found | Refusal:
    try:
        return found(
            external_id=f"{review.get('url', '')}#{claim.get('text', '')}",
            title=claim.get("text") or review.get("title"),
            rating=review.get("textualRating"),
            reason=review.get("title"),
            appeared=claim.get("claimant"),
            first_seen_on=claim.get("claimDate"),
            checked_on=review.get("reviewDate"),
            link=review.get("url"),
            language=review.get("languageCode"),
        )
    except Refusal as refusal:
        return refusal


IMPORTER = FactCheckTools()
