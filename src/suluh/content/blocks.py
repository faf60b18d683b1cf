"""The typed blocks of a story, and the story as a value. Plain Python: no Django, no database.

Only the fields named in a block's ``RICH`` hold inline HTML (``strong``, ``em``, ``a``); every other field is
plain text. ``foundation.richtext`` turns one into the other and keeps track of places.
"""

from __future__ import annotations

import datetime
import re
import secrets
from dataclasses import MISSING, asdict, dataclass, field, fields, replace
from datetime import date
from typing import Any, ClassVar, Self, TypeVar

from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _

B = TypeVar("B", bound="Block")
# Digits of an id that surely fits the database's 64 bits.
_LONGEST_ID = 18


# What no reader sees, and PostgreSQL, XML or a typeface cannot hold: controls but for tab and line end, surrogates.
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def seen(text: str) -> str:
    """Return ``text`` with only what can be seen, kept and sent on."""
    return _UNSEEN.sub("", text)


def day_of(text: str) -> date | None:
    """Return the day that an ISO 8601 date ("2026-12-09") names, or None for any other text."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def new_block_id() -> str:
    """Return a short id, unique within a story: 8 URL-safe characters."""
    return secrets.token_urlsafe(6)


class BadBlock(Refusal):
    """A block that does not have the form of its kind."""

    code = "content.E101"


@dataclass(frozen=True, kw_only=True)
class Block:
    """One typed piece of a story. ``kind`` is the name it is stored and shown under."""

    KIND: ClassVar[str] = ""
    RICH: ClassVar[frozenset[str]] = frozenset()
    id: str = field(default_factory=new_block_id)

    @property
    def kind(self) -> str:
        return self.KIND

    @classmethod
    def text_fields(cls) -> tuple[str, ...]:
        """Return the names of the fields a person writes as text, in reading order."""
        return tuple(f.name for f in fields(cls) if f.name != "id" and f.type == "str")

    def with_text(self, *, name: str, text: str) -> Self:
        """Return a copy with one text field replaced."""
        return replace(self, **{name: text})


@dataclass(frozen=True, kw_only=True)
class Paragraph(Block):
    KIND: ClassVar[str] = "paragraph"
    RICH: ClassVar[frozenset[str]] = frozenset({"text"})
    text: str


@dataclass(frozen=True, kw_only=True)
class Quote(Block):
    """Words a person said. ``title`` is the person's office or rank, e.g. "Kabiro Humas KPK RI"."""

    KIND: ClassVar[str] = "quote"
    text: str
    speaker: str = ""
    title: str = ""


@dataclass(frozen=True, kw_only=True)
class Number(Block):
    """A figure worth showing. ``value`` is written as it should be read: "17", "72 %", "Rp350.000"."""

    KIND: ClassVar[str] = "number"
    value: str
    label: str
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class Step(Block):
    """A point or a step. ``title`` in a few words, ``text`` in one sentence."""

    KIND: ClassVar[str] = "step"
    title: str
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class MythFact(Block):
    """What is believed, and what is so. ``verdict`` is what a check called it ("Hoaks"), "" where nobody checked it."""

    KIND: ClassVar[str] = "myth_fact"
    myth: str
    fact: str
    source: str = ""
    verdict: str = ""


@dataclass(frozen=True, kw_only=True)
class CallToAction(Block):
    """What the reader is asked to do, and where."""

    KIND: ClassVar[str] = "call_to_action"
    text: str
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Picture(Block):
    """A picture of the office's media. ``focal_x`` and ``focal_y`` are shares of width and height, 0 to 1."""

    KIND: ClassVar[str] = "picture"
    media: str
    alt: str
    credit: str = ""
    caption: str = ""
    focal_x: float = 0.5
    focal_y: float = 0.5


@dataclass(frozen=True, kw_only=True)
class Video(Block):
    """A video by its address. ``transcript`` is what is said in it, for who cannot hear it."""

    KIND: ClassVar[str] = "video"
    url: str
    title: str
    transcript: str = ""


@dataclass(frozen=True, kw_only=True)
class Contact(Block):
    KIND: ClassVar[str] = "contact"
    name: str
    phone: str = ""
    email: str = ""
    url: str = ""
    address: str = ""
    hours: str = ""


