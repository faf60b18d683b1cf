"""The number a citizen comes back with, "T-7K4M-Q2XD-9RHH": typed by people, and hard to guess, for it opens an answer.

Twelve signs of the alphabet of the codes, the last of them a check like theirs. Eleven are drawn by ``secrets``: 55
bits. With a million open questions a guess meets one in 36 thousand million tries, and each address has few tries an
hour. A number shows how far the answer is, never what was asked.
"""

from __future__ import annotations

import secrets

from suluh.authenticity.api import CODE_ALPHABET, check_sign, plain_signs
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _

LENGTH = 12
_MARK = "T"


class NumberMistyped(Refusal):
    """What was typed cannot be the number of a question: its form or its check sign is wrong."""

    code = "verification.E101"


def new_number() -> str:
    """Return a fresh number. The database keeps numbers unique; two equal draws are not to be expected."""
    body = "".join(secrets.choice(CODE_ALPHABET) for _place in range(LENGTH - 1))
    return _written(body + check_sign(body))


def parse_number(text: str) -> str:
    """Return the number that a person meant, in its written form.

    Lower case, spaces, missing or odd dashes, a missing T, and O, I and L for 0, 1 and 1 are forgiven. Raises
    ``NumberMistyped``.
    """
    signs = plain_signs(text)
    if len(signs) == LENGTH + 1:
        signs = signs.removeprefix(_MARK)
    is_whole = len(signs) == LENGTH and all(sign in CODE_ALPHABET for sign in signs)
    if not is_whole or check_sign(signs[:-1]) != signs[-1]:
        raise NumberMistyped(
            _("This number has a typing error. It looks like %(example)s: compare it again.") % {"example": EXAMPLE}
        )
    return _written(signs)


def _written(signs: str) -> str:
    return f"{_MARK}-{signs[:4]}-{signs[4:8]}-{signs[8:]}"


EXAMPLE = _written("7K4MQ2XD9RH" + check_sign("7K4MQ2XD9RH"))
