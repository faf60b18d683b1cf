"""The page of a story: published, corrected, withdrawn or recalled."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render

from suluh.content.api import PUBLIC, Exit, Story
from suluh.creative.api import Pack, Rendition
from suluh.web.public.access import changed_at, public_page
from suluh.web.public.metadata import linked_data, news_article
from suluh.web.public.reading import groups_of

CORRECTIONS = (Exit.Kind.CORRECTION_MINOR, Exit.Kind.CORRECTION_MAJOR)


@public_page
def show_story(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """Show a public story; a recalled one answers 410 with the note to the public."""
    stories = Story.objects.filter(state__in=PUBLIC).select_related("office", "published_revision")
    story = get_object_or_404(stories, pk=pk)
    if story.public_slug != slug:
        return HttpResponsePermanentRedirect(story.get_absolute_url())
    exits = list(Exit.objects.filter(story=story).order_by("-made_at", "-pk"))
    if story.state == "recalled" or story.published_revision is None:
        return _recalled(request, story=story, exits=exits)
    text = story.published_revision.text()
    files = list(files_of(story))
    image = next((file for file in files if file.layout == "link_card"), None)
    corrections = [made for made in exits if made.kind in CORRECTIONS]
    shown = {
        "story": story,
        "text": text,
        "groups": groups_of(text, office=story.office_id),
        "files": files,
        "image": image,
        "code": next((file.pack.code for file in files), None),
        "corrections": corrections,
        "withdrawal": _last(exits, kind=Exit.Kind.WITHDRAWAL) if story.state == "withdrawn" else None,
        "linked_data": linked_data(news_article(story, text=text, corrections=corrections, image=image)),
        "nav": "stories",
    }
    response = render(request, "web/story.html", shown)
    changed_at(response, moment=story.changed_at)
    return response


def files_of(story: Story) -> list[Rendition]:
    """Return the files of the pack of a story's published words, in their order."""
    packs = Pack.objects.filter(story=story, revision=story.published_revision, state="ready")
    return list(Rendition.objects.filter(pack__in=packs).select_related("pack__code").order_by("position", "pk"))


def _recalled(request: HttpRequest, *, story: Story, exits: list[Exit]) -> HttpResponse:
    recall = _last(exits, kind=Exit.Kind.RECALL)
    return render(request, "web/recalled.html", {"story": story, "recall": recall, "nav": "stories"}, status=410)


def _last(exits: list[Exit], *, kind: Exit.Kind) -> Exit | None:
    return next((made for made in exits if made.kind == kind), None)
