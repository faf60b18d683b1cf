"""Proposing a headline for a release that has none: from the sentence that tells of the event."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from suluh.content.structure.model import Passage
from suluh.content.structure.names import Line
from suluh.content.structure.text import clip, shorten_by_clauses
from suluh.content.structure.words import Words

LONGEST = 90
_ASIDE = re.compile(r"\s?\([^()]{0,80}\)|,[^,]{1,60},(?=\s\w)")
_LEADING = re.compile(r"^(?:[^,]{0,60}),\s+(?=[A-Z])")


def propose(lines: Sequence[Line], *, skip_to: int, words: Words, weights: Counter[str]) -> tuple[str, Passage] | None:
    """Return a headline of at most 90 characters and the sentence it was made of, or None for a text without words.

    ``skip_to`` is where the words begin past the dateline; ``weights`` count the text's words.
    """
    best: tuple[float, str, Passage] | None = None
    for at, line in enumerate(lines[:30]):
        if line.sentence.text[0] in '"“(':
            continue
        for bonus, text in _candidates(line, skip_to=skip_to, words=words):
            headline = _dressed(text, words=words)
            if len(headline.split()) < 3:
                continue
            score = bonus + _score(headline, line=line, at=at, weights=weights)
            if best is None or score > best[0]:
                best = (score, headline, line.sentence)
    if best is None:
        first = next((line.sentence for line in lines), None)
        return (_dressed(first.text, words=words), first) if first else None
    return best[1], best[2]


def _score(headline: str, *, line: Line, at: int, weights: Counter[str]) -> float:
    telling = [word for word in re.findall(r"\w+", headline.lower()) if weights[word]]
    central = sum(min(weights[word], 6) for word in set(telling)) / max(4, len(telling))
    back = 1.5 if any(token.lower in line.words.pointing_back for token in line.tokens[:4]) else 0.0
    return central - back - at * 0.12


def _candidates(line: Line, *, skip_to: int, words: Words) -> list[tuple[float, str]]:
    sentence = line.sentence
    text = (
        sentence.text[max(0, skip_to - sentence.start) :] if sentence.start < skip_to <= sentence.end else sentence.text
    )
    weekdays = "|".join(sorted(map(re.escape, words.weekdays)))
    text = re.sub(rf",?\s(?:pada\s|on\s)?(?:{weekdays})\b(?:,?\s?\([^()]{{3,20}}\))?", "", text, flags=re.IGNORECASE)
    found = []
    made = _of_event(text, words=words)
    if made:
        found.append((4.0, made))
    active = _of_verb(text, words=words)
    if active:
        found.append((2.0, active))
    found.append((0.0, shorten_by_clauses(_ASIDE.sub("", text), most=LONGEST, words=words)))
    return found


def _of_event(text: str, *, words: Words) -> str:
    """Make "A dan B Tandatangani X" of "penandatanganan X antara A dengan B terkait Y"."""
    between, joins = words.between
    if not between or not words.events:
        return ""
    events = "|".join(words.events)
    join = "|".join(joins.split())
    about = "|".join(words.about)
    found = re.search(
        rf"\b(?P<event>{events})\s(?P<what>[^,.]{{3,80}}?)\s{between}\s(?P<a>[^,.]{{2,80}}?)\s(?:{join})\s"
        rf"(?P<b>[^,.]{{2,80}}?)(?:\s(?:{about})\s(?P<topic>[^.;]{{3,160}})|[,.]|$)",
        text,
        re.IGNORECASE,
    )
    if found is None:
        return ""
    verb = words.events[found.group("event").lower()]
    second = _party(found.group("b"), words=words)
    base = f"{_party(found.group('a'), words=words)} {words.joined_by} {second} {verb} {found.group('what').strip()}"
    topic = _topic(found.group("topic") or "", words=words)
    whole = f"{base} {topic}".strip()
    if len(whole) <= LONGEST:
        return whole
    return clip(whole, most=LONGEST, words=words) if len(base) > LONGEST - 12 else base


def _party(text: str, *, words: Words) -> str:
    """Return the name of a party without what is said about it: up to a function word that is not inside a name."""
    kept: list[str] = []
    for word in text.split():
        if word.islower() and word in words.clause_starts and word not in words.title_links:
            break
        kept.append(word)
    return " ".join(kept)


def _topic(text: str, *, words: Words) -> str:
    """Return what an agreement is about, in its narrowest form: what follows "khususnya" where that stands."""
    parts = re.split(rf"\b(?:{'|'.join(words.especially)})\b", text, maxsplit=1) if words.especially else [text]
    kept: list[str] = []
    for word in parts[-1].replace(",", " ,").split():
        if word == "," or (kept and word.lower() in words.clause_starts and word.lower() != words.joined_by):
            break
        if kept or word.lower() not in words.stop:
            kept.append(word)
    while kept and kept[-1].lower() in words.stop:
        kept.pop()
    return " ".join(kept)


def _of_verb(text: str, *, words: Words) -> str:
    """Make "Dinas X Luncurkan Y" of "Dinas X meluncurkan Y di Hotel Z, Senin (1/7/2024), yang ..."."""
    plain = _LEADING.sub("", _ASIDE.sub("", text), count=1) if len(text) > 60 else text
    pieces = plain.split()
    for at, piece in enumerate(pieces[:22]):
        verb = words.short_verbs.get(piece.lower())
        if verb and at > 0 and pieces[0][:1].isupper() and pieces[0].lower() not in words.stop:
            subject = _subject(pieces[:at], words=words)
            return shorten_by_clauses(" ".join([*subject, verb, *pieces[at + 1 :]]), most=LONGEST, words=words)
    return ""


def _subject(pieces: list[str], *, words: Words) -> list[str]:
    """Return the subject without what is said between it and its verb."""
    for at, piece in enumerate(pieces):
        if at and piece.islower() and piece in words.clause_starts and piece != words.joined_by:
            return pieces[:at]
    return pieces


def _dressed(text: str, *, words: Words) -> str:
    """Return a headline with capitals as headlines have them; function words stay small, names stay as they are."""
    text = clip(re.sub(r"[\"“”]", "", text).strip(" .,;:–-"), most=LONGEST, words=words)
    if not words.short_verbs:
        return text[:1].upper() + text[1:]
    dressed = [
        word if at and word.lower() in words.stop and word.islower() else word[:1].upper() + word[1:]
        for at, word in enumerate(text.split())
    ]
    return " ".join(dressed)
