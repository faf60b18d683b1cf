"""The names of a story that no list has: what an office may want to keep as words of its own."""

from __future__ import annotations

from collections.abc import Collection

from suluh.content.blocks import StoryText
from suluh.creative.coach.lexicon import Lexicon
from suluh.creative.coach.passage import Token
from suluh.creative.coach.reading import Reading, whole_words
from suluh.creative.coach.suggestions import CERTAINTY, suggestions

_SHORTEST = 4


def unknown_names(story: StoryText, *, vocabulary: Collection[str] = ()) -> frozenset[str]:
    """Return the capitalised words inside sentences that are in no list and unlike any common word, as written.

    A capitalised slip of a common word (Pemeritah) is no name. Empty for a language without words.
    """
    reading = Reading(story=story, vocabulary=whole_words(vocabulary))
    try:
        lexicon = reading.lexicon
    except LookupError:
        return frozenset()
    return frozenset(
        token.text
        for passage in reading.prose
        for token in passage.tokens
        if reading.is_name(token, passage=passage) and _is_unknown(token, lexicon=lexicon, known=reading.vocabulary)
    )


def _is_unknown(token: Token, *, lexicon: Lexicon, known: frozenset[str]) -> bool:
    word = token.lower
    is_plain = (
        token.is_word and len(word) >= _SHORTEST and word.isalpha() and word.isascii() and not token.text.isupper()
    )
    if not is_plain or word in known or word in lexicon.names or word in lexicon.foreign or lexicon.knows(word):
        return False
    return not suggestions(word, lexicon=lexicon, certainty=CERTAINTY)
