"""Pages of the frame itself."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from suluh.agencies.api import ROLE_LABELS, current_member, needs_office, opens_to_all
from suluh.foundation.clock import now

COMPONENTS = Path(__file__).resolve().parent.parent / "components"
_YEAR = 365 * 24 * 60 * 60


class ExampleForm(forms.Form):
    """A form with every kind of field, for the page of examples."""

    name = forms.CharField(label=_("Name"), help_text=_("As it stands on your identity card."))
    note = forms.CharField(label=_("Note"), widget=forms.Textarea, required=False)
    agree = forms.BooleanField(label=_("I have read this"), required=False)
    roles = forms.MultipleChoiceField(
        label=_("Roles"),
        choices=[(role.value, label) for role, label in ROLE_LABELS.items()],
        widget=forms.CheckboxSelectMultiple,
    )


@needs_office
@require_safe
def show_components(request: HttpRequest) -> HttpResponse:
    """Show every component by its own example."""
    names = sorted(folder.parent.name for folder in COMPONENTS.glob("*/example.html"))
    form = ExampleForm({"note": "Catatan"})
    form.is_valid()
    return render(
        request,
        "web/components.html",
        {
            "examples": [(name, f"components/{name}/example.html") for name in names],
            "example_form": form,
            "example_heads": [_("Headline"), _("State")],
            "example_rows": [["Sumsel dan KPK bertukar konten", _("Draft")]],
            "example_tabs": [
                SimpleNamespace(label=_("Mine"), url="#", is_current=True, count=3),
                SimpleNamespace(label=_("All"), url="?semua", is_current=False, count=12),
            ],
            "example_page": Paginator(range(90), 30).page(2),
            "example_card": SimpleNamespace(
                url="#",
                headline="Sumsel dan KPK bertukar konten",
                lead="Komitmen ditandatangani di Palembang.",
                topic="Kolaborasi",
                language="id",
                office=current_member(request).office,
                published_at=now(),
            ),
            "example_crumbs": [(_("Desk"), "/meja/")],
        },
    )


@opens_to_all
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Keep the language that a person at the desk chose, and go back to the page."""
    wanted, back = request.POST.get("language", ""), request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = "/meja/"
    response = HttpResponseRedirect(back)
    if wanted in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            wanted,
            max_age=_YEAR,
            secure=settings.LANGUAGE_COOKIE_SECURE,
            samesite="Lax",
            httponly=True,
        )
    return response
