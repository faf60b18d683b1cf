"""Stories that nobody would write and somebody will send: made from a seed, of every kind of block there is."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Callable
from datetime import date

from suluh.content.blocks import BLOCK_KINDS, Block, Picture, Quote, StoryText

_PLAIN = [
    "Warga",
    "dapat",
    "melapor",
    "tanpa",
    "biaya",
    "melalui",
    "kanal",
    "resmi",
    "pemerintah",
    "provinsi",
    "setiap",
    "hari",
    "kerja",
    "hingga",
    "pukul",
    "tiga",
    "sore",
    "dan",
    "laporan",
    "dijawab",
    "paling",
    "lambat",
    "dua",
    "hari",
    "kemudian",
    "oleh",
    "petugas",
    "yang",
    "bertugas",
    "di",
    "kantor",
    "dinas",
    "setempat",
]
_EMOJI = ("🎉", "👍🏽", "👨‍👩‍👧‍👦", "🇮🇩", "❤️", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "1️⃣", "🫠", "😀😀😀😀😀😀😀😀")
_RTL = ("السلام عليكم ورحمة الله", "שָׁלוֹם עֲלֵיכֶם", "\u202eterbalik\u202c", "مبروك 2026 !")
_OTHER = ("กรุงเทพมหานคร", "日本語の文章です", "ꦱꦼꦭꦩꦠ꧀", "Ελληνικά", "ǅḥǟ", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!")
_CODE = (
    "#panic(\"x\")", "#{ while true {} }", "$x^2$ @ref <label>", "\\u{202e}", "*tebal* _miring_ `kode`", "<b>tebal</b>",
    "<script>alert(1)</script>", "{{ headline }}", "%(cut)s %s %d", "&lt;&amp;&#x27;", "]]>", "\" onload=\"x",
)  # fmt: skip
_NUMBERS = (
    "17", "72 %", "100,01 persen", "-3", "Rp350.000.000.000", "1.234,5", "3 juta", "2024", "30 Mei 2024", "NaN",
    "1e999", "٣٤", "½", "0", "99999999999999999999999999", "12/13", "Rp", "%",
)  # fmt: skip
_PLACES = ("Palembang", "Kabupaten Ogan Komering Ulu Selatan", "Musi Banyuasin", "Kota Tidak Ada", "Lahat")


def _words(rng: random.Random, *, most: int) -> str:
    return " ".join(rng.choice(_PLAIN) for _ in range(rng.randint(1, most)))


def _sentences(rng: random.Random, *, most: int) -> str:
    return " ".join(f"{_words(rng, most=24).capitalize()}{rng.choice('.!?…')}" for _ in range(rng.randint(1, most)))


def _long_word(rng: random.Random) -> str:
    return "".join(rng.choice("aiueobcdghjklmnprst") for _ in range(300))


# How a text goes wrong, each with how often it is taken.
TEXTS: dict[Callable[[random.Random], str], int] = {
    lambda _rng: "": 3,
    lambda rng: rng.choice((" ", "\n\n\t", "\u00a0", "\u200b\u200d", "\ufeff")): 1,
    lambda rng: _words(rng, most=8): 10,
    lambda rng: _sentences(rng, most=4): 6,
    lambda rng: _sentences(rng, most=40): 2,
    lambda rng: _words(rng, most=300): 1,
    _long_word: 2,
    lambda rng: f"{_words(rng, most=4)} {_long_word(rng)} {_words(rng, most=4)}": 1,
    lambda rng: f"{_words(rng, most=6)} {rng.choice(_EMOJI)}": 3,
    lambda rng: "".join(rng.choice(_EMOJI) for _ in range(60)): 1,
    lambda rng: f"{rng.choice(_RTL)} {_words(rng, most=6)}": 2,
    lambda rng: rng.choice(_RTL): 1,
    lambda rng: rng.choice(_OTHER): 2,
    lambda rng: f"{rng.choice(_CODE)} {_words(rng, most=5)}": 2,
    lambda rng: rng.choice(_CODE): 1,
    lambda rng: rng.choice(_NUMBERS): 3,
    lambda rng: rng.choice(_PLACES): 1,
    lambda rng: _words(rng, most=12).upper() + "!!!": 1,
    lambda rng: "https://" + "sangat-panjang." * rng.randint(1, 20) + "go.id/" + "a" * rng.randint(0, 200): 1,
    lambda rng: "-" * rng.randint(1, 400): 1,
    lambda rng: "\n".join(_words(rng, most=5) for _ in range(rng.randint(2, 30))): 1,
}


def text(rng: random.Random) -> str:
    """Return one text, of any of the kinds above."""
    (make,) = rng.choices(list(TEXTS), weights=list(TEXTS.values()))
    return make(rng)


def block(rng: random.Random, *, kind: type[Block], media: list[str]) -> Block:
    """Return a block of a kind with any text in each of its fields."""
    values: dict[str, object] = {name: text(rng) for name in kind.text_fields()}
    for field in dataclasses.fields(kind):
        if field.type == "float":
            values[field.name] = rng.choice((0.0, 0.5, 1.0, rng.random()))
    if kind is Picture:
        values["media"] = rng.choice([*media, "tidak-ada"])
    return kind(**values)  # type: ignore[arg-type]


def bad_story(seed: int, *, media: list[str]) -> StoryText:
    """Return the story of a seed; ``media`` are names its pictures may have. The same seed gives the same story."""
    rng = random.Random(f"suluh {seed}")  # noqa: S311 - a seed, not a secret
    kinds = list(BLOCK_KINDS.values())
    count = rng.choice((0, 1, 3, 6, 12, 40))
    chosen = [Quote] * 30 if rng.random() < 0.05 else [rng.choice(kinds) for _ in range(count)]
    return StoryText(
        headline=text(rng),
        lead=text(rng),
        topic=text(rng),
        place=rng.choice((text(rng), "Palembang", "")),
        byline=text(rng),
        language=rng.choice(("id", "en", "id", "plm", "x-tidak-ada", "")),
        dated_on=rng.choice((None, date(2024, 5, 30), date.min, date.max)),
        blocks=tuple(block(rng, kind=kind, media=media) for kind in chosen),
    )
