"""Sentences of an office's own story that look like a known claim. One of a known hoax holds the story back."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass

from django.db.models import QuerySet

from suluh.content import api as content
from suluh.content.blocks import StoryText
from suluh.foundation.language import lazy as _
from suluh.verification.actions.find_matches import find_matches
from suluh.verification.index import matcher
from suluh.verification.models import FactCheck, StoryMatch
from suluh.verification.refusals import HoldsHoax
from suluh.verification.scales import scale
from suluh.verification.story_sentences import Sentence, myths_of, sentences_of

# Sentences whose answer is remembered, as long as nothing was learnt since: a story is looked at after every change.
_MOST_REMEMBERED = 5_000
_remembered: OrderedDict[tuple[int, str], tuple[str, float] | None] = OrderedDict()
_remembering = threading.Lock()
_LONGEST_SHOWN = 120


@dataclass(frozen=True, kw_only=True)
class Finding:
    """A sentence, the public fact-check it was found to match, and how likely it does (0 to 1)."""

    sentence: Sentence
    fact_check: FactCheck
    probability: float


def look_at(story: content.Story) -> list[StoryMatch]:
    """Match the story's words as they stand, keep what is new, and return the matches of these words in their order."""
    text = story.text()
    if not FactCheck.objects.public().exists():
        return []
    find_matches(story, found=_findings(story, text=text))
    return matches_of(story, text=text)


def matches_of(story: content.Story, *, text: StoryText) -> list[StoryMatch]:
    """Return the kept matches of these words with public fact-checks, in the words' order; nothing is looked for."""
    places = {sentence.digest: place for place, sentence in enumerate(sentences_of(text))}
    matches = _public(StoryMatch.objects.filter(story=story, digest__in=list(places)))
    told = {fact.pk for fact in FactCheck.objects.filter(story=story)}
    return sorted((one for one in matches if one.fact_check_id not in told), key=lambda one: places[one.digest])


def is_bad(match: StoryMatch) -> bool:
    """Tell whether a match holds its story back: the claim was found false, and nobody said that this is not it."""
    return match.state != "cleared" and match.fact_check.verdict in scale().false_slugs()


@content.holds_stories
def hold_hoaxes(story: content.Story) -> None:
    """Raise ``HoldsHoax`` where a sentence is a known hoax, or looks like one and no checker has decided."""
    bad = [match for match in look_at(story) if is_bad(match)]
    if not bad:
        return
    first = next((match for match in bad if match.state == "confirmed"), bad[0])
    words = {"sentence": _short(first.sentence), "claim": _short(first.fact_check.title)}
    if first.state == "confirmed":
        raise HoldsHoax(
            _("“%(sentence)s” is a known false claim (“%(claim)s”). Send the story back and have it changed.") % words
        )
    raise HoldsHoax(
        _("“%(sentence)s” looks like a false claim: “%(claim)s”. A checker decides on this page whether it is.") % words
    )


def _findings(story: content.Story, *, text: StoryText) -> list[Finding]:
    told = {fact.key for fact in FactCheck.objects.filter(story=story)}
    told |= {known[0] for known in map(_known, myths_of(text)) if known is not None}
    matched = ((sentence, _known(sentence.text)) for sentence in sentences_of(text))
    wanted = {sentence: known for sentence, known in matched if known is not None and known[0] not in told}
    ids = [int(key.partition(":")[2]) for key, _probability in wanted.values()]
    rows = {fact.key: fact for fact in FactCheck.objects.public().filter(pk__in=ids)}
    return [
        Finding(sentence=sentence, fact_check=rows[key], probability=probability)
        for sentence, (key, probability) in wanted.items()
        if key in rows
    ]


def _known(words: str) -> tuple[str, float] | None:
    """Return the key of the fact-check that words are known by, with the probability; None where they are not."""
    engine = matcher()
    asked = (engine.mark(), words)
    with _remembering:
        if asked in _remembered:
            return _remembered[asked]
    known = engine.match(words).known
    answer = (known.key, known.probability) if known is not None else None
    with _remembering:
        _remembered[asked] = answer
        while len(_remembered) > _MOST_REMEMBERED:
            _remembered.popitem(last=False)
    return answer


def _public(matches: QuerySet[StoryMatch]) -> QuerySet[StoryMatch]:
    found = matches.filter(fact_check__state="published")
    return found.select_related("fact_check__office", "fact_check__source", "decided_by")


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST_SHOWN else f"{words[: _LONGEST_SHOWN - 1].rstrip()}…"
