"""The blocks of a story as lines of plain text: one wording for every text format. Nothing is rewritten."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from suluh.content.blocks import (
    Block,
    CallToAction,
    Contact,
    Event,
    MythFact,
    Number,
    Paragraph,
    Quote,
    Step,
    StoryText,
)
from suluh.creative.packs.occasions import spoken_day
from suluh.creative.texts.languages import language_of
from suluh.foundation.richtext import to_plain

# Beside the fixed words: the language that days are written in.
_DATES = "(dates)"


@dataclass(frozen=True, kw_only=True)
class Wording:
    """A block as text. ``tail`` may not be parted from the text (a quote's speaker); it stands after it."""

    block: str
    kind: str
    text: str
    tail: str = ""

    @property
    def whole(self) -> str:
        return f"“{self.text}” {self.tail}".rstrip() if self.kind == "quote" else self.text


def words_of(story: StoryText) -> Mapping[str, str]:
    """Return the fixed words in the story's language, Indonesian where it has none."""
    return language_of(story.language).words


def worded(story: StoryText) -> tuple[Wording, ...]:
    """Return the story's blocks as text, in order; calls to action, pictures, videos and empty blocks are left out."""
    language = language_of(story.language)
    words = {**language.words, _DATES: language.dates}
    made = (_worded(block, words=words) for block in story.blocks)
    return tuple(wording for wording in made if wording is not None and wording.text)


def call_of(story: StoryText) -> Wording | None:
    """Return the first call to action with its address."""
    for call in story.of_kind(CallToAction):
        text = " ".join(part for part in (plain(call.text), call.url.strip()) if part)
        if text:
            return Wording(block=call.id, kind=call.kind, text=text)
    return None


def plain(text: str) -> str:
    """Return a text on one line, with single spaces."""
    return " ".join(text.split())


def _worded(block: Block, *, words: Mapping[str, str]) -> Wording | None:
    write = _WRITERS.get(type(block))
    if write is None:
        return None
    text, tail = write(block, words)
    return Wording(block=block.id, kind=block.kind, text=text, tail=tail)


def _paragraph(block: Block, _words: Mapping[str, str]) -> tuple[str, str]:
    assert isinstance(block, Paragraph)
    return plain(to_plain(block.text)), ""


def _quote(block: Block, _words: Mapping[str, str]) -> tuple[str, str]:
    assert isinstance(block, Quote)
    who = ", ".join(part for part in (plain(block.speaker), plain(block.title)) if part)
    return plain(block.text).strip('“”"'), f"— {who}" if who else ""


def _number(block: Block, words: Mapping[str, str]) -> tuple[str, str]:
    assert isinstance(block, Number)
    said = " ".join(part for part in (plain(block.value), plain(block.label)) if part)
    return (f"{said} ({words['source']}: {plain(block.source)})" if plain(block.source) and said else said), ""


def _step(block: Block, _words: Mapping[str, str]) -> tuple[str, str]:
    assert isinstance(block, Step)
    return ": ".join(part for part in (plain(block.title).rstrip(":"), plain(block.text)) if part), ""


def _myth_fact(block: Block, words: Mapping[str, str]) -> tuple[str, str]:
    assert isinstance(block, MythFact)
    if not plain(block.myth) or not plain(block.fact):
        return "", ""
    lines = [f"{words['myth']}: {plain(block.myth)}", f"{words['fact']}: {plain(block.fact)}"]
    if plain(block.source):
        lines.append(f"{words['source']}: {plain(block.source)}")
    return "\n".join(lines), ""


def _contact(block: Block, words: Mapping[str, str]) -> tuple[str, str]:
    assert isinstance(block, Contact)
    ways = [plain(way) for way in (block.name, block.phone, block.email, block.url, block.address, block.hours)]
    said = ", ".join(way for way in ways if way)
    return (f"{words['contact']}: {said}" if said else ""), ""


def _event(block: Block, words: Mapping[str, str]) -> tuple[str, str]:
    assert isinstance(block, Event)
    facts = [plain(fact) for fact in (spoken_day(block.date, language=words[_DATES]), block.time)]
    where = [plain(fact) for fact in (block.place, block.address)]
    ways = [plain(fact) for fact in (block.fee, block.url)]
    lines = [", ".join(fact for fact in group if fact) for group in (facts, where, ways)]
    told = "\n".join(line for line in lines if line)
    return (f"{plain(block.title)}\n{told}".strip() if plain(block.title) else ""), ""


_WRITERS: Mapping[type[Block], Callable[[Block, Mapping[str, str]], tuple[str, str]]] = {
    Paragraph: _paragraph,
    Quote: _quote,
    Number: _number,
    Step: _step,
    MythFact: _myth_fact,
    Contact: _contact,
    Event: _event,
}
