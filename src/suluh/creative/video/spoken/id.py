"""Bahasa Indonesia: "Rp350.000" is "tiga ratus lima puluh ribu rupiah", "KPK" is "ka pe ka"."""

from __future__ import annotations

import re

_ONES = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
_LARGE = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (1000, "ribu"))
_NAMES = "a be ce de e ef ge ha i je ka el em en o pe ki er es te u ve we eks ye zet"
_LETTERS = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", _NAMES.split(), strict=True))
# Written in capitals, and read as a word all the same.
_READ_AS_WORDS = frozenset({"SIM", "PIN", "NIK", "HUMAS", "PEMDA", "BULOG", "SAMSAT", "PUNGLI", "BAPPEDA", "BAWASLU"})
_SHORT = {
    "dll.": "dan lain-lain", "dsb.": "dan sebagainya", "dst.": "dan seterusnya", "dkk.": "dan kawan-kawan",
    "s.d.": "sampai dengan", "Jl.": "Jalan", "No.": "nomor", "Kab.": "Kabupaten", "Kec.": "Kecamatan",
    "Prov.": "Provinsi", "Plt.": "pelaksana tugas", "a.n.": "atas nama", "d.a.": "dengan alamat",
}  # fmt: skip
_MONEY = re.compile(r"Rp\.?\s?(\d[\d.]*(?:,\d+)?)(\s(?:ribu|juta|miliar|triliun))?")
_PERCENT = re.compile(r"(?<=\d)\s?%")
_CLOCK = re.compile(r"(?<=\b[Pp]ukul )(\d{1,2})[.:](\d{2})\b")
_ORDINAL = re.compile(r"\bke-(\d+)")
_ADDRESS = re.compile(r"\b(?:https?://)?(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[\w/-]*)?)\b")
_NUMBER = re.compile(r"(?<![\w.,])(\+?\d[\d.]*(?:,\d+)?)(?!\w)")
_CAPITALS = re.compile(r"\b[A-Z]{2,6}\b")
_LONG_DIGITS = 5


def said(text: str) -> str:
    """Return ``text`` with everything that is not a word written as it is said."""
    for written, words in _SHORT.items():
        text = re.sub(rf"(?<!\w){re.escape(written)}(?=\s|$)", words, text)
    text = _ADDRESS.sub(lambda found: _address(found.group(1)), text)
    text = _MONEY.sub(lambda found: f"{number(found.group(1))}{found.group(2) or ''} rupiah", text)
    text = _PERCENT.sub(" persen", text)
    text = _CLOCK.sub(lambda found: _time(int(found.group(1)), minutes=int(found.group(2))), text)
    text = _ORDINAL.sub(lambda found: "pertama" if found.group(1) == "1" else f"ke{number(found.group(1))}", text)
    text = _NUMBER.sub(lambda found: number(found.group(1)), text)
    text = _CAPITALS.sub(lambda found: _letters(found.group()), text)
    return text.replace("&", " dan ").replace("/", " ").replace("×", " dan ")


def number(written: str) -> str:
    """Return a number in words: thousands may be parted by dots, decimals follow a comma, "0711…" is read by digits."""
    whole, _comma, decimals = written.strip("+.").partition(",")
    end = "." if written.endswith(".") else ""
    parts = whole.split(".")
    has_thousands = len(parts) > 1 and all(len(part) == 3 for part in parts[1:])
    digits = "".join(parts)
    if written.startswith("+") or (digits.startswith("0") and len(digits) > 1):
        return " ".join(_ONES[int(digit)] for digit in digits) + end
    if len(parts) > 1 and not has_thousands:
        return " titik ".join(in_words(int(part)) for part in parts) + end
    said_whole = in_words(int(digits)) if len(digits) <= 15 else " ".join(_ONES[int(d)] for d in digits)
    return said_whole + (" koma " + " ".join(_ONES[int(digit)] for digit in decimals) if decimals else "") + end


def in_words(value: int) -> str:
    """Return a whole number below a thousand billion as it is said."""
    if value < len(_ONES):
        return _ONES[value]
    if value < 20:
        return f"{_ONES[value - 10]} belas"
    if value < 100:
        return f"{_ONES[value // 10]} puluh{_rest(value % 10)}"
    if value < 1000:
        head = "seratus" if value < 200 else f"{_ONES[value // 100]} ratus"
        return head + _rest(value % 100)
    size, name = next((size, name) for size, name in _LARGE if value >= size)
    head = "seribu" if size == 1000 and value < 2000 else f"{in_words(value // size)} {name}"
    return head + _rest(value % size)


def _rest(value: int) -> str:
    return f" {in_words(value)}" if value else ""


def _time(hour: int, *, minutes: int) -> str:
    return in_words(hour) + (f" lewat {in_words(minutes)} menit" if minutes else "")


def _letters(word: str) -> str:
    """Return an abbreviation letter by letter; one that is read as a word stays."""
    if word in _READ_AS_WORDS:
        return word.lower()
    if len(word) >= _LONG_DIGITS and re.search(r"[AIUEO].*[AIUEO]", word):
        return word.lower()
    return " ".join(_LETTERS[letter] for letter in word)


def _address(address: str) -> str:
    host, _slash, path = address.partition("/")
    words = " titik ".join(host.split("."))
    return words + (" garis miring " + " ".join(path.split("/")) if path.strip("/") else "")
