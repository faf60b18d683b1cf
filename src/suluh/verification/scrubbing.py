"""Takes what tells who a person is out of forwarded messages. Plain Python.

What goes: telephone numbers, sixteen-figure identity numbers (NIK, family card, bank card), account numbers and the
name behind them, e-mail addresses, @names, number plates, and the part of a link after "?" or "#". What stays: amounts,
dates, hours, emergency numbers, numbers of laws. The marks are Indonesian words, part of the text like any other, and
hold nothing that would be taken out again: scrubbing twice is scrubbing once. A name or a street alone is not noticed.
"""

from __future__ import annotations

import re

TELEPHONE, IDENTITY, ACCOUNT = "[nomor telepon]", "[nomor identitas]", "[nomor rekening]"
MAIL, PROFILE, PLATE, NAME = "[surel]", "[akun]", "[pelat nomor]", "[nama]"
# Stands for all the words of a citizen, once they are kept no more.
ERASED = "[dihapus]"

# Between two figures of one number people type nothing, a space, a dash, or a sign that takes no room.
_GAP = r"[ \-\u00a0\u2010-\u2015]?[\u200b-\u200d\u2060\ufeff]*"
_LINK = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,6}\.[a-z]{2,24}/\S*", re.IGNORECASE
)
_TALKS = ("wa.me", "api.whatsapp.com", "whatsapp.com", "t.me")
_PROFILE_IN_LINK = re.compile(r"/@[^/…]+")
_MAIL = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_PROFILE = re.compile(r"(?<![\w@/.])@\w[\w.]{0,60}\w")
# 0812…, 62 812…, +62 (812)…: nine to thirteen figures after the 0 or 62; then any number with + before it.
_MOBILE = re.compile(
    rf"(?<![\d.,])\(?(?:\+?62{_GAP}\(?0?\)?|0{_GAP})\(?8{_GAP}[1-9](?:{_GAP}\)?{_GAP}\d){{7,11}}(?!\d)"
)
_MOBILE_DOTTED = re.compile(r"(?<![\d.,])(?:\+?62\.?|0)8[1-9]\d?\.\d{3,4}\.\d{3,5}(?!\d)")
_ABROAD = re.compile(rf"\+\d(?:{_GAP}[().]?{_GAP}\d){{7,14}}(?!\d)")
_FIXED = re.compile(r"(?<![\d.,])(?!\(?080[04])\(?0[2-9]\d{1,2}\)?[ \-]?\d{3,4}[ \-]?\d{3,5}(?!\d)")
_RUN = re.compile(r"(?<![\d.,])\d+(?:([ .\-])\d+(?:\1\d+)*)?(?![\d])")
_MONEY_BEFORE = re.compile(r"(?:rp|idr|usd|us\$|\$|€|sgd|rm)[\s.]*$", re.IGNORECASE)
_COUNTED_AFTER = re.compile(
    r"\s*(?:rupiah|ribu|juta|mil[iy]ar|triliun|orang|dosis|ton|warga|jiwa|kk\b|,-)", re.IGNORECASE
)
_BANKS = "bca|bri|bni|bsi|btn|mandiri|cimb|danamon|permata|mega|bank sumsel babel|bsb|dana|ovo|gopay|shopeepay|linkaja"
_ACCOUNT = re.compile(
    rf"(\b(?:(?:no(?:mor)?\.?\s*)?rek(?:ening)?|norek|{_BANKS})\b[^\d\n]{{0,20}}?)(\d(?:{_GAP}\d){{6,17}})(?![\d.,]*\d)",
    re.IGNORECASE,
)
_HOLDER = re.compile(
    r"(\[nomor rekening\][^\n\[]{0,20}?\b(?:a\.?/?n\.?|atas nama)[ :]+)(?!\[)(\w[\w'.]*(?: [A-Z][\w'.]*){0,3})",
    re.IGNORECASE,
)
_PLATES = (
    "A AA AB AD AE AG B BA BB BD BE BG BH BK BL BM BN BP D DA DB DC DD DE DG DH DK DL DM DN DP DR DS DT "
    "E EA EB ED F G H K KB KH KT KU L M N P PA PB R S T W Z"
)
_PLATE = re.compile(
    rf"\b(?:{'|'.join(_PLATES.split())})[ \-]?\d{{3,4}}[ \-]?(?!(?:DI|KE|DAN|RT|RW|KM|YG)\b)[A-Z]{{1,3}}\b"
)
_IDENTITY, _SHORTEST_FIXED, _SHORTEST_ACCOUNT, _LONGEST_ACCOUNT = 16, 9, 10, 19
_THOUSAND = _SHORTEST_GROUP = 3
_PASSES = 8
_WIDE = {zero + figure: str(figure) for zero in (0xFF10, 0x0660, 0x06F0) for figure in range(10)}
_YEAR = re.compile(r"(?:19|20)\d\d")


