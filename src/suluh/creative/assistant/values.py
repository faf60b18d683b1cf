"""Numbers and months in a text by their value, however they are written, in Bahasa Indonesia and English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_UNITS = ("satu dua tiga empat lima enam tujuh delapan sembilan", "one two three four five six seven eight nine")
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ONES = {word: number for words in _UNITS for number, word in enumerate(words.split(), start=1)}
_ONES |= {word: number for number, word in enumerate(_TEENS.split(), start=10)}
_ONES |= {word: 10 * number for number, word in enumerate(_TENS.split(), start=2)}
_ONES |= {"sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1000}
_TIMES = {"puluh": 10, "ratus": 100, "hundred": 100}
_SCALES = {"ribu": 10**3, "thousand": 10**3, "juta": 10**6, "million": 10**6, "miliar": 10**9, "milyar": 10**9}
_SCALES |= {"billion": 10**9, "triliun": 10**12, "trillion": 10**12}
_SPELLED = "|".join(sorted({*_ONES, *_TIMES, *_SCALES, "belas"}, key=len, reverse=True))
# "salah satu", "one of" and "satu-satunya" count nothing.
_WORDS = re.compile(
    rf"(?<!salah )\b(?:{_SPELLED})(?:(?:[ -]|\sdan\s|\sand\s)(?:{_SPELLED}))*\b(?!-satu|\sof\b)", re.IGNORECASE
)
_SCALE = "|".join(_SCALES)
_DIGITS = re.compile(rf"(?<![\w.,])(?:Rp\s?)?(?P<digits>\d[\d.,]*\d|\d)(?:\s?(?P<scale>{_SCALE})\b)?", re.IGNORECASE)
_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*")
_SLASHED = re.compile(r"\b(\d{1,2})[/-](\d{1,2})[/-](\d{2,4})\b")
_DASHED = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_MONTHS = (
    "januari january jan", "februari february feb", "maret march mar", "april apr", "mei may", "juni june jun",
    "juli july jul", "agustus august agu aug", "september sep sept", "oktober october okt oct",
    "november nov", "desember december des dec",
)  # fmt: skip
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
# A month is one beside a number, or written out with a capital: "may" and "mar" are also words.
_LONG = "|".join(name for name in _MONTH_OF if len(name) > 3)
_MONTH = re.compile(rf"(?:(?<=\d )(?:{'|'.join(_MONTH_OF)})\b|\b(?:{_LONG})\b)", re.IGNORECASE)
_MAY = re.compile(r"\bMei\b|\bMay(?=\s\d)")


@dataclass(frozen=True)
class Valued:
    """A number or a month, where it stands, and its value."""

    value: float
    text: str
    start: int
    end: int


def values_in(text: str) -> Iterator[Valued]:
    """Yield the numbers of a text; the parts of a date written in digits are numbers too."""
    dates = [*_SLASHED.finditer(text), *_DASHED.finditer(text)]
    for match in dates:
        for group in (1, 2, 3):
            yield Valued(float(match.group(group)), match.group(), match.start(), match.end())
    for match in _DIGITS.finditer(text):
        if not any(date.start() <= match.start() < date.end() for date in dates):
            scale = _SCALES.get((match.group("scale") or "").lower(), 1)
            yield Valued(round(_read(match.group("digits")) * scale, 6), match.group(), match.start(), match.end())
    for match in _WORDS.finditer(text):
        before = text[: match.start()].rstrip()[-1:]
        if not before.isdigit():  # "1,8 miliar" was read above
            yield Valued(_spelled(match.group()), match.group(), match.start(), match.end())


def _read(digits: str) -> float:
    if _GROUPED.fullmatch(digits):
        return float(re.sub(r"[.,]", "", digits))
    if re.fullmatch(r"\d+[.,]\d+", digits):
        return float(digits.replace(",", "."))
    whole, mark, rest = digits.rpartition("," if digits.rfind(",") > digits.rfind(".") else ".")
    if mark and _GROUPED.fullmatch(whole):
        return float(re.sub(r"[.,]", "", whole) + "." + rest)
    return float(re.sub(r"\D", "", digits))


def _spelled(words: str) -> float:
    """Return the value of "dua ratus empat puluh" or "two hundred and forty"."""
    total, part, last = 0.0, 0.0, 0.0
    for word in re.split(r"[\s-]+", words.lower()):
        if word == "belas":
            part, last = part + 10, 0.0
        elif word in _TIMES:
            part = part - last + (last or 1) * _TIMES[word]
            last = 0.0
        elif word in _SCALES:
            total, part, last = total + (part or 1) * _SCALES[word], 0.0, 0.0
        elif word in _ONES:
            last = float(_ONES[word])
            part += last
    return total + part


def months_in(text: str) -> Iterator[Valued]:
    """Yield the months of a text, named or as the second part of a date in digits."""
    for match in _SLASHED.finditer(text):
        yield Valued(float(match.group(2)), match.group(), match.start(), match.end())
    for match in _DASHED.finditer(text):
        yield Valued(float(match.group(2)), match.group(), match.start(), match.end())
    for match in (*_MONTH.finditer(text), *_MAY.finditer(text)):
        yield Valued(float(_MONTH_OF[match.group().lower()]), match.group(), match.start(), match.end())
