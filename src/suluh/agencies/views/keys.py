"""API keys of an office."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from suluh.agencies.access import current_member, needs_office
from suluh.agencies.actions.keep_api_key import create_api_key, revoke_api_key
from suluh.agencies.forms import KeyForm
from suluh.agencies.models import ApiKey
from suluh.agencies.views.answers import put_on_form, put_on_next_page, sent
from suluh.foundation.errors import Refusal


@needs_office
@require_http_methods(["GET", "HEAD", "POST"])
def api_keys(request: HttpRequest) -> HttpResponse:
    """Show one's own keys, to an operator all of the office, and make a new one: its text is shown this once."""
    by = current_member(request)
    form, text = KeyForm(sent(request)), ""
    if request.method == "POST" and form.is_valid():
        try:
            _key, text = create_api_key(form.cleaned_data["label"], by=by)
            form = KeyForm()
        except Refusal as refusal:
            put_on_form(form, refusal=refusal)
    keys = ApiKey.objects.of_office(by.office)
    if not by.may("agencies.manage_members"):
        keys = keys.filter(member=by)
    # The text stands in the answer to the POST and nowhere else: not in the session, not in a log.
    response = render(
        request,
        "agencies/api_keys.html",
        {"form": form, "keys": keys, "text": text},
        status=422 if form.errors else 200,
    )
    response["Cache-Control"] = "no-store"
    return response


@needs_office
@require_POST
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """End a key."""
    by = current_member(request)
    key = get_object_or_404(ApiKey, pk=pk, office=by.office)
    try:
        revoke_api_key(key, by=by)
    except Refusal as refusal:
        put_on_next_page(request, refusal=refusal)
    else:
        messages.success(request, _("The key “%(label)s” no longer works.") % {"label": key.label})
    return redirect("api_keys")
