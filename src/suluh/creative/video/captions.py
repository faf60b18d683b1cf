"""Captions: what is said, in short lines, with their times; as cues on the picture, as SubRip and as WebVTT."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from suluh.creative.video.timing import TimedLine, Timeline

# Characters in a line and lines in a cue.
WIDEST, MOST_LINES = 36, 2
_ROOM = WIDEST * MOST_LINES
# A cue ends at a sign like these rather than between two words, once it is this full.
_STOPS = re.compile(r"[.!?;:,–—][”\"’)]*$")
_FULL_ENOUGH = 0.55
# Seconds between two cues that follow each other, so that the eye sees the change.
_GAP = 0.05


@dataclass(frozen=True, kw_only=True)
class Cue:
    """Lines that are on the screen together. ``is_drawn``: the scene shows these words itself."""

    lines: tuple[str, ...]
    begins: float
    ends: float
    is_drawn: bool = False


def cues_of(timeline: Timeline) -> tuple[Cue, ...]:
    """Return every cue of the film, in order."""
    return tuple(cue for line in timeline.lines for cue in _cues(line))


def _cues(timed: TimedLine) -> list[Cue]:
    parts = chunks(timed.line.text)
    whole = sum(len(part) for part in parts)
    cues, at = [], timed.begins
    for part in parts:
        until = at + (timed.ends - timed.begins) * len(part) / whole
        lines = tuple(wrapped(part))
        cues.append(Cue(lines=lines, begins=at, ends=until - _GAP, is_drawn=timed.line.is_drawn))
        at = until
    return cues


def chunks(text: str) -> list[str]:
    """Divide a text into parts that fit in one cue each: between words, after a comma or a full stop if it can be."""
    parts: list[str] = []
    words: list[str] = []
    for word in _words(text):
        if words and len(wrapped(" ".join((*words, word)))) > MOST_LINES:
            kept = _best_end(words)
            parts.append(" ".join(words[:kept]))
            words = words[kept:]
        words.append(word)
    return [*parts, " ".join(words)] if words else parts


def _best_end(words: Sequence[str]) -> int:
    """Return how many of the words the cue takes: up to a stop near its end, or all of them."""
    for count in range(len(words), 0, -1):
        length = len(" ".join(words[:count]))
        if length < _ROOM * _FULL_ENOUGH:
            break
        if _STOPS.search(words[count - 1]):
            return count
    return len(words)


def _words(text: str) -> Iterable[str]:
    """Yield the words; one longer than a line is divided, with a hyphen at each line's end."""
    for word in text.split():
        while len(word) > WIDEST:
            yield word[: WIDEST - 1] + "-"
            word = word[WIDEST - 1 :]
        yield word


def wrapped(text: str) -> list[str]:
    """Return the text's lines: as few as can be, and of two the upper no longer than it must be."""
    if len(text) <= WIDEST:
        return [text]
    words = list(_words(text))
    halves = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
    fitting = [pair for pair in halves if max(map(len, pair)) <= WIDEST]
    if fitting:
        best = min(fitting, key=_lopsided)
        return list(best)
    return _filled(words)


def _lopsided(pair: tuple[str, str]) -> tuple[int, int]:
    upper, lower = map(len, pair)
    return abs(upper - lower), upper


def _filled(words: Sequence[str]) -> list[str]:
    lines = [""]
    for word in words:
        joined = f"{lines[-1]} {word}".strip()
        if len(joined) > WIDEST and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = joined
    return lines


def as_srt(cues: Sequence[Cue]) -> str:
    """Return the cues as a SubRip file."""
    blocks = [
        f"{number}\n{_clock(cue.begins, ',')} --> {_clock(cue.ends, ',')}\n" + "\n".join(cue.lines) + "\n"
        for number, cue in enumerate(cues, start=1)
    ]
    return "\n".join(blocks)


def as_vtt(cues: Sequence[Cue], *, language: str) -> str:
    """Return the cues as a WebVTT file. Rules read at w3.org/TR/webvtt1 on 2026-11-27."""
    blocks = [
        f"{number}\n{_clock(cue.begins, '.')} --> {_clock(cue.ends, '.')}\n"
        + "\n".join(map(_vtt_text, cue.lines))
        + "\n"
        for number, cue in enumerate(cues, start=1)
    ]
    return "\n".join([f"WEBVTT\nKind: captions\nLanguage: {language}\n", *blocks])


def transcript(cues: Sequence[Cue], *, title: str) -> str:
    """Return all that is said as running text, a scene's words in a line of their own."""
    return "\n".join([title, "", *(" ".join(cue.lines) for cue in cues), ""])


def _vtt_text(line: str) -> str:
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _clock(seconds: float, point: str) -> str:
    thousandths = max(0, round(seconds * 1000))
    minutes, rest = divmod(thousandths, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{rest // 1000:02}{point}{rest % 1000:03}"
