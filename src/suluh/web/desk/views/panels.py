"""What stands beside the editor: the coach's remarks and a picture of the chosen layout."""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from PIL import Image

from suluh.agencies.api import needs_office
from suluh.content import api as content
from suluh.content.blocks import StoryText, media_ids
from suluh.creative import api as creative
from suluh.foundation.errors import Refusal
from suluh.web.desk.known_claims import known_claims
from suluh.web.desk.narrative import shown_narrative
from suluh.web.desk.remarks import grouped, open_findings, shown_counts
from suluh.web.desk.stories import own_story
from suluh.web.desk.story_form import read_story

# Wide enough for the panel on a sharp screen, small enough to draw at once and to travel over a slow line.
PREVIEW_WIDTH = 480
# Printed where a real code will stand; no code of this form is ever given out.
SAMPLE_CODE = "CONTOH"
_FIRST_LAYOUT = "carousel"


@dataclass(frozen=True)
class LayoutChoice:
    """A layout by its name and its title in the reader's language."""

    name: str
    title: str


@dataclass(frozen=True)
class Shot:
    """One drawn page as an image of the page itself."""

    source: str
    rendition: creative.Drawn


def layout_choices() -> list[LayoutChoice]:
    """Return every layout, the carousel first."""
    language = (get_language() or "id")[:2]
    found = [LayoutChoice(name, layout.titles.get(language, name)) for name, layout in creative.layouts().items()]
    return sorted(found, key=lambda choice: (choice.name != _FIRST_LAYOUT, choice.title))


def _text(request: HttpRequest, *, story: content.Story) -> StoryText:
    """Return the words sent with the request, or those that are saved."""
    return read_story(request.POST, language=story.language) if request.method == "POST" else story.text()


@needs_office
def coach_panel(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the coach's remarks on the saved words, or on those sent along."""
    story = own_story(request, pk=pk)
    text = _text(request, story=story)
    groups = grouped(open_findings(story, text=text), text=text)
    template = "components/remarks/remarks.html" if request.headers.get("X-Suluh") else "desk/panel.html"
    return render(
        request,
        template,
        {
            "story": story,
            "groups": groups,
            "counted": shown_counts(text),
            "known": known_claims(story, text=text),
            "can_mend": bool(request.headers.get("X-Suluh")),
            "panel": "components/remarks/remarks.html",
            "is_correction": request.method == "POST",
        },
    )


@needs_office
def narrative_panel(request: HttpRequest, pk: int) -> HttpResponse:
    """Show headlines, a lead, key points and a question drawn from the saved words, or from those sent along."""
    story = own_story(request, pk=pk)
    is_beside = bool(request.headers.get("X-Suluh"))
    context = {"story": story, "narrative": shown_narrative(_text(request, story=story)), "can_use": is_beside}
    template = "components/narrative/narrative.html"
    return render(request, template if is_beside else "desk/panel.html", context | {"panel": template})


@needs_office
def preview_panel(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one page of one layout as it would be drawn now, or which block does not fit."""
    story = own_story(request, pk=pk)
    text = _text(request, story=story)
    chosen = request.GET.get("tata", _FIRST_LAYOUT)
    names = creative.layouts()
    chosen = chosen if chosen in names else next(iter(names))
    asked = request.GET.get("hal", "1")
    count = creative.page_count(text, layout=chosen)
    page = min(max(1, int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1), count)
    context: dict[str, object] = {"story": story, "chosen": chosen, "layouts": layout_choices(), "number": page}
    try:
        context["shot"] = _shot(text, story=story, layout=chosen, page=page)
    except creative.TextDoesNotFit as refusal:
        context |= {"refusal": refusal, "block": refusal.block}
    except Refusal as refusal:
        context["refusal"] = refusal
    context["numbers"] = range(1, count + 1)
    template = "components/preview/preview.html" if request.headers.get("X-Suluh") else "desk/panel.html"
    return render(request, template, context | {"panel": "components/preview/preview.html"})


def _shot(text: StoryText, *, story: content.Story, layout: str, page: int) -> Shot:
    chosen = creative.layouts()[layout]
    scale = PREVIEW_WIDTH / chosen.width
    brand = story.office.brand()
    mark = creative.Mark(code=SAMPLE_CODE, url=f"{settings.SITE_URL}/c/{SAMPLE_CODE}")
    pictures = pictures_of(text, story=story)
    if chosen.is_pdf:
        drawn = creative.preview(text, brand=brand, layout=layout, mark=mark, pictures=pictures, scale=scale)[:1]
    else:
        drawn = creative.draw(
            text, brand=brand, layout=layout, mark=mark, pictures=pictures, scale=scale, pages=(page,)
        )
    return Shot(source=as_webp(drawn[0].data), rendition=drawn[0])


def pictures_of(text: StoryText, *, story: content.Story) -> dict[str, bytes]:
    """Return the files of the story's pictures by the name their blocks use."""
    wanted = media_ids(text)
    found = content.Media.objects.of(story.office).filter(pk__in=wanted) if wanted else ()
    files = {}
    for media in found:
        with media.file.open() as opened:
            files[str(media.pk)] = opened.read()
    return files


def as_webp(png: bytes) -> str:
    """Return a picture as the address of itself, small enough for a slow line."""
    out = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("RGB").save(out, "WEBP", quality=82, method=2)
    return f"data:image/webp;base64,{base64.b64encode(out.getvalue()).decode()}"
