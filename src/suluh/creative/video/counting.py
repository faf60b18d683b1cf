"""A figure that counts up: the values shown on the way to it, written as it is written."""

from __future__ import annotations

import re

STEPS = 14
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_LONGEST = 14


def steps_to(value: str) -> tuple[str, ...]:
    """Return what is shown on the way to ``value``, the value itself last; nothing where it holds no one number.

    Dots, commas and decimals stay as they are written: "Rp350.000" begins as "Rp12.500".
    """
    found = _NUMBER.findall(value)
    if len(found) != 1 or len(value) > _LONGEST or found[0].startswith("0"):
        return ()
    whole = int(re.sub(r"\D", "", found[0]))
    if whole < STEPS // 2:
        return ()
    shown = [_like(found[0], number=round(whole * _eased(step / STEPS))) for step in range(1, STEPS)]
    return (*(value.replace(found[0], text) for text in shown), value)


def _eased(share: float) -> float:
    return float(1 - (1 - share) ** 3)


def _like(written: str, *, number: int) -> str:
    """Write a number with the marks of another one in the same places from its end."""
    digits = list(reversed(str(number)))
    out: list[str] = []
    decimals = _decimals(written)
    for sign in reversed(written):
        if sign.isdigit():
            out.append(digits.pop(0) if digits else ("0" if len(out) <= decimals else ""))
        elif digits or len(out) <= decimals:
            out.append(sign)
    return "".join(reversed(out))


def _decimals(written: str) -> int:
    """Return how many signs at the end are decimals with one digit before them, or 0 for a whole number."""
    found = re.search(r"[.,](\d{1,2})$", written)
    return len(found.group(1)) + 1 if found else 0