@dataclass(frozen=True, kw_only=True)
class Event(Block):
    """Something people can come to. ``date`` is as it should be read, or ISO 8601 ("2026-12-09"); so is ``time``."""

    KIND: ClassVar[str] = "event"
    title: str
    date: str = ""
    time: str = ""
    place: str = ""
    address: str = ""
    fee: str = ""
    url: str = ""

    @property
    def day(self) -> datetime.date | None:
        """The date as a day of the calendar, or None where it is written in other words."""
        return day_of(self.date)


BLOCK_KINDS: dict[str, type[Block]] = {
    cls.KIND: cls for cls in (Paragraph, Quote, Number, Step, MythFact, CallToAction, Picture, Video, Contact, Event)
}


def parse_block(raw: object) -> Block:
    """Return the block that ``raw``, a JSON object, describes; a missing text field is empty.

    Raises ``BadBlock`` naming the kind and the field when the form is wrong.
    """
    if not isinstance(raw, dict) or raw.get("kind") not in BLOCK_KINDS:
        raise BadBlock(_("A block of this story has a kind that Suluh does not know."), hint=str(raw)[:80])
    cls = BLOCK_KINDS[raw["kind"]]
    values: dict[str, Any] = {}
    for f in fields(cls):
        given = raw.get(f.name)
        if given is None:
            if f.default is MISSING and f.default_factory is MISSING:
                values[f.name] = ""
            continue
        values[f.name] = _value(given, wanted=str(f.type), kind=cls.KIND, name=f.name)
    return cls(**values)


def _value(given: object, *, wanted: str, kind: str, name: str) -> str | float:
    if wanted == "float" and isinstance(given, int | float) and 0 <= given <= 1:
        return float(given)
    if wanted == "str" and isinstance(given, str) and "\x00" not in given:
        return seen(given)
    raise BadBlock(
        _("The field %(field)s of a block of kind %(kind)s is not of the right form.") % {"field": name, "kind": kind}
    )


def dump_block(block: Block) -> dict[str, Any]:
    """Return the block as a JSON object with its ``kind``."""
    return {"kind": block.KIND, **asdict(block)}


@dataclass(frozen=True, kw_only=True)
class StoryText:
    """A story as it is written: what a revision freezes, the coach reads and a pack is drawn from."""

    headline: str
    lead: str = ""
    blocks: tuple[Block, ...] = ()
    language: str = "id"
    topic: str = ""
    place: str = ""
    dated_on: date | None = None
    byline: str = ""

    def of_kind(self, cls: type[B]) -> tuple[B, ...]:
        """Return the blocks of one kind, in order."""
        return tuple(b for b in self.blocks if isinstance(b, cls))


def media_ids(story: StoryText) -> list[int]:
    """Return the ids of the media that the story's pictures show; a name that is no id is left out."""
    names = (picture.media for picture in story.of_kind(Picture))
    return [int(name) for name in names if name.isascii() and name.isdigit() and len(name) <= _LONGEST_ID]


def parse_story(raw: object) -> StoryText:
    """Return the story that ``raw``, a JSON object as made by ``dump_story``, describes."""
    if not isinstance(raw, dict) or not isinstance(raw.get("blocks", []), list):
        raise BadBlock(_("This is not the text of a story."))
    words = {name: seen(str(raw.get(name) or "")) for name in ("headline", "lead", "topic", "place", "byline")}
    dated = raw.get("dated_on")
    return StoryText(
        **words,
        language=str(raw.get("language") or "id"),
        dated_on=date.fromisoformat(dated) if dated else None,
        blocks=tuple(parse_block(b) for b in raw.get("blocks", [])),
    )


def dump_story(story: StoryText) -> dict[str, Any]:
    """Return the story as a JSON object."""
    return {
        "headline": story.headline,
        "lead": story.lead,
        "topic": story.topic,
        "place": story.place,
        "byline": story.byline,
        "language": story.language,
        "dated_on": story.dated_on.isoformat() if story.dated_on else None,
        "blocks": [dump_block(b) for b in story.blocks],
    }
