"""ClaimReview in JSON as sites write it, wherever it stands: alone, in lists, in @graph, inside feed items.

Rules: schema.org/ClaimReview and developers.google.com/search/docs/appearance/structured-data/factcheck,
read 2026-11-23.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from suluh.foundation.errors import Refusal
from suluh.verification.corpus.values import Found, found, number_or_none

# Things looked into on one page; a page that holds more is not read to its end.
MOST_THINGS = 200_000
_KIND = "claimreview"


def claim_reviews(given: object) -> Iterator[dict[str, Any]]:
    """Yield every ClaimReview inside a JSON value, in the order they stand there."""
    waiting, seen = [given], 0
    while waiting and seen < MOST_THINGS:
        thing = waiting.pop()
        seen += 1
        if isinstance(thing, list):
            waiting += reversed(thing)
        elif isinstance(thing, dict) and _is_review(thing):
            yield thing
        elif isinstance(thing, dict):
            waiting += [inner for inner in reversed(thing.values()) if isinstance(inner, dict | list)]


class Reader:
    """Makes ``Found`` values of ClaimReviews. Several reviews of one address are told apart by their order."""

    def __init__(self, *, page: str = "") -> None:
        self._page = page
        self._met: Counter[str] = Counter()

    def read(self, review: dict[str, Any]) -> Found | Refusal:
        """Return the fact-check of one ClaimReview, or why it is none."""
        link = text_of(review.get("url")) or text_of(review.get("mainEntityOfPage")) or self._page
        self._met[link] += 1
        ordinal = self._met[link]
        rating, item = _dict(review.get("reviewRating")), _dict(review.get("itemReviewed"))
        worst, best = number_or_none(rating.get("worstRating")), number_or_none(rating.get("bestRating"))
        try:
            return found(
                external_id=link if ordinal == 1 else f"{link}#{ordinal}",
                title=review.get("claimReviewed") or item.get("name") or review.get("name"),
                rating=text_of(rating.get("alternateName")) or text_of(rating.get("name")),
                value=number_or_none(rating.get("ratingValue")),
                ends=(worst, best) if worst is not None and best is not None else None,
                reason=rating.get("ratingExplanation") or review.get("description") or review.get("headline"),
                review=review.get("reviewBody") or review.get("articleBody") or review.get("text"),
                appeared=_appeared(item),
                first_seen_on=item.get("datePublished"),
                checked_on=review.get("datePublished") or review.get("dateCreated"),
                link=link,
                links=[text_of(place) for place in _list(item.get("appearance")) + _list(item.get("firstAppearance"))],
                language=text_of(review.get("inLanguage")),
            )
        except Refusal as refusal:
            return refusal


def text_of(given: object) -> str:
    """Return the text a JSON-LD value stands for: itself, its address, its name, or that of the first of a list."""
    if isinstance(given, list):
        given = given[0] if given else ""
    if isinstance(given, dict):
        given = next((given[key] for key in ("@value", "url", "@id", "alternateName", "name") if given.get(key)), "")
    return given if isinstance(given, str) else ""


def _is_review(thing: dict[str, Any]) -> bool:
    kinds = _list(thing.get("@type"))
    return any(isinstance(kind, str) and kind.lower().endswith(_KIND) for kind in kinds)


def _appeared(item: dict[str, Any]) -> str:
    """Return who said it and where, in words."""
    author = item.get("author")
    author = author[0] if isinstance(author, list) and author else author
    who = author.get("name") if isinstance(author, dict) else author
    places = [text_of(place) for place in _list(item.get("firstAppearance")) + _list(item.get("appearance"))]
    told = [who if isinstance(who, str) else "", next((place for place in places if place), "")]
    return " · ".join(part for part in told if part)


def _dict(given: object) -> dict[str, Any]:
    if isinstance(given, list):
        given = given[0] if given else {}
    return given if isinstance(given, dict) else {}


def _list(given: object) -> list[Any]:
    if given is None:
        return []
    return given if isinstance(given, list) else [given]
