"""The editor: the page, and what its buttons and its autosave send."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _

from suluh.agencies import api as agencies
from suluh.agencies.api import needs_office
from suluh.content import api as content
from suluh.content.blocks import StoryText
from suluh.creative import api as creative
from suluh.foundation.errors import Refusal
from suluh.web.desk.asked import words_in
from suluh.web.desk.assisting import assistant_of, follow_up, note_taken, taken_over
from suluh.web.desk.differences import differences
from suluh.web.desk.edits import Edited, edit, value_of
from suluh.web.desk.known_claims import known_claims
from suluh.web.desk.machine_places import machine_places
from suluh.web.desk.narrative import shown_narrative
from suluh.web.desk.remarks import grouped, open_findings, shown_counts
from suluh.web.desk.shown_blocks import KIND_NAMES, blank_blocks, shown_blocks
from suluh.web.desk.stories import own_story
from suluh.web.desk.story_form import read_story
from suluh.web.desk.views.panels import layout_choices

_MOST_PICTURES = 200
# After these the page shown is no longer the one to write in.
_LEAVING = frozenset({"submit", "keep-mine", "take-theirs"})


@needs_office
def editor(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a draft for writing, or do what one of its buttons says."""
    story = own_story(request, pk=pk)
    member = agencies.current_member(request)
    if request.method == "POST":
        agencies.check_right(member, right="content.write")
        return _posted(request, story=story, by=member)
    if not story.is_writable or not member.may("content.write"):
        return redirect("story_review", pk=pk)
    context = editor_context(story, text=story.text())
    if "narasi" in request.GET:
        context["narrative"] = shown_narrative(story.text())
    return render(request, "desk/editor.html", context)


def editor_context(story: content.Story, *, text: StoryText) -> dict[str, Any]:
    """Return what the editor's template needs to show ``text``."""
    revision = story.current_revision
    return {
        "story": story,
        "text": text,
        "blocks": shown_blocks(text, proposals=story.proposals),
        "blanks": blank_blocks(),
        "kinds": KIND_NAMES,
        "open_proposals": [b.id for b in text.blocks if b.id in set(story.proposals)],
        "seen": revision,
        "page_id": get_random_string(16),
        "pictures": content.Media.objects.of(story.office)[:_MOST_PICTURES],
        "groups": grouped(open_findings(story, text=text), text=text),
        "counted": shown_counts(text),
        "known": known_claims(story, text=text),
        "narrative": None,
        "assistant": assistant_of(story, text=text),
        "machine": machine_places(story, text=text),
        "layouts": layout_choices(),
        "is_correction": False,
        "post_url": reverse("story_edit", args=[story.pk]),
    }


def _posted(request: HttpRequest, *, story: content.Story, by: agencies.Member) -> HttpResponse:
    is_script = is_from_script(request)
    posted = read_story(request.POST, language=story.language)
    do = request.POST.get("do", "save")
    try:
        words = creative.office_words(story.office_id)
        taken = taken_over(request.POST, story=story, text=posted, do=do)
        edited = taken or edit(posted, do=do, proposals=story.proposals, vocabulary=words)
        with transaction.atomic():  # a machine's words never stand in the story without their mark
            revision = _kept(request, story=story, edited=edited, do=do, by=by)
            note_taken(request.POST, story=story, do=do, by=by)
        is_assisted = follow_up(request.POST, story=story, do=do, by=by)
        if do == "submit":
            content.submit_story(story, by=by)
    except content.WrittenElsewhere as refusal:
        return _conflict(request, story=story, mine=posted, refusal=refusal)
    except Refusal as refusal:
        if is_script:
            return JsonResponse({"sentence": str(refusal), "code": refusal.code}, status=refusal.status)
        messages.error(request, str(refusal))
        return redirect("story_edit", pk=story.pk)
    name = "story_review" if do == "submit" else "story_edit"
    address = reverse(name, args=[story.pk])
    if is_script:
        return _answer(revision, edited=edited, leads_to=address if do in _LEAVING else "")
    if is_assisted and not edited.block:
        return redirect(f"{address}#assistant-title")
    if do == "save":
        messages.success(request, _("Saved."))
    return redirect(f"{address}#block-{edited.block}" if edited.block else address)


def _kept(
    request: HttpRequest, *, story: content.Story, edited: Edited, do: str, by: agencies.Member
) -> content.Revision:
    if do in {"keep-mine", "take-theirs"}:
        return _both_kept(story, edited=edited, do=do, by=by)
    number = words_in(request.POST, name="seen_number", most=9)
    seen = content.Seen(
        number=int(number) if number.isascii() and number.isdigit() else 0,
        digest=request.POST.get("seen_digest", ""),
        page=words_in(request.POST, name="page", most=40),
    )
    revision = content.write_story(story, text=edited.before or edited.text, by=by, base=seen)
    if edited.before is not None:
        revision = content.keep_revision(story, text=edited.text, by=by)
    if edited.settled:
        content.settle_proposals(story, blocks=edited.settled, by=by)
    if edited.proposed:
        content.propose_blocks(story, blocks=edited.proposed, by=by)
    if edited.word:
        creative.add_word(edited.word, by=by)
    if edited.dismissed:
        creative.dismiss_finding(story, key=edited.dismissed, by=by)
    return revision


def _both_kept(story: content.Story, *, edited: Edited, do: str, by: agencies.Member) -> content.Revision:
    """End a conflict: both texts stay as revisions, the chosen one is the newest."""
    theirs = story.current_revision
    mine = content.keep_revision(story, text=edited.text, by=by)
    if do == "keep-mine" or theirs is None:
        return mine
    return content.restore_revision(theirs, by=by)


def is_from_script(request: HttpRequest) -> bool:
    """Tell whether the editor's script asks, which wants JSON."""
    return request.headers.get("X-Suluh") == "script"


def _answer(revision: content.Revision, *, edited: Edited, leads_to: str) -> JsonResponse:
    return JsonResponse(
        {
            "seen": {"seen_number": revision.number, "seen_digest": revision.digest()},
            "saved_at": timezone.localtime(revision.changed_at).strftime("%H.%M.%S"),
            "changed": changed_values(edited),
            "next": leads_to,
        }
    )


def changed_values(edited: Edited) -> list[dict[str, str]]:
    """Return what the open page has to put into its fields after a mend."""
    return [
        {"block": block, "field": field, "value": value_of(edited.text, block=block, field=field)}
        for block, field in edited.changed
    ]


def _conflict(request: HttpRequest, *, story: content.Story, mine: StoryText, refusal: Refusal) -> HttpResponse:
    story.refresh_from_db()
    context = {
        "story": story,
        "refusal": refusal,
        "changes": differences(story.text(), after=mine),
        "theirs": story.current_revision,
        "posted": [
            (k, v) for k, values in request.POST.lists() if k not in ("do", "csrfmiddlewaretoken") for v in values
        ],
    }
    if is_from_script(request):
        panel = render_to_string("desk/parts/conflict.html", context, request)
        return JsonResponse({"sentence": str(refusal), "code": refusal.code, "panel": panel}, status=409)
    return render(request, "desk/conflict.html", context, status=409)
