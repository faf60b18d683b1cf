"""Reading figures as people write them in Indonesia: "1.234,5", "Rp350.000", "3 juta", "72 %", "30 Mei 2024".

Nothing is guessed: what cannot be read as one amount is None, and is printed as it was written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_SCALES = {
    "ribu": 1e3, "rb": 1e3, "thousand": 1e3, "juta": 1e6, "jt": 1e6, "million": 1e6,
    "miliar": 1e9, "milyar": 1e9, "billion": 1e9, "triliun": 1e12, "trillion": 1e12,
}  # fmt: skip
_SHARE = frozenset({"%", "persen", "percent"})
_AMOUNT = re.compile(
    r"(?P<money>rp\.?|idr)?\s*(?P<number>\d[\d.,]*)\s*(?P<words>[^\W\d_]+|%)?\s*(?P<rest>[^\d]*)", re.IGNORECASE
)
# Thousands by points ("1.250.000"), and a decimal comma.
_INDONESIAN = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_MONTHS = (
    "januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|january|february|march|may"
    "|june|july|august|october|december|jan|feb|mar|apr|jun|jul|agu|agt|aug|sep|okt|oct|nov|des|dec"
)
# A year, a month with a year, a day with its month: alone, or at the start before a dash or a colon.
_WHEN = re.compile(
    rf"(?:(?:\d{{1,2}}\s+)?(?:{_MONTHS})(?:\s+(?:19|20)\d\d)?|(?:tahun\s+)?(?:19|20)\d\d)", re.IGNORECASE
)


@dataclass(frozen=True, kw_only=True)
class Quantity:
    """An amount and what it is counted in: "%" for a share, "Rp" for money, else the words after it, "" for none."""

    amount: float
    unit: str = ""


def quantity(text: str, *, language: str = "id") -> Quantity | None:
    """Return the one amount of a text, or None where it is not one amount ("5-7", "12/13", "NaN")."""
    found = _AMOUNT.fullmatch(" ".join(text.split()))
    if found is None:
        return None
    number = _number(found["number"].rstrip(".,"), language=language)
    if number is None:
        return None
    word, rest = (found["words"] or "").lower(), found["rest"].strip().lower()
    if word in _SHARE:
        return Quantity(amount=number, unit="%") if not rest else None
    if word in _SCALES:
        number, word = number * _SCALES[word], rest
    else:
        word = f"{word} {rest}".strip()
    return Quantity(amount=number, unit="Rp" if found["money"] else word)


def _number(digits: str, *, language: str) -> float | None:
    """Read digits in the language's own way first, then in the other one; what both read differently is the first."""
    forms = ((_ENGLISH, ",", "."), (_INDONESIAN, ".", ","))
    for form, thousands, point in forms if language == "en" else forms[::-1]:
        if form.fullmatch(digits):
            return float(digits.replace(thousands, "").replace(point, "."))
    return None


def moment(text: str) -> str:
    """Return the date or year that a text is, or begins with before a dash or a colon; else ""."""
    head = re.split(r"\s*(?::|\s[-–—])\s*", " ".join(text.split()), maxsplit=1)[0]
    return head if _WHEN.fullmatch(head) else ""
