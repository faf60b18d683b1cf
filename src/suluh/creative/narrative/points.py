"""A lead of 25 words and five key points: whole clauses of the story, the points unlike each other and in its order."""

from __future__ import annotations

from collections.abc import Sequence

from suluh.creative.narrative.headlines import told
from suluh.creative.narrative.languages import Words
from suluh.creative.narrative.nearness import Floats, chosen
from suluh.creative.narrative.ranking import Ranked, scores_of
from suluh.creative.narrative.sentences import content_words
from suluh.creative.narrative.shortening import Short, finished, shortened
from suluh.creative.narrative.values import Told

MOST_POINTS = 5
LEAD_WORDS = 25
POINT_WORDS = 28
_NO_LIMIT = 100_000
# A lead is looked for in the first sentences; news says there what matters.
_FIRST = 5


def lead(found: Sequence[Ranked], *, by: Words) -> Told | None:
    """Return the lead, of at most 25 words, ended like a sentence; None where no sentence can be one."""
    for one in found[:_FIRST]:
        sentence = one.sentence
        is_apart = (
            sentence.kind in {"step", "quote", "call_to_action"} or sentence.is_quoting or sentence.text.endswith("?")
        )
        if is_apart or by.said_by_whom.search(sentence.text) or by.pointing.match(sentence.text):
            continue
        for short in shortened(sentence.text, by=by, most_words=LEAD_WORDS, most_characters=_NO_LIMIT):
            if not by.fragment.match(short.text):
                return told(one, short=_ended(short))
    return None


def points(found: Sequence[Ranked], *, alike: Floats, by: Words) -> list[Told]:
    """Return up to five key points in the story's order."""
    forms = {at: short for at, one in enumerate(found) if (short := _point(one, by=by)) is not None}
    picked: list[int] = []
    order = chosen(scores_of(found), alike=alike, most=len(found), weight=0.9)
    for at in order:
        if at in forms and not any(_same(forms[at], forms[other], by=by) for other in picked):
            picked.append(at)
        if len(picked) == MOST_POINTS:
            break
    return [told(found[at], short=_ended(forms[at])) for at in sorted(picked)]


def _point(one: Ranked, *, by: Words) -> Short | None:
    sentence = one.sentence
    is_title = sentence.kind == "step" and sentence.place.field == "title"
    if is_title or sentence.text.endswith("?") or by.said_by_whom.search(sentence.text):
        return None
    if sentence.is_quoting and sentence.kind == "paragraph":
        return None
    fitting = shortened(sentence.text, by=by, most_words=POINT_WORDS, most_characters=_NO_LIMIT)
    short = next((short for short in fitting if not by.fragment.match(short.text)), None)
    if short is None or not sentence.speaker:
        return short
    return finished(Short(f"{sentence.speaker}: {short.text}", short.notes))


def _same(one: Short, other: Short, *, by: Words) -> bool:
    mine, theirs = content_words(one.text, words=by), content_words(other.text, words=by)
    return len(mine & theirs) > 0.6 * max(1, min(len(mine), len(theirs)))


def _ended(short: Short) -> Short:
    return Short(short.text if short.text[-1:] in "!?" else f"{short.text}.", short.notes)
