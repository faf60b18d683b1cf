"""Keep what was found in a story."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from suluh.content import api as content
from suluh.foundation import audit
from suluh.verification.models import FactCheck, StoryMatch
from suluh.verification.story_sentences import Sentence


class Finding(Protocol):
    """A sentence and the fact-check that it was found to match."""

    @property
    def sentence(self) -> Sentence: ...
    @property
    def fact_check(self) -> FactCheck: ...
    @property
    def probability(self) -> float: ...


def find_matches(story: content.Story, *, found: Sequence[Finding]) -> int:
    """Keep the findings that are new; return how many. What a checker decided of the same sentence stays."""
    digests = [one.sentence.digest for one in found]
    kept = set(StoryMatch.objects.filter(story=story, digest__in=digests).values_list("digest", "fact_check_id"))
    new = [one for one in found if (one.sentence.digest, one.fact_check.pk) not in kept]
    return _keep(story, found=new) if new else 0


@audit.action("verification.find_matches")
def _keep(story: content.Story, *, found: Sequence[Finding]) -> int:
    """Found sentences of a story that look like known claims."""
    rows = [
        StoryMatch(
            office_id=story.office_id,
            story=story,
            block=one.sentence.block[:40],
            sentence=one.sentence.text,
            digest=one.sentence.digest,
            fact_check=one.fact_check,
            probability=one.probability,
        )
        for one in found
    ]
    StoryMatch.objects.bulk_create(rows, ignore_conflicts=True)
    audit.record(
        "verification.find_matches",
        subject=story,
        office=story.office_id,
        by=None,
        detail={"matches": len(rows)},
    )
    return len(rows)
