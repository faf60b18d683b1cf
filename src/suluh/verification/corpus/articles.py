"""A fact-check written as an article: "[SALAH] …" in its title, sections "Narasi", "Penjelasan", "Kesimpulan" in it.

The habits are those of Indonesian fact-checkers' sites (MAFINDO's TurnBackHoax and the GFD), read 2026-11-23.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from suluh.foundation.language import lazy as _
from suluh.verification import scales
from suluh.verification.corpus import cleaning
from suluh.verification.corpus.values import BadRow, Found, found

# What a line says where a section begins, by what the section holds.
HEADINGS = {
    "claim": ("narasi", "berita", "klaim", "isi klaim", "isi narasi", "claim"),
    "findings": (
        *("penjelasan", "hasil cek fakta", "hasil periksa fakta", "pemeriksaan fakta", "fakta", "faktanya"),
        *("penelusuran", "hasil penelusuran", "cek fakta", "periksa fakta", "explanation", "facts"),
    ),
    "conclusion": ("kesimpulan", "conclusion", "our ruling", "verdict"),
    "category": ("kategori", "kategori hoaks", "hasil", "rating", "status"),
    "place": ("sumber", "sumber klaim", "sumber narasi", "sumber berita", "source"),
    "references": ("rujukan", "referensi", "reference", "references", "sumber rujukan", "arsip", "tautan"),
}
_BY_HEADING = {heading: name for name, headings in HEADINGS.items() for heading in headings}
_BRACKETS = re.compile(r"[\[(【]([^\[\]()【】]{2,60})[\])】]")
_QUOTED = re.compile(r"[“\"]([^“”\"]{40,4000})[”\"]")
_LONGEST_HEADING = 40


@dataclass(frozen=True, kw_only=True)
class Article:
    """An article as it came. ``html`` and ``summary`` may hold markup; ``labels`` are its categories."""

    identity: str
    title: str
    html: str
    link: str = ""
    summary: str = ""
    day: str = ""
    language: str = ""
    labels: Sequence[str] = ()


def read_article(article: Article) -> Found:
    """Return the fact-check an article holds. Raises ``BadRow`` where it bears no verdict: not every article is one."""
    sections = split(cleaning.plain(article.html, longest=cleaning.LARGEST_HTML))
    title = cleaning.one_line(article.title, longest=500)
    rating = _rating(title, sections=sections, labels=article.labels)
    if not rating:
        raise BadRow(_("it bears no verdict that can be understood"))
    claim = _without_rating(title)
    conclusion = sections.get("conclusion", "")
    review = "\n\n".join(part for part in (sections.get("findings", ""), conclusion) if part)
    return found(
        external_id=article.identity,
        title=claim,
        rating=rating,
        reason=conclusion or article.summary or sections.get("", ""),
        review=review or sections.get("", ""),
        appeared=sections.get("place", ""),
        checked_on=article.day,
        link=article.link,
        links=cleaning.links_in(article.html, base=article.link),
        language=article.language,
        messages=_messages(sections.get("claim", "")),
    )


def split(text: str) -> dict[str, str]:
    """Return the sections of plain text by name; what stands before the first is under ""."""
    found_lines: dict[str, list[str]] = {"": []}
    name = ""
    for line in text.split("\n"):
        begun, rest = _heading(line)
        if begun:
            name = begun
            found_lines.setdefault(name, [])
        if rest:
            found_lines[name].append(rest)
    return {name: "\n".join(lines).strip() for name, lines in found_lines.items() if lines}


def _heading(line: str) -> tuple[str, str]:
    """Return the section a line begins ("" where it begins none) and what the line says besides."""
    before, colon, after = line.partition(":")
    for said, rest in ((before, after) if colon else ("", line), (line, "")):
        words = said.strip(" *#=-–—:[](){}•").casefold()
        if len(words) <= _LONGEST_HEADING and words in _BY_HEADING:
            return _BY_HEADING[words], rest.strip()
    return "", line.strip()


def _rating(title: str, *, sections: dict[str, str], labels: Sequence[str]) -> str:
    understood = scales.scale().understood
    marks = [*_BRACKETS.findall(title), title.partition(":")[0], sections.get("category", "").split("\n")[0], *labels]
    return next((mark.strip() for mark in marks if mark and understood(mark)), "")


def _without_rating(title: str) -> str:
    """Return a title without the verdict at its head or end: "[SALAH] Bansos …", "HOAKS: Bansos …"."""
    understood = scales.scale().understood
    for mark in _BRACKETS.finditer(title):
        if understood(mark[1]):
            title = title.replace(mark[0], " ", 1)
    before, colon, after = title.partition(":")
    if colon and understood(before) and after.strip():
        title = after
    return " ".join(title.split()).strip(" -–—:")


def _messages(claim: str) -> list[str]:
    """Return the words that circulated: what stands in quotation marks, else the whole section."""
    return _QUOTED.findall(claim) or ([claim] if claim else [])
