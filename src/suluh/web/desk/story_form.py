"""The editor's form, and the story it describes.

Every block stands in the form as a hidden ``block`` with its id; its fields are named "<id>:<field>" and its kind
"<id>:kind". The order of the ``block`` values is the order of the story. Rich fields are cleaned here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any

from django.http import QueryDict

from suluh.content.blocks import BLOCK_KINDS, Block, StoryText, new_block_id, parse_block, seen
from suluh.foundation.richtext import clean

_ID = re.compile(r"[A-Za-z0-9_-]{1,40}")
# What an editor sets between pieces of one paragraph becomes a space: a paragraph block is one paragraph.
_BREAK = re.compile(r"(?:<br\s*/?>|</div>|</p>|</li>|&nbsp;|\u00a0)", re.IGNORECASE)
_LINE_FIELDS = ("headline", "lead", "topic", "place", "byline")
# Fields that take more than one line.
LONG_FIELDS = frozenset({"text", "transcript", "myth", "fact", "caption", "alt"})


def read_story(form: QueryDict, *, language: str) -> StoryText:
    """Return the story that the posted form describes. Raises ``BadBlock`` for a block of no known kind."""
    words = {name: _plain(form.get(name, "")) for name in _LINE_FIELDS}
    blocks = []
    known: set[str] = set()
    for given in form.getlist("block"):
        block_id = given if _ID.fullmatch(given) and given not in known else new_block_id()
        known.add(block_id)
        blocks.append(_read_block(form, given=given, block_id=block_id))
    chosen = form.get("language", language)
    return StoryText(
        **words,
        language=chosen if chosen in {"id", "en"} else language,
        dated_on=_day(form.get("dated_on", "")),
        blocks=tuple(blocks),
    )


def _read_block(form: QueryDict, *, given: str, block_id: str) -> Block:
    kind = form.get(f"{given}:kind", "")
    raw: dict[str, Any] = {"kind": kind, "id": block_id}
    cls = BLOCK_KINDS.get(kind)
    for field in fields(cls) if cls else ():
        value = form.get(f"{given}:{field.name}")
        if field.name == "id" or value is None:
            continue
        if field.type == "float":
            raw[field.name] = _share(value)
        elif cls and field.name in cls.RICH:
            raw[field.name] = clean_paragraph(value)
        else:
            raw[field.name] = _plain(value)
    return parse_block(raw)


def clean_paragraph(rich: str) -> str:
    """Return the HTML of an editor as one paragraph of inline HTML, with nothing else left."""
    return " ".join(clean(_BREAK.sub(" ", seen(rich.replace("\r", " ")))).split())


def _plain(value: str) -> str:
    return seen(value.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _share(value: str) -> float:
    try:
        return min(1.0, max(0.0, float(value.replace(",", "."))))
    except ValueError:
        return 0.5


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def empty_block(kind: str, *, block_id: str) -> Block:
    """Return a block of ``kind`` with nothing in it."""
    return parse_block({"kind": kind, "id": block_id})


def add_block(text: StoryText, *, kind: str, after: str) -> tuple[StoryText, str]:
    """Return the story with an empty block behind the block ``after`` ("" is the end), and the new block's id."""
    made = empty_block(kind, block_id=new_block_id())
    place = _places(text).get(after, len(text.blocks) - 1) + 1
    return replace(text, blocks=(*text.blocks[:place], made, *text.blocks[place:])), made.id


def move_block(text: StoryText, *, block: str, by: int) -> StoryText:
    """Return the story with a block moved up (-1) or down (1); at either end nothing changes."""
    place = _places(text).get(block)
    if place is None or not 0 <= place + by < len(text.blocks):
        return text
    blocks = list(text.blocks)
    blocks[place], blocks[place + by] = blocks[place + by], blocks[place]
    return replace(text, blocks=tuple(blocks))


def remove_block(text: StoryText, *, block: str) -> StoryText:
    """Return the story without a block."""
    return replace(text, blocks=tuple(b for b in text.blocks if b.id != block))


def _places(text: StoryText) -> Mapping[str, int]:
    return {block.id: place for place, block in enumerate(text.blocks)}
