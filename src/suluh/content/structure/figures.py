"""Finding numbers worth showing, with what they count; not dates, times, ages, numbers of letters or telephones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from suluh.content.structure.model import Figure, Span
from suluh.content.structure.reading import Reading
from suluh.content.structure.words import Words, words_of

_MOST = 40  # figures kept of one text
_NEAR = 200  # characters around a figure where the words that it counts are looked for
_WORD = re.compile(r"[^\W\d_]+(?:[-'’/][^\W\d_]+)*|[,.;:()\"“”?!]|\d\S*")


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = words_of(language)
    money = "|".join(sorted(map(re.escape, words.currency), key=len, reverse=True))
    large = "|".join(sorted(words.magnitudes))
    number = r"\d{1,3}(?:[.,]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
    return re.compile(
        rf"(?<![\w.,/:+-])(?P<money>(?:{money})\.?\s?)?(?P<number>{number})"
        rf"(?P<large>\s(?:{large})\b)?(?P<share>\s?(?:%|persen\b|per cent\b|percent\b))?(?![\w/:]|[.,-]\d)",
        re.IGNORECASE,
    )


def figures_in(reading: Reading, *, language: str, taken: Sequence[Span]) -> tuple[Figure, ...]:
    """Return the figures of a text in order; ``taken`` are places that are something else, such as dates."""
    words = reading.words
    blocked = sorted((span.start, span.end) for span in taken)
    figures: list[Figure] = []
    seen: set[tuple[str, str]] = set()
    at = 0
    for found in _pattern(language).finditer(reading.text):
        while at < len(blocked) and blocked[at][1] <= found.start():
            at += 1
        is_taken = at < len(blocked) and blocked[at][0] < found.end()
        if is_taken or not _is_figure(found, text=reading.text, words=words):
            continue
        sentence = reading.sentence_at(found.start())
        label = _label(found, sentence_end=sentence.end, sentence_start=sentence.start, words=words)
        value = found.group().strip()
        if not label or (value, label) in seen:
            continue
        seen.add((value, label))
        figures.append(Figure(start=found.start(), end=found.end(), value=value, label=label, sentence=sentence))
        if len(figures) == _MOST:
            break
    return tuple(figures)


def _is_figure(found: re.Match[str], *, text: str, words: Words) -> bool:
    number = found.group("number")
    has_mark = found.group("money") or found.group("share") or found.group("large")
    if has_mark:
        return True
    digits = re.sub(r"\D", "", number)
    if len(digits) > 12 or (digits.startswith("0") and len(digits) > 1 and "," not in number):
        return False
    if re.fullmatch(r"(?:19|20)\d\d", number) and not _unit_after(text, end=found.end(), words=words):
        return False
    line_start = text.rfind("\n", 0, found.start()) + 1
    if text[line_start : found.start()].strip() == "" and text[found.end() : found.end() + 1] in {".", ")"}:
        return False
    before = text[max(0, found.start() - 24) : found.start()].lower().split()
    if before and before[-1].strip(".,:(") in words.counted_out:
        return False
    return not (text[found.start() - 1 : found.start()] == "(" and text[found.end() : found.end() + 1] == ")")


def _unit_after(text: str, *, end: int, words: Words) -> bool:
    after = _WORD.search(text, end, min(len(text), end + 30))
    return after is not None and after.group().lower() in words.units


def _label(found: re.Match[str], *, sentence_end: int, sentence_start: int, words: Words) -> str:
    text = found.string
    after = _run(_WORD.findall(text, found.end(), min(sentence_end, found.end() + _NEAR))[:4], words=words)
    if found.group("money") or not after:
        before = _WORD.findall(text, max(sentence_start, found.start() - _NEAR), found.start())[-8:]
        while before and (before[-1].lower() in words.stop or len(before[-1]) < 3):
            before.pop()
        label = " ".join(reversed(_run(list(reversed(before)), words=words)))
        return label or " ".join(after)
    return " ".join(after)


def _run(tokens: list[str], *, words: Words) -> list[str]:
    run: list[str] = []
    for token in tokens:
        if not token[0].isalpha() or token.lower() in words.stop or len(run) == 3:
            break
        run.append(token)
    return run
