"""Radio: a script to be read aloud, in 30 and in 60 seconds, the time at which each paragraph starts before it.

About 130 words a minute, a calm reader's pace; a number takes as many words as it has digits. Headline, call and
office are always read; of the rest, whole sentences in their order. A person is named before the person's words. The
address and the code of the proof stand under the script and are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from suluh.agencies.brand import Brand
from suluh.content.blocks import StoryText
from suluh.creative.drawing.rendition import TextDoesNotFit
from suluh.creative.packs.plan import STORY
from suluh.creative.packs.sentences import sentences
from suluh.creative.texts.message import lead_and_told
from suluh.creative.texts.rendition import MarkLike, TextRendition
from suluh.creative.texts.wording import Wording, call_of, plain, words_of
from suluh.foundation.language import lazy as _

NAME = "radio"
TITLE, NETWORK = _("Radio script"), "radio"
FILES = {"radio-30.txt": _("Read aloud in 30 seconds"), "radio-60.txt": _("Read aloud in 60 seconds")}
WORDS_A_MINUTE = 130
_LENGTHS = (30, 60)
_SCHEME = re.compile(r"https?://(?:www\.)?", re.I)
_MINUTE = 60


def write(story: StoryText, *, brand: Brand, mark: MarkLike) -> tuple[TextRendition, ...]:
    """Return both scripts. Raises ``TextDoesNotFit`` where headline, call and office alone take too long."""
    return tuple(_script(story, brand=brand, mark=mark, seconds=seconds) for seconds in _LENGTHS)


def spoken_words(text: str) -> int:
    """Return how many words are said for a text; each digit is one, and so is each part of an address."""
    return sum(max(len(re.findall(r"\d", word)), len(re.findall(r"[^\W_]+", word))) for word in text.split())


def _script(story: StoryText, *, brand: Brand, mark: MarkLike, seconds: int) -> TextRendition:
    words, call = words_of(story), call_of(story)
    head = plain(story.headline)
    close = [_SCHEME.sub("", call.text)] if call else []
    close.append(f"{words['from']}: {plain(brand.name)}")
    most = seconds * WORDS_A_MINUTE // _MINUTE
    room = most - sum(spoken_words(text) for text in (head, *close))
    if room < 0:
        raise _too_long(head, call=call, room=room)
    paragraphs = [text for text in (head, *_fitting(story, room=room), *close) if text]
    proof = f"({words['not_read']})\n{words['check']}: {mark.url}\n{words['code']}: {mark.code}"
    text = "\n\n".join([*_timed(paragraphs), proof])
    return TextRendition(layout=NAME, name=f"radio-{seconds}.txt", text=text, counts=(len(text),))


def _fitting(story: StoryText, *, room: int) -> Iterator[str]:
    """Yield the lead and the blocks as they are read, those that fit; of lead and paragraph the first sentences."""
    lead, told = lead_and_told(story)
    for kind, text in [("paragraph", lead), *((wording.kind, _read(wording)) for wording in told)]:
        kept = ""
        for piece in sentences(text) if kind == "paragraph" else [text]:
            grown = f"{kept} {piece}".strip()
            if spoken_words(grown) > room:
                break
            kept = grown
        room -= spoken_words(kept)
        if kept:
            yield _SCHEME.sub("", kept)


def _read(wording: Wording) -> str:
    if wording.kind == "quote":
        who = wording.tail.removeprefix("— ")
        return f"{who}: “{wording.text}”" if who else f"“{wording.text}”"
    return plain(wording.text)


def _timed(paragraphs: Sequence[str]) -> Iterator[str]:
    """Yield each paragraph with the time at which it starts, and the end last."""
    said = 0
    for text in paragraphs:
        yield f"[{_clock(said)}] {text}"
        said += spoken_words(text)
    yield f"[{_clock(said)}]"


def _clock(said: int) -> str:
    seconds = -(-said * _MINUTE // WORDS_A_MINUTE)
    return f"{seconds // _MINUTE}:{seconds % _MINUTE:02}"


def _too_long(head: str, *, call: Wording | None, room: int) -> TextDoesNotFit:
    """Return the refusal that names the longer of headline and call."""
    named = call if call and spoken_words(call.text) > spoken_words(head) else None
    return TextDoesNotFit(
        _("The headline and the call to action take too long to read aloud. Shorten them by about %(cut)s words.")
        % {"cut": -room},
        block=named.block if named else STORY,
        kind=named.kind if named else "headline",
        layout=NAME,
        cut=-room,
    )
