"""The front page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from suluh.agencies.api import Office
from suluh.web.public.access import changed_at, public_page
from suluh.web.public.listing import card_of, listed_stories

SHOWN = 7


@public_page
def show_home(request: HttpRequest) -> HttpResponse:
    """Show the newest stories of all offices, a search, the question about a code, and the offices."""
    stories = list(listed_stories()[:SHOWN])
    offices = list(Office.objects.active().leading().in_reading_order())
    cards = [card_of(story) for story in stories]
    response = render(request, "web/home.html", {"cards": cards, "offices": offices, "nav": "home"})
    changed_at(response, moment=max((story.changed_at for story in stories), default=None))
    return response
