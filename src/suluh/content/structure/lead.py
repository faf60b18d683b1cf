"""Choosing the lead: the one or two sentences that answer who, what, when, where, why and how."""

from __future__ import annotations

from collections.abc import Sequence

from suluh.content.structure.model import Dated, Named, Passage, Person, Span
from suluh.content.structure.names import Line
from suluh.content.structure.words import Words

_AMONG = 6  # sentences from the start
_COMFORTABLE = 380  # characters
_SECOND_COSTS = 1.1  # a second sentence must answer at least two things more


def choose_lead(
    lines: Sequence[Line], *, quotes: Sequence[Span], people: Sequence[Person], organisations: Sequence[Named],
    dates: Sequence[Dated], places: Sequence[Named],
) -> tuple[Passage, ...]:  # fmt: skip
    """Return the sentence, or the two that stand together, that answer most in the fewest words."""
    facts: dict[str, Sequence[Span]] = {"who": [*people, *organisations], "when": dates, "where": places}
    open_lines = [line for line in lines[:_AMONG] if not any(_touches(line.sentence, quote) for quote in quotes)]
    best: tuple[float, tuple[Passage, ...]] = (-1.0, ())
    for at, line in enumerate(open_lines):
        group = [line]
        score = _score(group, at=at, facts=facts)
        best = max(best, (score, (line.sentence,)), key=lambda found: found[0])
        if at + 1 < len(open_lines) and open_lines[at + 1] is lines[lines.index(line) + 1]:
            group.append(open_lines[at + 1])
            score = _score(group, at=at, facts=facts) - _SECOND_COSTS
            best = max(best, (score, tuple(each.sentence for each in group)), key=lambda found: found[0])
    return best[1]


def _touches(passage: Passage, span: Span) -> bool:
    return passage.start < span.end and span.start < passage.end


def _score(group: Sequence[Line], *, at: int, facts: dict[str, Sequence[Span]]) -> float:
    answers = {name for name, spans in facts.items() if any(_inside(group, span) for span in spans)}
    words = group[0].words
    said = {token.lower for line in group for token in line.tokens}
    answers |= {"why"} if said & words.reasons else set()
    answers |= {"how"} if said & words.means else set()
    answers |= {"what"} if any(_tells(line, words=words) for line in group) else set()
    length = sum(len(line.sentence.text) for line in group)
    back = any(token.lower in words.pointing_back for token in group[0].tokens[:3])
    return len(answers) - (1.6 if back else 0.0) - max(0, length - _COMFORTABLE) / 120 - at * 0.5


def _inside(group: Sequence[Line], span: Span) -> bool:
    return any(line.sentence.start <= span.start < line.sentence.end for line in group)


def _tells(line: Line, *, words: Words) -> bool:
    """Say whether a sentence tells of an event: it has a verb that headlines use, or a noun of an event."""
    known = set(words.short_verbs) | set(words.events) | words.saying
    return any(token.lower in known or token.lower.startswith(("me", "di")) for token in line.tokens)
