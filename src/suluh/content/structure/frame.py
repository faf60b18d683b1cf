"""What stands around the body of a release: labels, its own headline, the dateline, the byline."""

from __future__ import annotations

import re
from dataclasses import dataclass

from suluh.content.structure.model import Passage
from suluh.content.structure.namedthings import dateline_of
from suluh.content.structure.words import Words

_LONGEST_HEADLINE = 160
_BYLINE = re.compile(r"\((?P<by>[^\W\d_][\w .,/'’&-]{1,60})\)\.?")
_WRITTEN_BY = re.compile(
    r"(?:penulis|reporter|editor|oleh|by|written by|pewarta)\s*:?\s+(?P<by>[^\W\d_][\w .,/'’&-]{1,60})", re.I
)
_LABELLED = re.compile(r"(?:judul|headline|title)\s*:\s*", re.IGNORECASE)
_SEPARATOR = re.compile(r"[\W_]+|[-#*\s]+|###")


@dataclass(frozen=True)
class Frame:
    """The parts around the body. ``body_start`` is where the first body paragraph's words begin, past its dateline."""

    headline: str
    headline_at: int | None
    place: str
    dateline_end: int
    byline: str
    skipped: frozenset[int]


def frame_of(paragraphs: tuple[Passage, ...], *, words: Words) -> Frame:
    """Return what stands around the body. Nothing is taken from a text of one paragraph but its dateline."""
    skipped = {at for at, paragraph in enumerate(paragraphs[:6]) if _is_label(paragraph.text, words=words)}
    skipped |= {at for at, paragraph in enumerate(paragraphs) if _SEPARATOR.fullmatch(paragraph.text)}
    first = next((at for at in range(len(paragraphs)) if at not in skipped), None)
    headline, headline_at = "", None
    if first is not None and _is_headline(paragraphs, at=first, words=words):
        headline, headline_at = _LABELLED.sub("", paragraphs[first].text.lstrip("#*_ ").rstrip("*_ ")), first
        skipped.add(first)
        if headline.isupper() and _goes_on(paragraphs, at=first + 1):
            headline = f"{headline} {paragraphs[first + 1].text}"
            skipped.add(first + 1)
    byline = _byline(paragraphs, skipped=skipped)
    opening = next((at for at in range(len(paragraphs)) if at not in skipped), None)
    place, past = dateline_of(paragraphs[opening].text) if opening is not None else ("", 0)
    end = paragraphs[opening].start + past if opening is not None else 0
    return Frame(headline, headline_at, place, end, byline, frozenset(skipped))


def _goes_on(paragraphs: tuple[Passage, ...], *, at: int) -> bool:
    return at < len(paragraphs) - 1 and paragraphs[at].text.isupper() and len(paragraphs[at].text) <= 100


def _is_label(text: str, *, words: Words) -> bool:
    plain = text.lower().strip(" *#_:-")
    if _LABELLED.match(text):
        return False
    return len(text) <= 80 and any(
        plain == label or (plain.startswith(label) and re.match(r"\s*[:/.]|\s+[\d/]", plain[len(label) :]))
        for label in words.labels
    )


def _is_headline(paragraphs: tuple[Passage, ...], *, at: int, words: Words) -> bool:
    text = paragraphs[at].text
    follows = any(len(paragraph.text) > 60 for paragraph in paragraphs[at + 1 :])
    if not follows or len(text) > _LONGEST_HEADLINE or len(text.split()) < 2:
        return False
    if dateline_of(text)[1] or text[-1] in ".,;:" or text[0] in '"“(' or "http" in text:
        return False
    return not text.lower().startswith(words.calls)


def _byline(paragraphs: tuple[Passage, ...], *, skipped: set[int]) -> str:
    """Return who wrote the release, from one of the last three lines, and skip that line."""
    for at in range(len(paragraphs) - 1, max(0, len(paragraphs) - 4), -1):
        text = paragraphs[at].text
        found = _BYLINE.fullmatch(text) or (_WRITTEN_BY.fullmatch(text) if len(text) < 80 else None)
        if found and at not in skipped:
            skipped.add(at)
            return found.group("by").strip()
    return ""
