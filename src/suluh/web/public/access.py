"""What every public page keeps to: it opens to all, shows everybody the same, and may be kept by caches."""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.http import http_date
from django.views.decorators.http import conditional_page, require_safe

from suluh.agencies.api import opens_to_all
from suluh.foundation.tenancy import acting

View = Callable[..., HttpResponse]
PAGE_SECONDS = 60
# A file never changes under its address, but it may be recalled: then no cache shows it for long.
FILE_SECONDS = 10 * 60


def public_page(view: View) -> View:
    """Open ``view`` to all, acting for nobody: who is signed in sees here what every citizen sees."""

    @functools.wraps(view)
    def shown(request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
        with acting():
            response = view(request, *args, **options)
        if response.status_code == 200 and not response.has_header("Cache-Control"):
            keep_for(response, seconds=PAGE_SECONDS)
        return response

    return opens_to_all(require_safe(conditional_page(shown)))


def keep_for(response: HttpResponse, *, seconds: int) -> None:
    """Let browsers and caches keep a response, and show the old one while they fetch the next."""
    # No stale-while-revalidate: a recalled story must not be shown once more from a cache.
    response["Cache-Control"] = f"public, max-age={seconds}"


def changed_at(response: HttpResponse, *, moment: datetime | None) -> None:
    """Say when what a response shows was last changed."""
    if moment is not None:
        response["Last-Modified"] = http_date(moment.timestamp())
