"""Machine-written places of a story: which still stand, and that a second person has read them."""

from __future__ import annotations

from suluh.agencies import api as agencies
from suluh.content import api as content
from suluh.creative.assistant.places import words_at
from suluh.creative.models import MachineText
from suluh.foundation import audit
from suluh.foundation.clock import now
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _


class MachineTextUnseen(Refusal):
    """A story with machine-written places that no second person has read."""

    code = "creative.E296"
    status = 409


def standing_machine_texts(story: content.Story, *, text: content.StoryText) -> list[MachineText]:
    """Return the machine's words that stand in ``text`` as they were taken over, in the order of taking.

    Who writes other words there makes them their own.
    """
    taken = story.machine_texts.filter(taken_at__isnull=False).select_related("taken_by", "seen_by")
    standing = {
        (one.block, one.field): one
        for one in taken.order_by("taken_at", "pk")
        if " ".join(words_at(text, block=one.block, field=one.field).split()) == one.taken_words
    }
    return list(standing.values())


@audit.action("creative.see_machine_texts")
def see_machine_texts(story: content.Story, *, by: agencies.Member) -> int:
    """Note that ``by`` read the machine-written places; one's own taking over does not count. Return how many."""
    agencies.check_right(by, right="content.approve")
    standing = [one.pk for one in standing_machine_texts(story, text=story.text())]
    unseen = MachineText.objects.filter(pk__in=standing, seen_at__isnull=True).exclude(taken_by=by.user)
    count = unseen.update(seen_by=by.user, seen_at=now())
    audit.record(
        "creative.see_machine_texts", subject=story, office=story.office_id, by=by.user_id, detail={"count": count}
    )
    return count


@content.holds_stories
def hold_unseen_machine_texts(story: content.Story) -> None:
    """Hold a story back while a machine-written place in it was read by nobody but who took it over."""
    if any(one.seen_at is None for one in standing_machine_texts(story, text=story.text())):
        raise MachineTextUnseen(
            _("Parts of this story were written by a machine. Read them under “Written by a machine” and tick the box.")
        )
