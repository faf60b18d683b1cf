"""Runs the rules over a story."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace

from suluh.content.blocks import Paragraph, StoryText
from suluh.creative.coach.finding import Finding
from suluh.creative.coach.reading import Reading, whole_words
from suluh.creative.coach.rule import all_rules
from suluh.foundation import richtext


def coach(story: StoryText, *, vocabulary: Collection[str] = ()) -> tuple[Finding, ...]:
    """Return what is to mend in ``story``, in reading order; remarks on the whole story come last.

    ``vocabulary`` holds the office's own words and names, which are taken as right.
    """
    reading = Reading(story=story, vocabulary=whole_words(vocabulary))
    found: list[Finding] = []
    claimed: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for rule in all_rules():
        if not rule.reads(story.language):
            continue
        for finding in rule.check(reading):
            if rule.claims_words and not _claim(finding, claimed=claimed):
                continue
            found.append(finding)
    return tuple(_with_keys(_in_reading_order(found, reading=reading)))


def coach_text(text: str, *, language: str = "id", vocabulary: Collection[str] = ()) -> tuple[Finding, ...]:
    """Coach a bare text: paragraphs stand between line ends, and are the blocks "p1", "p2", ..."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    blocks = tuple(Paragraph(id=f"p{n}", text=richtext.from_plain(line)) for n, line in enumerate(lines, start=1))
    return coach(StoryText(headline="", blocks=blocks, language=language), vocabulary=vocabulary)


def _claim(finding: Finding, *, claimed: dict[tuple[str, str], list[tuple[int, int]]]) -> bool:
    """Take the words of ``finding`` for its rule; False where a rule of lower rank has them already."""
    taken = claimed.setdefault((finding.block, finding.field), [])
    if any(finding.start < end and start < finding.end for start, end in taken):
        return False
    taken.append((finding.start, finding.end))
    return True


def _in_reading_order(found: Iterable[Finding], *, reading: Reading) -> list[Finding]:
    blocks = reading.story.blocks
    places = {(b.id, f): (n, m) for n, b in enumerate(blocks) for m, f in enumerate(b.text_fields())}
    ends = {"headline": -2, "lead": -1, "story": len(blocks)}

    def order(finding: Finding) -> tuple[int, int, int, int, str]:
        block, field = places.get((finding.block, finding.field), (ends.get(finding.block, len(blocks)), 0))
        return block, field, finding.start, finding.end, finding.rule

    return sorted(found, key=order)


def _with_keys(found: Iterable[Finding]) -> Iterable[Finding]:
    """Give each finding its key: from rule, block, field, words, and which of equal ones it is."""
    seen: Counter[str] = Counter()
    for finding in found:
        about = "\x1f".join((finding.rule, finding.block, finding.field, finding.text, *finding.suggestions[:1]))
        seen[about] += 1
        key = hashlib.blake2s(f"{about}\x1f{seen[about]}".encode(), digest_size=8).hexdigest()
        yield replace(finding, key=key)
