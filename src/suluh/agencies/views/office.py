"""An office's profile and brand; working for another of one's offices."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from suluh.agencies.access import current_member, needs, needs_sign_in
from suluh.agencies.actions.edit_brand import BrandChange, edit_brand
from suluh.agencies.actions.switch_office import switch_office
from suluh.agencies.colours import COLOUR_NAMES, contrasts_of
from suluh.agencies.forms import BrandForm
from suluh.agencies.middleware import OFFICE_KEY
from suluh.agencies.models import Member, Office
from suluh.agencies.views.answers import put_on_form, sent
from suluh.foundation.errors import Refusal


@needs("agencies.edit_brand")
@require_http_methods(["GET", "HEAD", "POST"])
def profile_of_office(request: HttpRequest) -> HttpResponse:
    """Show and keep names, contact and colours, with a sample that follows."""
    by = current_member(request)
    # A copy of its own: a form that is refused must not change the office the page's frame shows.
    office = Office.objects.get(pk=by.office_id)
    form = BrandForm(sent(request), instance=office)
    if request.method == "POST" and form.is_valid():
        try:
            edit_brand(by.office, change=BrandChange(**form.cleaned_data), by=by)
        except Refusal as refusal:
            put_on_form(form, refusal=refusal)
        else:
            messages.success(request, _("The profile of your office is kept. New packs are drawn with it."))
            return redirect("office_profile")
    kept = Office.objects.get(pk=by.office_id)
    colours = {name: getattr(kept, name) for name in COLOUR_NAMES}
    return render(
        request,
        "agencies/office_profile.html",
        {"form": form, "sample": kept, "contrasts": contrasts_of(colours), "colour_names": list(COLOUR_NAMES)},
        status=422 if form.errors else 200,
    )


@needs_sign_in
@require_POST
def switch(request: HttpRequest) -> HttpResponse:
    """Work for another of one's offices from now on."""
    memberships: list[Member] = getattr(request, "memberships", [])
    wanted = next((m for m in memberships if str(m.office_id) == request.POST.get("office")), None)
    if wanted is None:
        raise Http404
    switch_office(wanted)
    request.session[OFFICE_KEY] = wanted.office_id
    messages.success(request, _("You work for %(office)s now.") % {"office": wanted.office.name})
    return redirect("desk")
