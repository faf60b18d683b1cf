"""A pack for who has its link: no account, no cookie, nothing kept of who opened it but a count."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from suluh.agencies.api import opens_to_all
from suluh.creative import api as creative
from suluh.foundation.allowances import Allowance, TooOften, sender_of
from suluh.foundation.errors import Refusal
from suluh.foundation.tenancy import acting
from suluh.web.desk.pack_formats import Kind, kind_of
from suluh.web.desk.pack_sealed import words_of
from suluh.web.desk.pack_zip import wanted_files, zipped
from suluh.web.desk.small_pictures import small_picture

# An office behind one address opens a page of thirty pictures several times; a guesser of secrets gets nowhere.
OPENING = Allowance(name="shared pack", most=600, each_hour=4000)
_WRONG, _ARCHIVE = 20, 10
Shown = Callable[..., HttpResponseBase]


@dataclass(frozen=True, kw_only=True)
class SharedText:
    """A text to copy."""

    title: str
    words: str


@dataclass(frozen=True, kw_only=True)
class SharedFormat:
    """A format with its files and texts."""

    kind: Kind
    files: list[creative.Rendition]
    texts: list[SharedText]


def shared(view: Shown) -> Shown:
    """Open ``view`` to who has the secret in its address, for the link's office; say why where it is over."""

    @functools.wraps(view)
    def shown(request: HttpRequest, secret: str, **options: Any) -> HttpResponseBase:
        try:
            with acting():
                OPENING.take(sender_of(request))
                link = _link(request, secret=secret)
            with acting(office=link.office_id):
                response = view(request, link, secret=secret, **options)
        except Refusal as refusal:
            response = render(request, "web/shared_over.html", {"refusal": refusal}, status=refusal.status)
            if isinstance(refusal, TooOften):
                response["Retry-After"] = str(refusal.seconds)
        return _unlisted(response)

    return opens_to_all(require_safe(shown))


def _link(request: HttpRequest, *, secret: str) -> creative.ShareLink:
    try:
        return creative.link_of(secret)
    except creative.LinkUnknown:
        OPENING.take(sender_of(request), cost=_WRONG)
        raise


def _unlisted(response: HttpResponseBase) -> HttpResponseBase:
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response["Referrer-Policy"] = "no-referrer"
    response["Cache-Control"] = "private, no-store"
    return response


@shared
def show_shared_pack(request: HttpRequest, link: creative.ShareLink, *, secret: str) -> HttpResponse:
    """Show the files to save and the texts to copy."""
    pack = creative.shared_pack(link)
    if request.method == "GET":
        creative.count_opening(link)
    context = {
        "link": link,
        "secret": secret,
        "story": link.story,
        "of_office": link.office,
        "code": pack.code.text if pack.code else "",
        "formats": _formats(pack),
    }
    return render(request, "web/shared_pack.html", context)


def _formats(pack: creative.Pack) -> list[SharedFormat]:
    files = [file for file in _files(pack) if file.layout != "seal"]
    held = ((name, list(group)) for name, group in groupby(sorted(files, key=_layout), key=_layout))
    formats = [SharedFormat(kind=kind_of(name), files=of, texts=_texts(of)) for name, of in held]
    return sorted(formats, key=lambda one: one.kind.rank)


def _layout(file: creative.Rendition) -> str:
    return file.layout


def _files(pack: creative.Pack) -> list[creative.Rendition]:
    return wanted_files(pack, wanted=creative.shown_formats(pack))


def _texts(files: list[creative.Rendition]) -> list[SharedText]:
    texts = [file for file in files if file.layout in creative.text_formats()]
    return [
        SharedText(title=str(creative.text_format(file.layout).files.get(file.name, "")), words=words_of(file))
        for file in texts
    ]


@shared
def send_shared_file(request: HttpRequest, link: creative.ShareLink, *, secret: str, file_pk: int) -> HttpResponseBase:
    """Send one file of the pack, or (``?kecil``) a small picture of it."""
    pack = creative.shared_pack(link)
    found = get_object_or_404(creative.Rendition, pk__in=[file.pk for file in _files(pack)], pk=file_pk)
    if "kecil" in request.GET and found.width and not found.media_type.startswith("video/"):
        return FileResponse(small_picture(found), content_type="image/webp")
    name = f"{link.story.slug}-{found.name}"
    return FileResponse(found.file.open(), as_attachment=True, filename=name, content_type=found.media_type)


@shared
def send_shared_archive(request: HttpRequest, link: creative.ShareLink, *, secret: str) -> HttpResponseBase:
    """Send the whole pack in one ZIP file."""
    OPENING.take(sender_of(request), cost=_ARCHIVE)
    pack = creative.shared_pack(link)
    out = zipped(pack, story=link.story, files=_files(pack))
    return FileResponse(out, as_attachment=True, filename=f"{link.story.slug}.zip", content_type="application/zip")
