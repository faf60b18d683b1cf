"""The newest stories for feed readers: Atom (RFC 4287) and JSON Feed 1.1 (jsonfeed.org), both read 2026-11-23."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.urls import reverse

from suluh.agencies.api import Office
from suluh.content.api import Story
from suluh.foundation.clock import now
from suluh.web.public.access import changed_at, public_page
from suluh.web.public.listing import listed_stories
from suluh.web.public.metadata import absolute
from suluh.web.public.reading import groups_of

NEWEST = 30


@public_page
def send_atom(request: HttpRequest) -> HttpResponse:
    """Send the newest stories of all offices as Atom."""
    return _atom(request, office=None)


@public_page
def send_office_atom(request: HttpRequest, slug: str) -> HttpResponse:
    """Send an office's newest stories as Atom."""
    return _atom(request, office=_office(slug))


@public_page
def send_json(request: HttpRequest) -> HttpResponse:
    """Send the newest stories of all offices as JSON Feed."""
    return _json(office=None)


@public_page
def send_office_json(request: HttpRequest, slug: str) -> HttpResponse:
    """Send an office's newest stories as JSON Feed."""
    return _json(office=_office(slug))


def _office(slug: str) -> Office:
    return get_object_or_404(Office.objects.active(), slug=slug)


def _newest(office: Office | None) -> list[Story]:
    stories = listed_stories()
    return list((stories.of(office) if office else stories)[:NEWEST])


def _addresses(office: Office | None) -> dict[str, str]:
    if office is None:
        names = {"page": reverse("home"), "atom": reverse("atom"), "json": reverse("json_feed")}
    else:
        given = {"slug": office.slug}
        names = {
            "page": reverse("office", kwargs=given),
            "atom": reverse("office_atom", kwargs=given),
            "json": reverse("office_json_feed", kwargs=given),
        }
    return {name: absolute(path) for name, path in names.items()}


def _entry(story: Story) -> dict[str, Any]:
    if story.published_revision is None:
        raise LookupError(f"story {story.pk} is public without words")
    text = story.published_revision.text()
    groups = groups_of(text, office=story.office_id)
    return {
        "url": absolute(story.get_absolute_url()),
        "id": absolute(reverse("story", kwargs={"pk": story.pk, "slug": "naskah"})),
        "title": text.headline,
        "summary": text.lead,
        "html": render_to_string("web/parts/blocks.html", {"groups": groups, "site": settings.SITE_URL}).strip(),
        "language": text.language,
        "topic": text.topic,
        "office": story.office,
        "office_url": absolute(reverse("office", kwargs={"slug": story.office.slug})),
        "published_at": story.published_at,
        "changed_at": max(story.changed_at, story.published_at or story.changed_at),
    }


def _title(office: Office | None) -> str:
    return f"Suluh · {office.short_name}" if office else "Suluh"


def _atom(request: HttpRequest, *, office: Office | None) -> HttpResponse:
    entries = [_entry(story) for story in _newest(office)]
    last = max((entry["changed_at"] for entry in entries), default=None)
    values = {"entries": entries, "title": _title(office), "updated_at": last or now(), **_addresses(office)}
    response = render(request, "web/feed.atom", values, content_type="application/atom+xml; charset=utf-8")
    changed_at(response, moment=last)
    return response


def _json(*, office: Office | None) -> HttpResponse:
    addresses = _addresses(office)
    entries = [_entry(story) for story in _newest(office)]
    response = JsonResponse(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": _title(office),
            "home_page_url": addresses["page"],
            "feed_url": addresses["json"],
            "language": settings.LANGUAGE_CODE,
            "items": [json_item(entry) for entry in entries],
        },
        content_type="application/feed+json",
        json_dumps_params={"ensure_ascii": False},
    )
    changed_at(response, moment=max((entry["changed_at"] for entry in entries), default=None))
    return response


def json_item(entry: dict[str, Any]) -> dict[str, Any]:
    """Return one line of a JSON Feed."""
    item = {
        "id": entry["id"],
        "url": entry["url"],
        "title": entry["title"],
        "summary": entry["summary"],
        "content_html": entry["html"],
        "language": entry["language"],
        "date_published": entry["published_at"].isoformat(),
        "date_modified": entry["changed_at"].isoformat(),
        "authors": [{"name": entry["office"].name, "url": entry["office_url"]}],
    }
    return item | ({"tags": [entry["topic"]]} if entry["topic"] else {})
