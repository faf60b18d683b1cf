"""The story a desk page is about: always one of the member's own office."""

from __future__ import annotations

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from suluh.agencies import api as agencies
from suluh.content import api as content


def own_story(request: HttpRequest, *, pk: int) -> content.Story:
    """Return the office's story. Raises ``Http404`` for one of another office, published ones too."""
    office = agencies.current_member(request).office
    stories = content.Story.objects.of(office).select_related(
        "office", "current_revision__written_by", "published_revision", "approved_by", "created_by"
    )
    return get_object_or_404(stories, pk=pk)


def correction_of(story: content.Story) -> content.Revision | None:
    """Return the proposed correction of a published story, or None where there is none."""
    current, published = story.current_revision, story.published_revision
    if story.state != "published" or current is None or published is None or current.pk == published.pk:
        return None
    return current if current.number > published.number else None


def before_of(story: content.Story) -> content.Revision | None:
    """Return what the words under decision are compared with: the published revision, else the first one kept."""
    if story.published_revision is not None:
        return story.published_revision
    return story.revisions.order_by("number").first()