def scrub(text: str) -> str:
    """Return ``text`` without what tells who a person is; each such place bears a mark like [nomor telepon]."""
    text = text.translate(_WIDE)
    for _pass in range(_PASSES):  # what stood beside a number may show only once that is gone
        before, text = text, _scrub_once(text)
        if text == before:
            break
    return text


def _scrub_once(text: str) -> str:
    parts: list[str] = []
    end = 0
    for link in _LINK.finditer(text):
        parts += [_scrub_words(text[end : link.start()]), _scrub_link(link.group())]
        end = link.end()
    return "".join([*parts, _scrub_words(text[end:])])


def _scrub_link(link: str) -> str:
    """Return a link without who is signed in, what is asked for, and whose page it is."""
    bare = re.split(r"[?#]", link, maxsplit=1)[0]
    scheme, separator, rest = bare.rpartition("://")
    host, slash, path = rest.partition("/")
    host = host.rpartition("@")[2]
    if host.casefold().removeprefix("www.") in _TALKS and path:
        path = "…"
    return f"{scheme}{separator}{host}" + _PROFILE_IN_LINK.sub("/@…", slash + path)


def _scrub_words(text: str) -> str:
    text = _MAIL.sub(MAIL, text)
    text = _PROFILE.sub(PROFILE, text)
    for pattern in (_MOBILE, _MOBILE_DOTTED, _ABROAD):
        text = pattern.sub(TELEPHONE, text)
    text = _ACCOUNT.sub(lambda found: f"{found[1]}{ACCOUNT}" if not _is_amount(found, group=2) else found[0], text)
    text = _RUN.sub(_run_mark, text)
    text = _FIXED.sub(lambda found: TELEPHONE if _figures(found[0]) >= _SHORTEST_FIXED else found[0], text)
    text = _HOLDER.sub(rf"\1{NAME}", text)
    return _PLATE.sub(PLATE, text)


def _run_mark(found: re.Match[str]) -> str:
    """Return what stands for a run of figures: itself where it is an amount, a day or years, else a mark."""
    run = found[0]
    count = _figures(run)
    groups = re.split(r"\D", run)
    if count == _IDENTITY:
        return IDENTITY
    if not _SHORTEST_ACCOUNT <= count <= _LONGEST_ACCOUNT or _is_amount(found, group=0) or groups[0].startswith("0"):
        return run
    if len(groups) > 1 and (any(len(group) < _SHORTEST_GROUP for group in groups) or all(map(_YEAR.fullmatch, groups))):
        return run
    return ACCOUNT


def _is_amount(found: re.Match[str], *, group: int) -> bool:
    number, text = found[group], found.string
    groups = re.split(r"\D", number)
    is_grouped = len(groups) > 1 and all(len(part) == _THOUSAND for part in groups[1:]) and len(groups[0]) <= _THOUSAND
    is_round = number.endswith("00000") and not number.startswith("0")
    before, after = (
        text[max(0, found.start(group) - 6) : found.start(group)],
        text[found.end(group) : found.end(group) + 12],
    )
    return is_grouped or is_round or bool(_MONEY_BEFORE.search(before) or _COUNTED_AFTER.match(after))


def _figures(text: str) -> int:
    return sum(sign.isdigit() for sign in text)
