"""A light Indonesian stemmer: takes off particles, suffixes and prefixes by rule, without a dictionary.

It need not find the true root; it must give the forms of one word the same stem, quickly. Rules after Tala (2003),
"A Study of Stemming Effects on Information Retrieval in Bahasa Indonesia", without its list of exceptions.
"""

from __future__ import annotations

import re
from functools import lru_cache

SHORTEST = 4  # a stem keeps at least this many letters
PARTICLES = ("lah", "kah", "pun", "tah")
POSSESSIVES = ("nya", "ku", "mu")
SUFFIXES = ("kan", "an", "i")
# Each prefix with the letter that it swallowed before a vowel.
NASAL_PREFIXES = (
    ("meny", "s"),
    ("peny", "s"),
    ("meng", ""),
    ("peng", ""),
    ("mem", "p"),
    ("pem", "p"),
    ("men", "t"),
    ("pen", "t"),
)
PLAIN_PREFIXES = ("memper", "diper", "keber", "ber", "ter", "per", "bel", "pel", "di", "ke", "se", "me", "pe")
VOWELS = frozenset("aiueo")
LETTERS = re.compile(r"[a-z]+")


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Return the stem of one word in small letters; what is not a plain word comes back as it is."""
    if len(word) <= SHORTEST or LETTERS.fullmatch(word) is None:
        return word
    return without_prefix(without_suffix(word))


def without_suffix(word: str) -> str:
    """Take off a particle, then a possessive, then a derivational suffix."""
    for group in (PARTICLES, POSSESSIVES, SUFFIXES):
        for ending in group:
            if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
                word = word.removesuffix(ending)
                break
    return word


def without_prefix(word: str) -> str:
    """Take off one nasal prefix, restoring the letter it swallowed, or at most two plain ones."""
    for prefix, swallowed in NASAL_PREFIXES:
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= SHORTEST - 1:
            return swallowed + rest if rest[0] in VOWELS else rest
    for _ in range(2):
        for prefix in PLAIN_PREFIXES:
            if word.startswith(prefix) and len(word) - len(prefix) >= SHORTEST:
                word = word.removeprefix(prefix)
                break
        else:
            break
    return word
