"""A story's pack: every format as people will see it, which of them are wanted, and the files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.crypto import get_random_string

from suluh.agencies import api as agencies
from suluh.agencies.api import needs_office
from suluh.content import api as content
from suluh.creative import api as creative
from suluh.foundation.errors import Refusal
from suluh.web.desk.asked import words_in
from suluh.web.desk.pack_drafts import blank_card
from suluh.web.desk.pack_formats import PLACES, Card, Kind, grouped, kind_of
from suluh.web.desk.pack_sealed import sealed_cards
from suluh.web.desk.pack_work import works_on
from suluh.web.desk.pack_zip import wanted_files, zipped
from suluh.web.desk.ranges import in_part
from suluh.web.desk.small_pictures import small_picture
from suluh.web.desk.stories import own_story

_LONGEST_NAME = 60


@needs_office
def pack(request: HttpRequest, pk: int) -> HttpResponse:
    """Show every format of a story, sealed or as a preview; do what a button of the page says."""
    story = own_story(request, pk=pk)
    member = agencies.current_member(request)
    if request.method == "POST":
        agencies.check_right(member, right="creative.draw")
        return _posted(request, story=story, by=member)
    return render(request, "desk/pack.html", _context(story, member=member))


@needs_office
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how far the work on a pack is; the page asks every second, and is loaded anew when all is done."""
    story = own_story(request, pk=pk)
    works = works_on(_pack_of(story))
    response = render(request, "desk/parts/pack_work.html", {"story": story, "works": works} | _may(request))
    if not works:
        response["HX-Refresh"] = "true"
    return response


def _may(request: HttpRequest) -> dict[str, bool]:
    return {"may_draw": agencies.current_member(request).may("creative.draw")}


def _posted(request: HttpRequest, *, story: content.Story, by: agencies.Member) -> HttpResponse:
    verb, _colon, rest = words_in(request.POST, name="do", most=100).partition(":")
    address = reverse("story_pack", args=[story.pk])
    try:
        if verb in {"choose", "add", "remove", "switch"}:
            creative.choose_formats(story, formats=_wish(request, story=story, verb=verb, name=rest), by=by)
            address += f"#format-{rest}" if verb == "add" else ""
        elif verb == "video":
            _film(story, by=by, is_spoken=rest == "voice")
        elif verb == "cancel":
            _cancel(story, which=rest, by=by)
        else:
            _draw(story, by=by)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect(address)


def _draw(story: content.Story, *, by: agencies.Member) -> None:
    revision = creative.frozen_words(story)
    if revision is not None:
        creative.ask_pack(revision, by=by.user_id)


def _film(story: content.Story, *, by: agencies.Member, is_spoken: bool) -> None:
    found = _pack_of(story)
    if found is not None:
        creative.ask_video(found, by=by, is_spoken=is_spoken)


def _wish(request: HttpRequest, *, story: content.Story, verb: str, name: str) -> list[str]:
    """Return the formats that are wanted after a button."""
    if verb == "choose":
        return [chosen[:_LONGEST_NAME] for chosen in request.POST.getlist("format")]
    wanted = list(_wanted(story))
    if verb != "add":
        wanted = [other for other in wanted if other != name]
    other = name if verb == "add" else words_in(request.POST, name="to", most=_LONGEST_NAME)
    return [*wanted, other] if verb != "remove" and other not in wanted else wanted


def _cancel(story: content.Story, *, which: str, by: agencies.Member) -> None:
    found = _pack_of(story)
    if found is None:
        return
    if which == "pack":
        creative.cancel_pack(found, by=by)
        return
    job = found.jobs.filter(pk=int(which) if which.isascii() and which.isdigit() and len(which) < 18 else 0).first()
    if job is not None:
        creative.cancel_job(job, by=by)


def _pack_of(story: content.Story) -> creative.Pack | None:
    revision = creative.frozen_words(story)
    if revision is None:
        return None
    return creative.Pack.objects.filter(revision=revision).select_related("code", "revision").first()


def _wanted(story: content.Story) -> tuple[str, ...]:
    found = _pack_of(story)
    if found is not None and found.state == "ready":
        return creative.shown_formats(found)
    revision = creative.frozen_words(story) or story.current_revision
    return creative.wanted_formats(revision) if revision else ()


