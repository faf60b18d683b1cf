"""The front page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from suluh.agencies.api import Office
from suluh.web.public.access import changed_at, public_page
from suluh.web.public.listing import card_of, listed_stories, page_of

# With the first story twice as wide, rows of two and of three are full.
SHOWN = 11


@public_page
def show_home(request: HttpRequest) -> HttpResponse:
    """Show the newest stories of all offices, a search, the question about a code, and the offices."""
    page = page_of(listed_stories(), number=request.GET.get("page"), size=SHOWN)
    offices = list(Office.objects.active().leading().in_reading_order())
    cards = [card_of(story) for story in page]
    response = render(request, "web/home.html", {"cards": cards, "page": page, "offices": offices, "nav": "home"})
    changed_at(response, moment=max((story.changed_at for story in page), default=None))
    return response
