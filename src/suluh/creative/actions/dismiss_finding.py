"""Put a remark of the coach aside, and take it back."""

from __future__ import annotations

from suluh.agencies import api as agencies
from suluh.content import api as content
from suluh.creative.models import Dismissal
from suluh.foundation import audit


@audit.action("creative.dismiss_finding")
def dismiss_finding(story: content.Story, *, key: str, by: agencies.Member) -> None:
    """Put the finding with this key aside for this story; a second time changes nothing."""
    agencies.check_right(by, right="content.write")
    dismissal, is_new = Dismissal.objects.get_or_create(
        story=story, key=key[:40], defaults={"office_id": story.office_id, "dismissed_by": by.user}
    )
    audit.record(
        "creative.dismiss_finding",
        subject=story,
        office=story.office_id,
        by=by.user_id,
        detail={"key": dismissal.key, "new": is_new},
    )


@audit.action("creative.recover_findings")
def recover_findings(story: content.Story, *, by: agencies.Member) -> int:
    """Bring back every remark that was put aside; return how many there were."""
    agencies.check_right(by, right="content.write")
    count, _kinds = Dismissal.objects.filter(story=story).delete()
    audit.record(
        "creative.recover_findings", subject=story, office=story.office_id, by=by.user_id, detail={"count": count}
    )
    return count


def dismissed_keys(story: content.Story) -> set[str]:
    """Return the keys of the findings that were put aside."""
    return set(Dismissal.objects.filter(story=story).values_list("key", flat=True))
