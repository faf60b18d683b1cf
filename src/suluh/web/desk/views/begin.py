"""A new story: from a pasted text, a file, an address, or from nothing."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from suluh.agencies import api as agencies
from suluh.agencies.api import needs
from suluh.content import api as content
from suluh.foundation.errors import Refusal

LARGEST_UPLOAD = 10 * 1024 * 1024


class UploadTooLarge(Refusal):
    """A file larger than a press release can be."""

    code = "web.E101"


@dataclass(frozen=True)
class Brought:
    """A text somebody brought, and where from."""

    text: str
    source: str = ""


@needs("content.write")
def begin(request: HttpRequest) -> HttpResponse:
    """Make a draft and open it in the editor; a refusal shows what was typed again."""
    if request.method != "POST":
        return render(request, "desk/begin.html", {"typed": {}})
    member = agencies.current_member(request)
    try:
        story = _begun(request, by=member)
    except Refusal as refusal:
        typed = {"text": request.POST.get("text", ""), "url": request.POST.get("url", "")}
        return render(request, "desk/begin.html", {"typed": typed, "refusal": refusal}, status=refusal.status)
    return redirect("story_edit", pk=story.pk)


def _begun(request: HttpRequest, *, by: agencies.Member) -> content.Story:
    way = request.POST.get("way", "text")
    if way == "blank":
        return content.begin_story(content.StoryText(headline=_("New story")), by=by)
    brought = {"file": _uploaded, "url": _fetched}.get(way, _pasted)(request)
    return content.import_story(brought.text, by=by, source=brought.source)


def _pasted(request: HttpRequest) -> Brought:
    return Brought(request.POST.get("text", "").replace("\x00", ""))


def _uploaded(request: HttpRequest) -> Brought:
    file = request.FILES.get("file")
    if file is None:
        raise content.NothingRead(_("Choose a file first: .txt, .docx or .pdf."))
    if (file.size or 0) > LARGEST_UPLOAD:
        raise UploadTooLarge(_("The file is larger than 10 MB. Paste its text instead."))
    name = file.name or ""
    return Brought(content.read_file(file.read(), name=name, media_type=file.content_type or ""), name)


def _fetched(request: HttpRequest) -> Brought:
    url = request.POST.get("url", "").strip()
    if not url:
        raise content.NothingRead(_("Write the address of the page first."))
    return Brought(content.read_address(url, allow_hosts=settings.FETCH_HOSTS), url)
