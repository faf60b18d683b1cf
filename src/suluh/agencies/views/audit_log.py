"""What was done in an office: who, what, when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from suluh.agencies.access import current_member, needs
from suluh.agencies.audit_reading import acts, details_of, entries_of, sentences
from suluh.agencies.forms import AuditFilterForm
from suluh.agencies.models import Member, User

PER_PAGE = 50


@dataclass(frozen=True)
class Line:
    """One entry as the page shows it."""

    at: datetime
    who: str
    sentence: str
    details: list[tuple[str, str]]


@needs("agencies.read_audit")
@require_safe
def audit_log(request: HttpRequest) -> HttpResponse:
    """Show the office's audit, the newest first."""
    office = current_member(request).office
    people = list(Member.objects.of_office(office).values_list("user_id", "user__name"))
    said = sentences()
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
    names = dict(User.objects.filter(pk__in={entry.user_id for entry in page}).values_list("pk", "name"))
    lines = [
        Line(
            at=entry.at,
            who=names.get(entry.user_id or 0, _("Suluh itself")),
            sentence=said.get(entry.action, entry.action),
            details=details_of(entry.detail),
        )
        for entry in page
    ]
    kept = [(key, value) for key, value in request.GET.items() if key in form.fields and value]
    context = {"form": form, "page": page, "entries": lines, "query": urlencode(kept) + "&" if kept else ""}
    return render(request, "agencies/audit_log.html", context)
