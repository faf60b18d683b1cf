"""What changed between two versions of a story, word by word. Plain Python over the standard library's difflib."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from suluh.content.blocks import Block, StoryText
from suluh.foundation.richtext import to_plain

_WORD = re.compile(r"\s+|[^\s]+")
# Beyond this many words a field is compared whole: difflib's time grows with the square.
_MOST_WORDS = 4_000


@dataclass(frozen=True, kw_only=True)
class Piece:
    """Words that stand in both versions, in the old one only (gone), or in the new one only (new)."""

    kind: Literal["same", "gone", "new"]
    text: str


@dataclass(frozen=True, kw_only=True)
class Change:
    """One field of one block beside its other version. ``block`` is "" for a field of the story itself."""

    block: str
    kind: str
    field: str
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]

    @property
    def is_change(self) -> bool:
        return any(piece.kind != "same" for piece in (*self.before, *self.after))


def differences(before: StoryText, *, after: StoryText) -> tuple[Change, ...]:
    """Return every field that differs, in the order of the new version; removed blocks come where they stood."""
    changes = [
        _change("", kind="", field=name, before=str(getattr(before, name) or ""), after=str(getattr(after, name) or ""))
        for name in ("headline", "lead", "topic", "place", "dated_on", "byline")
    ]
    old = {block.id: block for block in before.blocks}
    new = {block.id: block for block in after.blocks}
    for block_id in _in_order(before, after=after):
        changes += _of_block(old.get(block_id), after=new.get(block_id))
    return tuple(change for change in changes if change.is_change)


def _in_order(before: StoryText, *, after: StoryText) -> list[str]:
    order = [block.id for block in after.blocks]
    left = ""
    for block in before.blocks:
        if block.id not in order:
            order.insert(order.index(left) + 1 if left else 0, block.id)
        left = block.id
    return order


def _of_block(before: Block | None, *, after: Block | None) -> Iterator[Change]:
    block = after or before
    assert block is not None
    for name in block.text_fields():
        yield _change(
            block.id,
            kind=block.kind,
            field=name,
            before=_shown(before, name=name),
            after=_shown(after, name=name),
        )


def _shown(block: Block | None, *, name: str) -> str:
    if block is None:
        return ""
    value = str(getattr(block, name))
    return to_plain(value) if name in block.RICH else value


def _change(block: str, *, kind: str, field: str, before: str, after: str) -> Change:
    gone, new = compare_words(before, after=after)
    return Change(block=block, kind=kind, field=field, before=gone, after=new)


def compare_words(before: str, *, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return both texts cut into pieces: what is the same, what is gone, what is new."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    if before == after:
        same = (Piece(kind="same", text=before),)
        return same, same
    if len(old) + len(new) > _MOST_WORDS:
        return (Piece(kind="gone", text=before),), (Piece(kind="new", text=after),)
    left: list[Piece] = []
    right: list[Piece] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        kept = tag == "equal"
        if i2 > i1:
            left.append(Piece(kind="same" if kept else "gone", text="".join(old[i1:i2])))
        if j2 > j1:
            right.append(Piece(kind="same" if kept else "new", text="".join(new[j1:j2])))
    return tuple(left), tuple(right)
