"""Deciding whether a layout that an office submitted is shared with every office."""

from __future__ import annotations

from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from suluh.agencies import api as agencies
from suluh.agencies.api import needs
from suluh.creative import api as creative
from suluh.foundation.errors import Refusal
from suluh.web.desk.asked import words_in
from suluh.web.layouts.trying import STORIES, brands_for, looked_at


@needs("creative.share_layout")
def decide_layout(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what was submitted, drawn in one's own colours; share it or return it."""
    member = agencies.current_member(request)
    if not creative.may_decide(member):
        raise Http404
    layout = get_object_or_404(creative.OfficeLayout.objects.waiting(), pk=pk)
    refusal: Refusal | None = None
    do = request.POST.get("do", "")
    if do in ("share", "return"):
        remark = words_in(request.POST, name="remark")
        try:
            creative.decide_layout(layout, is_shared=do == "share", remark=remark, by=member)
        except Refusal as error:
            refusal = error
        else:
            said = _("Shared with every office.") if do == "share" else _("Returned with your remark.")
            messages.success(request, said)
            return redirect("layouts")
    assert layout.submitted is not None
    files = layout.submitted.files()
    shown = looked_at(request, files=files, slug=layout.slug, member=member)
    context = {
        "layout": layout,
        "files": files,
        "looked": replace(shown, faults=()),
        "found": shown.faults,
        "stories": STORIES,
        "brands": brands_for(member),
        "refusal": refusal,
        "remark": words_in(request.POST, name="remark"),
    }
    return render(request, "desk/layouts/decide.html", context, status=refusal.status if refusal else 200)
