"""The blocks of a story as typed JSON, made from ``content.blocks`` so that the two never differ."""

from __future__ import annotations

from dataclasses import MISSING, fields
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union

from ninja import Schema
from pydantic import ConfigDict, Field, create_model

from suluh.content.blocks import BLOCK_KINDS, Block, dump_story, parse_story
from suluh.content.blocks import StoryText as Text
from suluh.foundation.richtext import clean

LONGEST_FIELD = 20_000
MOST_BLOCKS = 300


class _Strict(Schema):
    model_config = ConfigDict(extra="forbid")


def _schema_of(cls: type[Block], *, suffix: str, text: Any, share: Any) -> type[Schema]:
    # Made at run time from a table, so the types of the fields are not known to mypy.
    made: dict[str, Any] = {"kind": (Literal[cls.KIND], ...)}
    for f in fields(cls):
        default = f.default if f.default is not MISSING else ... if f.default_factory is MISSING else ""
        made[f.name] = (text if f.type == "str" else share, default)
    return create_model(f"{cls.__name__}{suffix}", __base__=_Strict, __doc__=cls.__doc__, **made)


def _any_of(*, suffix: str, text: Any, share: Any) -> Any:
    schemas = [_schema_of(cls, suffix=suffix, text=text, share=share) for cls in BLOCK_KINDS.values()]
    return Annotated[Union[tuple(schemas)], Field(discriminator="kind")]  # noqa: UP007 - made of a table


if TYPE_CHECKING:
    AnyBlock = Schema
    AnyBlockIn = Schema
else:
    AnyBlock = _any_of(suffix="Block", text=str, share=float)
    AnyBlockIn = _any_of(
        suffix="BlockIn",
        text=Annotated[str, Field(max_length=LONGEST_FIELD)],
        share=Annotated[float, Field(ge=0, le=1)],
    )


class StoryTextIn(_Strict):
    """The words of a story. ``text`` of a paragraph may hold <strong>, <em> and <a href>; all else is plain text."""

    headline: str = Field(min_length=1, max_length=300)
    lead: str = Field(default="", max_length=5000)
    language: Literal["id", "en"] = "id"
    topic: str = Field(default="", max_length=200)
    place: str = Field(default="", max_length=200)
    byline: str = Field(default="", max_length=200)
    dated_on: date | None = None
    blocks: list[AnyBlockIn] = Field(default_factory=list, max_length=MOST_BLOCKS)


class StoryText(Schema):
    """The words of a story. ``text`` of a paragraph may hold <strong>, <em> and <a href>; all else is plain text."""

    headline: str
    lead: str
    language: str
    topic: str
    place: str
    byline: str
    dated_on: date | None
    blocks: list[AnyBlock]


def parse_text(given: StoryTextIn) -> Text:
    """Return the words as the house's value, rich fields cleaned. Raises ``BadBlock``."""
    raw = given.model_dump(mode="json")
    for block in raw["blocks"]:
        if not block.get("id"):
            block.pop("id", None)
        for name in BLOCK_KINDS[block["kind"]].RICH:
            block[name] = clean(block[name])
    return parse_story(raw)


def shown_text(text: Text) -> StoryText:
    """Return the house's value as JSON's words."""
    return StoryText.model_validate(dump_story(text))
