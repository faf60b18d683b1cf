"""Ask the assistant for words, keep what it wrote, and take it over: three steps, each a person's own.

The call stands between two transactions: what is sent is in the journal before it leaves, as a length and a hash.
"""

from __future__ import annotations

import hashlib

from django.conf import settings

from suluh.agencies import api as agencies
from suluh.content import api as content
from suluh.creative.assistant import Endpoint, Request, ask, request_for, unknown_in
from suluh.creative.assistant.places import with_words
from suluh.creative.models import MachineText
from suluh.foundation import audit
from suluh.foundation.allowances import Allowance, TooOften
from suluh.foundation.clock import now
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _

# Askings of one office: ten at once, one a minute in the long run.
ASKINGS = Allowance(name="assistant", most=10, each_hour=60)


class AssistantOff(Refusal):
    """No assistant is set, or the story is not being written."""

    code = "creative.E293"
    status = 409


class AskedTooOften(Refusal):
    """An office asked more often than is agreed."""

    code = "creative.E294"
    status = 429


class NotBorneOut(Refusal):
    """Words that say what the story does not."""

    code = "creative.E295"


def assistant() -> Endpoint | None:
    """Return the assistant that the operator set, or None: it is off by default."""
    if not settings.ASSISTANT_URL:
        return None
    return Endpoint(
        url=settings.ASSISTANT_URL,
        key=settings.ASSISTANT_KEY,
        model=settings.ASSISTANT_MODEL,
        hosts=settings.ASSISTANT_HOSTS,
        seconds=settings.ASSISTANT_SECONDS,
    )


def ask_assistant(story: content.Story, *, task: str, by: agencies.Member, block: str = "") -> MachineText:
    """Send the words that a task needs, and keep the answer beside the story; the story stays as it is.

    Raises ``AssistantOff``, ``NothingToAsk``, ``AskedTooOften`` and ``AssistantFailed``.
    """
    agencies.check_right(by, right="content.write")
    story = content.Story.objects.select_related("current_revision").get(pk=story.pk)
    endpoint = assistant()
    if endpoint is None or not story.is_writable:
        raise AssistantOff(_("The assistant is not there for this story."))
    request = request_for(story.text(), task=task, block=block)
    try:
        ASKINGS.take_for(story.office_id)
    except TooOften as error:
        sentence = _("Your office asked the assistant often just now. Wait %(seconds)d seconds, then try again.")
        raise AskedTooOften(sentence % {"seconds": error.seconds}, permanent=False) from error
    _note_asking(story, request=request, endpoint=endpoint, by=by)
    words = ask(endpoint, request=request)
    return _keep_answer(story, request=request, endpoint=endpoint, words=words, by=by)


@audit.action("creative.ask_assistant")
def _note_asking(story: content.Story, *, request: Request, endpoint: Endpoint, by: agencies.Member) -> None:
    """Note what is about to be sent to the assistant: where, how long, its hash; not the words."""
    audit.record(
        "creative.ask_assistant",
        subject=story,
        office=story.office_id,
        by=by.user_id,
        detail={
            "task": request.task,
            "block": request.block,
            "host": endpoint.host,
            "model": endpoint.model,
            "characters": len(request.words),
            "sha256": hashlib.sha256(request.words.encode()).hexdigest(),
        },
    )


@audit.action("creative.keep_machine_text")
def _keep_answer(
    story: content.Story, *, request: Request, endpoint: Endpoint, words: str, by: agencies.Member
) -> MachineText:
    """Keep what the assistant wrote, in place of what it wrote for the same before and nobody took."""
    same = {"story": story, "task": request.task, "block": request.block, "field": request.field}
    MachineText.objects.filter(**same, taken_at__isnull=True).delete()
    kept = MachineText.objects.create(
        **same, office_id=story.office_id, words=words, host=endpoint.host, model=endpoint.model, asked_by=by.user
    )
    audit.record(
        "creative.keep_machine_text",
        subject=kept,
        office=story.office_id,
        by=by.user_id,
        detail={"story": story.pk, "task": request.task, "characters": len(words)},
    )
    return kept


def with_machine_text(kept: MachineText, *, text: content.StoryText, words: str) -> content.StoryText:
    """Return the story with the machine's words, as a person mended them, in their place.

    Raises ``NotBorneOut`` where a number, date, name or address in them does not stand in the story.
    """
    words = " ".join(words.split())
    unknown = unknown_in(words, story=text)
    if not words:
        raise NotBorneOut(_("There are no words to take over."))
    if unknown:
        sentence = _("Not taken over: the story does not say “%(words)s”. Mend the text first.")
        raise NotBorneOut(sentence % {"words": "”, “".join(one.text for one in unknown[:5])})
    changed = with_words(text, block=kept.block, field=kept.field, words=words)
    if changed == text:
        raise NotBorneOut(_("Nothing to take over: the block is gone, or says this already."))
    return changed


@audit.action("creative.take_machine_text")
def take_machine_text(kept: MachineText, *, words: str, by: agencies.Member) -> MachineText:
    """Note that a person took these words over; they are marked until somebody writes others there."""
    agencies.check_right(by, right="content.write")
    kept = MachineText.objects.select_for_update().get(pk=kept.pk)
    kept.taken_words, kept.taken_by, kept.taken_at = " ".join(words.split()), by.user, now()
    kept.seen_by = kept.seen_at = None
    kept.save(update_fields=["taken_words", "taken_by", "taken_at", "seen_by", "seen_at"])
    audit.record(
        "creative.take_machine_text",
        subject=kept,
        office=kept.office_id,
        by=by.user_id,
        detail={
            "story": kept.story_id,
            "block": kept.block,
            "field": kept.field,
            "mended": kept.words != kept.taken_words,
        },
    )
    return kept


@audit.action("creative.drop_machine_text")
def drop_machine_text(kept: MachineText, *, by: agencies.Member) -> None:
    """Put an answer away that nobody took."""
    agencies.check_right(by, right="content.write")
    detail = {"story": kept.story_id, "task": kept.task}
    audit.record("creative.drop_machine_text", subject=kept, office=kept.office_id, by=by.user_id, detail=detail)
    MachineText.objects.filter(pk=kept.pk, taken_at__isnull=True).delete()
