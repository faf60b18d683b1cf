"""A published fact-check as schema.org's ClaimReview, and many of them as a DataFeed.

Rules: schema.org/ClaimReview, schema.org/DataFeed and Google's "Fact check (ClaimReview) structured data", read
2026-11-23. Google shows it no longer in its search, but its Fact Check Explorer and Data Commons read it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from suluh.verification import scales
from suluh.verification.models import FactCheck, FactCheckCorrection

CONTEXT = "https://schema.org"


def may_be_published(fact_check: FactCheck) -> bool:
    """Tell whether a fact-check may go out as an office's ClaimReview: its own, public, and no example.

    What was imported is its source's to mark up, not ours.
    """
    return fact_check.office_id is not None and fact_check.state == "published" and not fact_check.is_example


def claim_review(
    fact_check: FactCheck,
    *,
    page: str,
    publisher: dict[str, Any],
    corrections: Sequence[FactCheckCorrection] = (),
) -> dict[str, Any]:
    """Return a fact-check as ClaimReview. ``page`` is its whole address, ``publisher`` the office for schema.org.

    ``corrections`` are those that were made public, the newest first.
    """
    said: dict[str, Any] = {
        "@type": "ClaimReview",
        "@id": page,
        "url": page,
        "claimReviewed": fact_check.title,
        "inLanguage": fact_check.language,
        "author": publisher,
        "publisher": publisher,
        "reviewRating": _rating(fact_check),
        "itemReviewed": _claim(fact_check),
        "isAccessibleForFree": True,
    }
    if fact_check.reason:
        said["description"] = fact_check.reason
    if fact_check.published_at is not None:
        said["datePublished"] = fact_check.published_at.isoformat()
        said["dateModified"] = modified_at(fact_check, corrections=corrections).isoformat()
    if fact_check.links:
        said["citation"] = [str(link) for link in fact_check.links]
    if corrections:
        said["correction"] = [_correction(made) for made in corrections]
    return said


def data_feed(reviews: Iterable[dict[str, Any]], *, name: str, modified: datetime | None) -> dict[str, Any]:
    """Return ClaimReviews as one DataFeed, as Data Commons publishes them."""
    elements = [_element(review) for review in reviews]
    said: dict[str, Any] = {"@context": CONTEXT, "@type": "DataFeed", "name": name, "dataFeedElement": elements}
    return said | ({"dateModified": modified.isoformat()} if modified else {})


def modified_at(fact_check: FactCheck, *, corrections: Sequence[FactCheckCorrection] = ()) -> datetime:
    """Return when a fact-check last became another one for its readers."""
    moments = [fact_check.published_at, fact_check.changed_at, *(made.confirmed_at for made in corrections)]
    return max(moment for moment in moments if moment is not None)


def _rating(fact_check: FactCheck) -> dict[str, Any]:
    scale = scales.scale()
    verdict = scale.shown(fact_check.verdict)
    said: dict[str, Any] = {"@type": "Rating", "alternateName": verdict.label_in(fact_check.language)}
    if verdict.rating is not None:
        said |= {"ratingValue": verdict.rating, "bestRating": scale.best, "worstRating": scale.worst}
    return said | ({"ratingExplanation": fact_check.reason} if fact_check.reason else {})


def _claim(fact_check: FactCheck) -> dict[str, Any]:
    """Return what was reviewed. Where it appeared is told in words: nobody is named as its author."""
    said: dict[str, Any] = {"@type": "Claim", "name": fact_check.title}
    if fact_check.first_seen_on is not None:
        said["datePublished"] = fact_check.first_seen_on.isoformat()
    if fact_check.appeared:
        said["firstAppearance"] = {"@type": "CreativeWork", "description": fact_check.appeared}
    return said


def _correction(made: FactCheckCorrection) -> dict[str, Any]:
    said = {"@type": "CorrectionComment", "text": made.public_note}
    return said | ({"datePublished": made.confirmed_at.isoformat()} if made.confirmed_at else {})


def _element(review: dict[str, Any]) -> dict[str, Any]:
    said: dict[str, Any] = {"@type": "DataFeedItem", "url": review["url"], "item": [review]}
    dates = {"dateCreated": review.get("datePublished"), "dateModified": review.get("dateModified")}
    return said | {name: value for name, value in dates.items() if value}
