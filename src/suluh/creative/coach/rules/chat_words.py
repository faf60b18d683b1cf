"""Chat words: abbreviations and spellings of messages and notes (dlm, yg, gak) in a text for the public."""

from __future__ import annotations

from collections.abc import Iterator

from suluh.creative.coach.finding import ERROR, Finding
from suluh.creative.coach.reading import Reading, as_written, remark
from suluh.foundation.language import lazy as _

NAME = "chat_words"
LANGUAGES = ("id",)
RANK = 15
CLAIMS_WORDS = True


def check(reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each word of the list; names and whole capitals are left."""
    for passage in reading.passages:
        for token in passage.tokens:
            full = reading.forms.chat.get(token.lower)
            is_capitals = len(token.text) > 1 and token.text.isupper()
            if not full or is_capitals or token.lower in reading.vocabulary or reading.is_name(token, passage=passage):
                continue
            yield remark(
                passage,
                rule=NAME,
                place=(token.start, token.end),
                severity=ERROR,
                message=_("“%(word)s” belongs in a chat; write it out for readers: “%(full)s”.")
                % {"word": token.text, "full": full},
                suggestions=(as_written(full, like=token.text),),
            )
