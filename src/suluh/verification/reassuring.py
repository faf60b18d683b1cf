"""When a fact-check may answer at all, and not only be shown as near.

Whoever forges a true notice leaves its words and adds a link, a number to call, or something to pay. To hear "true" for
that is worse than to hear nothing: such a text only looks like what was checked, and its reader compares.
"""

from __future__ import annotations

import re

from suluh.foundation import tenancy
from suluh.verification.answering import digest
from suluh.verification.matching.normalising import normalise
from suluh.verification.models import FactCheck, Message
from suluh.verification.scales import scale
from suluh.verification.scrubbing import scrub

# Of a text's words so many may be others than the check's own.
_MOST_NEW = 0.25
_SHORTEST = 4  # letters: shorter words tell nothing
_FEWEST = 3  # such words make a claim
_DENYING = frozenset({"tidak", "bukan", "tanpa", "jangan", "belum", "batal", "dilarang", "not", "no", "never"})
# What a forged notice adds. One of these that the check does not hold is one too many.
_TELLING = frozenset(
    {
        "http",
        "https",
        "www",
        "com",
        "id",
        "link",
        "tautan",
        "klik",
        "wa",
        "whatsapp",
        "telegram",
        "dm",
        "admin",
        "otp",
        "pin",
        "sandi",
        "transfer",
        "tf",
        "rekening",
        "bayar",
        "membayar",
        "dibayar",
        "biaya",
        "uang",
        "dana",
        "deposit",
        "jaminan",
        "rupiah",
        "ktp",
        "nik",
        "apk",
        "unduh",
        "pasang",
    }
)

# A text that says itself that the claim is false: a denial handed on, not the hoax. "Ini hoaks bukan ya?" asks and
# denies nothing.
_DENIAL = re.compile(
    r"\b(membantah|bantahan|klarifikasi:|menegaskan\s+(bahwa\s+)?(tidak|bukan))\b"
    r"|(?<!apa )(?<!apakah )\b(itu|tersebut|adalah|merupakan)\s+(hoaks|hoax|kabar bohong|tidak benar)\b"
    r"(?!\s*(\?|gak?\b|nggak\b|enggak\b|bukan\b|apa\b|atau\b|ya\b|kan\b|kah\b))",
    re.IGNORECASE,
)


def may_answer(fact_check: FactCheck, *, text: str) -> bool:
    """Tell whether a fact-check may be the answer to a text.

    Not to a word or two, which claim nothing; not where it says "true" of less, or of the contrary; and not with
    "false" to a denial of the same claim, whose hurried reader would take the denial for false.
    """
    asked = _words(text)
    long = {word for word in asked if len(word) >= _SHORTEST}
    is_true = scale().shown(fact_check.verdict).tone == "true"
    if len(long) >= _FEWEST and not is_true and not _DENIAL.search(text):
        return True
    with tenancy.whole_house(reason="what is asked is compared with what people matched with this fact-check before"):
        messages = dict(Message.objects.filter(fact_check=fact_check).exclude(text="").values_list("digest", "text"))
    if digest(scrub(text)) in messages:
        return True
    if not is_true:
        return False
    held = _words("\n".join((fact_check.title, fact_check.reason, fact_check.review, *messages.values())))
    new = asked - held
    if len(long) < _FEWEST or asked & _DENYING != _words(fact_check.title) & _DENYING:
        return False
    if any(word in _TELLING or any(sign.isdigit() for sign in word) for word in new):
        return False
    return len(new & long) <= len(long) * _MOST_NEW


def _words(text: str) -> set[str]:
    return set(normalise(text).split())
