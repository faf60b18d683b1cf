"""The map of the site for search engines, in both languages. sitemaps.org/protocol, read 2026-11-23."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Max
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation

from suluh.agencies.api import Office
from suluh.web.public.access import public_page
from suluh.web.public.facts import own_facts
from suluh.web.public.listing import listed_stories
from suluh.web.public.metadata import absolute

# The protocol takes 50,000 addresses a file; each story stands there once in each language.
PER_FILE = 10_000
MOST_FILES = 50_000  # that an index may name


@dataclass(frozen=True, kw_only=True)
class Place:
    """A page in every language, and when it was last changed."""

    addresses: list[tuple[str, str]]
    changed_at: datetime | None = None


@public_page
def send_index(request: HttpRequest) -> HttpResponse:
    """Send the list of the maps."""
    known = listed_stories().order_by().aggregate(last=Max("changed_at"))
    count = listed_stories().order_by().count()
    maps = [(absolute(reverse("sitemap_pages")), None)]
    facts = own_facts().order_by().aggregate(last=Max("changed_at"))
    maps += [(absolute(reverse("sitemap_facts")), facts["last"])] if facts["last"] else []
    numbers = range(1, -(-count // PER_FILE) + 1)
    maps += [(absolute(reverse("sitemap_stories", kwargs={"number": n})), known["last"]) for n in numbers]
    return _xml(request, template="web/sitemap_index.xml", values={"maps": maps})


@public_page
def send_pages(request: HttpRequest) -> HttpResponse:
    """Send the map of the standing pages and the offices."""
    names = ("home", "offices", "ask_code", "how_to_check", "check", "fact_checks")
    places = [Place(addresses=_addresses(name)) for name in names]
    newest = listed_stories().order_by().values_list("office").annotate(last=Max("changed_at"))
    last = dict(newest.values_list("office", "last"))
    places += [
        Place(addresses=_addresses("office", slug=office.slug), changed_at=last.get(office.pk))
        for office in Office.objects.active().in_reading_order()
    ]
    return _map(request, places=places)


@public_page
def send_facts(request: HttpRequest) -> HttpResponse:
    """Send the map of what the offices checked themselves, the newest."""
    rows = own_facts().values_list("pk", "slug", "changed_at")[:PER_FILE]
    places = [
        Place(addresses=_addresses("fact_check", pk=pk, slug=slug or "klaim"), changed_at=at) for pk, slug, at in rows
    ]
    return _map(request, places=places)


@public_page
def send_stories(request: HttpRequest, number: int) -> HttpResponse:
    """Send one map of stories."""
    if not 0 < number <= MOST_FILES:
        raise Http404
    first = (number - 1) * PER_FILE
    rows = listed_stories().order_by("pk").values_list("pk", "slug", "changed_at")[first : first + PER_FILE]
    places = [Place(addresses=_addresses("story", pk=pk, slug=slug), changed_at=changed) for pk, slug, changed in rows]
    if not places:
        raise Http404
    return _map(request, places=places)


def _addresses(name: str, **given: object) -> list[tuple[str, str]]:
    return [(code, absolute(_in_language(code, name=name, given=given))) for code, _label in settings.LANGUAGES]


def _in_language(code: str, *, name: str, given: dict[str, object]) -> str:
    with translation.override(code):
        return reverse(name, kwargs=given)


def _map(request: HttpRequest, *, places: Iterable[Place]) -> HttpResponse:
    return _xml(request, template="web/sitemap.xml", values={"lines": list(_lines(places))})


def _lines(places: Iterable[Place]) -> Iterator[tuple[str, Place]]:
    for place in places:
        for _code, address in place.addresses:
            yield address, place


def _xml(request: HttpRequest, *, template: str, values: dict[str, object]) -> HttpResponse:
    return render(request, template, values, content_type="application/xml; charset=utf-8")
