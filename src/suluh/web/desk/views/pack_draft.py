"""A draft's formats one by one: drawn when they come into view, and mended where a text stands."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.crypto import get_random_string
from django.utils.translation import get_language

from suluh.agencies import api as agencies
from suluh.agencies.api import needs_office
from suluh.content import api as content
from suluh.content.api import StoryText
from suluh.creative import api as creative
from suluh.foundation.errors import Refusal
from suluh.web.desk.asked import words_in
from suluh.web.desk.pack_drafts import concerned, drawn_card, print_of
from suluh.web.desk.pack_formats import Card, Stands, kind_of
from suluh.web.desk.pack_texts import STORY_FIELDS, fields_of, written
from suluh.web.desk.shown_blocks import FIELD_NAMES, KIND_NAMES
from suluh.web.desk.stories import own_story


@needs_office
def draft_format(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Show one format of a story as it would be drawn now; a browser that has it is told that it is the same."""
    story = _draft(request, pk=pk, name=name)
    may_write = _may_write(request, story=story)
    mark = print_of(name, text=story.text(), brand=story.office.brand())
    etag = f'"{mark}-{get_language()}-{int(may_write)}-{_as_part(request)}"'
    same = get_conditional_response(request, etag=etag)
    if same is not None:
        return same
    card = drawn_card(name, story=story, text=story.text())
    response = _shown(request, story=story, card=card)
    if not card.refusal:
        response["ETag"] = etag
        response["Cache-Control"] = "private, no-cache"
        response["Vary"] = "HX-Request, Cookie"
    return response


@needs_office
def draft_block(request: HttpRequest, pk: int, name: str, block: str) -> HttpResponse:
    """Show the fields of a text that stands in a format, or keep what was written in them."""
    story = _draft(request, pk=pk, name=name)
    if request.method == "POST":
        agencies.check_right(agencies.current_member(request), right="content.write")
        return _kept(request, story=story, name=name, block=block)
    if "tutup" in request.GET:
        return render(request, "desk/parts/pack_stands.html", _standing(story, name=name, block=block))
    return render(request, _template(request), _form(request, story=story, name=name, block=block, text=story.text()))


def _draft(request: HttpRequest, *, pk: int, name: str) -> content.Story:
    story = own_story(request, pk=pk)
    if name not in creative.every_format(own=creative.office_layouts(story.office_id)):
        raise Http404
    return story


def _may_write(request: HttpRequest, *, story: content.Story) -> bool:
    return story.is_writable and agencies.current_member(request).may("content.write")


def _as_part(request: HttpRequest) -> int:
    return int(request.headers.get("HX-Request") == "true")


def _template(request: HttpRequest) -> str:
    return "desk/parts/pack_block.html" if _as_part(request) else "desk/pack_block.html"


def _shown(request: HttpRequest, *, story: content.Story, card: Card) -> HttpResponse:
    template = "desk/parts/pack_drawn.html" if _as_part(request) else "desk/pack_format.html"
    may_write = _may_write(request, story=story)
    context: dict[str, Any] = {
        "story": story,
        "of_office": story.office,
        "site": urlsplit(settings.SITE_URL).netloc,
        "card": card,
        "may_write": may_write,
        "is_open": request.method == "POST",
    }
    if card.refusal and card.block and may_write:
        context |= _form(request, story=story, name=card.kind.name, block=card.block, text=story.text())
        context["cut"] = card.cut
    return render(request, template, context)


def _form(
    request: HttpRequest, *, story: content.Story, name: str, block: str, text: StoryText, refusal: str = ""
) -> dict[str, Any]:
    fields = fields_of(text, block=block)
    if fields is None:
        raise Http404
    return {
        "story": story,
        "kind": kind_of(name),
        "block_id": block,
        "block_label": _label(text, block=block),
        "fields": fields,
        "seen": story.current_revision,
        "page_id": _page_of(request),
        "refusal": refusal,
    }


def _page_of(request: HttpRequest) -> str:
    """Return the open page's own id: what one page saved is not taken for a stranger's change by its other fields."""
    return (
        words_in(request.POST, name="page", most=40)
        or words_in(request.GET, name="page", most=40)
        or get_random_string(16)
    )


def _label(text: StoryText, *, block: str) -> object:
    if block in STORY_FIELDS:
        return FIELD_NAMES[block]
    return next(KIND_NAMES[found.kind] for found in text.blocks if found.id == block)


def _standing(story: content.Story, *, name: str, block: str) -> dict[str, Any]:
    """Return what a text's line shows when its fields are closed."""
    fields = fields_of(story.text(), block=block)
    if fields is None:
        raise Http404
    words = next((field.value for field in fields if field.value), "")
    one = Stands(block=block, label=_label(story.text(), block=block), words=words)
    return {"story": story, "kind": kind_of(name), "one": one, "may_write": True}


def _kept(request: HttpRequest, *, story: content.Story, name: str, block: str) -> HttpResponse:
    before = story.text()
    text = written(before, block=block, form=request.POST)
    try:
        content.write_story(story, text=text, by=agencies.current_member(request), base=_seen(request))
    except Refusal as refusal:
        return _refused(request, story=story, name=name, block=block, text=text, refusal=refusal)
    if not _as_part(request):
        return redirect(f"{reverse('story_pack', args=[story.pk])}#format-{name}")
    kept = own_story(request, pk=story.pk)
    response = _shown(request, story=kept, card=drawn_card(name, story=kept, text=kept.text()))
    wanted = creative.wanted_formats(kept.current_revision) if kept.current_revision else ()
    others = concerned(before, after=kept.text(), brand=kept.office.brand(), formats=wanted)
    response["HX-Trigger"] = json.dumps({f"suluh:redraw-{other}": "" for other in others if other != name})
    return response


def _seen(request: HttpRequest) -> content.Seen:
    number = words_in(request.POST, name="seen_number", most=9)
    return content.Seen(
        number=int(number) if number.isascii() and number.isdigit() else 0,
        digest=words_in(request.POST, name="seen_digest", most=40),
        page=words_in(request.POST, name="page", most=40),
    )


def _refused(
    request: HttpRequest, *, story: content.Story, name: str, block: str, text: StoryText, refusal: Refusal
) -> HttpResponse:
    """Show what was typed with the reason. Sent again, it is kept: the form then knows the words it replaces."""
    now = own_story(request, pk=story.pk)
    context = _form(request, story=now, name=name, block=block, text=text, refusal=str(refusal))
    if isinstance(refusal, content.WrittenElsewhere):
        context["theirs"] = fields_of(now.text(), block=block)
    response = render(request, _template(request), context)
    if not _as_part(request):
        response.status_code = refusal.status
        return response
    # The form stays in its own place; htmx takes no page of an error.
    response["HX-Retarget"] = f"#stands-{name}-{block}"
    response["HX-Reswap"] = "innerHTML"
    return response
