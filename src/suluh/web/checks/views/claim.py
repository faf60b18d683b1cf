"""One claim: its words, what is near, what speaks for and against it, the verdict, and the step that comes next."""

from __future__ import annotations

from django.contrib import messages
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from suluh.agencies import api as agencies
from suluh.agencies.api import needs
from suluh.foundation.errors import Refusal
from suluh.web.checks.claim_page import claim_context
from suluh.web.checks.reading import own_claim
from suluh.web.checks.verbs import carry_out


@needs("verification.check")
def claim(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a claim, or carry out what a button says; a refusal keeps what was typed."""
    found = own_claim(request, pk=pk)
    member = agencies.current_member(request)
    refusal: Refusal | None = None
    if request.method == "POST":
        try:
            done = carry_out(request, claim=found, by=member)
        except Refusal as error:
            refusal = error
            found = own_claim(request, pk=pk)  # as it stands, not as the refused action left it
        else:
            messages.success(request, done.said)
            return redirect(done.url) if done.url else redirect("claim", pk=pk)
    typed = request.POST if refusal else None
    context = claim_context(found, member=member, refusal=refusal, typed=typed)
    return render(request, "desk/checks/claim.html", context, status=refusal.status if refusal else 200)


@needs("verification.check")
@require_safe
def evidence_copy(request: HttpRequest, pk: int, evidence_pk: int) -> HttpResponseBase:
    """Send the archived copy of a piece of evidence as a file; nothing in it may run."""
    kept = get_object_or_404(own_claim(request, pk=pk).every_evidence(), pk=evidence_pk)
    name = kept.archived.name or ""
    if not name or not default_storage.exists(name):
        raise Http404
    answer = FileResponse(default_storage.open(name), as_attachment=True, filename=name.rsplit("/", 1)[-1])
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer
