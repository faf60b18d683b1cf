"""The number a citizen comes back with: how far their question is, and its answer."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from suluh.authenticity.api import CodeMistyped, parse_code
from suluh.foundation.allowances import TooOften, sender_of
from suluh.foundation.clock import now
from suluh.foundation.errors import Refusal
from suluh.verification import api as verification
from suluh.web.asking.access import LOOKING, asking_page, check_stood_here, with_status
from suluh.web.asking.showing import shown_check
from suluh.web.public.access import PAGE_SECONDS, keep_for


@asking_page
def ask_number(request: HttpRequest) -> HttpResponse:
    """Take a typed number and lead to its page; a typing error is told at once."""
    typed = request.GET.get("nomor", "").strip()[:40]
    if not typed:
        response = render(request, "web/ask_number.html", {"nav": "number", "example": verification.EXAMPLE})
        keep_for(response, seconds=PAGE_SECONDS)
        return response
    try:
        return HttpResponseRedirect(reverse("question", kwargs={"text": verification.parse_number(typed)}))
    except verification.NumberMistyped as error:
        return _mistyped(request, typed=typed, error=error)


@asking_page
def show_question(request: HttpRequest, text: str) -> HttpResponse:
    """Say how far a question is; with POST, erase what was sent."""
    try:
        number = verification.parse_number(text[:40])
        LOOKING.take(sender_of(request))
        if request.method == "POST":
            check_stood_here(request)
            verification.erase_by_number(number)
    except verification.NumberMistyped as error:
        return _mistyped(request, typed=text[:40], error=error)
    except Refusal as error:
        return with_status(_ask_again(request, {"typed": text[:40], "error": error}), refusal=error)
    if number != text or request.method == "POST":
        return HttpResponseRedirect(reverse("question", kwargs={"text": number}))
    return _shown(request, number=number)


def _shown(request: HttpRequest, *, number: str) -> HttpResponse:
    progress = verification.progress_of(number)
    if progress is None:
        return _ask_again(request, {"typed": number, "is_unknown": True}, status=404)
    answer = shown_check(progress.fact_check) if progress.fact_check is not None else None
    page = {
        "nav": "",
        "progress": progress,
        "answer": answer,
        "is_sent": request.GET.get("terkirim") == "ya",
        "is_late": progress.due_at is not None and progress.due_at < now(),
    }
    return render(request, "web/question.html", page)


def _mistyped(request: HttpRequest, *, typed: str, error: Refusal) -> HttpResponse:
    """Tell a typing error; a code of a picture, typed here, is led to its own page."""
    page: dict[str, Any] = {"typed": typed, "error": error}
    try:
        page["code"] = parse_code(typed)
    except CodeMistyped:
        page["is_mistyped"] = True
    return _ask_again(request, page, status=404)


def _ask_again(request: HttpRequest, page: dict[str, Any], *, status: int = 404) -> HttpResponse:
    whole = {"nav": "", "example": verification.EXAMPLE, "must_wait": isinstance(page.get("error"), TooOften)}
    return render(request, "web/ask_number.html", whole | page, status=status)
