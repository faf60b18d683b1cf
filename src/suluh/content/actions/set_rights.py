"""Say what others may do with a story."""

from __future__ import annotations

from suluh.agencies import api as agencies
from suluh.content.models import Rights, Story
from suluh.foundation import audit
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _


class UnknownRights(Refusal):
    """Rights that are not in the list."""

    code = "content.E190"


@audit.action("content.set_rights")
def set_rights(story: Story, *, rights: str, by: agencies.Member) -> Story:
    """Set a story's rights; a recalled story keeps what it had. Raises ``UnknownRights``."""
    agencies.check_right(by, right="content.write")
    if rights not in Rights.values:
        raise UnknownRights(_("Choose what others may do with the story."))
    story = Story.objects.select_for_update().get(pk=story.pk)
    before, story.rights = story.rights, rights
    story.save(update_fields=["rights"])
    audit.record(
        "content.set_rights",
        subject=story,
        office=story.office_id,
        by=by.user_id,
        detail={"from": before, "to": rights},
    )
    return story
