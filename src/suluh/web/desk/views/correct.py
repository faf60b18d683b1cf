"""Correcting a published story: writing the corrected words, and a second person's decision."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from suluh.agencies import api as agencies
from suluh.agencies.api import needs, needs_office
from suluh.content import api as content
from suluh.content.blocks import StoryText
from suluh.creative import api as creative
from suluh.foundation.errors import Refusal
from suluh.web.desk.asked import words_in
from suluh.web.desk.differences import differences
from suluh.web.desk.edits import edit
from suluh.web.desk.known_claims import known_claims
from suluh.web.desk.reading import reading_blocks
from suluh.web.desk.stories import correction_of, own_story
from suluh.web.desk.story_form import read_story
from suluh.web.desk.views.editor import changed_values, editor_context, is_from_script


@needs("content.write")
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a copy of the published words in the editor; nothing is saved until it is proposed."""
    story = own_story(request, pk=pk)
    if story.state != "published":
        return redirect("story_review", pk=pk)
    if request.method != "POST":
        return _editor(request, story=story, text=story.text())
    return _posted(request, story=story)


def _posted(request: HttpRequest, *, story: content.Story) -> HttpResponse:
    posted = read_story(request.POST, language=story.language)
    do = request.POST.get("do", "")
    try:
        edited = edit(posted, do=do, proposals=[], vocabulary=creative.office_words(story.office_id))
        if do == "propose":
            content.propose_correction(story, text=edited.text, by=agencies.current_member(request))
    except Refusal as refusal:
        if is_from_script(request):
            return JsonResponse({"sentence": str(refusal), "code": refusal.code}, status=refusal.status)
        return _editor(request, story=story, text=posted, refusal=refusal)
    leads_to = reverse("story_correct_decide", args=[story.pk]) if do == "propose" else ""
    if leads_to:
        messages.success(request, _("The correction is proposed. A second person puts it out."))
    if is_from_script(request):
        return JsonResponse({"changed": changed_values(edited), "next": leads_to})
    return redirect(leads_to) if leads_to else _editor(request, story=story, text=edited.text)


def _editor(
    request: HttpRequest, *, story: content.Story, text: StoryText, refusal: Refusal | None = None
) -> HttpResponse:
    context = editor_context(story, text=text)
    context |= {
        "assistant": None,
        "is_correction": True,
        "refusal": refusal,
        "post_url": reverse("story_correct", args=[story.pk]),
    }
    return render(request, "desk/editor.html", context, status=refusal.status if refusal else 200)


@needs_office
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Compare the proposed correction with what the public reads, and put it out."""
    story = own_story(request, pk=pk)
    correction, published = correction_of(story), story.published_revision
    if correction is None or published is None:
        return redirect("story_review", pk=pk)
    member = agencies.current_member(request)
    refusal: Refusal | None = None
    if request.method == "POST":
        try:
            said = _decided(request, story=story, by=member)
        except Refusal as error:
            refusal = error
        else:
            messages.success(request, said)
            return redirect("story_review", pk=pk)
    context = {
        "story": story,
        "correction": correction,
        "changes": differences(published.text(), after=correction.text()),
        "text": correction.text(),
        "known": known_claims(story, text=correction.text(), decider=member),
        "reading": reading_blocks(correction.text(), story=story),
        "kinds": [content.Exit.Kind.CORRECTION_MINOR, content.Exit.Kind.CORRECTION_MAJOR],
        "wrote": member.user_id in content.writers_of(story),
        "may_approve": member.may("content.approve"),
        "refusal": refusal,
        "typed": request.POST,
    }
    return render(request, "desk/correction.html", context, status=refusal.status if refusal else 200)


def _decided(request: HttpRequest, *, story: content.Story, by: agencies.Member) -> str:
    if request.POST.get("do") == "drop":
        content.drop_correction(story, by=by, reason=_words(request)["reason"])
        return _("The correction is dropped; its words are kept among the revisions.")
    content.correct_story(story, kind=_kind(request), by=by, **_words(request))
    return _("The correction is out. A new pack is being drawn.")


def _kind(request: HttpRequest) -> content.Exit.Kind:
    is_minor = request.POST.get("kind") == content.Exit.Kind.CORRECTION_MINOR
    return content.Exit.Kind.CORRECTION_MINOR if is_minor else content.Exit.Kind.CORRECTION_MAJOR


def _words(request: HttpRequest) -> dict[str, str]:
    return {name: words_in(request.POST, name=name) for name in ("reason", "public_note")}
