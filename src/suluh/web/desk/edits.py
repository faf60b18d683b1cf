"""What the editor's buttons do: "add:quote:<after>", "up:<id>", "mend:<key>:<which>" and so on, as one small table."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from suluh.content.blocks import BLOCK_KINDS, StoryText
from suluh.creative import api as creative
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _
from suluh.web.desk.story_form import add_block, move_block, remove_block


class FindingGone(Refusal):
    """A remark whose words were changed meanwhile."""

    code = "web.E110"
    status = 409


class UnknownEdit(Refusal):
    """A button that the editor does not have."""

    code = "web.E111"


@dataclass(frozen=True, kw_only=True)
class Edited:
    """The story after a button. ``block`` is where the eye goes, ``changed`` the (block, field) pairs that differ,
    ``settled`` the proposals that were decided, ``proposed`` new ones, ``dismissed`` a remark's key put aside, ``word``
    what becomes a word of the office, ``before`` the words that are to stay as a revision of their own."""

    text: StoryText
    block: str = ""
    changed: tuple[tuple[str, str], ...] = ()
    settled: tuple[str, ...] = ()
    proposed: tuple[str, ...] = ()
    dismissed: str = ""
    before: StoryText | None = None
    word: str = ""


def edit(text: StoryText, *, do: str, proposals: list[str], vocabulary: Collection[str] = ()) -> Edited:
    """Return the story as the button ``do`` leaves it. Raises ``UnknownEdit`` and ``FindingGone``.

    ``vocabulary`` is the office's own words, as the remarks on the page were made with them.
    """
    verb, _colon, rest = do.partition(":")
    if verb == "accept-all":
        return Edited(text=text, settled=tuple(proposals))
    if verb in _OF_FINDINGS:
        return _OF_FINDINGS[verb](text, rest, vocabulary)
    if verb not in _VERBS:
        return Edited(text=text)
    return _VERBS[verb](text, rest)


def _add(text: StoryText, rest: str) -> Edited:
    kind, _colon, after = rest.partition(":")
    if kind not in BLOCK_KINDS:
        raise UnknownEdit(_("Suluh does not know this kind of block. Reload the page."))
    changed, block = add_block(text, kind=kind, after=after)
    return Edited(text=changed, block=block)


def _up(text: StoryText, rest: str) -> Edited:
    return Edited(text=move_block(text, block=rest, by=-1), block=rest)


def _down(text: StoryText, rest: str) -> Edited:
    return Edited(text=move_block(text, block=rest, by=1), block=rest)


def _remove(text: StoryText, rest: str) -> Edited:
    return Edited(text=remove_block(text, block=rest), settled=(rest,))


def _accept(text: StoryText, rest: str) -> Edited:
    return Edited(text=text, block=rest, settled=(rest,))


def _dismiss(text: StoryText, rest: str) -> Edited:
    return Edited(text=text, dismissed=rest.replace("\x00", ""))


def _finding(text: StoryText, *, key: str, vocabulary: Collection[str]) -> creative.Finding:
    finding = next((f for f in creative.coach(text, vocabulary=vocabulary) if f.key == key), None)
    if finding is None:
        raise _remark_gone()
    return finding


def _word(text: StoryText, rest: str, vocabulary: Collection[str]) -> Edited:
    return Edited(text=text, word=_finding(text, key=rest, vocabulary=vocabulary).text)


def _mend(text: StoryText, rest: str, vocabulary: Collection[str]) -> Edited:
    key, _colon, which = rest.partition(":")
    finding = _finding(text, key=key, vocabulary=vocabulary)
    place = int(which) if which in {"0", "1", "2"} else 0
    if place >= len(finding.suggestions):
        raise _remark_gone()
    mended = creative.mend(text, finding=finding, suggestion=finding.suggestions[place])
    return Edited(text=mended, block=finding.block, changed=((finding.block, finding.field),))


def _use(text: StoryText, rest: str) -> Edited:
    """Take a headline or a lead of narrative help over."""
    found = creative.narrate(text)
    headline = next((one for one in found.headlines if one.key == rest), None)
    if headline is not None:
        changed = replace(text, headline=headline.text)
        return Edited(text=changed, block="headline", changed=(("headline", "headline"),), before=text)
    if found.lead is not None and found.lead.key == rest:
        changed = replace(text, lead=found.lead.text)
        return Edited(text=changed, block="lead", changed=(("lead", "lead"),), before=text)
    raise _gone()


def _points(text: StoryText, rest: str) -> Edited:
    """Add key points of narrative help as proposed blocks: the one named, or all."""
    points = [one for one in creative.narrate(text).points if rest in ("all", one.key)]
    changed, made = creative.with_points(text, points=points)
    if not made:
        raise _gone()
    return Edited(text=changed, block=made[0], proposed=made)


def _remark_gone() -> FindingGone:
    return FindingGone(_("The text was changed in the meantime. Look at the remarks again."))


def _gone() -> FindingGone:
    return FindingGone(_("The text was changed in the meantime. Look at the suggestions again."))


# Buttons of a remark: they need the words that the remark was made with.
_OF_FINDINGS: dict[str, Callable[[StoryText, str, Collection[str]], Edited]] = {"mend": _mend, "word": _word}
_VERBS: dict[str, Callable[[StoryText, str], Edited]] = {
    "add": _add,
    "up": _up,
    "down": _down,
    "remove": _remove,
    "accept": _accept,
    "dismiss": _dismiss,
    "use": _use,
    "points": _points,
}


def value_of(text: StoryText, *, block: str, field: str) -> str:
    """Return a field as its form control holds it."""
    holder: object = text if block in {"headline", "lead"} else next(b for b in text.blocks if b.id == block)
    return str(getattr(holder, block if block in {"headline", "lead"} else field))
