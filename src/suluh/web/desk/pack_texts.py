"""The texts of a format, to be read and mended where they stand: their blocks, fields, the story after a change."""

from __future__ import annotations

import html
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Any

from django.http import QueryDict

from suluh.content.api import Block, StoryText
from suluh.creative import api as creative
from suluh.foundation.richtext import to_plain
from suluh.web.desk.asked import words_in
from suluh.web.desk.pack_formats import Stands
from suluh.web.desk.shown_blocks import FIELD_NAMES, KIND_NAMES, field_label
from suluh.web.desk.story_form import LONG_FIELDS, clean_paragraph

STORY_FIELDS = ("headline", "lead", "topic", "place", "byline")
_LONG = LONG_FIELDS | {"headline", "lead"}
_MOST = 20_000


@dataclass(frozen=True, kw_only=True)
class TextField:
    """One field to write in. A field with marked words (``is_rich``) is written in the editor only."""

    name: str
    label: object
    value: str
    is_long: bool = True
    is_rich: bool = False


def stands_in(pieces: Iterable[creative.Piece]) -> tuple[Stands, ...]:
    """Return the texts of a format with the names that people know their blocks by."""
    return tuple(
        Stands(
            block=piece.kind if piece.block == "story" else piece.block,
            label=FIELD_NAMES[piece.kind] if piece.block == "story" else _kind_name(piece.kind),
            words=piece.text,
        )
        for piece in pieces
    )


def _kind_name(kind: str) -> object:
    return KIND_NAMES.get(kind, FIELD_NAMES.get(kind, kind))


def fields_of(text: StoryText, *, block: str) -> tuple[TextField, ...] | None:
    """Return the fields of a block, or of a field of the story itself; None where there is no such block."""
    if block in STORY_FIELDS:
        return (_field(block, label=FIELD_NAMES[block], value=getattr(text, block)),)
    found = _block(text, block=block)
    if found is None:
        return None
    names = [name for name in found.text_fields() if name != "media"]
    return tuple(_field_of_block(found, name=name) for name in names)


def _field(name: str, *, label: object, value: str) -> TextField:
    return TextField(name=name, label=label, value=value, is_long=name in _LONG)


def _field_of_block(block: Block, *, name: str) -> TextField:
    value = str(getattr(block, name))
    if name not in block.RICH:
        return _field(name, label=field_label(block.kind, name=name), value=value)
    is_marked = "<" in value
    return TextField(name=name, label=field_label(block.kind, name=name), value=to_plain(value), is_rich=is_marked)


def _block(text: StoryText, *, block: str) -> Block | None:
    return next((found for found in text.blocks if found.id == block), None)


def written(text: StoryText, *, block: str, form: QueryDict) -> StoryText:
    """Return the story with a block's fields as a form has them; fields that it does not name stay."""
    if block in STORY_FIELDS:
        said: dict[str, Any] = {block: _said(form, name=block)} if block in form else {}
        return replace(text, **said)
    found = _block(text, block=block)
    if found is None:
        return text
    changes: dict[str, str] = {}
    for field in fields(found):
        if field.name in form and field.name in found.text_fields() and field.name != "media":
            changes[field.name] = _kept(found, name=field.name, said=_said(form, name=field.name))
    changed = replace(found, **changes)
    return replace(text, blocks=tuple(changed if other.id == block else other for other in text.blocks))


def _said(form: QueryDict, *, name: str) -> str:
    return words_in(form, name=name, most=_MOST).replace("\r\n", "\n").replace("\r", "\n").strip()


def _kept(block: Block, *, name: str, said: str) -> str:
    """Return a field as it is kept: plain words become inline HTML in a rich field; marked words stay as they are."""
    before = str(getattr(block, name))
    if name not in block.RICH:
        return said
    return before if "<" in before else clean_paragraph(html.escape(said, quote=False))
