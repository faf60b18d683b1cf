"""What was done in an office: who, what, when."""

from __future__ import annotations

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from suluh.agencies.access import current_member, needs
from suluh.agencies.audit_reading import acts, entries_of, lines_of
from suluh.agencies.forms import AuditFilterForm
from suluh.agencies.models import Member

PER_PAGE = 50


@needs("agencies.read_audit")
@require_safe
def audit_log(request: HttpRequest) -> HttpResponse:
    """Show the office's audit, the newest first."""
    office = current_member(request).office
    people = list(Member.objects.of_office(office).values_list("user_id", "user__name"))
    form = AuditFilterForm(request.GET or None, people=people, acts=acts())
    chosen = form.cleaned_data if form.is_bound and form.is_valid() else {}
    entries = entries_of(
        office,
        person=chosen.get("person"),
        action=chosen.get("action") or "",
        since=chosen.get("since"),
        until=chosen.get("until"),
    )
    page = Paginator(entries, PER_PAGE).get_page(request.GET.get("page"))
    kept = [(key, value) for key, value in request.GET.items() if key in form.fields and value]
    context = {"form": form, "page": page, "entries": lines_of(page), "query": urlencode(kept) + "&" if kept else ""}
    return render(request, "agencies/audit_log.html", context)
