"""Hoax-like style: asking to pass it on before it is deleted, frightening, claiming that others hide it.

True news in this style is taken for a hoax, and a hoax for news. The phrases stand in ``forms/hoax.tsv``; what is
inside a quotation is left, so that an office can show a hoax. Capitals and exclamation marks are the rule
``shouting``.
"""

from __future__ import annotations

from collections.abc import Iterator

from suluh.content.blocks import MythFact
from suluh.creative.coach.finding import WARNING, Finding
from suluh.creative.coach.phrases import occurrences
from suluh.creative.coach.quoted import is_quoted
from suluh.creative.coach.reading import Reading, remark
from suluh.foundation.language import lazy as _

NAME = "hoax_style"
LANGUAGES = ("id",)
RANK = 73

_WHY = {
    "spread": _("“%(words)s” is how hoaxes ask to be passed on. Readers share what is useful without being told."),
    "fear": _("“%(words)s” frightens or lures as hoaxes do. Say calmly what happened."),
    "proof": _("“%(words)s” claims that others hide it, as hoaxes do. Give the evidence instead."),
}


def check(reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each phrase of the list; a myth that is set right may hold them."""
    myths = {block.id for block in reading.story.of_kind(MythFact)}
    for passage in reading.passages:
        if passage.block in myths and passage.field == "myth":
            continue
        for start, end, row in occurrences(passage, phrases=reading.forms.phrases("hoax")):
            if is_quoted(passage, at=start):
                continue
            yield remark(
                passage,
                rule=NAME,
                place=(start, end),
                severity=WARNING,
                message=_WHY[row[0]] % {"words": passage.text[start:end]},
            )
