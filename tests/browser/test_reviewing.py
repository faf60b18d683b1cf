"""What an approver has before their eyes, on a phone and on a laptop."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from suluh.agencies.models import Member
from suluh.content import api as content
from suluh.content.models import Story

OpenAs = Callable[[Member, str], Page]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True, databases=["default", "owner"]),
]


def test_the_pictures_are_drawn_as_they_come_into_view(
    open_as: OpenAs, story: Story, author: Member, approver: Member
) -> None:
    content.submit_story(story, by=author)
    page = open_as(approver, f"/meja/naskah/{story.pk}/tinjau/")
    places = page.locator(".drawn-page")
    expect(places).to_have_count(3)
    for place in places.all():
        place.scroll_into_view_if_needed()
        expect(place.locator("img[src^='data:image/webp']")).to_be_visible()
    expect(page.locator(".preview-choice")).to_have_count(0)


def test_an_authors_bar_fits_the_window(open_as: OpenAs, author: Member) -> None:
    page = open_as(author, "/meja/")
    bar = page.locator(".desk-side")
    assert bar.evaluate("bar => bar.scrollWidth <= bar.clientWidth")
