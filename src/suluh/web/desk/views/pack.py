"""A story's pack: every format as people will see it, one by one or all in one file."""

from __future__ import annotations

import tempfile
import zipfile
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from suluh.agencies import api as agencies
from suluh.agencies.api import needs_office
from suluh.content import api as content
from suluh.creative import api as creative
from suluh.web.desk.small_pictures import small_picture
from suluh.web.desk.stories import own_story

_IN_MEMORY = 8 * 1024 * 1024


@dataclass(frozen=True, kw_only=True)
class Text:
    """A text to copy, and what it is for."""

    title: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Format:
    """The files of one layout, with its title in the reader's language. ``texts`` are those of a text format."""

    name: str
    title: str
    files: tuple[creative.Rendition, ...]
    texts: tuple[Text, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Trouble:
    """What could not be drawn, in the reader's words."""

    title: str
    sentence: str
    block: str


@needs_office
def pack(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the newest pack of a story; ask for a new drawing where the member may."""
    story = own_story(request, pk=pk)
    member = agencies.current_member(request)
    if request.method == "POST":
        agencies.check_right(member, right="creative.draw")
        revision = _revision(story)
        if revision is not None and revision.is_frozen:
            creative.ask_pack(revision, by=member.user_id)
        return redirect("story_pack", pk=pk)
    return render(request, "desk/pack.html", _context(story, member=member))


@needs_office
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how far the drawing is; the page asks every second until it is done."""
    story = own_story(request, pk=pk)
    return render(request, "desk/parts/pack_body.html", _context(story, member=agencies.current_member(request)))


def _revision(story: content.Story) -> content.Revision | None:
    current = story.current_revision
    return current if current is not None and current.is_frozen else story.published_revision


def _context(story: content.Story, *, member: agencies.Member) -> dict[str, Any]:
    revision = _revision(story)
    found = creative.Pack.objects.filter(revision=revision).select_related("code").first() if revision else None
    code = found.code.text if found and found.code else ""
    return {
        "story": story,
        "pack": found,
        "formats": _formats(found) if found and found.state == "ready" else [],
        "troubles": _troubles(found) if found else [],
        "is_under_way": found is not None and creative.is_under_way(found),
        "code": code,
        "code_url": f"{settings.SITE_URL}/c/{code}" if code else "",
        "may_draw": member.may("creative.draw"),
        "is_writable": story.is_writable,
        "has_frozen_words": revision is not None and revision.is_frozen,
    }


def _formats(pack: creative.Pack) -> list[Format]:
    files = pack.renditions.order_by("position", "pk")
    return [
        Format(name=name, title=_title(name), files=tuple(of), texts=_texts(of))
        for name, of in ((name, list(group)) for name, group in groupby(files, key=lambda file: file.layout))
    ]


def _title(name: str) -> str:
    """Return a layout's or a text format's name on the screen; a new format shows its own until it has a word."""
    layout = creative.layouts().get(name)
    if layout is not None:
        return layout.titles.get((get_language() or "id")[:2], name)
    if name in creative.text_formats():
        return str(creative.text_format(name).title)
    return str(_("Signed list of files")) if name == "seal" else name


def _texts(files: list[creative.Rendition]) -> tuple[Text, ...]:
    return tuple(
        Text(title=str(creative.text_format(file.layout).files.get(file.name, "")), words=_words(file))
        for file in files
        if file.layout in creative.text_formats()
    )


def _words(file: creative.Rendition) -> str:
    with file.file.open() as opened:
        words: bytes = opened.read()
    return words.decode()


def _troubles(pack: creative.Pack) -> list[Trouble]:
    return [
        Trouble(
            title=_title(problem.get("layout", "")) or _("The pack"),
            sentence=problem.get("sentence", ""),
            block=problem.get("block", ""),
        )
        for problem in pack.problems
    ]


@needs_office
def file(request: HttpRequest, pk: int, file_pk: int) -> HttpResponseBase:
    """Send one file of the office's pack: to look at, small (``?kecil``), or to keep (``?unduh``)."""
    story = own_story(request, pk=pk)
    found = get_object_or_404(creative.Rendition, pk=file_pk, pack__story=story, office_id=story.office_id)
    if "kecil" in request.GET and found.width:
        return _kept_for_an_hour(FileResponse(small_picture(found), content_type="image/webp"))
    response = FileResponse(
        found.file.open(),
        as_attachment="unduh" in request.GET,
        filename=f"{story.slug}-{found.name}",
        content_type=found.media_type,
    )
    return _kept_for_an_hour(response)


def _kept_for_an_hour(response: FileResponse) -> FileResponse:
    response["Cache-Control"] = "private, max-age=3600"
    return response


@needs_office
def archive(request: HttpRequest, pk: int, pack_pk: int) -> HttpResponseBase:
    """Send every file of a pack in one ZIP file, with the alt texts and the code in a text file."""
    story = own_story(request, pk=pk)
    found = get_object_or_404(creative.Pack, pk=pack_pk, story=story, office_id=story.office_id, state="ready")
    out = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - the response closes it
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as zipped:
        for rendition in found.renditions.order_by("position", "pk"):
            with rendition.file.open() as opened:
                zipped.writestr(rendition.name, opened.read())
        zipped.writestr(_("read-me.txt"), _read_me(found, story=story), zipfile.ZIP_DEFLATED)
    out.seek(0)
    return FileResponse(out, as_attachment=True, filename=f"{story.slug}.zip", content_type="application/zip")


def _read_me(pack: creative.Pack, *, story: content.Story) -> str:
    code = pack.code.text if pack.code else ""
    lines = [story.headline, "", f"{_('Code')}: {code}", f"{settings.SITE_URL}/c/{code}", "", _("Alt texts"), ""]
    for rendition in pack.renditions.exclude(alt="").order_by("position", "pk"):
        lines += [rendition.name, rendition.alt, ""]
    return "\n".join(lines)
