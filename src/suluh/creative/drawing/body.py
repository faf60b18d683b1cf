"""The whole text of a story, block by block, for layouts that run over as many pages as they need."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from typing import Any

from suluh.content.blocks import Block, Event, Paragraph, Picture, Quote, Step, dump_block
from suluh.creative.drawing.pictures import photograph
from suluh.creative.packs.occasions import spoken_day
from suluh.foundation.richtext import clean, to_plain

# Fields that are no text to print.
_AS_IT_IS = frozenset({"id", "kind", "media", "url"})
# px of a picture's shorter side: as the carousel asks for it, so that it is made once for both.
_SHORTEST = 1100


class _Runs(HTMLParser):
    """Reads inline HTML as runs of text with their emphasis and link."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.runs: list[dict[str, Any]] = []
        self._open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open.append((tag, dict(attrs).get("href") or ""))

    def handle_endtag(self, tag: str) -> None:
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place][0] == tag:
                del self._open[place]
                return

    def handle_data(self, data: str) -> None:
        tags = {tag for tag, _href in self._open}
        href = next((href for tag, href in self._open if tag == "a"), "")
        self.runs.append({"text": data, "strong": "strong" in tags, "em": "em" in tags, "href": href})


def runs(rich: str) -> list[dict[str, Any]]:
    """Return the runs of a rich text: text, strong, em, href."""
    reader = _Runs()
    reader.feed(clean(rich))
    reader.close()
    return reader.runs


def body(
    blocks: tuple[Block, ...], *, writer: Callable[[str], str], pictures: Mapping[str, bytes], language: str
) -> list[dict[str, Any]]:
    """Return every block as JSON: its text fields as drawn, a paragraph's as runs, a picture embedded as SVG.

    A picture whose file is not among ``pictures`` is left out, and so is a point that only repeats what a paragraph
    says: points are made from the text for posts.
    """
    shown: list[dict[str, Any]] = []
    for block in without_repeats(blocks):
        raw = {
            name: writer(value) if isinstance(value, str) and name not in _AS_IT_IS else value
            for name, value in dump_block(block).items()
        }
        if "url" in raw:
            # An address is a link as it is, and is printed so that it may break.
            raw |= {"url": raw["url"].strip(), "address_shown": writer(raw["url"].strip())}
        if isinstance(block, Event):
            raw["day_shown"] = writer(spoken_day(block.date, language=language))
        if isinstance(block, Paragraph):
            raw["runs"] = [{**run, "text": writer(run["text"])} for run in runs(block.text)]
        if isinstance(block, Picture):
            if block.media not in pictures:
                continue
            raw["svg"] = photograph(pictures[block.media], shortest=_SHORTEST)
        shown.append(raw)
    return shown


def without_repeats(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks without the points whose text stands in a paragraph or a quote, letter for letter."""
    said = " ".join(_bare(to_plain(block.text)) for block in blocks if isinstance(block, Paragraph | Quote))
    return tuple(b for b in blocks if not (isinstance(b, Step) and b.text.strip() and _bare(b.text) in said))


def _bare(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(" .!?")
