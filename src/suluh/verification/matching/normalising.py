"""A circulating text made plain: hidden letters shown, chat spellings written out, the forward's wrapping left off.

``normalise`` is for matching only. What people read is never changed by it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from suluh.verification.matching.slang import SPELLINGS, WRAPPING

LONGEST = 20_000  # signs read of one text
LEET = str.maketrans("4103578@$!|", "aioestbasil")
LOOK_ALIKES = str.maketrans("асеорхуіјѕԁɡһӏοανιкмтвн", "aceopxyijsdghloavikmtbh")
STATUS_BAR = re.compile(r"^\W*\d{1,2}[:.]\d{2}\b.{0,12}\d{1,3}\s?%.{0,6}$")
FORWARDED = re.compile(r"^\W*(?:forwarded(?: many times)?|diteruskan(?: berkali-?kali)?)\W*$", re.IGNORECASE)
BRACKETED = re.compile(r"[\[(*_<]\s*(?:forwarded|diteruskan)[^\])*_>\n]{0,24}[\])*_>]", re.IGNORECASE)
SEGMENT = re.compile(r"\n+|(?<=[.!?…;])\s+|[!?]{2,}")
WORD = re.compile(r"\d+(?:[.,]\d+)+%?(?![^\W\d_])|\d+%|[^\W_]+(?:[@$!|'’]+[^\W_]+)*")
CAMEL = re.compile(r"(?<=[a-z])(?=[A-HJ-Z])")
READ_AS_L = re.compile(r"(?<=[a-z])I(?=[a-z])")
LONG_RUN = re.compile(r"([^\W\d_])\1{2,}")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*%?")
EDGES = re.compile(
    r"^(\d{2,}|\d+(?=(?:jt|rb|ribu|juta|miliar|persen|hari|thn|tahun|orang|kg|km|g|m)$))?(.*?)(\d{2,})?$"
)
REPEATED = re.compile(r"^([^\W\d_]{3,})2(nya|an|ku|mu|lah)?$")
MOSTLY = 0.75
FEWEST_APART = 3
MOST_PASSES = 6


def normalise(text: str) -> str:
    """Return ``text`` as plain words in small letters, one sentence or line of it a line. Idempotent."""
    for _ in range(MOST_PASSES):
        plain = normalise_once(text)
        if plain == text:
            break
        text = plain
    return text


def normalise_once(text: str) -> str:
    """Take one pass; what it uncovers may need another."""
    lines = [" ".join(words_of(segment)) for segment in segments_of(unmask(text[:LONGEST]))]
    lines = [line for line in lines if line]
    telling = [line for line in lines if not is_wrapping(line)]
    return "\n".join(telling or lines)


def readable(text: str) -> str:
    """Return the text with its own words and letter case, for reading by meaning: disguise and wrapping off."""
    segments = segments_of(unmask(text[:LONGEST]))
    telling = [segment for segment in segments if not is_wrapping(" ".join(words_of(segment)))]
    return " ".join(telling or segments).strip()


def unmask(text: str) -> str:
    """Show what evasion hides: mathematical alphabets, look-alikes, invisible signs, accents, letters set apart."""
    plain = text
    if not text.isascii():
        plain = "".join(letter_of(sign) for sign in unicodedata.normalize("NFKD", text.replace("\u00ad", "")))
    return re.sub(r"[^\S\n]+", " ", plain)


@lru_cache(maxsize=4096)
def letter_of(sign: str) -> str:
    """Return the plain letter for one sign, nothing for an invisible one, a space for a picture."""
    if sign.isascii():
        return sign
    code = ord(sign)
    for first in (0x1F150, 0x1F170):  # letters in black circles and squares, which NFKD leaves as they are
        if first <= code < first + 26:
            return chr(ord("a") + code - first)
    category = unicodedata.category(sign)
    if category in ("Mn", "Me", "Cf"):
        return ""
    if category.startswith("S") or category in ("Co", "Cn", "Cc"):
        return " "
    return sign.lower().translate(LOOK_ALIKES) if sign.lower() != sign.lower().translate(LOOK_ALIKES) else sign


def segments_of(text: str) -> list[str]:
    """Split into lines and sentences, leaving out a telephone's status bar and the mark of a forward."""
    text = BRACKETED.sub("\n", text)
    lines = [line for line in text.split("\n") if not STATUS_BAR.match(line) and not FORWARDED.match(line)]
    return [segment for line in lines for segment in SEGMENT.split(line) if segment and not segment.isspace()]


def words_of(segment: str) -> list[str]:
    """Return the plain words of one segment."""
    words: list[str] = []
    for raw in joined(WORD.findall(CAMEL.sub(" ", READ_AS_L.sub("l", segment)))):
        words.extend(plain_words(raw))
    return words


def joined(raws: list[str]) -> list[str]:
    """Join letters that stand apart ("h o a k s"); fewer than three in a row stay as they are."""
    result: list[str] = []
    run: list[str] = []
    for raw in [*raws, ""]:
        if len(raw) == 1 and raw.isalpha():
            run.append(raw)
            continue
        result.extend(["".join(run)] if len(run) >= FEWEST_APART else run)
        run = []
        result.append(raw)
    return result[:-1]


@lru_cache(maxsize=200_000)
def plain_words(raw: str) -> tuple[str, ...]:
    """Return the plain word or words that one written word stands for."""
    word = raw.lower().replace("'", "").replace("’", "")
    if NUMBER.fullmatch(word):
        return number_words(word)
    word = REPEATED.sub(r"\1\2", word) if REPEATED.match(word) else word
    if word.isalpha():
        return spelled(word)
    front, middle, back = EDGES.match(word).groups()  # type: ignore[union-attr]  # it matches every word
    letters = sum(sign.isalpha() for sign in middle)
    if not letters:
        return tuple(part for found in re.findall(r"\d+|[^\W\d_]+", word) for part in number_words(found))
    middle = re.sub(r"[^a-z]", "", middle.translate(LEET)) if middle.isascii() else middle
    return (*((front,) if front else ()), *spelled(middle), *((back,) if back else ()))


def number_words(word: str) -> tuple[str, ...]:
    """Return a number without its thousands signs; a percent sign is a word of its own."""
    bare = word.rstrip("%")
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", bare):
        bare = re.sub(r"[.,]", "", bare)
    parts = tuple(part for part in re.split(r"[.,]", bare) if part)
    return (*parts, "persen") if word.endswith("%") else parts


def spelled(word: str) -> tuple[str, ...]:
    """Return the standard spelling of one word of letters, as one word or more."""
    word = LONG_RUN.sub(r"\1", word)
    return tuple(SPELLINGS.get(word, word).split())


def is_wrapping(line: str) -> bool:
    """Say whether a line is greeting, share call or the like rather than a claim."""
    words = line.split()
    return sum(word in WRAPPING for word in words) >= MOSTLY * len(words)
