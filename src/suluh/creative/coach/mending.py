"""Puts one suggestion of the coach into the story."""

from __future__ import annotations

from dataclasses import replace

from suluh.content.blocks import Block, StoryText
from suluh.creative.coach.finding import Finding
from suluh.foundation import richtext
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _


class TextChanged(Refusal):
    """The words of a finding no longer stand where they were found."""

    code = "creative.E151"
    status = 409


class NothingToMend(Refusal):
    """A finding on the whole story, or one without the suggestion given."""

    code = "creative.E152"


def mend(story: StoryText, *, finding: Finding, suggestion: str) -> StoryText:
    """Return ``story`` with the words of ``finding`` replaced by ``suggestion`` ("" deletes them).

    Raises ``TextChanged`` when the text was changed since it was read, ``NothingToMend`` when ``suggestion`` is not
    one of the finding's.
    """
    if suggestion not in finding.suggestions:
        raise NothingToMend(_("This remark has no such suggestion. Change the words by hand."))
    if finding.block in {"headline", "lead"}:
        old = story.headline if finding.block == "headline" else story.lead
        new = _mended(old, finding=finding, suggestion=suggestion, is_rich=False)
        return replace(story, headline=new) if finding.block == "headline" else replace(story, lead=new)
    if not any(block.id == finding.block for block in story.blocks):
        raise _changed()
    blocks = tuple(
        _mended_block(block, finding=finding, suggestion=suggestion) if block.id == finding.block else block
        for block in story.blocks
    )
    return replace(story, blocks=blocks)


def _mended_block(block: Block, *, finding: Finding, suggestion: str) -> Block:
    if finding.field not in block.text_fields():
        raise _changed()
    old = getattr(block, finding.field)
    new = _mended(old, finding=finding, suggestion=suggestion, is_rich=finding.field in block.RICH)
    return block.with_text(name=finding.field, text=new)


def _mended(old: str, *, finding: Finding, suggestion: str, is_rich: bool) -> str:
    plain = richtext.to_plain(old) if is_rich else old
    start, end = finding.start, finding.end
    if plain[start:end] != finding.text:
        raise _changed()
    if not suggestion and plain[start - 1 : start].isspace():
        start -= 1
    if is_rich:
        return richtext.replace_plain(old, start=start, end=end, replacement=suggestion)
    return plain[:start] + suggestion + plain[end:]


def _changed() -> TextChanged:
    return TextChanged(_("The text was changed in the meantime. Let the coach read it again."))
