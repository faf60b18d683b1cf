"""The queue: claims by priority, their filters, the live numbers, refreshed while it is looked at."""

from __future__ import annotations

import hashlib
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from suluh.agencies import api as agencies
from suluh.agencies.api import needs
from suluh.verification import api as verification
from suluh.web.checks.cards import cards_of
from suluh.web.checks.filters import FILTERS, counts_of, filter_called
from suluh.web.checks.live import tiles_of
from suluh.web.desk.asked import words_in
from suluh.web.desk.views.home import Tab

PAGE_SIZE = 25
NO_CHANGE = 204


@needs("verification.check")
@require_safe
def claims(request: HttpRequest) -> HttpResponse:
    """Show the office's claims, the most urgent first; the number of a question leads to its claim."""
    asked = _of_number(request)
    if asked is not None:
        return redirect("claim", pk=asked.pk)
    context = _queue(request)
    context["keys"] = [
        ("j", _("next claim")),
        ("k", _("claim before")),
        ("Enter", _("open the claim")),
        ("a", _("take the claim")),
        ("/", _("search")),
        ("?", _("show these keys")),
    ]
    return render(request, "desk/checks/queue.html", context)


@needs("verification.check")
@require_safe
def claims_live(request: HttpRequest) -> HttpResponse:
    """Show the queue's changing part alone; 204 where it stands as the page has it."""
    context = _queue(request)
    if request.GET.get("cap") == context["mark"]:
        return HttpResponse(status=NO_CHANGE)
    return render(request, "desk/checks/parts/queue.html", context)


def _of_number(request: HttpRequest) -> verification.Claim | None:
    """Return the claim of the question whose number is looked for, None where no number is."""
    try:
        number = verification.parse_number(words_in(request.GET, name="q", most=40))
    except verification.NumberMistyped:
        return None
    office = agencies.current_member(request).office
    asked = verification.Question.objects.filter(office=office, number=number).select_related("claim__merged_into")
    question = asked.first()
    return question.claim.card() if question and question.claim else None


def _queue(request: HttpRequest) -> dict[str, Any]:
    member = agencies.current_member(request)
    chosen = filter_called(request.GET.get("saring", ""))
    words = words_in(request.GET, name="q", most=200).strip()
    own = verification.Claim.objects.of(member.office).with_words(words)
    found = own.filter(chosen.chosen(member)).order_by(*chosen.order).select_related("assigned_to", "fact_check")
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    cards = cards_of(list(page), user=member.user_id)
    kept = {key: value for key, value in (("saring", chosen.name), ("q", words)) if value}
    tabs = _tabs(counts_of(own, member=member), current=chosen.name, words=words)
    tiles = tiles_of(verification.desk_numbers(member.office))
    mark = hashlib.sha256(repr((cards, tabs, tiles, page.number)).encode()).hexdigest()[:16]
    return {
        "cards": cards,
        "page": page,
        "tabs": tabs,
        "numbers": tiles,
        "words": words,
        "chosen": chosen,
        "query": f"{urlencode(kept)}&" if kept else "",
        "mark": mark,
        "live_url": f"{reverse('claims_live')}?{urlencode(kept | {'page': str(page.number), 'cap': mark})}",
    }


def _tabs(counts: dict[str, int], *, current: str, words: str) -> list[Tab]:
    base = reverse("claims")
    tabs = []
    for name, one in FILTERS.items():
        query = urlencode({key: value for key, value in (("saring", name), ("q", words)) if value})
        tabs.append(Tab(str(one.label), f"{base}?{query}" if query else base, counts[name], name == current))
    return tabs
