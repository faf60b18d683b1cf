"""One question that readers have, and the sentence that answers it; or that no sentence does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from suluh.creative.narrative.headlines import told
from suluh.creative.narrative.languages import Words
from suluh.creative.narrative.ranking import Ranked
from suluh.creative.narrative.shortening import Short
from suluh.creative.narrative.values import Question

_VOWELS = "aiueo"
_LOST = {"p": "mem", "t": "men", "k": "meng", "s": "meny"}
_KEPT = {**dict.fromkeys("bfv", "mem"), **dict.fromkeys("cdjz", "men"), **dict.fromkeys("ghq" + _VOWELS, "meng")}
# What a reader is asked to do, as an office writes it, and where its object ends.
_ASKED_ID = re.compile(
    r"\b(?P<verb>laporkan|daftarkan|ajukan|periksa|urus|ambil|pilih|cek|kirimkan|bayarkan|adukan|unduh)"
    r"\s+(?P<what>(?:(?!lewat\b|melalui\b|di\b|ke\b|kepada\b|sebelum\b|bila\b|jika\b|dan\b|dulu\b|baru\b|untuk\b|pada\b|"
    r"saat\b|paling\b|secara\b|dengan\b|ada\b)[\w-]+\s?){1,4})",
    re.I,
)
_MAY_ID = re.compile(
    r"\b(?:wajib|dapat|bisa|boleh|harus|berhak|cara)\s+(?P<verb>me(?:laporkan|ngurus|ndaftar\w*|ngajukan|mperoleh|ndapatkan"
    r"|ngikuti|nghubungi|ngunduh|ngambil|mbayar|meriksa|ngadukan|nyampaikan|ngakses|nggunakan|manfaatkan|minta|nukar\w*|milih"
    r"|mesan|ngenali|ncegah))\s+(?P<what>(?:(?!lewat\b|melalui\b|di\b|ke\b"
    r"|kepada\b|tanpa\b|dan\b|paling\b|sebelum\b|secara\b|dengan\b|untuk\b|pada\b|yang\b|sejak\b|oleh\b|bila\b|jika\b)"
    r"[\w-]+\s?){1,3})",
    re.I,
)
_ASKED_EN = re.compile(
    r"\b(?:can|must|may|to)\s+(?P<verb>report|apply\s+for|register\s+for|check|get|renew|file|join|visit|use)\s+"
    r"(?P<what>(?:(?!at\b|by\b|through\b|via\b|in\b|on\b|before\b|without\b|for\b|and\b|within\b)[\w-]+\s?){1,4})|"
    r"^(?P<verb2>Report|Check|Register\s+for|Apply\s+for|Join)\s+(?P<what2>(?:(?!at\b|by\b|through\b|via\b|in\b|on\b|before\b"
    r"|without\b|and\b|within\b|if\b)[\w-]+\s?){1,4})",
)
# A story as short as this may leave the day to its date line.
_FEWEST_SENTENCES = 4
_JOINING = re.compile(r"\s(?:antara|dan|yang|terkait|dari|oleh|di|untuk|dengan|serta|bagi|pada|ini|itu)$", re.I)


def question(
    found: Sequence[Ranked], *, by: Words, language: str, headline: str, has_day: bool = False
) -> Question | None:
    """Return the question that comes first for readers of this story: how, by what steps, when, or what for.

    ``has_day``: the story says when in a block that is no sentence.
    """
    ways: tuple[Iterator[Question], ...] = (
        _of_headline(found, language=language, headline=headline),
        _how(found, language=language),
        _steps(found, language=language),
        iter(()) if has_day else _when(found, by=by, language=language),
        _what_for(found, by=by, language=language),
    )
    return next((one for way in ways for one in way), None)


def _of_headline(found: Sequence[Ranked], *, language: str, headline: str) -> Iterator[Question]:
    """Ask for the way that a headline promises ("Cara memeriksa …"); steps or a call to action give it."""
    asked = _asked(headline, language=language)
    promises = re.match(r"(?:cara|langkah|tips|how to)\b", headline, re.I)
    if asked and promises:
        giving = [one for one in found if one.sentence.kind in {"step", "call_to_action"}]
        yield Question(text=asked, answer=told(giving[0], short=_answer(giving[0])) if giving else None)


def _answer(one: Ranked) -> Short:
    return Short(one.sentence.text)


def _how(found: Sequence[Ranked], *, language: str) -> Iterator[Question]:
    """Ask how to do what the story asks or allows its readers to do; the sentence that says by what way answers."""
    calls = sorted(found, key=lambda one: (one.sentence.kind != "call_to_action", -one.score))
    for one in calls:
        if one.sentence.speaker or one.sentence.is_quoting:
            continue
        asked = _asked(one.sentence.text, language=language)
        if asked:
            yield Question(text=asked, answer=told(one, short=_answer(one)))


def _asked(text: str, *, language: str) -> str:
    """Return "Bagaimana cara melaporkan gratifikasi?" for a sentence that asks for a report of gratuities, else ""."""
    if language == "en":
        match = _ASKED_EN.search(text)
        if match is None:
            return ""
        verb, what = match.group("verb") or match.group("verb2"), match.group("what") or match.group("what2")
        return f"How do I {verb.lower()} {what.strip()}?"
    match = _ASKED_ID.search(text) or _MAY_ID.search(text)
    if match is None or not match.group("what").strip():
        return ""
    return f"Bagaimana cara {active(match.group('verb').lower())} {_told_name(match.group('what'))}?"


def active(verb: str) -> str:
    """Return the me- form of a verb asked for: laporkan, melaporkan; periksa, memeriksa; cek, mengecek."""
    if verb.startswith("me"):
        return verb
    if len(re.findall(f"[{_VOWELS}]", verb)) == 1:
        return f"menge{verb}"
    first = verb[0]
    if first in _LOST and verb[1] in _VOWELS:
        return _LOST[first] + verb[1:]
    return _KEPT.get(first, "me") + verb


def _told_name(what: str) -> str:
    """Return an object without a joining word at its end, its first word small unless it is a name in capitals."""
    what = what.strip()
    while match := _JOINING.search(what):
        what = what[: match.start()]
    return what


def _steps(found: Sequence[Ranked], *, language: str) -> Iterator[Question]:
    """Ask for the steps of a story that has some; the first one answers."""
    steps = [one for one in found if one.sentence.kind == "step"]
    if steps and steps[0].sentence.text.lower().startswith("me"):  # a point of the story, nothing to be done
        return
    if len({one.sentence.place.block for one in steps}) > 1:
        text = "What are the steps?" if language == "en" else "Apa saja langkahnya?"
        yield Question(text=text, answer=told(steps[0], short=_answer(steps[0])))


def _when(found: Sequence[Ranked], *, by: Words, language: str) -> Iterator[Question]:
    """Ask when, where a story of some length names no day, month or hour at all."""
    if len(found) >= _FEWEST_SENTENCES and not any(by.date.search(one.sentence.text) for one in found):
        yield Question(text="When does this begin?" if language == "en" else "Kapan ini mulai berlaku?", answer=None)


def _what_for(found: Sequence[Ranked], *, by: Words, language: str) -> Iterator[Question]:
    """Ask what it brings to residents; the most important sentence that speaks of a benefit answers."""
    text = "What does this mean for residents?" if language == "en" else "Apa artinya ini bagi warga?"
    telling = [one for one in found if by.benefit.search(one.sentence.text) and not one.sentence.is_quoting]
    best = max(telling, key=lambda one: one.score, default=None)
    yield Question(text=text, answer=told(best, short=_answer(best)) if best else None)
