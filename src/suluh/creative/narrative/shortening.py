"""Shortens a sentence by leaving out, never by adding: what is left says nothing that the sentence does not say.

Left out are parentheses, a dateline, openings that join sentences, and ends that may be missing. Who says something
stays with it ("Rika Efianti: …"). An end that holds a condition, a negation or a contrast is never cut off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from suluh.creative.narrative.languages import Words
from suluh.creative.narrative.sentences import has_verb, is_verb, word_list
from suluh.foundation.errors import Translatable
from suluh.foundation.language import lazy as _

FEWEST_WORDS = 4
MOST_NAME = 4
# Words from which on a text has room for brackets, titles and who says it.
ROOM_FOR_ALL = 20
_PARENTHESIS = re.compile(r"\s*\([^()]*\)")
_END_MARKS = re.compile(r"[\s.;:,…–—-]+$")
_DEGREE = re.compile(r"(?:S\.?[A-Z]\w*|M\.?[A-Z]\w*|Ir|Drs?|Prof|Hj?|Ph\.?D)\.?$")
# "antara X" waits for its "dengan Y".
_PAIR_OPEN = re.compile(r"\b(?:antara|baik|between|both)\b(?!.*\b(?:dengan|maupun|and)\b)", re.I)
_PAIR_CLOSED = re.compile(r"\b(?:dan|dengan|maupun|and)\b", re.I)
_LIST_END = re.compile(r",\s+(?:dan|atau|serta|and|or)\b", re.I)
_PAIRS = (("(", ")"), ("“", "”"), ("[", "]"))

_NO_PARENTHESIS = _("Left out: what stood in brackets.")
_NO_OPENING = _("Left out: the words that join it to the sentence before.")
_NO_AREA = _("Left out: the name of the area.")
_NO_DUMMY = _("Left out: the verb that only says that it took place.")
_SPEAKER_FIRST = _("Who says it stands in front.")
_NO_END = _("Left out: the end of the sentence.")


@dataclass(frozen=True)
class Short:
    """A sentence made shorter, and what was done to it."""

    text: str
    notes: tuple[Translatable, ...] = ()

    def but(self, text: str, *, note: Translatable) -> Short:
        """Return it with another text, and what was done now."""
        return Short(text, (*self.notes, note))

    def fits(self, *, words: int, characters: int) -> bool:
        """Say whether it is within both limits."""
        return len(self.text.split()) <= words and len(self.text) <= characters


def shortened(sentence: str, *, by: Words, most_words: int, most_characters: int) -> Iterator[Short]:
    """Yield the forms of a sentence that fit, the fullest first."""
    for base in _bases(sentence, by=by, most=most_words):
        if base.fits(words=most_words, characters=most_characters):
            if _is_whole(base.text, by=by):
                yield finished(base)
            continue
        for cut in _cuts(base.text, by=by):
            short = base.but(cut, note=_NO_END)
            if short.fits(words=most_words, characters=most_characters) and _is_whole(cut, by=by):
                yield finished(short)
                break


def finished(short: Short) -> Short:
    """Return it beginning with a capital."""
    text = short.text
    return replace(short, text=text[:1].upper() + text[1:])


def _bases(sentence: str, *, by: Words, most: int) -> Iterator[Short]:
    """Yield the sentence with ever less around its message; a long text keeps brackets and speakers as they stand."""
    whole = Short(_END_MARKS.sub("", sentence.strip()))
    if most >= ROOM_FOR_ALL:
        yield _without_opening(whole, by=by)
    bare = whole
    if _PARENTHESIS.search(bare.text):
        bare = bare.but(_PARENTHESIS.sub("", bare.text), note=_NO_PARENTHESIS)
    if by.filler.search(bare.text):
        bare = bare.but(by.filler.sub("", bare.text), note=_NO_OPENING)
    bare = _without_opening(bare, by=by)
    said = by.said.fullmatch(bare.text) or by.said_after.fullmatch(bare.text)
    if said is None:
        yield bare
        if by.area.search(bare.text):
            yield bare.but(by.area.sub("", bare.text, count=1), note=_NO_AREA)
        return
    name = name_in(said.group("who"), by=by)
    if name:
        words = said.group("words").strip('"“” ,')
        yield bare.but(f"{name}: {words[:1].upper()}{words[1:]}", note=_SPEAKER_FIRST)


def _without_opening(short: Short, *, by: Words) -> Short:
    opening = by.opening.match(short.text)
    if opening is None or len(word_list(short.text[opening.end() :])) < FEWEST_WORDS:
        return short
    short = short.but(short.text[opening.end() :], note=_NO_OPENING)
    dummy = by.dummy_verb.match(short.text)
    return short.but(short.text[dummy.end() :], note=_NO_DUMMY) if dummy else short


def name_in(who: str, *, by: Words) -> str:
    """Return the name in "Kepala Diskominfo Sumsel, Rika Efianti, SE.", or "" where none is plain."""
    parts = [part.strip(" .") for part in who.split(",")]
    parts = [part for part in parts if part and not _DEGREE.fullmatch(part)]
    names = [part for part in parts if part[0].isupper() and len(part.split()) <= MOST_NAME]
    plain = [part for part in names if not by.rank.match(part) and all(w[:1].isupper() for w in part.split())]
    return next(iter(plain or names), "")


def _cuts(text: str, *, by: Words) -> Iterator[str]:
    """Yield the text ended earlier, at each place where it may be, the longest first."""
    for match in reversed(list(by.cut_before.finditer(text))):
        kept, dropped = text[: match.start()], text[match.start() :]
        if by.holds.search(dropped):
            return
        if _may_end(kept, dropped=dropped, by=by):
            yield _END_MARKS.sub("", kept)


def _may_end(kept: str, *, dropped: str, by: Words) -> bool:
    words = word_list(kept)
    if not words or words[-1].lower() in by.function_words:
        return False
    if is_verb(words[-1], words=by) and not dropped.startswith(","):
        return False  # its object or complement would be gone
    if dropped.startswith(",") and not has_verb(kept.rpartition(",")[2], words=by):
        return False  # in the middle of a list
    if (_LIST_END.match(dropped) and "," in kept) or by.narrowing.search(kept):
        return False  # a list of clauses without its last; a negation that would cover more than it did
    lower = kept.lower()
    opens = max(lower.rfind(" antara "), lower.rfind(" baik "), lower.rfind(" between "))
    return (
        opens < 0
        or not re.search(r"\b(?:dan|dengan|maupun|and)\b", dropped[:60].lower())
        or " dengan " in lower[opens:]
    )


def _is_whole(text: str, *, by: Words) -> bool:
    """Say whether a text can stand by itself: a clause or the name of an event, with its pairs of signs closed."""
    words = word_list(text.partition(": ")[2] or text)
    if len(words) < FEWEST_WORDS or words[-1].lower() in by.function_words:
        return False
    if any(text.count(left) != text.count(right) for left, right in _PAIRS) or text.count('"') % 2:
        return False
    first, inner = words[0].lower(), {word.lower() for word in words} & by.relative
    is_event = first.startswith("pe") and first.endswith("an") and not inner
    return is_event or has_verb(" ".join(words), words=by)
