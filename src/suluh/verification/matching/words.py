"""A text as the matcher's lists ask for it: stems, and pieces of words for what is misspelt."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from suluh.verification.matching.normalising import normalise
from suluh.verification.matching.slang import STOPWORDS
from suluh.verification.matching.stemming import stem

PIECE = 4  # letters in a piece of a word


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """One text taken apart. ``plain`` keeps order and repetition; the other two are for asking the index."""

    plain: tuple[str, ...]  # normalised words
    stems: tuple[str, ...]  # stems of the words that are not stopwords, in order
    pieces: tuple[str, ...]  # pieces of those words, in order


def read_words(text: str) -> Words:
    """Take a text apart."""
    plain = tuple(normalise(text).split())
    telling = [word for word in plain if word not in STOPWORDS and (len(word) > 1 or word.isdigit())]
    pieces = [piece for word in telling for piece in pieces_of(word)]
    return Words(plain=plain, stems=tuple(stem(word) for word in telling), pieces=tuple(pieces))


@lru_cache(maxsize=100_000)
def pieces_of(word: str) -> tuple[str, ...]:
    """Return the overlapping pieces of one word, its beginning and end marked."""
    marked = f"_{word}_"
    if len(marked) <= PIECE:
        return (marked,)
    return tuple(marked[at : at + PIECE] for at in range(len(marked) - PIECE + 1))
