"""Where fact-checks come from, what their licences allow, how their last reading went; and how this desk works."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from suluh.agencies import api as agencies
from suluh.agencies.api import needs_office
from suluh.foundation.errors import Refusal
from suluh.verification import api as verification
from suluh.web.checks.reading import number_in

_MOST = 100_000


@needs_office
def fact_sources(request: HttpRequest) -> HttpResponse:
    """Show the sources and the desk's settings; who runs the desk may change them."""
    member = agencies.current_member(request)
    refusal: Refusal | None = None
    if request.method == "POST":
        agencies.check_right(member, right="verification.run_desk")
        try:
            said = _carried_out(request, by=member)
        except Refusal as error:
            refusal = error
        else:
            messages.success(request, said)
            return redirect("fact_sources")
    context = _context(member) | {"refusal": refusal, "typed": request.POST if refusal else QueryDict()}
    return render(request, "desk/checks/sources.html", context, status=refusal.status if refusal else 200)


def _carried_out(request: HttpRequest, *, by: agencies.Member) -> str:
    """Save the desk's settings, or have a source read in the background; return the sentence that says so."""
    if request.POST.get("do") == "read":
        source = get_object_or_404(verification.Source, pk=number_in(request, name="source"))
        verification.ask_reading(source, by=by)
        return _("%(name)s is being read. Reload this page in a minute.") % {"name": source.name}
    verification.open_desk(_settings(request), by=by)
    return _("The desk's settings are saved.")


def _context(member: agencies.Member) -> dict[str, Any]:
    published = Count("fact_checks", filter=Q(fact_checks__state="published"))
    sources = verification.Source.objects.annotate(published=published).order_by("-is_active", "name")
    return {
        "sources": [(source, verification.last_counts(source)) for source in sources],
        "desk": verification.Desk.objects.filter(office=member.office).first(),
        "may_run": member.may("verification.run_desk"),
        "may_check": member.may("verification.check"),
    }


def _settings(request: HttpRequest) -> verification.DeskSettings:
    return verification.DeskSettings(
        is_open="is_open" in request.POST,
        is_default="is_default" in request.POST,
        hours_to_answer=number_in(request, name="hours_to_answer", most=_MOST),
        days_to_keep=number_in(request, name="days_to_keep", most=_MOST),
    )
