"""The six questions: who, what, when, where, why and how, looked for over the whole story.

Each question has cues: a name for who, a verb for what, a date or day for when, a place after di or ke for where, words
of reason for why, words of means for how. Advice only: a story may leave one open on purpose.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from suluh.creative.coach.finding import ADVICE, Finding
from suluh.creative.coach.reading import Reading
from suluh.foundation.language import Lazy
from suluh.foundation.language import lazy as _

NAME = "five_questions"
LANGUAGES = ("id",)
RANK = 80

_DATE = re.compile(
    r"\b\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\b|\b\d{1,2}\s+(?:jan|feb|mar|apr|mei|jun|jul|agu|sep|okt|nov|des)\w*", re.I
)
_PLACE = re.compile(r"\b(?:[Dd]i|[Kk]e|bertempat di|berlokasi di)\s+(?:\w+\s+){0,3}?[A-Z]\w+|^[A-Z][\w ]+\s*[–—-]\s")
_VERB = re.compile(r"\b(?:me[mnlrwy]|meng|di|ber|ter)\w{3,}\b")
_DAYS = re.compile(
    r"\b(?:hari ini|kemarin|besok|lusa|pukul|pekan (?:ini|lalu|depan)|bulan (?:ini|lalu|depan)|tahun \d{4})\b", re.I
)
_FEWEST_WORDS = 40


def check(reading: Reading) -> Iterator[Finding]:
    """Yield one remark on the story for each question it does not answer; very short texts are left."""
    text = "\n".join(p.text for p in reading.passages)
    if sum(len(p.tokens) for p in reading.passages) < _FEWEST_WORDS:
        return
    for is_answered, message in _QUESTIONS:
        if not is_answered(reading, text):
            yield Finding(
                rule=NAME, block="story", field="story", start=0, end=0, text="", severity=ADVICE, message=message
            )


def answered(reading: Reading) -> tuple[int, int]:
    """Return how many questions there are, and how many the story answers."""
    text = "\n".join(p.text for p in reading.passages)
    return len(_QUESTIONS), sum(is_answered(reading, text) for is_answered, _message in _QUESTIONS)


def _says_who(reading: Reading, text: str) -> bool:
    has_speaker = any(getattr(block, "speaker", "") for block in reading.story.blocks)
    names = (t for p in reading.passages for t in p.tokens if t.is_word and reading.is_name(t, passage=p))
    return has_speaker or any(t.lower not in reading.forms.cues["month"] | reading.forms.cues["weekday"] for t in names)


def _says_what(reading: Reading, text: str) -> bool:
    return bool(_VERB.search(text))


def _says_when(reading: Reading, text: str) -> bool:
    words = {t.lower for p in reading.passages for t in p.tokens}
    is_dated = bool(_DATE.search(text) or _DAYS.search(text))
    return is_dated or bool(words & (reading.forms.cues["weekday"] | (reading.forms.cues["month"] - {"maret", "mei"})))


def _says_where(reading: Reading, text: str) -> bool:
    return bool(reading.story.place) or bool(_PLACE.search(text))


def _says_why(reading: Reading, text: str) -> bool:
    return _has_any(reading, text, cues="why")


def _says_how(reading: Reading, text: str) -> bool:
    return _has_any(reading, text, cues="how")


def _has_any(reading: Reading, text: str, *, cues: str) -> bool:
    return bool(set(re.findall(r"\w+", text.lower())) & reading.forms.cues[cues])


_QUESTIONS: tuple[tuple[Callable[[Reading, str], bool], Lazy], ...] = (
    (_says_who, _("The story does not say WHO: name the persons or offices, so that readers know who answers for it.")),
    (_says_what, _("The story does not say WHAT happened: say what was done, in one verb.")),
    (_says_when, _("The story does not say WHEN: give the day and the date.")),
    (_says_where, _("The story does not say WHERE: name the place, so that readers know whether it concerns them.")),
    (_says_why, _("The story does not say WHY: give the reason or the aim.")),
    (_says_how, _("The story does not say HOW: say by what means it was or will be done.")),
)
