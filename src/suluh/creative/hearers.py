"""What creative does when something happens below."""

from __future__ import annotations

from suluh.content import api as content
from suluh.creative.actions import see_machine_texts as see_machine_texts  # it holds stories back from approval
from suluh.creative.actions.draw_pack import ask_pack
from suluh.creative.actions.keep_word import learn_words


@content.events.story_approved.heard_by
def draw_what_was_approved(*, story: int, revision: int, office: int) -> None:
    """Ask for the pack of an approved revision, in the transaction of the approval."""
    ask_pack(content.Revision.objects.get(pk=revision), by=None)


@content.events.story_approved.heard_by
def learn_from_what_was_approved(*, story: int, revision: int, office: int) -> None:
    """Learn the office's names and terms from an approved revision."""
    found = content.Revision.objects.select_related("story").get(pk=revision)
    learn_words(found.story, text=found.text())


@content.events.story_published.heard_by
def draw_what_was_corrected(*, story: int, revision: int, office: int) -> None:
    """Ask for the pack of a corrected revision; one that was approved has its pack."""
    found = content.Revision.objects.get(pk=revision)
    if not found.packs.exists():
        ask_pack(found, by=None)
