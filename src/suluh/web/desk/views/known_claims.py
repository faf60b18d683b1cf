"""A checker's decision about a sentence that looks like a known claim."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from suluh.agencies import api as agencies
from suluh.agencies.api import needs
from suluh.foundation.errors import Refusal
from suluh.verification import api as verification
from suluh.web.desk.asked import words_in
from suluh.web.desk.stories import correction_of, own_story


@require_POST
@needs("verification.check")
def decide_match(request: HttpRequest, pk: int, match_pk: int) -> HttpResponse:
    """Clear a sentence, or confirm that it is the hoax; then show the page it was decided on."""
    story = own_story(request, pk=pk)
    match = get_object_or_404(verification.StoryMatch, pk=match_pk, story=story)
    member = agencies.current_member(request)
    reason = words_in(request.POST, name="reason")
    try:
        if request.POST.get("do") == "confirm":
            verification.confirm_match(match, reason=reason, by=member)
            messages.success(request, _("Decided: it is that claim. The story goes out only without it."))
        elif request.POST.get("do") == "clear":
            verification.clear_match(match, reason=reason, by=member)
            messages.success(request, _("Decided: it is not that claim."))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    name = "story_correct_decide" if correction_of(story) else "story_review"
    return redirect(name, pk=pk)
