"""A story's revisions: who wrote what and when, two of them side by side, and going back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from suluh.agencies import api as agencies
from suluh.agencies.api import needs, needs_office
from suluh.content import api as content
from suluh.web.desk.differences import differences
from suluh.web.desk.stories import own_story


@needs_office
def revisions(request: HttpRequest, pk: int) -> HttpResponse:
    """List the revisions, the newest first, and compare the chosen two."""
    story = own_story(request, pk=pk)
    kept = list(story.revisions.select_related("written_by").order_by("-number"))
    new = _chosen(kept, number=request.GET.get("baru", ""), otherwise=0)
    old = _chosen(kept, number=request.GET.get("lama", ""), otherwise=1)
    may_restore = story.is_writable and agencies.current_member(request).may("content.write")
    return render(
        request,
        "desk/revisions.html",
        {
            "story": story,
            "revisions": kept,
            "old": old,
            "new": new,
            "changes": differences(old.text(), after=new.text()) if old and new else (),
            "may_restore": may_restore,
        },
    )


def _chosen(kept: list[content.Revision], *, number: str, otherwise: int) -> content.Revision | None:
    found = [revision for revision in kept if str(revision.number) == number]
    return (found or kept[otherwise : otherwise + 1] or kept[-1:] or [None])[0]  # type: ignore[list-item]


@require_POST
@needs("content.write")
def restore(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Make an earlier revision the newest one."""
    story = own_story(request, pk=pk)
    revision = get_object_or_404(story.revisions, number=number)
    content.restore_revision(revision, by=agencies.current_member(request))
    messages.success(
        request, _("Revision %(number)s is the newest again. What stood between is kept.") % {"number": number}
    )
    return redirect("story_edit", pk=pk)
