"""Tidying a release, and cutting it into paragraphs and sentences."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from suluh.content.structure.model import Passage, Span
from suluh.content.structure.words import Words

# Control characters, zero-width marks and direction overrides: they show nothing and can hide something.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile(r"[^\S\n]+")
_LISTED = re.compile(r"(?:[-*•·–]|\(?\d{1,2}[.)]|[a-z][.)])\s")
_END = re.compile(r"[.!?…]+[\"”’»)\]]*(?=\s|$)")
_LAST_WORD = re.compile(r"[^\s(\"“,]+$")
_WIDEST = 130  # characters of a line that was broken to fit a page


def tidy(text: str) -> str:
    """Return the text with one paragraph a line, single spaces, and nothing that cannot be seen.

    Lines that were broken to fit a page's width are joined: where blank lines part the paragraphs and most lines
    end in mid-sentence.
    """
    seen = _UNSEEN.sub("", _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text)))
    lines = [_SPACES.sub(" ", line).strip() for line in seen.split("\n")]
    if _is_wrapped(lines):
        lines = _joined(lines)
    return "\n".join(line for line in lines if line)


def _is_wrapped(lines: Sequence[str]) -> bool:
    inner = [line for line, after in pairwise(lines) if line and after]
    if len(inner) < 2 or "" not in lines[1:-1]:
        return False
    broken = sum(line[-1] not in '.!?:;”")' and 30 <= len(line) <= _WIDEST for line in inner)
    return broken * 2 > len(inner)


def _joined(lines: Sequence[str]) -> list[str]:
    """Join broken lines. A line much shorter than the width ends its paragraph: a label, a name, a last line."""
    width = max(len(line) for line in lines if len(line) <= _WIDEST)
    joined: list[str] = []
    piece: list[str] = []
    for line in [*lines, ""]:
        if piece and (not line or _LISTED.match(line) or len(piece[-1]) < width * 0.6):
            joined.append(" ".join(piece))
            piece = []
        if line:
            piece.append(line)
    return joined


def paragraphs_of(text: str) -> tuple[Passage, ...]:
    """Return the paragraphs of a tidied text."""
    found = []
    at = 0
    for line in text.split("\n"):
        if line:
            found.append(Passage(start=at, end=at + len(line), text=line))
        at += len(line) + 1
    return tuple(found)


def sentences_of(paragraph: Passage, *, words: Words, quotes: Sequence[Span] = ()) -> list[Passage]:
    """Return the sentences of a paragraph. A quote is never cut; initials, degrees and abbreviations end none."""
    text, base = paragraph.text, paragraph.start
    starts = [quote.start for quote in quotes]
    cuts = []
    for found in _END.finditer(text):
        inside = bisect_right(starts, base + found.start()) - 1
        if inside >= 0 and base + found.end() < quotes[inside].end:
            continue
        if _ends(text, start=found.start(), end=found.end(), words=words):
            cuts.append(found.end())
    if not cuts or cuts[-1] < len(text):
        cuts.append(len(text))
    sentences = []
    begin = 0
    for cut in cuts:
        while begin < cut and text[begin] == " ":
            begin += 1
        if begin < cut:
            sentences.append(Passage(start=base + begin, end=base + cut, text=text[begin:cut]))
        begin = cut
    return sentences


def _ends(text: str, *, start: int, end: int, words: Words) -> bool:
    following = text[end : end + 40].lstrip()
    if not following:
        return True
    if following[0].islower():
        return False
    if text[start:end] != ".":
        return True
    before = _LAST_WORD.search(text, max(0, start - 20), start)
    word = before.group() if before else ""
    if (len(word) == 1 and word.isupper()) or word.lower() in words.abbreviations:
        return False
    if word.isdigit() and before is not None and (before.start() == 0 or text[before.start() - 2] in ".;:"):
        return False
    return not (is_degree(f"{word}.", words=words) and is_degree(following.split(maxsplit=1)[0], words=words))


def bare(word: str) -> str:
    """Return a word in lower case without its dots and the marks around it: "S.Sos.," becomes "ssos"."""
    return word.lower().replace(".", "").strip(",;()")


def is_degree(word: str, *, words: Words) -> bool:
    """Say whether a word is a degree that stands after a name: "SE.", "M.Si", "Ph.D."."""
    plain = bare(word)
    if not (word[:1].isupper() and ("." in word or sum(letter.isupper() for letter in word) > 1)):
        return False
    return plain in words.after_name or (len(plain) > 2 and plain[0] in "sma" and plain[1:] in words.after_name)


def clip(text: str, *, most: int, words: Words) -> str:
    """Return ``text`` cut to at most ``most`` characters, between words, and not after a function word."""
    text = text.strip()
    if len(text) <= most:
        return text.rstrip(" ,;:–-")
    pieces = text[: most + 1].rsplit(" ", 1)[0].split()
    while len(pieces) > 1 and pieces[-1].lower().strip(",;:") in words.stop:
        pieces.pop()
    return " ".join(pieces)[:most].rstrip(" ,;:–-")


def shorten_by_clauses(text: str, *, most: int, words: Words) -> str:
    """Return ``text`` cut where a clause starts, if it must be, to at most ``most`` characters."""
    text = text.strip().rstrip(".")
    if len(text) <= most:
        return text
    best = 0
    for found in re.finditer(r"(?:,| )\s*(\w+)", text[: most + 12]):
        is_start = found.group(1).lower() in words.clause_starts or found.group().startswith(",")
        if is_start and most * 0.35 <= found.start() <= most:
            best = found.start()
    return clip(text[:best] if best else text, most=most, words=words)
