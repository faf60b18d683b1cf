"""What a refusal looks like to a browser: a page with its sentence, never a traceback."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from suluh.foundation.errors import Refusal

log = logging.getLogger("suluh.refusals")


class RefusalMiddleware:
    """Answers a ``Refusal`` with its sentence and status."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Turn a refusal into a page; leave every other error to Django."""
        if not isinstance(error, Refusal):
            return None
        log.info("%s %s: %s %s", request.method, request.path, error.code, error.hint)
        return render(request, "foundation/refusal.html", {"refusal": error}, status=error.status)
