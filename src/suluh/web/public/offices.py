"""Offices: all of them, and the page of each."""

from __future__ import annotations

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from suluh.agencies.api import Office
from suluh.web.public.access import public_page
from suluh.web.public.listing import card_of, listed_stories, page_of
from suluh.web.public.metadata import linked_data, organization


@public_page
def show_offices(request: HttpRequest) -> HttpResponse:
    """List every office, national first, then by province."""
    offices = Office.objects.active().in_reading_order()
    national = [office for office in offices if office.kind == Office.Kind.NATIONAL]
    others = sorted((office for office in offices if office not in national), key=lambda office: office.province)
    regions = [(_("The whole country"), national)] if national else []
    for province, some in groupby(others, key=lambda office: office.province):
        regions.append((province.replace("-", " ").title(), list(some)))
    return render(request, "web/offices.html", {"regions": regions, "nav": "offices"})


@public_page
def show_office(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an office and what it published."""
    office = get_object_or_404(Office.objects.active(), slug=slug)
    page = page_of(listed_stories().of(office), number=request.GET.get("page"))
    shown = {
        "of_office": office,
        "page": page,
        "cards": [card_of(story) for story in page],
        "linked_data": linked_data(organization(office)),
        "nav": "offices",
    }
    return render(request, "web/office.html", shown)