def _context(story: content.Story, *, member: agencies.Member) -> dict[str, Any]:
    found = _pack_of(story)
    is_draft = creative.frozen_words(story) is None
    wanted = _wanted(story)
    works = works_on(found)
    code = found.code.text if found and found.code and found.state == "ready" else ""
    return {
        "story": story,
        "of_office": story.office,
        "site": urlsplit(settings.SITE_URL).netloc,
        "pack": found,
        "troubles": _troubles(found),
        "is_draft": is_draft,
        "is_sealed": bool(code),
        "groups": grouped(_cards(story, pack=found, wanted=wanted, is_draft=is_draft)),
        "seal": found.renditions.filter(layout="seal").first() if code and found else None,
        "works": works,
        "code": code,
        "code_url": f"{settings.SITE_URL}/c/{code}" if code else "",
        "choices": _choices(story, wanted=wanted),
        "page_id": get_random_string(16),
        "may_draw": member.may("creative.draw"),
        "may_film": found is not None and bool(code) and member.may("creative.draw") and creative.may_have_video(found),
        "may_write": story.is_writable and member.may("content.write"),
        "may_correct": story.state == "published" and member.may("content.write"),
        "may_share": bool(code)
        and member.may("creative.draw")
        and story.state in ("approved", "scheduled", "published"),
    }


def _troubles(pack: creative.Pack | None) -> list[str]:
    """Return what hindered the drawing of the pack as a whole."""
    problems = pack.problems if pack is not None and pack.state == "failed" else []
    return [problem.get("sentence", "") for problem in problems if not problem.get("layout")]


def _cards(story: content.Story, *, pack: creative.Pack | None, wanted: Sequence[str], is_draft: bool) -> list[Card]:
    if is_draft:
        return [blank_card(name) for name in wanted]
    if pack is None or pack.state not in {"ready", "failed"}:
        return []
    return sealed_cards(pack, story=story, wanted=wanted)


def _choices(story: content.Story, *, wanted: Sequence[str]) -> list[dict[str, Any]]:
    """Return every format by place, with whether it is wanted and whether it suits the story."""
    suiting = set(creative.suiting_formats(story.text(), office=story.office_id))
    every = creative.every_format(own=creative.office_layouts(story.office_id))
    kinds = sorted((kind_of(name) for name in every), key=lambda kind: kind.title)
    return [
        {"place": place, "title": title, "formats": [_choice(k, wanted, suiting) for k in kinds if k.place == place]}
        for place, title in PLACES.items()
        if any(kind.place == place for kind in kinds)
    ]


def _choice(kind: Kind, wanted: Sequence[str], suiting: set[str]) -> dict[str, Any]:
    return {"kind": kind, "is_wanted": kind.name in wanted, "suits": kind.name in suiting}


@needs_office
def file(request: HttpRequest, pk: int, file_pk: int) -> HttpResponseBase:
    """Send one file of the office's pack: to look at, small (``?kecil``), or to keep (``?unduh``)."""
    story = own_story(request, pk=pk)
    found = get_object_or_404(creative.Rendition, pk=file_pk, pack__story=story, office_id=story.office_id)
    if "kecil" in request.GET and found.width and not found.media_type.startswith("video/"):
        return _kept_for_an_hour(FileResponse(small_picture(found), content_type="image/webp"))
    opened = found.file.open()
    response = FileResponse(
        opened,
        as_attachment="unduh" in request.GET,
        filename=f"{story.slug}-{found.name}",
        content_type=found.media_type,
    )
    return in_part(request, whole=_kept_for_an_hour(response), opened=opened, size=found.size)


def _kept_for_an_hour(response: FileResponse) -> FileResponse:
    response["Cache-Control"] = "private, max-age=3600"
    return response


@needs_office
def archive(request: HttpRequest, pk: int, pack_pk: int) -> HttpResponseBase:
    """Send the wanted formats of a pack, or one of them (``?format``), in one ZIP file."""
    story = own_story(request, pk=pk)
    found = get_object_or_404(creative.Pack, pk=pack_pk, story=story, office_id=story.office_id, state="ready")
    only = words_in(request.GET, name="format", most=_LONGEST_NAME)
    files = wanted_files(found, wanted=creative.shown_formats(found))
    if only:
        files = [one for one in files if one.layout == only]
    if not files:
        raise Http404
    name = f"{story.slug}-{files[0].layout}.zip" if only else f"{story.slug}.zip"
    out = zipped(found, story=story, files=files)
    return FileResponse(out, as_attachment=True, filename=name, content_type="application/zip")
