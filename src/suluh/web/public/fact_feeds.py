"""What the offices found out, for other programs: Atom, JSON Feed, and one DataFeed of ClaimReviews."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from suluh.foundation.clock import now
from suluh.verification import api as verification
from suluh.verification.api import FactCheck, FactCheckCorrection
from suluh.web.public.access import changed_at, public_page
from suluh.web.public.facts import own_facts, review_of
from suluh.web.public.feeds import json_item
from suluh.web.public.metadata import absolute

NEWEST = 30
# Of the feed of ClaimReviews: more than any desk writes in years.
MOST_REVIEWS = 5000


@public_page
def send_facts_atom(request: HttpRequest) -> HttpResponse:
    """Send the newest fact-checks as Atom."""
    entries = _entries()
    last = _last(entries)
    values = {"entries": entries, "title": _title(), "updated_at": last or now(), **_addresses()}
    response = render(request, "web/feed.atom", values, content_type="application/atom+xml; charset=utf-8")
    changed_at(response, moment=last)
    return response


@public_page
def send_facts_json(request: HttpRequest) -> HttpResponse:
    """Send the newest fact-checks as JSON Feed."""
    entries, addresses = _entries(), _addresses()
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _title(),
        "home_page_url": addresses["page"],
        "feed_url": addresses["json"],
        "language": settings.LANGUAGE_CODE,
        "items": [json_item(entry) for entry in entries],
    }
    response = _json(feed, content_type="application/feed+json")
    changed_at(response, moment=_last(entries))
    return response


@public_page
def send_claim_reviews(request: HttpRequest) -> HttpResponse:
    """Send the fact-checks as one DataFeed of ClaimReviews, as Data Commons takes them."""
    facts = list(own_facts()[:MOST_REVIEWS])
    corrections = _corrections(facts)
    reviews = [review_of(fact, corrections=corrections[fact.pk]) for fact in facts]
    modified = [verification.modified_at(fact, corrections=corrections[fact.pk]) for fact in facts]
    last = max(modified, default=None)
    response = _json(verification.data_feed(reviews, name=_title(), modified=last), content_type="application/ld+json")
    changed_at(response, moment=last)
    return response


def _corrections(facts: Sequence[FactCheck]) -> dict[int, list[FactCheckCorrection]]:
    made = FactCheckCorrection.objects.filter(fact_check__in=facts, confirmed_at__isnull=False)
    found: dict[int, list[FactCheckCorrection]] = defaultdict(list)
    for correction in made.order_by("-confirmed_at", "-pk"):
        found[correction.fact_check_id].append(correction)
    return found


def _title() -> str:
    return f"Suluh · {_('Fact-checks')}"


def _addresses() -> dict[str, str]:
    names = {"page": "fact_checks", "atom": "fact_checks_atom", "json": "fact_checks_json"}
    return {name: absolute(reverse(view)) for name, view in names.items()}


def _entries() -> list[dict[str, Any]]:
    return [_entry(fact) for fact in own_facts()[:NEWEST]]


def _entry(fact: FactCheck) -> dict[str, Any]:
    if fact.office is None:
        raise LookupError(f"fact-check {fact.pk} is no office's")
    verdict = verification.scale().shown(fact.verdict).label_in(fact.language)
    return {
        "url": absolute(fact.get_absolute_url()),
        "id": absolute(reverse("fact_check", kwargs={"pk": fact.pk, "slug": "klaim"})),
        "title": f"{verdict}: {fact.title}",
        "summary": fact.reason,
        "html": render_to_string("web/parts/fact_in_feed.html", {"fact": fact, "verdict": verdict}).strip(),
        "language": fact.language,
        "topic": verdict,
        "office": fact.office,
        "office_url": absolute(reverse("office", kwargs={"slug": fact.office.slug})),
        "published_at": fact.published_at,
        "changed_at": verification.modified_at(fact),
    }


def _last(entries: Sequence[dict[str, Any]]) -> datetime | None:
    return max((entry["changed_at"] for entry in entries), default=None)


def _json(value: dict[str, Any], *, content_type: str) -> JsonResponse:
    return JsonResponse(value, content_type=content_type, json_dumps_params={"ensure_ascii": False})
