"""Proposing points and a call to action."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from suluh.content.structure.model import Call, Passage, Point, Span
from suluh.content.structure.names import Line
from suluh.content.structure.text import clip, shorten_by_clauses
from suluh.content.structure.words import Words

LONGEST_TITLE = 40
LONGEST_CALL = 110
_MOST = 5
_FEWEST = 3
_LISTED = re.compile(r"^(?:[-*•·]|\(?\d{1,2}[.)]|[a-h][.)])\s+")
_URL = re.compile(r"https?://[^\s,;()\"“”<>]+|\bwww\.[^\s,;()\"“”<>]+")
_PHONE = re.compile(r"(?:\+62|\b0)\d[\d -]{6,14}\d|\b1\d{2}\b")
_PIECE = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d\S*|[^\w\s]")


def weigh(lines: Sequence[Line], *, words: Words) -> Counter[str]:
    """Count the words of a text that are no function words."""
    return Counter(
        token.lower
        for line in lines
        for token in line.tokens
        if token.text[0].isalpha() and len(token.text) > 3 and token.lower not in words.stop
    )


def points_in(
    lines: Sequence[Line], *, quotes: Sequence[Span], lead: Sequence[Passage], weights: Counter[str], words: Words
) -> tuple[Point, ...]:
    """Return three to five points in the order of the text, none where the text is too short for three.

    The text's own list comes first; else the sentences that say what is done, needed or gained.
    """
    listed = [line for line in lines if _LISTED.match(line.sentence.text)]
    if len(listed) >= _FEWEST:
        pool = listed
    else:
        pool = _best(
            [line for line in lines if _may_point(line, quotes=quotes, lead=lead)], weights=weights, words=words
        )
    points: list[Point] = []
    used: set[str] = set()
    for line in pool:
        text = _sentence(line.sentence.text, words=words)
        title = _title(text, used=used, weights=weights, words=words) or (_short(text, words=words) if listed else "")
        if title and len(points) < _MOST:
            used |= set(title.lower().split())
            points.append(Point(title=title, text=text, sentence=line.sentence))
    points.sort(key=lambda point: point.sentence.start)
    return tuple(points) if len(points) >= _FEWEST else ()


def _short(text: str, *, words: Words) -> str:
    shortened = shorten_by_clauses(text, most=LONGEST_TITLE, words=words)
    return clip(shortened, most=LONGEST_TITLE, words=words)


def _may_point(line: Line, *, quotes: Sequence[Span], lead: Sequence[Passage]) -> bool:
    sentence = line.sentence
    if sentence in lead or not 6 <= len(line) <= 70:
        return False
    if _URL.search(sentence.text) or sentence.text.lower().startswith(line.words.calls):
        return False
    return not any(sentence.start < quote.end and quote.start < sentence.end for quote in quotes)


def _best(lines: Sequence[Line], *, weights: Counter[str], words: Words) -> list[Line]:
    def score(line: Line) -> float:
        said = {token.lower for token in line.tokens}
        central = sum(min(weights[word], 5) for word in said) / (8 + len(said))
        return central + 0.8 * len(said & words.wish) - (0.4 if len(line) > 40 else 0.0)

    return sorted(lines, key=score, reverse=True)[: 2 * _MOST]


def _sentence(text: str, *, words: Words) -> str:
    plain = _LISTED.sub("", text).strip()
    opener = next((opener for opener in words.openers if plain.lower().startswith(opener)), "")
    plain = _before_that(words.that, words.saying).sub("", plain[len(opener) :])
    plain = plain[:1].upper() + plain[1:]
    return plain if plain.endswith((".", "!", "?")) else f"{plain.rstrip(';,')}."


@cache
def _before_that(that: str, saying: frozenset[str]) -> re.Pattern[str]:
    """Match "X menambahkan bahwa ", up to what was said."""
    verbs = "|".join(sorted(saying))
    return re.compile(rf"^[^;:]{{3,160}}?\b(?:{verbs})\s{that}\s", re.IGNORECASE)


def _is_noun(word: str, *, words: Words) -> bool:
    """Say whether a verb of saying may as well be a noun: the Indonesian stems, "pesan", "harap"."""
    return bool(words.pronoun_ending) and not word.startswith("me")


def _title(text: str, *, used: set[str], weights: Counter[str], words: Words) -> str:
    """Return the most telling run of words of a sentence that says what the titles before it did not, or ""."""
    head, mark, rest = text.partition(":")
    if mark and rest and len(head) <= LONGEST_TITLE and len(head.split()) <= 5:
        return head
    best, best_score = "", 0.0
    for run in _runs(text, words=words):
        fresh = [word for word in run if word.lower() not in used]
        if not fresh or len(fresh) * 2 < len(run):
            continue
        score = sum(1 + min(weights[word.lower()], 4) * 0.5 for word in fresh)
        score += 1.5 if _is_doing(run[0], words=words) else 0.0
        score -= 2.0 * sum(word[0].isupper() for word in run[1:])
        if score > best_score:
            best, best_score = " ".join(run), score
    title = clip(best, most=LONGEST_TITLE, words=words)
    return title[:1].upper() + title[1:]


def _is_doing(word: str, *, words: Words) -> bool:
    """Say whether a word names a doing: Indonesian "pertukaran", "memerangi"; verbs of headlines."""
    lower = word.lower()
    return lower in words.short_verbs or bool(re.fullmatch(r"(?:pe|ke)\w{4,}an|me\w{5,}", lower))


def _runs(text: str, *, words: Words) -> list[list[str]]:
    """Return the runs of two to four words between function words and marks, as RAKE takes its key phrases."""
    runs: list[list[str]] = []
    run: list[str] = []
    for piece in [*_PIECE.findall(text), "."]:
        lower = piece.lower()
        is_end = not piece[0].isalpha() or lower in words.stop | words.stance | words.pointing_back
        is_end = is_end or lower in words.magnitudes or lower in words.titles
        if is_end or (lower in words.saying and not _is_noun(lower, words=words)):
            if len(run) >= 2:
                runs.append(_fitted(run))
            run = []
        else:
            run.append(piece)
    return runs


def _fitted(run: list[str]) -> list[str]:
    fitted = run[:4]
    while len(" ".join(fitted)) > LONGEST_TITLE and len(fitted) > 1:
        fitted = fitted[:-1]
    return fitted


def call_in(lines: Sequence[Line], *, words: Words) -> Call | None:
    """Return the call to action of a text: its own, or one made of "kita perlu ..."; None without."""
    for line in reversed(lines):
        text = line.sentence.text.lstrip('"“ ')
        if text.lower().startswith(words.calls):
            return Call(text=_called(text, words=words), url=_url(text), sentence=line.sentence)
    for line in reversed(lines):
        if _URL.search(line.sentence.text) and len(line.sentence.text) < 300:
            text = line.sentence.text
            return Call(text=_called(text, words=words), url=_url(text), sentence=line.sentence)
    parts = [(line, part) for line in lines for part in re.split(r"(?<=[.!?])\s", line.sentence.text)]
    for pattern, form in words.call_from:
        for line, part in parts:
            found = re.search(pattern, part, re.IGNORECASE)
            if found:
                made = form.format(what=found.group("what").strip('"”“ '))
                return Call(text=_called(made, words=words), sentence=line.sentence)
    return None


def _called(text: str, *, words: Words) -> str:
    spoken = re.split(r"[,.]?[\"”]", text.lstrip('"“ '), maxsplit=1)[0]
    first = re.split(r"(?<=[.!?])\s", spoken, maxsplit=1)[0].strip()
    return _ended(shorten_by_clauses(first, most=LONGEST_CALL, words=words))


def _ended(text: str) -> str:
    return text if text.endswith(("!", "?", ".")) else f"{text}."


def _url(text: str) -> str:
    found = _URL.search(text)
    if found is None:
        return ""
    address = found.group().rstrip(".!?'")
    return address if address.startswith("http") else f"https://{address}"
