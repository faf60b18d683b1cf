"""The office's pictures: looking, adding, describing, and the files themselves."""

from __future__ import annotations

from django.contrib import messages
from django.core.files.storage import default_storage
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from suluh.agencies import api as agencies
from suluh.agencies.api import needs, needs_office
from suluh.content import api as content
from suluh.foundation.errors import Refusal
from suluh.web.desk.asked import words_in

PAGE_SIZE = 24


class NoFile(Refusal):
    """Adding a picture without a file."""

    code = "web.E140"


@needs_office
def media(request: HttpRequest) -> HttpResponse:
    """Show the office's pictures and take a new one."""
    member = agencies.current_member(request)
    refusal: Refusal | None = None
    if request.method == "POST":
        agencies.check_right(member, right="content.write")
        try:
            added = _added(request, by=member)
        except Refusal as error:
            refusal = error
        else:
            messages.success(request, _("The picture is in your media. Choose its focal point, if it matters."))
            return redirect("media_describe", pk=added.pk)
    words = words_in(request.GET, name="q", most=100).strip()
    pictures = content.Media.objects.of(member.office).described_with(words)
    context = {
        "page": Paginator(pictures, PAGE_SIZE).get_page(request.GET.get("page")),
        "words": words,
        "rights": content.Rights.choices,
        "refusal": refusal,
        "typed": request.POST,
        "same": refusal.media if isinstance(refusal, content.AlreadyThere) else None,
        "may_write": member.may("content.write"),
    }
    return render(request, "desk/media.html", context, status=refusal.status if refusal else 200)


def _added(request: HttpRequest, *, by: agencies.Member) -> content.Media:
    file = request.FILES.get("file")
    if file is None:
        raise NoFile(_("Choose a picture first."))
    if (file.size or 0) > content.LARGEST_PICTURE:
        raise content.PictureTooLarge(_("The picture is larger than 15 MB. Make it smaller and try again."))
    return content.add_media(file.read(), description=_description(request), by=by)


@needs("content.write")
def describe(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is said about a picture, and its focal point."""
    member = agencies.current_member(request)
    found = get_object_or_404(content.Media.objects.of(member.office), pk=pk)
    refusal: Refusal | None = None
    if request.method == "POST":
        try:
            content.describe_media(found, description=_description(request), by=member)
        except Refusal as error:
            refusal = error
        else:
            messages.success(request, _("Saved."))
            return redirect("media")
    context = {"media": found, "rights": content.Rights.choices, "refusal": refusal}
    return render(request, "desk/media_describe.html", context, status=refusal.status if refusal else 200)


def _description(request: HttpRequest) -> content.Description:
    return content.Description(
        alt=words_in(request.POST, name="alt", most=1000),
        credit=words_in(request.POST, name="credit"),
        rights=request.POST.get("rights", content.Rights.FREE),
        focal_x=_share(request.POST.get("focal_x", "")),
        focal_y=_share(request.POST.get("focal_y", "")),
    )


def _share(value: str) -> float:
    try:
        return float(value.replace(",", ".")) if value else 0.5
    except ValueError:
        return -1.0  # refused by the action with a sentence


@needs_office
def file(request: HttpRequest, pk: int, size: str) -> HttpResponseBase:
    """Send a picture of the office, whole or small."""
    office = agencies.current_member(request).office
    found = get_object_or_404(content.Media.objects.of(office), pk=pk)
    names = {"penuh": (found.file.name or "", found.media_type), "kecil": (found.small_name, "image/webp")}
    if size not in names:
        raise Http404
    name, media_type = names[size]
    response = FileResponse(default_storage.open(name), content_type=media_type)
    response["Cache-Control"] = "private, max-age=86400, immutable"
    # A file is nobody's page: nothing in it may run or fetch.
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
