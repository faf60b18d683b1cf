"""The texts of a story that are read by the coach, cut into words and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from suluh.content.blocks import Block, Quote, StoryText
from suluh.foundation import richtext

# The fields that hold prose. Names, titles of persons, addresses and numbers are not read for spelling.
_SENTENCE_FIELDS = frozenset({"text", "lead", "myth", "fact", "transcript"})
_LABEL_FIELDS = frozenset({"headline", "label", "caption", "alt", "title"})

_TOKEN = re.compile(
    r"(?P<skip>https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+|[@#]\w+|\b[\w-]+\.(?:com|id|org|net|go|co)(?:\.\w+)*\b(?:/\S*)?)"
    r"|(?P<number>\d[\d.,:/]*\d|\d)(?![A-Za-z])"
    r"|(?P<word>[^\W_]+(?:[-'’][^\W_]+)*)"
)
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)|\n+")
# After these a full stop does not end a sentence. Titles and degrees as PUEBI/EYD V writes them.
_SHORTENED_WORDS = """
ir dr drs dra prof h hj kh hr jl no tgl hlm st bpk sdr yth kab kec prov tel telp a.n d.a s.d u.p u.b dll dsb dst dkk
cq vs mr mrs ms jr sr se mm sh mh msi sip spd mpd kom si m.si s.sos plt plh pj rp vol ed tn ny
"""
_SHORTENED = frozenset(_SHORTENED_WORDS.split())
# How far from a place its neighbours are looked for: more would cost the square of the text's length.
_AROUND = 80
# Characters of a story that are read; a story is a page or two, and a whole book must not stop the desk for others.
LONGEST_READ = 120_000


@dataclass(frozen=True)
class Token:
    """A word or a number. ``kind`` is "word", "number" or "skip" (an address, a handle or a hashtag)."""

    start: int
    end: int
    text: str
    kind: str

    @property
    def is_word(self) -> bool:
        return self.kind == "word"

    @property
    def is_capitalised(self) -> bool:
        return self.text[:1].isupper()

    @property
    def lower(self) -> str:
        return self.text.lower()


@dataclass(frozen=True)
class Sentence:
    start: int
    end: int
    tokens: tuple[Token, ...]

    @property
    def word_count(self) -> int:
        """The words a reader reads: words and numbers, no marks."""
        return len(self.tokens)


@dataclass(frozen=True)
class Passage:
    """The plain text of one field. ``is_prose`` is true where whole sentences are expected."""

    block: str
    field: str
    text: str
    kind: str
    is_prose: bool

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        return tuple(Token(m.start(), m.end(), m.group(), str(m.lastgroup)) for m in _TOKEN.finditer(self.text))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(_sentences(self.text, tokens=self.tokens))

    @cached_property
    def sentence_starts(self) -> frozenset[int]:
        """The places of the words that begin a sentence or a quotation, where a capital says nothing."""
        starts = {s.tokens[0].start for s in self.sentences if s.tokens}
        opened = {
            t.start
            for t in self.tokens
            if self.text[max(0, t.start - _AROUND) : t.start].rstrip("([")[-1:] in {'"', "“", "‘"}
            or self._after_colon(t)
        }
        return frozenset(starts | opened)

    def _after_quotation_mark(self, token: Token) -> bool:
        return self.text[max(0, token.start - _AROUND) : token.start].rstrip("([")[-1:] in {'"', "“", "‘"}

    def _after_colon(self, token: Token) -> bool:
        return self.text[max(0, token.start - _AROUND) : token.start].rstrip()[-1:] in {":", "–", "—", "•"}


def _sentences(text: str, *, tokens: tuple[Token, ...]) -> Iterator[Sentence]:
    start, at = 0, 0
    ends = [m.end() for m in _SENTENCE_END.finditer(text) if _really_ends(text, match=m)]
    for end in [*ends, len(text)]:
        inside = []
        while at < len(tokens) and tokens[at].start < end:
            inside.append(tokens[at])
            at += 1
        if inside:
            yield Sentence(start + _leading_space(text[start:end]), end, tuple(inside))
        start = end


def _really_ends(text: str, *, match: re.Match[str]) -> bool:
    if "\n" in match.group():
        return True
    following = text[match.end() : match.end() + _AROUND].lstrip()[:1]
    if following and following.islower():
        return False
    if not match.group().startswith(".") or len(match.group()) > 1:
        return True
    before = re.search(r"[\w.]+$", text[max(0, match.start() - _AROUND) : match.start()])
    word = before.group().lower() if before else ""
    is_initial = len(word) == 1 and word.isalpha()
    return not (following and (is_initial or word in _SHORTENED))


def _leading_space(text: str) -> int:
    return len(text) - len(text.lstrip())


def passages_of(story: StoryText) -> Iterator[Passage]:
    """Yield the texts of ``story`` in reading order, as far as the coach reads; empty ones are left out."""
    read = 0
    for passage in _all_passages(story):
        read += len(passage.text)
        if read > LONGEST_READ:
            return
        yield passage


def _all_passages(story: StoryText) -> Iterator[Passage]:
    for name in ("headline", "lead"):
        text = getattr(story, name)
        if text.strip():
            yield Passage(name, name, text, name, name == "lead")
    for block in story.blocks:
        yield from _passages_of_block(block)


def _passages_of_block(block: Block) -> Iterator[Passage]:
    for name in block.text_fields():
        if name not in _SENTENCE_FIELDS | _LABEL_FIELDS or (isinstance(block, Quote) and name == "title"):
            continue
        raw = getattr(block, name)
        text = richtext.to_plain(raw) if name in block.RICH else raw
        if text.strip():
            yield Passage(block.id, name, text, block.kind, name in _SENTENCE_FIELDS and block.kind != "call_to_action")
