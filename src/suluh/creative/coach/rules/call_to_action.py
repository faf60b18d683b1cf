"""Call to action: a story on something people can use (a service, vaccination, a scholarship) that does not say how.

Looked for only where the words of such an offer stand (``forms/cues.tsv``, "reachable") at least twice, or in the
headline. Answered by a call-to-action or contact block, an address or telephone number, or a verb that asks (daftar,
hubungi).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from suluh.content.blocks import CallToAction, Contact
from suluh.creative.coach.finding import ADVICE, Finding
from suluh.creative.coach.reading import Reading
from suluh.foundation.language import lazy as _

NAME = "call_to_action"
LANGUAGES = ("id",)
RANK = 85

_WAY = re.compile(
    r"https?://|www\.|\b0\d{2,3}[\s-]?\d{3,}|\+62|\b\w+\.(?:go\.id|or\.id|co\.id|com|id)\b|@\w+|wa\.me", re.I
)
_FEWEST_WORDS = 40
_OFTEN = 2


def check(reading: Reading) -> Iterator[Finding]:
    """Yield one remark on a story that offers something and does not say what to do."""
    words = Counter(t.lower for p in reading.passages for t in p.tokens)
    headline = {t.lower for p in reading.passages if p.block == "headline" for t in p.tokens}
    offers = reading.forms.cues["reachable"]
    is_offer = bool(headline & offers) or sum(words[offer] for offer in offers) >= _OFTEN
    if words.total() < _FEWEST_WORDS or not is_offer or _says_how(reading, words=words):
        return
    yield Finding(
        rule=NAME,
        block="story",
        field="story",
        start=0,
        end=0,
        text="",
        severity=ADVICE,
        message=_(
            "The story tells of something people can use, but not what to do next. "
            "Say where, until when, and whom to ask."
        ),
    )


def _says_how(reading: Reading, *, words: Counter[str]) -> bool:
    blocks = reading.story.blocks
    if any(isinstance(block, CallToAction | Contact) for block in blocks):
        return True
    text = "\n".join(p.text for p in reading.passages)
    return bool(_WAY.search(text)) or any(words[act] for act in reading.forms.cues["act"])
