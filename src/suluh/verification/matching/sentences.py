"""Which sentences of a draft are worth checking: those that say that something is, was or will be so."""

from __future__ import annotations

import re

from suluh.verification.matching.slots import read_slots
from suluh.verification.matching.words import read_words

END = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9])|\n+")
SHORT_FORMS = re.compile(
    r"\b(?:Dr|dr|Drs|Ir|Prof|H|Hj|No|Jl|Rp|Tgl|tgl|Bpk|Kab|Kec|Prov|dll|dsb|dkk|a\.n|s\.d|[A-Z])\.$"
)
FEWEST_STEMS = 4
MOST = 200  # sentences of one draft
# Stems of words by which something is said to be so.
SAYING_WORDS = """
    nyata tetap umum sebut kata jadi bukti larang wajib bagi beri bantu tutup buka hapus naik turun tewas tinggal
    sembuh cegah sebab tangkap temu gempa banjir tsunami daftar hadiah undi gratis vaksin virus pilih suara pajak
    cabut laku mulai batal ganti resmi tunjuk lantik periksa duga korup
"""
SAYING = frozenset(SAYING_WORDS.split())
OPINION = re.compile(
    r"\b(?:menurut saya|semoga|mudah-mudahan|mari|ayo|selamat|terima kasih|harap|kami mengajak)\b", re.I
)


def checkable(text: str) -> tuple[str, ...]:
    """Return the sentences of a draft that can be true or false, as they stand there and in order.

    Questions, wishes, thanks and very short sentences are left out; of the others, those that name a number, a day, a
    place or an institution, or use a word by which something is said to be so.
    """
    return tuple(sentence for sentence in sentences_of(text)[:MOST] if is_checkable(sentence))


def sentences_of(text: str) -> list[str]:
    """Split a text into sentences; a short form's full stop ends none."""
    parts: list[str] = []
    for part in END.split(text):
        if parts and SHORT_FORMS.search(parts[-1]):
            parts[-1] = f"{parts[-1]} {part}"
        elif part and part.strip():
            parts.append(part.strip())
    return parts


def is_checkable(sentence: str) -> bool:
    """Say whether a sentence claims something."""
    words = read_words(sentence)
    if len(set(words.stems)) < FEWEST_STEMS or sentence.rstrip("\"'”’) ").endswith("?") or OPINION.search(sentence):
        return False
    slots = read_slots(words.plain)
    named = slots.numbers | slots.dates | slots.places | slots.institutions
    return bool(named or slots.years or slots.months or SAYING.intersection(words.stems))
