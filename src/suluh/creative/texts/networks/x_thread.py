"""X: a thread of posts, each at most 280 weighted characters, numbered "1/5", the link and the code in the last.

A post never ends within a word. Words of a person never stand without the person: a quote that takes two posts names
its speaker in both. Blocks keep their order; what does not fit into the longest thread is left out whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from suluh.agencies.brand import Brand
from suluh.content.blocks import StoryText
from suluh.creative.drawing.rendition import TextDoesNotFit
from suluh.creative.packs.plan import STORY
from suluh.creative.packs.sentences import sentences
from suluh.creative.texts.counting import LIMIT, weigh
from suluh.creative.texts.rendition import MarkLike, TextRendition
from suluh.creative.texts.wording import Wording, call_of, plain, worded, words_of
from suluh.foundation.language import lazy as _

NAME = "x_thread"
TITLE, NETWORK = _("Thread for X"), "x"
count = weigh
LONGEST_THREAD = 12
# "12/12" and a new line before every post.
_ROOM = LIMIT - 6
# Paragraphs are told only where fewer blocks than this say the story in a sharper form.
_SHARP_ENOUGH = 3
_LISTED = ("step", "number")
_PAUSE = re.compile(r"(?<=[,;:]) ")
BETWEEN = "\n\n---\n\n"


def write(story: StoryText, *, brand: Brand, mark: MarkLike) -> tuple[TextRendition, ...]:
    """Return the thread as one text, its posts parted by a line "---". Raises ``TextDoesNotFit`` naming the block."""
    last = _last(story, brand=brand, mark=mark)
    posts = [*_opening(story), *_told(story)][: LONGEST_THREAD - 1]
    numbered = [f"{place}/{len(posts) + 1}\n{post}" for place, post in enumerate((*posts, last), start=1)]
    counts = tuple(weigh(post) for post in numbered)
    return (TextRendition(layout=NAME, name="x-thread.txt", text=BETWEEN.join(numbered), counts=counts),)


def _opening(story: StoryText) -> list[str]:
    """Return headline and lead: in one post where they fit, else in two or more."""
    headline, lead = plain(story.headline), plain(story.lead)
    together = f"{headline}\n\n{lead}" if lead else headline
    if weigh(together) <= _ROOM:
        return [together]
    return [*_pieces(headline, block=STORY, kind="headline"), *_pieces(lead, block=STORY, kind="lead")]


def _told(story: StoryText) -> list[str]:
    told = worded(story)
    sharp = tuple(wording for wording in told if wording.kind not in {"paragraph", "contact"})
    posts: list[str] = []
    kind_before = ""
    for wording in sharp if len(sharp) >= _SHARP_ENOUGH else told:
        for piece in _posts(wording):
            joined = f"{posts[-1]}\n{piece}" if posts else piece
            if wording.kind == kind_before and wording.kind in _LISTED and weigh(joined) <= _ROOM:
                posts[-1] = joined
            else:
                posts.append(piece)
            kind_before = wording.kind
    return posts


def _posts(wording: Wording) -> Iterator[str]:
    """Yield a block in posts; every piece of a quote in quotation marks and with its speaker."""
    if weigh(wording.whole) <= _ROOM:
        yield wording.whole
    elif wording.kind == "quote":
        frame = weigh(f"“… …” {wording.tail}")
        pieces = list(_pieces(wording.text, block=wording.block, kind=wording.kind, room=_ROOM - frame))
        for place, piece in enumerate(pieces):
            start, end = "… " if place else "", " …" if place < len(pieces) - 1 else ""
            yield f"“{start}{piece}{end}” {wording.tail}".rstrip()
    else:
        yield from _pieces(wording.text, block=wording.block, kind=wording.kind)


def _last(story: StoryText, *, brand: Brand, mark: MarkLike) -> str:
    words, call = words_of(story), call_of(story)
    proof = f"{words['check']}: {mark.url}\n{words['code']}: {mark.code}"
    lines = [call.text if call else "", f"{words['from']}: {plain(brand.name)}", proof]
    post = "\n\n".join(line for line in lines if line)
    cut = weigh(post) - _ROOM
    if cut > 0:
        raise TextDoesNotFit(
            _("The call to action is too long for the last post on X. Shorten it by %(cut)s characters.")
            % {"cut": cut},
            block=call.block if call else STORY,
            kind="call_to_action",
            layout=NAME,
            cut=cut,
        )
    return post


def _pieces(text: str, *, block: str, kind: str, room: int = _ROOM) -> Iterator[str]:
    """Yield a text in pieces of at most ``room``: whole sentences, else clauses, else words."""
    held = ""
    for part in _parts(text, room=room):
        if weigh(part) > room:
            raise TextDoesNotFit(
                _("A word or address is too long for a post on X. Write it shorter: %(word)s") % {"word": part[:60]},
                block=block,
                kind=kind,
                layout=NAME,
                cut=weigh(part) - room,
            )
        grown = f"{held} {part}" if held else part
        if weigh(grown) <= room:
            held = grown
        else:
            yield held
            held = part
    if held:
        yield held


def _parts(text: str, *, room: int) -> Iterator[str]:
    """Yield sentences; of one that is too long its clauses, of a clause that is too long its words."""
    for sentence in sentences(text):
        if weigh(sentence) <= room:
            yield sentence
            continue
        for clause in _PAUSE.split(sentence):
            yield from [clause] if weigh(clause) <= room else clause.split()
