"""Make a draft of a text somebody brings: pasted, uploaded, or fetched. The structurer proposes, the author decides."""

from __future__ import annotations

from collections.abc import Collection

from suluh.agencies import api as agencies
from suluh.content.actions.write_story import begin_story
from suluh.content.blocks import CallToAction, Number, Step, seen
from suluh.content.models import Story
from suluh.content.structure import propose, structure
from suluh.foundation import audit
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _

# Blocks of these kinds do not stand in the text as they are: the structurer makes them of its sentences.
PROPOSED_KINDS = (Number, Step, CallToAction)


class NothingRead(Refusal):
    """A text without words."""

    code = "content.E150"


@audit.action("content.import_story")
def import_story(raw: str, *, by: agencies.Member, source: str = "") -> Story:
    """Make a draft of ``raw``, plain text. ``source`` says where it came from: a file's name or an address.

    The blocks that the structurer proposes stand in ``Story.proposals`` until they are settled.
    """
    agencies.check_right(by, right="content.write")
    if not raw.strip():
        raise NothingRead(_("There is no text in this. Paste the text of the press release, or choose another file."))
    text = propose(structure(seen("\n".join(raw.splitlines())))).story
    story = begin_story(text, by=by, note=(source or "import")[:200])
    story.proposals = [block.id for block in text.blocks if isinstance(block, PROPOSED_KINDS)]
    story.save(update_fields=["proposals"])
    audit.record(
        "content.import_story",
        subject=story,
        office=by.office_id,
        by=by.user_id,
        detail={"source": source[:200], "characters": len(raw), "proposals": len(story.proposals)},
    )
    return story


@audit.action("content.settle_proposals")
def settle_proposals(story: Story, *, blocks: Collection[str], by: agencies.Member) -> Story:
    """Take these proposed blocks as accepted (or gone): they are the author's from now on."""
    agencies.check_right(by, right="content.write")
    story = Story.objects.select_for_update().get(pk=story.pk)
    story.proposals = [block for block in story.proposals if block not in set(blocks)]
    story.save(update_fields=["proposals"])
    audit.record(
        "content.settle_proposals",
        subject=story,
        office=story.office_id,
        by=by.user_id,
        detail={"blocks": sorted(blocks), "left": len(story.proposals)},
    )
    return story


@audit.action("content.propose_blocks")
def propose_blocks(story: Story, *, blocks: Collection[str], by: agencies.Member) -> Story:
    """Take these blocks as proposed: somebody accepts, changes or removes each before the story is sent."""
    agencies.check_right(by, right="content.write")
    story = Story.objects.select_for_update().get(pk=story.pk)
    story.proposals = [*story.proposals, *(block for block in blocks if block not in story.proposals)]
    story.save(update_fields=["proposals"])
    audit.record(
        "content.propose_blocks",
        subject=story,
        office=story.office_id,
        by=by.user_id,
        detail={"blocks": sorted(blocks)},
    )
    return story
