"""The words of the office: what the coach takes as right beyond the dictionary."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from suluh.agencies import api as agencies
from suluh.agencies.api import needs, needs_office
from suluh.creative import api as creative
from suluh.foundation.errors import Refusal
from suluh.web.desk.asked import words_in

PAGE_SIZE = 50


@needs_office
def office_words(request: HttpRequest) -> HttpResponse:
    """List the office's words with who added each and when, and add one."""
    member = agencies.current_member(request)
    refusal: Refusal | None = None
    typed = words_in(request.POST, name="word", most=80)
    if request.method == "POST":
        try:
            creative.add_word(typed, by=member)
        except Refusal as error:
            refusal = error
        else:
            messages.success(request, _("Added. The coach no longer marks it."))
            return redirect("office_words")
    sought = words_in(request.GET, name="q", most=60).strip()
    words = creative.OfficeWord.objects.filter(office=member.office, state="in_use").select_related("changed_by")
    if sought:
        words = words.filter(key__contains=sought.lower())
    context = {
        "page": Paginator(words.order_by("key"), PAGE_SIZE).get_page(request.GET.get("page")),
        "sought": sought,
        "typed": typed,
        "refusal": refusal,
        "may_write": member.may("content.write"),
    }
    return render(request, "desk/office_words.html", context, status=refusal.status if refusal else 200)


@needs("content.write")
def remove_word(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one word out of the office's words."""
    member = agencies.current_member(request)
    get_object_or_404(creative.OfficeWord, pk=pk, office_id=member.office_id)
    if request.method == "POST":
        try:
            creative.remove_word(pk, by=member)
        except Refusal as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Taken out. The coach marks it again."))
    return redirect("office_words")
