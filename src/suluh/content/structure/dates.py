"""Finding days: "Kamis (30/05/2024)", "30 Mei 2024", "May 30, 2024", "2024-05-30", and "30/5" after a full date."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from suluh.content.structure.model import Dated
from suluh.content.structure.words import Words, words_of


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = words_of(language)
    months = "|".join(sorted(map(re.escape, words.months), key=len, reverse=True))
    weekday = "|".join(sorted(map(re.escape, words.weekdays), key=len, reverse=True))
    day = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?"
    until = r"(?:\s?(?:-|–|hingga|sampai|s\.d\.|to)\s?[0-3]?\d)?"
    forms = (
        rf"{day.format('d1')}{until}\s(?P<m1>{months})\.?(?:,?\s(?P<y1>(?:19|20)\d\d))?\b",
        rf"\b(?P<m2>{months})\.?\s{day.format('d2')}{until}(?:,?\s(?P<y2>(?:19|20)\d\d))?\b",
        r"(?P<y3>(?:19|20)\d\d)-(?P<m3>[01]\d)-(?P<d3>[0-3]\d)\b",
        r"(?P<d4>[0-3]?\d)(?P<mark>[/.-])(?P<m4>[01]?\d)(?P=mark)(?P<y4>(?:19|20)\d\d)\b",
        r"(?<=\()(?P<d5>[0-3]?\d)/(?P<m5>[01]?\d)(?=\))",
    )
    lead = rf"(?:\b(?:{weekday})\b(?:,\s|\s\(|\s|\())?"
    whole = re.compile(rf"(?<![\d/.-]){lead}(?<![\d/.-])(?:{'|'.join(forms)})(?![\d/])", re.IGNORECASE)
    year = re.compile(r"(?<![\d.,/])(?:19|20)\d\d(?![\d.,/]\d|\d)")
    return whole, year


def dates_in(text: str, *, language: str) -> tuple[Dated, ...]:
    """Return the days named in a text, in order. A day without a year takes the year of the first full date."""
    whole, _year = _patterns(language)
    words = words_of(language)
    raw = list(whole.finditer(text))
    years = (_part(found, name="y") for found in raw)
    usual = next((int(year) for year in years if year), 0)
    dates = []
    for found in raw:
        on = _day(found, words=words, usual=usual)
        if on is None:
            continue
        end = found.end()
        if "(" in found.group() and text[end : end + 1] == ")":
            end += 1
        dates.append(Dated(start=found.start(), end=end, text=text[found.start() : end], on=on))
    return tuple(dates)


def years_in(text: str, *, language: str) -> list[tuple[int, int]]:
    """Return where years stand by themselves."""
    return [found.span() for found in _patterns(language)[1].finditer(text)]


def _part(found: re.Match[str], *, name: str) -> str:
    return next(
        (value for key, value in found.groupdict().items() if value and key[0] == name and key[1:].isdigit()), ""
    )


def _day(found: re.Match[str], *, words: Words, usual: int) -> date | None:
    day, month, year = (_part(found, name=name) for name in "dmy")
    if not year and not usual:
        return None
    number = int(month) if month.isdigit() else words.months[month.lower()]
    try:
        return date(int(year or usual), number, int(day))
    except ValueError:
        return None
