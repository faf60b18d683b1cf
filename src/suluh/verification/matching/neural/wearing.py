"""Wears a text as forwarding does, for training only: cropped, in chat spelling, mistyped."""

from __future__ import annotations

import random
from typing import Final

CROPPED: Final = 0.65
CHATTED: Final = 0.4
MISTYPED: Final = 0.45
FEWEST_WORDS: Final = 8
MOST_WORDS: Final = 30
LETTERS: Final = "aiueonrtskmdlpgbhy"
CHAT: Final = {
    "tidak": ("gak", "tdk"), "yang": ("yg",), "dengan": ("dgn",), "untuk": ("utk", "buat"), "sudah": ("udah", "sdh"),
    "karena": ("krn", "karna"), "saja": ("aja",), "banyak": ("byk",), "orang": ("org",), "dari": ("dr",),
    "akan": ("bakal",), "kita": ("kt",), "saya": ("sy",), "pada": ("pd",), "dalam": ("dlm",), "tahun": ("thn",),
    "jangan": ("jgn",), "juga": ("jg",), "belum": ("blm",), "lagi": ("lg",), "semua": ("smua",), "dapat": ("dpt",),
    "uang": ("duit",), "hanya": ("cuma",), "mengatakan": ("bilang",), "telah": ("tlh",), "nomor": ("no",),
    "jika": ("kalo",), "bisa": ("bs",), "seperti": ("kayak",), "sekarang": ("skrg",),
}  # fmt: skip


def worn(text: str, *, chance: random.Random) -> str:
    """Return a copy of the text that has been forwarded a few times."""
    words = text.split()
    if chance.random() < CROPPED:
        words = _cropped(words, chance=chance)
    if chance.random() < CHATTED:
        words = [chance.choice(CHAT[word.lower()]) if word.lower() in CHAT else word for word in words]
    text = " ".join(words)
    if chance.random() < MISTYPED:
        share = chance.choice((0.02, 0.04, 0.06))
        text = "".join(_mistyped(sign, share=share, chance=chance) for sign in text)
    return text


def _cropped(words: list[str], *, chance: random.Random) -> list[str]:
    if len(words) <= FEWEST_WORDS:
        return words
    size = min(MOST_WORDS, max(FEWEST_WORDS, int(len(words) * chance.uniform(0.25, 0.6))))
    start = chance.randrange(len(words) - size + 1)
    return words[start : start + size]


def _mistyped(sign: str, *, share: float, chance: random.Random) -> str:
    if not sign.isalpha() or chance.random() >= share:
        return sign
    return chance.choice(("", sign * 2, chance.choice(LETTERS), sign + chance.choice(LETTERS)))
