"""A text as a thread of posts: one way for every network that has threads, numbered "1/5", the proof in the last.

A post never ends within a word. Words of a person never stand without the person: a quote that takes two posts names
its speaker in both. Blocks keep their order; what does not fit into the longest thread is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from suluh.agencies.brand import Brand
from suluh.content.blocks import StoryText
from suluh.creative.drawing.rendition import TextDoesNotFit
from suluh.creative.packs.plan import STORY
from suluh.creative.packs.sentences import sentences
from suluh.creative.texts.rendition import MarkLike, TextRendition
from suluh.creative.texts.wording import Wording, call_of, plain, worded, words_of
from suluh.foundation.language import lazy as _

LONGEST_THREAD = 12
BETWEEN = "\n\n---\n\n"
# "12/12" and a new line before every post.
_NUMBER = 6
# Paragraphs are told only where fewer blocks than this say the story in a sharper form.
_SHARP_ENOUGH = 3
_LISTED = ("step", "number")
_PAUSE = re.compile(r"(?<=[,;:]) ")


@dataclass(frozen=True, kw_only=True)
class Rules:
    """What a network allows: the format's name, the network's, the most of a post, and how it counts."""

    layout: str
    network: str
    limit: int
    count: Callable[[str], int]

    @property
    def room(self) -> int:
        """What is left of a post beside its number."""
        return self.limit - _NUMBER


def thread(story: StoryText, *, brand: Brand, mark: MarkLike, rules: Rules, name: str) -> TextRendition:
    """Return the thread as one text, its posts parted by a line "---". Raises ``TextDoesNotFit`` naming the block."""
    last = _last(story, brand=brand, mark=mark, rules=rules)
    posts = [*_opening(story, rules=rules), *_told(story, rules=rules)][: LONGEST_THREAD - 1]
    numbered = [f"{place}/{len(posts) + 1}\n{post}" for place, post in enumerate((*posts, last), start=1)]
    counts = tuple(rules.count(post) for post in numbered)
    return TextRendition(layout=rules.layout, name=name, text=BETWEEN.join(numbered), counts=counts)


def _opening(story: StoryText, *, rules: Rules) -> list[str]:
    """Return headline and lead: in one post where they fit, else in two or more."""
    headline, lead = plain(story.headline), plain(story.lead)
    together = f"{headline}\n\n{lead}" if lead else headline
    if rules.count(together) <= rules.room:
        return [together]
    return [
        *_pieces(headline, block=STORY, kind="headline", rules=rules),
        *_pieces(lead, block=STORY, kind="lead", rules=rules),
    ]


def _told(story: StoryText, *, rules: Rules) -> list[str]:
    told = worded(story)
    sharp = tuple(wording for wording in told if wording.kind not in {"paragraph", "contact"})
    posts: list[str] = []
    kind_before = ""
    for wording in sharp if len(sharp) >= _SHARP_ENOUGH else told:
        for piece in _posts(wording, rules=rules):
            joined = f"{posts[-1]}\n{piece}" if posts else piece
            if wording.kind == kind_before and wording.kind in _LISTED and rules.count(joined) <= rules.room:
                posts[-1] = joined
            else:
                posts.append(piece)
            kind_before = wording.kind
    return posts


def _posts(wording: Wording, *, rules: Rules) -> Iterator[str]:
    """Yield a block in posts; every piece of a quote in quotation marks and with its speaker."""
    if rules.count(wording.whole) <= rules.room:
        yield wording.whole
    elif wording.kind == "quote":
        frame = rules.count(f"“… …” {wording.tail}")
        pieces = list(
            _pieces(wording.text, block=wording.block, kind=wording.kind, room=rules.room - frame, rules=rules)
        )
        for place, piece in enumerate(pieces):
            start, end = "… " if place else "", " …" if place < len(pieces) - 1 else ""
            yield f"“{start}{piece}{end}” {wording.tail}".rstrip()
    else:
        yield from _pieces(wording.text, block=wording.block, kind=wording.kind, rules=rules)


def _last(story: StoryText, *, brand: Brand, mark: MarkLike, rules: Rules) -> str:
    words, call = words_of(story), call_of(story)
    proof = f"{words['check']}: {mark.url}\n{words['code']}: {mark.code}"
    lines = [call.text if call else "", f"{words['from']}: {plain(brand.name)}", proof]
    post = "\n\n".join(line for line in lines if line)
    cut = rules.count(post) - rules.room
    if cut > 0:
        raise TextDoesNotFit(
            _("The call to action is too long for the last post on %(network)s. Shorten it by %(cut)s characters.")
            % {"cut": cut, "network": rules.network},
            block=call.block if call else STORY,
            kind="call_to_action",
            layout=rules.layout,
            cut=cut,
        )
    return post


def _pieces(text: str, *, block: str, kind: str, rules: Rules, room: int = 0) -> Iterator[str]:
    """Yield a text in pieces of at most ``room``: whole sentences, else clauses, else words."""
    held, room = "", room or rules.room
    for part in _parts(text, room=room, count=rules.count):
        if rules.count(part) > room:
            raise TextDoesNotFit(
                _("A word or address is too long for a post on %(network)s. Write it shorter: %(word)s")
                % {"word": part[:60], "network": rules.network},
                block=block,
                kind=kind,
                layout=rules.layout,
                cut=rules.count(part) - room,
            )
        grown = f"{held} {part}" if held else part
        if rules.count(grown) <= room:
            held = grown
        else:
            yield held
            held = part
    if held:
        yield held


def _parts(text: str, *, room: int, count: Callable[[str], int]) -> Iterator[str]:
    """Yield sentences; of one that is too long its clauses, of a clause that is too long its words."""
    for sentence in sentences(text):
        if count(sentence) <= room:
            yield sentence
            continue
        for clause in _PAUSE.split(sentence):
            yield from [clause] if count(clause) <= room else clause.split()
