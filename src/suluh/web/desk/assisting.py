"""The assistant beside the editor: what may be asked, what it wrote, and what a button does with that."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict
from django.shortcuts import get_object_or_404
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from suluh.agencies import api as agencies
from suluh.content import api as content
from suluh.content.blocks import Paragraph, StoryText
from suluh.creative import api as creative
from suluh.foundation.richtext import to_plain
from suluh.web.desk.asked import words_in
from suluh.web.desk.edits import Edited
from suluh.web.desk.marked import marked
from suluh.web.desk.remarks import place_name

TASK_NAMES = {
    "headline": _("Shorter headline"),
    "paragraph": _("Plainer paragraph"),
    "caption": _("Caption"),
}
_LONGEST = 4_000
_BEGINNING = 40


@dataclass(frozen=True, kw_only=True)
class Choice:
    """A block the assistant can be asked about: the value of its choice and its name."""

    value: str
    label: str


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What the assistant wrote for one place, with what the story does not say marked."""

    kept: creative.MachineText
    task: object
    place: str
    shown: SafeString
    unknown: tuple[creative.Unknown, ...]


@dataclass(frozen=True, kw_only=True)
class Assistant:
    """What the panel shows: where words would be sent, what can be asked, what was answered."""

    host: str
    model: str
    choices: tuple[Choice, ...]
    answers: tuple[Answer, ...]


def assistant_of(story: content.Story, *, text: StoryText) -> Assistant | None:
    """Return what the panel shows, or None where no assistant is set."""
    endpoint = creative.assistant()
    if endpoint is None:
        return None
    waiting = story.machine_texts.filter(taken_at__isnull=True).order_by("-asked_at", "-pk")
    return Assistant(
        host=endpoint.host,
        model=endpoint.model,
        choices=tuple(_choices(text)),
        answers=tuple(_answer(kept, text=text) for kept in waiting),
    )


def _choices(text: StoryText) -> list[Choice]:
    found = [Choice(value="headline:", label=str(TASK_NAMES["headline"]))]
    for block in text.blocks:
        if isinstance(block, Paragraph) and (words := to_plain(block.text).strip()):
            found.append(_choice("paragraph", block=block.id, about=words))
        elif isinstance(block, content.Picture) and block.alt.strip():
            found.append(_choice("caption", block=block.id, about=block.alt))
    return found


def _choice(task: str, *, block: str, about: str) -> Choice:
    beginning = about if len(about) <= _BEGINNING else f"{about[:_BEGINNING].rstrip()}…"
    return Choice(value=f"{task}:{block}", label=f"{TASK_NAMES[task]}: {beginning}")


def _answer(kept: creative.MachineText, *, text: StoryText) -> Answer:
    unknown = creative.unknown_in(kept.words, story=text)
    return Answer(
        kept=kept,
        task=TASK_NAMES.get(kept.task, kept.task),
        place=place_name(text, block=kept.block, field=kept.field),
        shown=marked(kept.words, places=[(one.start, one.end) for one in unknown]),
        unknown=unknown,
    )


def taken_over(form: QueryDict, *, story: content.Story, text: StoryText, do: str) -> Edited | None:
    """Return the story with an answer in its place for "take:<id>", None for every other button."""
    kept = _meant(do, verb="take", story=story)
    if kept is None:
        return None
    words = words_in(form, name=f"assistant_{kept.pk}", most=_LONGEST)
    changed = creative.with_machine_text(kept, text=text, words=words)
    return Edited(text=changed, block=kept.block, changed=((kept.block, kept.field),), before=text)


def note_taken(form: QueryDict, *, story: content.Story, do: str, by: agencies.Member) -> None:
    """Mark the words that "take:<id>" put into the story; part of the transaction that saves them."""
    kept = _meant(do, verb="take", story=story)
    if kept is not None:
        creative.take_machine_text(kept, words=words_in(form, name=f"assistant_{kept.pk}", most=_LONGEST), by=by)


def follow_up(form: QueryDict, *, story: content.Story, do: str, by: agencies.Member) -> bool:
    """Ask the assistant, or put an answer away, after the story is saved; tell whether a button meant that."""
    verb = do.partition(":")[0]
    if verb == "ask":
        task, _colon, block = words_in(form, name="assistant_about", most=80).partition(":")
        creative.ask_assistant(story, task=task, block=block, by=by)
    elif (kept := _meant(do, verb="drop", story=story)) is not None:
        creative.drop_machine_text(kept, by=by)
    return verb in {"ask", "drop"}


def _meant(do: str, *, verb: str, story: content.Story) -> creative.MachineText | None:
    """Return the answer that "<verb>:<id>" means. Raises ``Http404`` for one of another story, or taken already."""
    named, _colon, number = do.partition(":")
    if named != verb:
        return None
    pk = int(number) if number.isascii() and number.isdigit() and len(number) < 18 else 0
    return get_object_or_404(story.machine_texts.filter(taken_at__isnull=True), pk=pk)
