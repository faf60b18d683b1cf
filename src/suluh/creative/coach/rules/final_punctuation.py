"""Final punctuation: a passage of whole sentences that ends without a mark."""

from __future__ import annotations

from collections.abc import Iterator

from suluh.creative.coach.finding import WARNING, Finding
from suluh.creative.coach.reading import Reading, remark
from suluh.creative.coach.rules import ANY
from suluh.foundation.language import lazy as _

NAME = "final_punctuation"
LANGUAGES = ANY
RANK = 50

_FEWEST_WORDS = 6
_ENDS = (".", "!", "?", "…", ":", ";")
_CLOSING = "\"'”’)]»"


def check(reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each passage of six words or more that ends without a mark; a quote's own marks count."""
    for passage in reading.prose:
        text = passage.text.rstrip()
        if len(passage.tokens) < _FEWEST_WORDS or text.rstrip(_CLOSING).endswith(_ENDS) or text.endswith(")"):
            continue
        if passage.kind == "quote" and text.rstrip(_CLOSING).endswith(","):
            continue
        last = passage.tokens[-1]
        words = text[last.start :]
        yield remark(
            passage,
            rule=NAME,
            place=(last.start, len(text)),
            severity=WARNING,
            message=_("The last sentence ends without a full stop."),
            suggestions=(f"{words.rstrip(',')}.",),
        )
