"""Previews of a draft's formats: drawn as they will be, small, with the sample code, neither sealed nor kept."""

from __future__ import annotations

from collections.abc import Collection

from django.conf import settings

from suluh.agencies.api import Brand
from suluh.content import api as content
from suluh.content.api import StoryText
from suluh.content.blocks import media_ids
from suluh.creative import api as creative
from suluh.foundation.errors import Refusal
from suluh.web.desk.pack_formats import Card, Frame, Shot, frame_of, kind_of, text_frame
from suluh.web.desk.pack_texts import stands_in
from suluh.web.desk.views.panels import PREVIEW_WIDTH, SAMPLE_CODE, as_webp, pictures_of

# A long press release is shown by its first pages.
_MOST_PAGES = 6
# px of a preview's longer side at most: what is tall need not be as wide.
_TALLEST = 860


def sample_mark() -> creative.Mark:
    """Return the mark of previews; no code of its form is ever given out."""
    return creative.Mark(code=SAMPLE_CODE, url=f"{settings.SITE_URL}/c/{SAMPLE_CODE}")


def blank_card(name: str) -> Card:
    """Return a format before it is drawn: its frames in the right size, empty."""
    kind = kind_of(name)
    layout = creative.layout_here(name)
    if layout is None:
        is_text = name in creative.text_formats()
        return Card(kind=kind, will_be_broad=is_text and len(creative.text_format(name).files) > 1)
    sizes = [layout.at(size) for size in layout.sizes]
    blank = [Shot(source="", width=round(one.width), height=round(one.height)) for one in sizes]
    return Card(kind=kind, frames=tuple(frame_of(kind, shots=[shot]) for shot in blank))


def drawn_card(name: str, *, story: content.Story, text: StoryText) -> Card:
    """Return a format drawn from ``text``, with what stands in it, or with what does not fit and where."""
    kind = kind_of(name)
    try:
        return _card(name, story=story, text=text)
    except creative.TextDoesNotFit as refusal:
        block = refusal.kind if refusal.block == "story" else refusal.block
        return Card(kind=kind, refusal=str(refusal), block=block, cut=refusal.cut)
    except Refusal as refusal:
        return Card(kind=kind, refusal=str(refusal))


def _card(name: str, *, story: content.Story, text: StoryText) -> Card:
    kind, brand = kind_of(name), story.office.brand()
    if name in creative.text_formats():
        return _text_card(name, text=text, brand=brand)
    layout = creative.layout_here(name)
    assert layout is not None
    pictures = pictures_of(text, story=story)
    frames: list[Frame] = []
    drawn: list[creative.Drawn] = []
    for size in layout.sizes:
        at = layout.at(size)
        scale = min(PREVIEW_WIDTH / at.width, _TALLEST / at.height)
        pages = creative.preview(text, brand=brand, layout=at, mark=sample_mark(), pictures=pictures, scale=scale)
        shots = [Shot(source=as_webp(p.data), width=p.width, height=p.height, alt=p.alt) for p in pages[:_MOST_PAGES]]
        title = str(layout.sizes[size].title) if len(layout.sizes) > 1 else ""
        frames.append(frame_of(kind, shots=shots, title=title))
        drawn += pages
    return Card(
        kind=kind,
        frames=tuple(frames),
        stands=stands_in(creative.standing_in(text, layout=layout, pictures=pictures)),
        is_shortened=any(page.shortened for page in drawn),
        left_out="".join(dict.fromkeys("".join(page.left_out for page in drawn))),
    )


def _text_card(name: str, *, text: StoryText, brand: Brand) -> Card:
    kind, about = kind_of(name), creative.text_format(name)
    written = creative.write_text(text, format_name=name, brand=brand, mark=sample_mark())
    pieces = creative.standing_in_text(text, words="\n".join(one.text for one in written))
    frames = [text_frame(kind, words=one.text, title=str(about.files.get(one.name, ""))) for one in written]
    return Card(kind=kind, frames=tuple(frames), stands=stands_in(pieces))


def print_of(name: str, *, text: StoryText, brand: Brand) -> str:
    """Return a short hash that changes when the format would look different; "" for one that is not known."""
    if name in creative.text_formats():
        return creative.print_of_text(text, format_name=name, brand=brand, mark=sample_mark())
    layout = creative.layout_here(name)
    pictures = {str(media) for media in media_ids(text)}
    return creative.print_of(text, layout=layout, brand=brand, pictures=pictures) if layout else ""


def concerned(before: StoryText, *, after: StoryText, brand: Brand, formats: Collection[str]) -> list[str]:
    """Return the formats that look different with the changed words."""
    return [
        name for name in formats if print_of(name, text=before, brand=brand) != print_of(name, text=after, brand=brand)
    ]
