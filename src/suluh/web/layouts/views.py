"""The office's layouts, and one of them being written."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from suluh.agencies import api as agencies
from suluh.agencies.api import needs, needs_office
from suluh.creative import api as creative
from suluh.foundation.errors import Refusal
from suluh.web.desk.asked import words_in
from suluh.web.layouts.reading import base_called, bases, number_in, read_me
from suluh.web.layouts.trying import STORIES, Looked, brands_for, files_in, looked_at

_LARGEST_ZIP = 1_000_000


class NoZip(Refusal):
    """Taking in a layout without a file."""

    code = "web.E210"


@needs_office
def own_layouts(request: HttpRequest) -> HttpResponse:
    """Show the office's layouts and those it may use; copy one, or take one in from a ZIP file."""
    member = agencies.current_member(request)
    refusal: Refusal | None = None
    if request.method == "POST":
        try:
            made = _made(request, by=member)
        except Refusal as error:
            refusal = error
        else:
            messages.success(request, _("The layout is yours now, as a draft. Nobody draws with it yet."))
            return redirect("layout_edit", pk=made.pk)
    context = {
        "own": creative.OfficeLayout.objects.of(member.office),
        "bases": bases(member),
        "waiting": creative.OfficeLayout.objects.waiting() if creative.may_decide(member) else (),
        "may_design": member.may("creative.design"),
        "refusal": refusal,
    }
    return render(request, "desk/layouts/list.html", context, status=refusal.status if refusal else 200)


def _made(request: HttpRequest, *, by: agencies.Member) -> creative.OfficeLayout:
    agencies.check_right(by, right="creative.design")
    if request.POST.get("do") == "import":
        file = request.FILES.get("file")
        if file is None or (file.size or 0) > _LARGEST_ZIP:
            raise NoZip(_("Choose the ZIP file of a layout, up to 1 MB."))
        return creative.import_layout(file.read(), by=by)
    base = base_called(words_in(request.POST, name="base", most=60), member=by)
    return creative.copy_layout(base.files, based_on=base.name, slug="", by=by)


def _own(request: HttpRequest, *, pk: int) -> creative.OfficeLayout:
    office = agencies.current_member(request).office
    return get_object_or_404(creative.OfficeLayout.objects.of(office), pk=pk)


@needs("creative.design")
def edit_layout(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a layout to write in, with its picture; keep it, or carry out the step a button says."""
    layout, member = _own(request, pk=pk), agencies.current_member(request)
    assert layout.current is not None
    files, refusal = layout.current.files(), None
    if request.method == "POST":
        files = files_in(request.POST)
        try:
            said = _carried_out(request, layout=layout, files=files, by=member)
        except Refusal as error:
            refusal, layout = error, _own(request, pk=pk)
        else:
            if said:
                messages.success(request, said)
                return redirect("layout_edit", pk=pk)
    shown = looked_at(request, files=files, slug=layout.slug, member=member)
    context = _context(layout, files=files, looked=shown, member=member) | {"refusal": refusal}
    if isinstance(refusal, creative.LayoutFaulty):
        context["found"] = refusal.faults
    if refusal is not None:
        context["base"] = number_in(request.POST.get("base"))
    return render(request, "desk/layouts/edit.html", context, status=refusal.status if refusal else 200)


def _carried_out(
    request: HttpRequest, *, layout: creative.OfficeLayout, files: creative.LayoutFiles, by: agencies.Member
) -> str:
    """Do what the button says and return what to tell; "" where the page is only shown again."""
    do = request.POST.get("do", "")
    if do == "look":
        return ""
    if do == "retire":
        creative.retire_layout(layout, by=by)
        return _("Put away. No pack is drawn with it any more.")
    if do == "take-up":
        creative.take_up_layout(layout, by=by)
        return _("The layout is a draft again.")
    if do == "submit":
        creative.submit_layout(layout, by=by)
        return _("Submitted. A national or provincial office decides.")
    creative.save_layout(layout, files=files, base=number_in(request.POST.get("base")), by=by)
    if do == "use":
        creative.put_in_use(layout, by=by)
        return _("In use: your next packs are drawn with it too.")
    return _("Saved.")


def _context(
    layout: creative.OfficeLayout, *, files: creative.LayoutFiles, looked: Looked, member: agencies.Member
) -> dict[str, Any]:
    current, offered = layout.current, layout.offered
    return {
        "layout": layout,
        "files": files,
        "looked": looked,
        "found": looked.faults,
        "base": current.number if current else 0,
        "stories": STORIES,
        "brands": brands_for(member),
        "is_newer": bool(offered and current and offered.pk != current.pk),
        "may_use": member.may("creative.use_layout"),
        "revisions": layout.revisions.select_related("saved_by").order_by("-number")[:10],
    }


@needs("creative.design")
@require_POST
def try_layout(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how the text that is sent looks, and what is to be mended: the part of the page beside it."""
    layout, member = _own(request, pk=pk), agencies.current_member(request)
    shown = looked_at(request, files=files_in(request.POST), slug=layout.slug, member=member)
    context = {"looked": shown, "found": shown.faults, "stories": STORIES, "brands": brands_for(member)}
    return render(request, "components/trying/trying.html", context)


@needs("creative.design")
@require_safe
def export_layout(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the layout as a ZIP file."""
    layout = _own(request, pk=pk)
    assert layout.current is not None
    data = creative.packed_layout(layout.current.files(), slug=layout.slug, read_me=read_me(layout))
    name = f"{layout.slug}-{layout.current.number}.zip"
    return HttpResponse(
        data, content_type="application/zip", headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
