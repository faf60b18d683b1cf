"""An article for a website, in Markdown (CommonMark): what the story says is shown as it is, never read as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from suluh.agencies.brand import Brand
from suluh.content.blocks import StoryText
from suluh.creative.texts.rendition import MarkLike, TextRendition
from suluh.creative.texts.wording import Wording, call_of, plain, worded, words_of
from suluh.foundation.language import lazy as _

NAME = "article"
TITLE, NETWORK = _("Website article"), "web"
_SIGNS = re.compile(r"([\\`*_\[\]<>&~|])")
# What would start a heading, a list or a line across at the beginning of a line.
_START = re.compile(r"^(\d{1,9})([.)])|^([#+=-])")
_ADDRESS = re.compile(r"^https?://[\w.~:/?#@!$&'+,;=%-]+$")
_LISTED = ("step", "number")


def write(story: StoryText, *, brand: Brand, mark: MarkLike) -> tuple[TextRendition, ...]:
    """Return the article: headline, lead in bold, every block, the call, the office and the proof."""
    words, call, lead = words_of(story), call_of(story), _escaped(plain(story.lead))
    office = _escaped(plain(brand.name))
    foot = f"- {words['from']}: {office}\n- {words['check']}: {mark.url}\n- {words['code']}: {mark.code}"
    parts = [
        f"# {_escaped(plain(story.headline))}".strip(),
        f"**{lead}**" if lead else "",
        *_body(story),
        _escaped(call.text) if call else "",
        f"---\n\n{foot}",
    ]
    text = "\n\n".join(part for part in parts if part) + "\n"
    return (TextRendition(layout=NAME, name="article.md", text=text, counts=(len(text),)),)


def _body(story: StoryText) -> Iterator[str]:
    """Yield the blocks, points of one kind as one list."""
    listed: list[str] = []
    kind = ""
    for wording in worded(story):
        if listed and wording.kind != kind:
            yield "\n".join(listed)
            listed = []
        kind = wording.kind
        if kind in _LISTED:
            listed.append(f"{f'{len(listed) + 1}.' if kind == 'step' else '-'} {_escaped(wording.text)}")
        else:
            yield _block(wording)
    if listed:
        yield "\n".join(listed)


def _block(wording: Wording) -> str:
    if wording.kind == "quote":
        return f"> “{_escaped(wording.text)}”" + (f"\n>\n> {_escaped(wording.tail)}" if wording.tail else "")
    return "\\\n".join(_escaped(line) for line in wording.text.split("\n"))


def _escaped(text: str) -> str:
    """Return one line of text with Markdown's signs made harmless; an address stays as it is, to be clicked."""
    words = " ".join(word if _ADDRESS.match(word) else _SIGNS.sub(r"\\\1", word) for word in text.split(" "))
    return _START.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", words)
