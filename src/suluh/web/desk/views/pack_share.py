"""Links to a pack for people without an account: making one, seeing how they are used, ending one."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from suluh.agencies import api as agencies
from suluh.agencies.api import needs
from suluh.content import api as content
from suluh.creative import api as creative
from suluh.foundation.errors import Refusal
from suluh.web.desk.asked import words_in
from suluh.web.desk.stories import own_story

_MOST_SHOWN = 40


@needs("creative.draw")
def share(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the links to a story's pack, and make one. A new link is shown once: its secret is kept nowhere."""
    story = own_story(request, pk=pk)
    context = _context(story)
    if request.method == "POST":
        days = words_in(request.POST, name="days", most=3)
        label = words_in(request.POST, name="label", most=80)
        try:
            _link, secret = creative.share_pack(
                story, days=int(days) if days in _terms() else 0, label=label, by=agencies.current_member(request)
            )
        except Refusal as refusal:
            return render(request, "desk/pack_share.html", context | {"refusal": refusal}, status=refusal.status)
        context = _context(story) | {"new_link": settings.SITE_URL + reverse("shared_pack", args=[secret])}
    response = render(request, "desk/pack_share.html", context)
    response["Cache-Control"] = "private, no-store"
    return response


def _terms() -> set[str]:
    return {str(days) for days in creative.DAYS}


def _context(story: content.Story) -> dict[str, Any]:
    links = creative.ShareLink.objects.filter(story=story).select_related("made_by")
    is_shared = story.state in creative.SHARED_IN and creative.ready_pack(story) is not None
    return {
        "story": story,
        "links": links.open(),
        "past": links.over()[:_MOST_SHOWN],
        "days": creative.DAYS,
        "can_share": is_shared,
    }


@needs("creative.draw")
def end_share(request: HttpRequest, pk: int, link_pk: int) -> HttpResponse:
    """End a link at once."""
    story = own_story(request, pk=pk)
    link = get_object_or_404(creative.ShareLink, pk=link_pk, story=story, office_id=story.office_id)
    if request.method == "POST":
        creative.end_share(link, by=agencies.current_member(request))
        messages.success(request, _("The link has ended. Whoever opens it is told so."))
    return redirect("story_pack_share", pk=pk)
