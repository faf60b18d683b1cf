"""Everything that citizens asked about one claim, page by page, and taking some of it into a claim of its own."""

from __future__ import annotations

from django.contrib import messages
from django.core.files.storage import default_storage
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from suluh.agencies import api as agencies
from suluh.agencies.api import needs
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy
from suluh.verification import api as verification
from suluh.web.checks.claim_page import open_to
from suluh.web.checks.reading import NotUnderstood, check_seen, own_claim, seen_of

PAGE_SIZE = 50


@needs("verification.check")
def claim_questions(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a claim's questions, the newest first, or split the chosen ones off."""
    claim = own_claim(request, pk=pk)
    member = agencies.current_member(request)
    refusal: Refusal | None = None
    if request.method == "POST":
        try:
            made = _split(request, claim=claim, by=member)
        except Refusal as error:
            refusal = error
        else:
            messages.success(request, _("The chosen questions are a claim of their own now."))
            return redirect("claim", pk=made.pk)
    page = Paginator(claim.every_question().order_by("-asked_at", "-pk"), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "claim": claim,
        "page": page,
        "questions": verification.words_of(list(page)),
        "may_split": "split" in open_to(claim, member=member).verbs,
        "seen": seen_of(claim),
        "chosen": request.POST.getlist("question"),
        "refusal": refusal,
    }
    return render(request, "desk/checks/questions.html", context, status=refusal.status if refusal else 200)


def _split(request: HttpRequest, *, claim: verification.Claim, by: agencies.Member) -> verification.Claim:
    check_seen(request, claim=claim, by=by)
    chosen = [int(pk) for pk in request.POST.getlist("question") if pk.isascii() and pk.isdigit() and len(pk) < 19]
    questions = list(claim.every_question().filter(pk__in=chosen[:PAGE_SIZE]))
    if not questions:
        raise NotUnderstood(lazy("Choose at least one question."))
    return verification.split_claim(claim, questions=questions, by=by)


@needs("verification.check")
@require_safe
def question_picture(request: HttpRequest, pk: int, question_pk: int) -> HttpResponse:
    """Send the picture of a question, opened for the checker's eyes; it is kept nowhere on the way."""
    question = get_object_or_404(own_claim(request, pk=pk).every_question(), pk=question_pk)
    name = question.sealed_picture.name or ""
    if not name or not default_storage.exists(name):
        raise Http404
    with default_storage.open(name) as file:
        data = verification.unseal_picture(file.read())
    answer = HttpResponse(data, content_type=_media_type(data))
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer


def _media_type(data: bytes) -> str:
    """Return the type of a picture that Suluh drew anew itself, by its first bytes."""
    starts = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg", b"RIFF": "image/webp"}
    return next((kind for start, kind in starts.items() if data.startswith(start)), "application/octet-stream")
