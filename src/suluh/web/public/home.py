"""The front page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from suluh.agencies.api import opens_to_all


@opens_to_all
@require_safe
def show_home(request: HttpRequest) -> HttpResponse:
    """Show the newest stories of all offices."""
    return render(request, "web/home.html")
