"""Short codes, "K7QX-42MD": printed on every file, typed by people, read over the telephone.

Eight characters of Crockford's base 32 (crockford.com/base32.html, read 2026-11-23), which has no I, L, O or U. Seven
are drawn by ``secrets``: 35 bits, 34 thousand million codes. With a million codes given out, a guess meets one in
34,000 tries, and it only meets a public page: a code names a file, it guards nothing. Two equal draws become likely
(one in two) near 220,000 codes, so ``new_code`` asks whether a code is taken and draws again, and the register keeps
codes unique in the database.

The eighth character is a check over GF(32): every single wrong character and every swap of any two characters is
noticed, so "you mistyped it" is told apart from "we do not know it". Crockford's own check character is not used: it
needs five signs that no phone keyboard shows first.
"""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Callable

from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 8
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
_DRAWS = 64


class CodeMistyped(Refusal):
    """What was typed cannot be a code: its form or its check character is wrong."""

    code = "authenticity.E101"


class CodesExhausted(Refusal):
    """Every code drawn was taken: the asker's ``is_taken`` is wrong, or the register is full."""

    code = "authenticity.E102"
    status = 503


def _powers() -> tuple[int, ...]:
    """Return a, a^2, ... a^31 in GF(32), where a is a root of x^5 + x^2 + 1."""
    found, value = [], 1
    for _step in range(31):
        value <<= 1
        if value & 0b100000:
            value ^= 0b100101
        found.append(value)
    return tuple(found)


_POWERS = _powers()
_EXPONENTS = {value: exponent for exponent, value in enumerate(_POWERS, start=1)}


def _times(value: int, *, power: int) -> int:
    """Return ``value`` times a^power in GF(32)."""
    return _POWERS[(_EXPONENTS[value] + power - 1) % 31] if value else 0


def check_sign(body: str) -> str:
    """Return the check character of up to 30: the sum over all places, each weighted by its own power, is nought."""
    total = 0
    for place, character in enumerate(body, start=1):
        total ^= _times(ALPHABET.index(character), power=place)
    return ALPHABET[total]


def new_code(*, is_taken: Callable[[str], bool] = lambda code: False) -> str:
    """Return a fresh code such as "K7QX-42MD" for which ``is_taken`` says no. Raises ``CodesExhausted``."""
    for _draw in range(_DRAWS):
        body = "".join(secrets.choice(ALPHABET) for _place in range(LENGTH - 1))
        code = _written(body + check_sign(body))
        if not is_taken(code):
            return code
    raise CodesExhausted(_("No free code could be found. Try again in a moment."), permanent=False)


def parse(text: str) -> str:
    """Return the code that a person meant, in its written form.

    Lower case, spaces, missing or odd dashes, and O, I and L for 0, 1 and 1 are forgiven. Raises ``CodeMistyped``.
    """
    signs = plain_signs(text)
    if len(signs) != LENGTH or any(c not in ALPHABET for c in signs) or check_sign(signs[:-1]) != signs[-1]:
        raise CodeMistyped(
            _("This code has a typing error. It has eight letters and digits, such as %(example)s: compare it again.")
            % {"example": _EXAMPLE}
        )
    return _written(signs)


def plain_signs(text: str) -> str:
    """Return what a person typed as the alphabet's signs: upper case, no spaces or dashes, 0 and 1 for O, I and L."""
    plain = unicodedata.normalize("NFKC", text).upper()
    signs = "".join(c for c in plain if not c.isspace() and unicodedata.category(c) not in {"Pd", "Cf"})
    return signs.translate(_READ_AS)


def _written(signs: str) -> str:
    return f"{signs[:4]}-{signs[4:]}"


_EXAMPLE = _written("K7QX42M" + check_sign("K7QX42M"))
